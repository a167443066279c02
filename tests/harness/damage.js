// Runs before the app. Puts into the browser what the test has left in the session: a storage, and what the database holds.
(() => {
  const left = JSON.parse(sessionStorage.getItem("left") ?? "null");
  if (left === null) return;
  sessionStorage.removeItem("left");
  if (left.whole) {
    localStorage.clear();
    for (const [key, value] of Object.entries({ ...left.storage, ...left.damage })) localStorage.setItem(key, value);
  }
  if (left.shelves === undefined) return;
  indexedDB.deleteDatabase(left.database);
  const opening = indexedDB.open(left.database, left.version);
  opening.onupgradeneeded = () => {
    for (const [name, entries] of Object.entries(left.shelves)) {
      const shelf = opening.result.createObjectStore(name);
      for (const [key, value] of entries) shelf.put(value, key);
    }
  };
  opening.onsuccess = () => opening.result.close();
})();
