// Arguments: the field, the texts to put into it one after the other, and whether to leave it after each.
const [field, texts, leaving] = arguments;
const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
const BETWEEN = 4; // milliseconds, so that the other tab gets its turn
const REST = 450; // longer than a draft waits before it saves itself
const FEW = 12;
const say = (name) => field.dispatchEvent(new FocusEvent(name, { bubbles: true }));
window.textsLeftToType = texts.length;
if (!leaving) field.focus();
const next = (place) => {
  if (place === texts.length) return;
  if (leaving) say("focusin");
  set.call(field, texts[place]);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  if (leaving) say("focusout");
  window.textsLeftToType -= 1;
  const rests = !leaving && place % FEW === FEW - 1;
  setTimeout(() => next(place + 1), rests ? REST : BETWEEN);
};
next(0);
