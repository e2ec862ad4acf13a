// The review queue by keyboard. Every key presses a button of the page, or goes to a field, so that what it does is what
// the form does.

const items = [...document.querySelectorAll<HTMLElement>(".queue > .item")];
let here = -1;

function go(to: number): void {
  if (items.length === 0) return;
  here = Math.max(0, Math.min(items.length - 1, to));
  items[here]?.focus();
  items[here]?.scrollIntoView({ block: "center" });
}

function use(key: string): void {
  const scope: ParentNode | undefined = key === "u" ? document : items[here];
  const control = scope?.querySelector<HTMLElement>(`[data-key=${key}]`);
  if (control instanceof HTMLInputElement) control.select();
  else control?.click();
}

if (document.querySelector("[data-island=review]")) {
  document.addEventListener("keydown", (event) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") go(here + 1);
    else if (event.key === "k") go(here - 1);
    else if (["a", "r", "f", "u"].includes(event.key)) use(event.key);
    else return;
    event.preventDefault();
  });
}
