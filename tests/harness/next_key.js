// Arguments: the element to reach, and how many keys were pressed so far. Answers with the key to press next.
const [target, pressed] = arguments;
const active = document.activeElement;
const from = `${active.computedRole || active.localName} ${active.computedName ?? ""}`.trim();
if (active === target) return { press: "nothing", from };

const group = (element) => {
  if (element.type === "radio" && element.name) return `radio ${element.name}`;
  return element.closest("[role=radiogroup], [role=tablist], [role=toolbar], [role=menu], [role=listbox]");
};
const isAfter = active.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
if (active !== document.body && group(active) && group(active) === group(target)) {
  return { press: isAfter ? "right" : "left", from };
}
// The shorter way round first; whoever is not there after a long walk goes the other way.
const backwards = active !== document.body && !isAfter && pressed < 200;
return { press: backwards ? "shift tab" : "tab", from };
