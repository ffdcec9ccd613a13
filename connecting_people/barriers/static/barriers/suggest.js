// Shows what helped others as soon as a kind is chosen. Without this script the button beside it does the same.

const here = document.querySelector("[data-suggest]");
const kind = document.querySelector("select[name=kind]");
let asked;

function suggest() {
  asked?.abort();
  asked = new XMLHttpRequest();
  // The browser reads the answer as a page of its own; nothing is written into this one as text.
  asked.responseType = "document";
  asked.addEventListener("load", show);
  asked.open("GET", `${here.dataset.suggest}?${new URLSearchParams({ kind: kind.value })}`);
  asked.send();
}

function show({ target }) {
  // Whoever is signed out meanwhile is led to another page.
  if (target.status !== 200 || !target.responseURL.includes(here.dataset.suggest)) return;
  here.replaceChildren(...document.importNode(target.response.body, true).childNodes);
}

if (here && kind) {
  kind.addEventListener("change", suggest);
  document.querySelector("button[name=look]").closest("p").hidden = true;
}
