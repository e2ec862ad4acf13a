// The reader: text and side list point at each other. Whoever points at, or tabs to, one of them sees the other lit; a
// click in the text brings its entry into sight.

const article = document.querySelector<HTMLElement>("[data-island=reader]");

function partsOf(attribution: string): HTMLElement[] {
  return [...(article?.querySelectorAll<HTMLElement>("[data-of]") ?? [])].filter((part) =>
    (part.dataset.of ?? "").split(" ").includes(attribution),
  );
}

function light(attributions: string[]): void {
  article?.querySelectorAll(".lit").forEach((part) => part.classList.remove("lit"));
  for (const one of attributions) partsOf(one).forEach((part) => part.classList.add("lit"));
}

// Where marks lie in one another the one that begins last is meant: it is the inner one.
function meant(target: EventTarget | null): string[] {
  const part = target instanceof Element ? target.closest<HTMLElement>("[data-of]") : null;
  const all = (part?.dataset.of ?? "").split(" ").filter(Boolean);
  return all.slice(-1);
}

function entryOf(attribution: string): HTMLElement | null {
  return article?.querySelector<HTMLElement>(`.attributions [data-of="${CSS.escape(attribution)}"]`) ?? null;
}

article?.addEventListener("pointerover", (event) => {
  const attributions = meant(event.target);
  if (attributions.length > 0) light(attributions);
});
article?.addEventListener("pointerleave", () => light([]));
article?.addEventListener("focusin", (event) => light(meant(event.target)));
article?.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (!target?.closest(".text")) return;
  const [attribution] = meant(target);
  if (attribution) entryOf(attribution)?.scrollIntoView({ block: "nearest" });
});
