// Opens what a part of the diagram means, over the picture. Without this a part leads to the same words below it.

const told = document.querySelector("[data-told]");
let opened = null;

/** Show a part's name, what it means and, on a partnership's page, what the two put into it. */
function tell(part) {
  opened = part;
  const [name] = told.getElementsByClassName("told__name");
  const [body] = told.getElementsByClassName("told__body");
  const [more] = told.getElementsByClassName("told__more");
  const below = document.getElementById(part.getAttribute("href").slice(1));
  const says = document.createElement("p");
  says.textContent = part.dataset.says;
  name.textContent = part.dataset.name;
  body.replaceChildren(says, ...carried(below));
  more.href = part.getAttribute("href");
  told.className = `told told--${part.dataset.side}`;
  told.showPopover();
  name.focus();
}

/** Copy what the two put into a part from the list below, without its ids. */
function carried(below) {
  const here = below?.querySelector("[data-carried]");
  if (!here) return [];
  const copy = here.cloneNode(true);
  for (const one of copy.querySelectorAll("[id]")) one.removeAttribute("id");
  return [copy];
}

function watch(diagram) {
  diagram.addEventListener("click", (event) => {
    const part = event.target.closest("a.diagram__part");
    const opensHere = part?.getAttribute("href").startsWith("#");
    if (!opensHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tell(part);
  });
}

if (told && "showPopover" in told) {
  document.querySelectorAll("[data-diagram]").forEach(watch);
  told.addEventListener("click", (event) => {
    const follows = event.target.closest("a");
    if (follows) opened = null;
    if (follows || event.target.closest("[data-told-close]")) told.hidePopover();
  });
  told.addEventListener("toggle", (event) => {
    if (event.newState === "closed" && [document.body, null].includes(document.activeElement)) opened?.focus();
  });
}
