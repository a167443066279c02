// Runs before the page does. Keeps hold of the memory of its wasm, so that it can be measured.
() => {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...parts) => {
      const made = await original.apply(WebAssembly, parts);
      window.wasmMemory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }
};
