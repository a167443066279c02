// Runs before the page does. `window.whenWritten` tells what was written since it told last, once nothing more was for a
// while: the kind of store, and how long key and value are.
() => {
  let [writes, last] = [[], 0];
  const sizeOf = (value) => value?.byteLength ?? value?.size ?? JSON.stringify(value).length;
  const note = (store, size) => {
    writes.push({ store, size });
    last = performance.now();
  };
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    note("localStorage", key.length + String(value).length);
    return setItem.call(this, key, value);
  };
  for (const name of ["put", "add"]) {
    const original = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (value, ...key) {
      note("IndexedDB", JSON.stringify(key).length + sizeOf(value));
      return original.call(this, value, ...key);
    };
  }
  window.whenWritten = (rest, tell) => {
    const look = () => {
      if (writes.length === 0 || performance.now() - last < rest) return setTimeout(look, 20);
      tell(writes);
      writes = [];
    };
    look();
  };
  // What asks before it lets one go would hold the bench up.
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
};
