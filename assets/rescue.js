// When the app stops, no word is lost. After a panic its wasm is dead: it is never called again, the words in the page's
// fields are put into this browser's storage (`domain/src/rescued.rs` takes them in after a reload), and everything can be
// saved as a file. Nothing of the app helps here; the sentences are in the page, in English, and in the language that it
// speaks as soon as its words are here.
(() => {
  // As in `src/browser/app_prefix.rs`.
  const prefix = `waymark:${location.pathname.replace(/[^/]*$/, "").replaceAll(":", "%3A")}:`;
  // A passphrase, which nothing spells, is nobody's to keep.
  const written = "textarea, input[type=text]:not([spellcheck=false]), [contenteditable]";
  const english = JSON.parse(document.getElementById("rescue-words").textContent);
  let spoken = [];
  let wasm;
  let texts;

  const said = (key) => spoken[english[key][0]] ?? english[key][1];

  const read = (element) => {
    // Of what, where it is a field of a record, or begins one.
    const { record, field, day, prompt } = element.closest("[data-record]")?.dataset ?? {};
    const label = element.labels?.[0]?.textContent ?? element.ariaLabel ?? "";
    return { label, text: element.value ?? element.innerText, record, field, day, prompt };
  };

  // Whatever the page, a timer or a promise calls in the app goes through this table.
  const end = () => {
    const table = wasm?.__indirect_function_table;
    for (let place = table?.length; place--;) table.set(place, null);
  };

  const keep = () => {
    try {
      if (texts.length) localStorage[`${prefix}rescued:${Date.now()}`] = JSON.stringify(texts);
      return true;
    } catch {
      return false;
    }
  };

  const save = () => {
    const keys = {};
    try {
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith(prefix)) keys[name.slice(prefix.length)] = localStorage[name];
      }
    } catch {
      // Where the storage is blocked, the words in the page are all there is.
    }
    // The day on the wall, which `toISOString` alone would tell for Greenwich.
    const now = new Date();
    now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
    const day = now.toISOString().slice(0, 10);
    const file = JSON.stringify({ format: "waymark-rescue", version: 1, min_reader: 1, day, keys, texts });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([file], { type: "application/json" }));
    link.download = `waymark-rescue-${day}.json`;
    link.click();
  };

  const show = (kept) => {
    const screen = document.createElement("dialog");
    screen.className = "dialog rescue";
    screen.innerHTML = `<div class="dialog-sheet"><h1 id="rescue" tabindex="-1" autofocus></h1><p id="rescue-what"></p><div class="row"><button class="button"></button><button class="button" data-tone="primary"></button></div></div>`;
    const sentences = [said("Title"), said(kept ? "Kept" : "NotKept"), said("Save"), said("Reload")];
    screen.querySelectorAll("h1, p, button").forEach((element, place) => (element.textContent = sentences[place]));
    for (const [name, value] of [["role", "alertdialog"], ["aria-labelledby", "rescue"], ["aria-describedby", "rescue-what"]]) {
      screen.setAttribute(name, value);
    }
    const [saving, reloading] = screen.querySelectorAll("button");
    saving.onclick = save;
    reloading.onclick = () => location.reload();
    screen.onclose = () => screen.showModal();
    document.body.append(screen);
    screen.showModal();
  };

  const look = (event) => {
    if (texts) return event.preventDefault();
    const error = event.error ?? event.reason;
    const isOurs = error instanceof WebAssembly.RuntimeError || /wasm-function/.test(error?.stack);
    // A script of ours that failed, or did not arrive.
    const source = event.filename || (event.target.localName === "script" && event.target.baseURI) || "";
    const neverStarted = !document.getElementById("main") && source.startsWith(location.origin);
    if (!isOurs && !neverStarted) return;
    texts = [...document.querySelectorAll(written)].map(read).filter(({ text }) => text.trim());
    end();
    show(keep());
  };

  addEventListener("TrunkApplicationStarted", (event) => (wasm = event.detail.wasm));
  // A script that does not arrive tells only who listens on the way down.
  addEventListener("error", look, true);
  addEventListener("unhandledrejection", look);
  // No language at all is as if the app itself had not come.
  globalThis.waymarkWords?.first.then((words) => (spoken = words.split("\n")), reportError);
})();
