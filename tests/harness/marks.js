// What is wrong with a page in a made-up language: words without marks around them, and what has no room.
const wrong = [];
const kept = Object.values(localStorage).join("\n");
const typed = [...document.querySelectorAll("input, textarea")].map((field) => field.value).join("\n");
const isOwn = (words) => kept.includes(JSON.stringify(words).slice(1, -1)) || typed.includes(words);
// Days and numbers are the browser's own.
const week = ["long", "short"].flatMap((weekday) =>
  [...Array(7).keys()].map((day) => new Intl.DateTimeFormat("en", { weekday }).format(day * 86400000)));
const year = ["long", "short"].flatMap((month) =>
  [...Array(12).keys()].map((day) => new Intl.DateTimeFormat("en", { month }).format(day * 31 * 86400000)));
const dated = new Set([...week, ...year, "AM", "PM", "at"]);
const isDate = (words) => (words.match(/\p{L}+/gu) ?? []).every((word) => dated.has(word) || /^\p{Script=Arabic}+$/u.test(word));
const tidy = (words) => words.replace(/[\u2066-\u2069]/g, "").replace(/⟦(zero|one|two|few|many|other)·/g, "⟦").replace(/\s+/g, " ").trim();
const fine = (words) => !/\p{L}/u.test(words) || isOwn(words) || isDate(words);

// What stands outside of all marks, in pieces.
const outside = (words) => {
  let depth = 0;
  const pieces = [""];
  for (const letter of words) {
    if (letter === "⟦") depth += 1;
    else if (letter === "⟧") depth -= 1;
    else if (depth === 0) pieces[pieces.length - 1] += letter;
    if (letter === "⟧" && depth === 0) pieces.push("");
  }
  return depth === 0 ? pieces.map(tidy) : [words];
};
// Within the marks, plain letters are a value; each must be a person's word or a date. What is quoted was said by someone.
const inside = (words) => words.replace(/“[^⟦⟧”]*”/g, "").match(/[A-Za-z]{3,}/g) ?? [];

const name = (element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`;
const look = (words, element, what) => {
  if (element.closest("script, style, noscript, kbd, option:not([value='0']), .language, .written, pre")) return;
  const whole = tidy(words);
  if (fine(whole)) return;
  const bare = [...outside(whole), ...inside(whole)].filter((piece) => !fine(piece));
  if (bare.length) wrong.push(`${what} of ${name(element)} has no marks around “${bare.join("”, “")}” in “${whole}”`);
};
const isShown = (element) => element?.checkVisibility({ visibilityProperty: true });
const modal = [...document.querySelectorAll("dialog:modal")].at(-1);
const root = modal ?? document.body;
const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) if (isShown(walker.currentNode.parentElement)) look(walker.currentNode.data, walker.currentNode.parentElement, "the text");
for (const element of root.querySelectorAll("*")) {
  if (!isShown(element)) continue;
  for (const attribute of ["aria-label", "placeholder", "title", "alt"]) look(element.getAttribute(attribute) ?? "", element, attribute);
}
look(document.title, document.body, "the title");

// Nothing sticks out of the card it is in, and nothing is cut off.
for (const element of root.querySelectorAll("*")) {
  if (!isShown(element) || element.closest(".visually-hidden, .skip-link:not(:focus), svg, textarea, input, select, option")) continue;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const card = element.parentElement?.closest(".card, .dialog-sheet, .banner, .toast, main")?.getBoundingClientRect();
  if (card && box.width && (box.left < card.left - 1 || box.right > card.right + 1)) {
    wrong.push(`${name(element)} “${tidy(element.textContent).slice(0, 40)}” sticks out of its card by ${Math.round(Math.max(card.left - box.left, box.right - card.right))} px`);
  }
  const clips = style.overflowX !== "visible" && !["auto", "scroll"].includes(style.overflowX);
  // What is drawn for a thumb beside the words counts as no words, and a space that hangs over the end of a line is not seen:
  // the one is wide for scrolling alone, the other for the range alone.
  const words = document.createRange();
  words.selectNodeContents(element);
  const wide = words.getBoundingClientRect().width;
  if (clips && element.scrollWidth > element.clientWidth && wide > box.width + 1 && !element.matches("dialog, body")) {
    wrong.push(`${name(element)} “${tidy(element.textContent).slice(0, 40)}” is cut off: ${wide} px in ${box.width}`);
  }
}
return wrong;
