// Runs before the page does. Tells how long a chosen file took to be shown in the dialog, and how long, once Import was
// pressed, until the dialog was gone and everything was saved.
(words) => {
  const when = (holds) =>
    new Promise((tell) => {
      const look = () => requestAnimationFrame(holds() ? () => requestAnimationFrame(tell) : look);
      look();
    });
  const on = (name, of) =>
    new Promise((tell) => addEventListener(name, (event) => of(event.target) && tell(event.timeStamp), true));
  const dialog = () => document.querySelector("dialog[open]");
  const status = () => document.querySelector(".save-status")?.textContent;
  const buttons = () => [...(dialog()?.querySelectorAll("button") ?? [])];
  const since = async (began, holds) => {
    const start = await began;
    await when(holds);
    return performance.now() - start;
  };
  const chosen = on("change", (element) => element.matches("input[type=file]"));
  const pressed = on("click", (element) => element.closest("dialog"));
  window.previewed = since(chosen, () => dialog()?.textContent.includes(words));
  window.imported = since(pressed, () => !dialog() && status() === "Saved");
  window.pressImport = () => buttons().find((button) => button.textContent.trim() === "Import").click();
};
