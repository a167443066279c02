// Argument: how many stops came before. Answers whether the focus has come round, and whether it can be seen.
const [stop] = arguments;
const active = document.activeElement;
if (stop === 0) window.stopsSeen = new Set();
// The parts of a date are several stops of one field.
const again = active !== document.body && active !== window.lastStop && window.stopsSeen.has(active);
window.stopsSeen.add(active);
window.lastStop = active;
// A box that is drawn by its label is seen where the label is.
const drawn = active.matches("input[type=radio], input[type=checkbox], input[type=file]") ? active.labels[0] ?? active : active;
const { left, right, top, bottom } = drawn.getBoundingClientRect();
const belongs = (element) => element && (drawn.contains(element) || element.contains(drawn));
const shares = [0.08, 0.3, 0.5, 0.7, 0.92];
const isSeen = shares.some((x) =>
  shares.some((y) => belongs(document.elementFromPoint(left + x * (right - left), top + y * (bottom - top)))),
);
return {
  again,
  hidden: active !== document.body && !isSeen,
  name: `${active.computedRole || active.localName} “${active.computedName ?? ""}”`,
  where: `${[left, top, right, bottom].map(Math.round)} in ${innerWidth} × ${innerHeight}`,
};
