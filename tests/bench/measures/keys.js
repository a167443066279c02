// Runs before the page does. `window.whenQuiet` tells how long after the last key its effect had been painted: where changes
// are followed, the last change of the page, else the frame that came after the key.
() => {
  let [pressed, shown, waiting, follows] = [null, 0, 0, false];
  const paint = () => {
    waiting += 1;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        waiting -= 1;
        shown = performance.now();
      };
      port2.postMessage(null);
    });
  };
  const begin = (event) => {
    pressed = event.timeStamp;
    paint();
  };
  addEventListener("keydown", begin, true);
  const everything = { subtree: true, childList: true, characterData: true, attributes: true };
  new MutationObserver(() => follows && paint()).observe(document, everything);
  window.longTasks = [];
  const note = (list) => window.longTasks.push(...list.getEntries().map((task) => task.duration));
  new PerformanceObserver(note).observe({ type: "longtask" });
  window.followChanges = () => (follows = true);
  window.whenQuiet = (rest, tell) => {
    const look = () => {
      const isQuiet = waiting === 0 && performance.now() - shown > rest;
      return isQuiet ? tell(shown - pressed) : setTimeout(look, 5);
    };
    look();
  };
  // What asks before it lets one go would hold the bench up.
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true);
};
