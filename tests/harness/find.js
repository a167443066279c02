// Arguments: the roles that fit, a selector that narrows the search, [how, name], and where to look (or null).
const [roles, candidates, [how, wanted], root] = arguments;
const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const fits = {
  is: (name) => name === wanted,
  starts: (name) => name.startsWith(wanted),
  any: () => true,
}[how];
const isShown = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], [aria-hidden=true]");
return [...(root ?? document).querySelectorAll(candidates)].filter(
  (element) => roles.includes(element.computedRole) && fits(tidy(element.computedName)) && isShown(element),
);
