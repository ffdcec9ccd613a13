// Shows what helped others as soon as a kind is chosen. Without this script the button beside it does the same.

const here = document.querySelector("[data-suggest]");
const kind = document.querySelector("select[name=kind]");
let asked = 0;

async function suggest() {
  const number = ++asked;
  const response = await fetch(`${here.dataset.suggest}?${new URLSearchParams({ kind: kind.value })}`);
  if (!response.ok || response.redirected || number !== asked) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  here.replaceChildren(...document.importNode(page.body, true).childNodes);
}

if (here && kind) {
  kind.addEventListener("change", suggest);
  document.querySelector("button[name=look]").closest("p").hidden = true;
}
