// A place to write before the app is here. It stands in the page itself, where the app's own will be, and says the same. What
// is typed is kept at each letter, where neither closing the page nor a crash of the browser takes it, as what begins an entry
// (`domain/src/rescued.rs`): the app makes the entry under that very id, so no word is ever there twice.
(() => {
  // As in `src/browser/app_prefix.rs`.
  const prefix = `waymark:${location.pathname.replace(/[^/]*$/, "").replaceAll(":", "%3A")}:`;
  // As in `src/browser/database.rs`.
  const shelves = ["journal", "snapshots", "handles"];
  const shell = document.getElementById("before");
  const field = shell.querySelector("textarea");
  // What `rescue.js` reads, too.
  const begun = field.closest("[data-field]").dataset;
  const now = new Date();
  const days = Math.floor((now - now.getTimezoneOffset() * 60_000) / 86_400_000);
  let composed;
  let seen;
  let database;
  let lines = [];

  const isFirst = () => {
    try {
      const names = Object.keys(localStorage).filter((name) => name.startsWith(prefix));
      const { begun } = JSON.parse(localStorage[`${prefix}preferences`] ?? "{}");
      return !begun && !names.some((name) => /^[rp]:/.test(name.slice(prefix.length)));
    } catch {
      return true;
    }
  };

  const hour = now.getHours();
  const first = isFirst();
  // Which of its sentences an element says, as in `src/pages/today.rs`. 719,163 days passed before 1970.
  const which = {
    hour: first ? 0 : hour < 5 || hour > 17 ? 3 : hour < 12 ? 1 : 2,
    day: (days + 719_163) % 10,
    kept: 0,
  };

  const sentence = ({ say, by }) => lines[say.split(" ")[which[by] ?? 0]] ?? "";

  const say = () => {
    for (const element of shell.querySelectorAll("[data-say]")) element.textContent = sentence(element.dataset);
    document.title = shell.querySelector(".nav-brand").textContent;
    field.placeholder = lines[field.dataset.hint];
    const { lang } = document.documentElement;
    const locale = navigator.languages.find((tag) => `${tag}-`.startsWith(`${lang}-`)) ?? lang;
    for (const element of shell.querySelectorAll("[data-day]")) {
      const length = element.dataset.day;
      const parts = { weekday: length, day: "numeric", month: length, calendar: "gregory" };
      element.textContent = new Intl.DateTimeFormat(locale, parts).format(now);
    }
  };

  const mark = () => {
    const open = location.hash.length > 2 ? location.hash : "#/today";
    const links = [...shell.querySelectorAll("a")].filter((link) => {
      const isOpen = open.startsWith(link.getAttribute("href"));
      link.ariaCurrent = isOpen ? "page" : null;
      return isOpen;
    });
    return links[0] ?? shell;
  };

  // One writes on Today alone; any other page says what it is called.
  const showOther = (link) => {
    const heading = document.createElement("h1");
    heading.dataset.say = link.querySelector("[data-say]").dataset.say;
    shell.querySelector("main").replaceChildren(heading);
  };

  const id = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  };

  const begin = () => {
    begun.record = id();
    begun.day = new Date(days * 86_400_000).toISOString().slice(0, 10);
    begun.prompt = sentence(shell.querySelector("[data-by=day]").dataset);
    // Other tabs leave it to this one.
    navigator.locks?.request(`${prefix}rescued:${begun.record}`, () => new Promise(() => {}));
    database = new Promise((resolve, reject) => {
      const opening = indexedDB.open(prefix, 1);
      opening.onupgradeneeded = () => shelves.forEach((name) => opening.result.createObjectStore(name));
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = reject;
    });
    database.then((open) => (open.onversionchange = () => open.close())).catch(() => {});
  };

  const log = async (name, texts) => {
    const writing = (await database).transaction(shelves[0], "readwrite", { durability: "strict" });
    writing.objectStore(shelves[0]).put([Date.now(), texts], name);
  };

  // A page that nobody looks at is never painted.
  const painted = () =>
    new Promise((done) => {
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
      setTimeout(done, 200);
    });

  const keep = () => {
    seen = painted();
    if (!begun.record) begin();
    const name = `rescued:${begun.record}`;
    const texts = JSON.stringify([{ ...begun, label: field.labels[0].textContent, text: field.value }]);
    const isLogged = log(name, texts);
    try {
      localStorage[prefix + name] = texts;
      isLogged.catch(() => {});
    } catch {
      isLogged.catch(() => {
        which.kept = 1;
        say();
      });
    }
  };

  // Gives the words to the app, which stands in this place from now on.
  const giveWay = async () => {
    // The app takes its time to stand here: a letter is seen before.
    await seen;
    // Until then a keyboard is about to put more than one letter together.
    await composed;
    const { value, selectionStart, selectionEnd } = field;
    const isIn = document.activeElement === field;
    const putCaret = (area) => {
      if (!isIn) return;
      // The app may not have shown them there yet, and a new value would move the caret.
      area.value = value;
      area.focus();
      area.setSelectionRange(selectionStart, selectionEnd);
    };
    shell.remove();
    database?.then((open) => open.close(), () => {});
    return { record: begun.record, prompt: begun.prompt, text: value, putCaret };
  };

  shell.hidden = false;
  shell.querySelector("[data-first]").hidden = !first;
  const link = mark();
  if (link.hash !== "#/today") showOther(link);
  addEventListener("hashchange", mark);
  field.addEventListener("input", keep);
  field.addEventListener("compositionstart", () => {
    composed = new Promise((resolve) => field.addEventListener("compositionend", resolve, { once: true }));
  });
  waymarkWords.first.then((words) => {
    lines = words.split("\n");
    say();
  });
  globalThis.waymarkBefore = { giveWay };
})();
