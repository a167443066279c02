// Which language the page speaks, and where its words are. It stands in the page itself, before anything shows, so that the
// words are on their way together with the app.
(() => {
  // Of each language: its own name, its direction, the files of the first screen's words, of the others, and of what a
  // browser reads to install the app.
  const languages = JSON.parse(document.getElementById("languages").textContent);
  // Spoken where no other is to be had.
  const [english] = Object.keys(languages);
  const root = document.documentElement;

  const preferences = () => {
    try {
      // As in `src/browser/app_prefix.rs`.
      const prefix = `waymark:${location.pathname.replace(/[^/]*$/, "").replaceAll(":", "%3A")}:`;
      return { ...JSON.parse(localStorage[`${prefix}preferences`]) };
    } catch {
      return {};
    }
  };

  // For `pt-BR` that is `pt`, where there is nothing closer.
  const closest = (tag) => {
    while (tag && !Object.hasOwn(languages, tag)) tag = tag.replace(/(^|-)[^-]*$/, "");
    return tag;
  };

  const speak = (language) => {
    root.lang = language;
    root.dir = languages[language][1];
    document.querySelector("link[rel=manifest]").href = languages[language][4];
  };

  const words = async (language, part) => {
    const answer = await fetch(languages[language][2 + part]);
    if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
    return answer.text();
  };

  const begin = async () => {
    const { theme, language: chosen } = preferences();
    if (theme) root.dataset.theme = theme;
    const language = [`${chosen}`, ...navigator.languages].map(closest).find(Boolean) ?? english;
    speak(language);
    try {
      return await words(language, 0);
    } catch {
      speak(english);
      return words(english, 0);
    }
  };

  const first = begin();
  // `rescue.js`, which may come later, says what to do where no language is to be had.
  first.catch(() => {});
  globalThis.waymarkWords = { languages, speak, words, first };
})();
