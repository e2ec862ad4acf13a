// The form of /read: a file may be dropped anywhere on it.

const form = document.querySelector<HTMLFormElement>("[data-island=drop]");
const input = form?.querySelector<HTMLInputElement>("input[type=file]");

form?.addEventListener("dragover", (event) => {
  event.preventDefault();
  form.classList.add("over");
});
form?.addEventListener("dragleave", () => form.classList.remove("over"));
form?.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  const files = event.dataTransfer?.files;
  if (!input || !files || files.length === 0) return;
  input.files = files;
  form.requestSubmit();
});
