// Runs before the page does. Tells how long going to an address took until another page had been painted, and how long a press
// until a dialog had.
() => {
  const painted = (holds) =>
    new Promise((tell) => {
      const began = performance.now();
      const end = () => tell(performance.now() - began);
      const look = () => requestAnimationFrame(holds() ? () => requestAnimationFrame(end) : look);
      look();
    });
  const heading = () => document.querySelector("#main h1");
  window.goTo = (address) => {
    const before = heading();
    location.hash = address;
    return painted(() => heading() && heading() !== before);
  };
  window.press = (words) => {
    [...document.querySelectorAll("#main button")].find((button) => button.textContent.trim() === words).click();
    return painted(() => document.querySelector("dialog[open]"));
  };
  window.person = () => document.querySelector("#main a[href^='#/mentoring/']").hash;
};
