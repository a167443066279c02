// Arguments: the roles that fit, a selector that narrows the search, [how, name], and where to look (or null).
const [roles, candidates, [how, wanted], root] = arguments;
// Where the page speaks a language that nobody does, `inEnglish` knows what it says (`pseudo.rs`).
const inEnglish = window.inEnglish ?? String;
const tidy = (text) => inEnglish((text ?? "").replace(/\s+/g, " ").trim());
const fits = {
  is: (name) => name === wanted,
  starts: (name) => name.startsWith(wanted),
  any: () => true,
}[how];
// What stands in the page before the app is no part of it.
const isShown = (element) =>
  element.checkVisibility({ visibilityProperty: true }) && !element.closest("[inert], [aria-hidden=true], #before");
return [...(root ?? document).querySelectorAll(candidates)].filter(
  (element) => roles.includes(element.computedRole) && fits(tidy(element.computedName)) && isShown(element),
);
