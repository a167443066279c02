// Everything that this browser keeps for the app, wherever it is, as [place, text]; of files and other things, their names.
const [done] = arguments;
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const words = (value) => {
  if (typeof value === "string") return [value];
  if (value instanceof FileSystemHandle) return [value.name];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(words) : [];
};
const shelves = async (name) => {
  const database = await answer(indexedDB.open(name));
  const found = [];
  for (const shelf of database.objectStoreNames) {
    const stand = database.transaction(shelf).objectStore(shelf);
    const [keys, values] = [stand.getAllKeys(), stand.getAll()];
    const [names, all] = [await answer(keys), await answer(values)];
    all.forEach((value, at) => words(value).forEach((text) => found.push([`${shelf}: ${names[at]}`, text])));
  }
  database.close();
  return found;
};
const cached = async (name) => {
  const cache = await caches.open(name);
  const found = (await cache.keys()).map(async (key) => [`${name}: ${key.url}`, await (await cache.match(key)).text()]);
  return Promise.all(found);
};
(async () => {
  const left = Object.entries(localStorage).map(([name, text]) => [`storage: ${name}`, text]);
  for (const { name } of await indexedDB.databases()) left.push(...(await shelves(name)));
  // What belongs to a build is the app itself.
  const own = (await caches.keys()).filter((name) => !name.includes(":build:"));
  for (const name of own) left.push(...(await cached(name)));
  done(left);
})().catch((error) => done([[String(error), "looking failed"]]));
