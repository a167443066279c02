// Runs before the page does. `window.usable` tells, in milliseconds since the navigation began, when the place to write was
// there, when the newest entry was, and when a letter typed there had been painted.
(place, newest, words) => {
  const met = {};
  const meet = (name, holds) => holds && (met[name] ??= performance.now());
  const isSeen = () => newest === null || document.querySelector(newest)?.textContent.includes(words);
  const takes = (field) => {
    field.focus();
    document.execCommand("insertText", false, "x");
    return field.value === "x";
  };
  window.usable = new Promise((tell) => {
    const painted = () => {
      met.usable = performance.now();
      document.execCommand("delete");
      tell(met);
    };
    const look = () => {
      const field = document.querySelector(place);
      meet("place", field);
      meet("newest", isSeen());
      const isUsable = met.place && met.newest && takes(field);
      requestAnimationFrame(isUsable ? () => requestAnimationFrame(painted) : look);
    };
    requestAnimationFrame(look);
  });
};
