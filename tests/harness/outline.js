// Answers with the address, the title and one indented line for each element that has a role worth telling.
const dull = new Set(["", "generic", "none", "presentation", "paragraph", "StaticText", "InlineTextBox"]);
const lines = [`${location.pathname}${location.hash} — ${document.title}`];
const state = (element) =>
  [
    element === document.activeElement && "focused",
    element.checked && "checked",
    element.matches(":disabled, [aria-disabled=true]") && "disabled",
    element.matches("input:not([type=password]), textarea, select") && `= ${JSON.stringify(element.value).slice(0, 60)}`,
  ].filter(Boolean);
const walk = (element, depth) => {
  if (!element.checkVisibility({ visibilityProperty: true }) && !element.matches("dialog, [popover]")) return;
  const role = element.computedRole || (element.matches("input, summary") ? element.localName : "");
  const told = !dull.has(role);
  const own = [...element.childNodes].filter((n) => n.nodeType === 3 && n.data.trim()).map((n) => n.data.trim()).join(" ");
  if (told) lines.push(`${"  ".repeat(depth)}${role} “${element.computedName ?? ""}” ${state(element).join(" ")}`.trimEnd());
  if (own && own !== element.computedName) lines.push(`${"  ".repeat(depth + 1)}· ${own.slice(0, 100)}`);
  for (const child of element.children) if (!(child instanceof SVGElement) || child.localName === "svg") walk(child, depth + (told ? 1 : 0));
};
walk(document.body, 0);
return lines.slice(0, 250).join("\n");
