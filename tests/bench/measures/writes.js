// Runs before the page does. `window.whenWritten` tells what was written since it told last, once nothing more was for a
// while: the kind of store, the key, and how long the value is.
() => {
  let [writes, last] = [[], 0];
  const sizeOf = (value) => value?.byteLength ?? value?.size ?? JSON.stringify(value).length;
  const note = (store, key, size) => {
    writes.push({ store, key, size });
    last = performance.now();
  };
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (key, value) {
    note("localStorage", key, key.length + String(value).length);
    return setItem.call(this, key, value);
  };
  for (const name of ["put", "add"]) {
    const original = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (value, ...key) {
      note("IndexedDB", JSON.stringify(key), sizeOf(value));
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
  window.forgetWrites = () => (writes = []);
  // What asks before it lets one go would hold the bench up.
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
};
