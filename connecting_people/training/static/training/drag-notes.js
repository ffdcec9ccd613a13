// Notes can be dragged under a heading, or onto another note to stand together with it. The same can be done by choosing
// notes and pressing "Put together", which is how the keyboard does it.

const READY = "is-target";

/** Let notes of `root` be dragged; `put` sends the fields that say what goes where. */
export function letDrag(root, put) {
  const arm = () => {
    for (const note of root.querySelectorAll(".notes > .note")) note.draggable = true;
  };
  let held = null;

  const target = (event) => {
    const place = event.target.closest?.("[data-drop], .notes > .note");
    const column = held?.closest(".column");
    return place && place !== held && place.closest(".column") === column ? place : null;
  };
  root.addEventListener("dragstart", (event) => {
    held = event.target.closest(".notes > .note");
    if (held) event.dataTransfer.setData("text/plain", "");
  });
  root.addEventListener("dragover", (event) => {
    const place = held && target(event);
    for (const old of root.querySelectorAll(`.${READY}`)) old.classList.toggle(READY, old === place);
    if (!place) return;
    event.preventDefault();
    place.classList.add(READY);
  });
  root.addEventListener("drop", (event) => {
    const place = held && target(event);
    if (!place) return;
    event.preventDefault();
    put(fieldsOf(held, place));
  });
  root.addEventListener("dragend", () => {
    held = null;
    for (const old of root.querySelectorAll(`.${READY}`)) old.classList.remove(READY);
  });
  document.addEventListener("room:changed", arm);
  arm();
}

const idOf = (note) => note.id.slice("place-".length);

/** Onto a heading: under it. Onto a note that stands under one: the same. Onto any other note: both under a new one. */
function fieldsOf(held, place) {
  const heading = place.closest("[data-drop]");
  if (heading) return [["note", idOf(held)], ["group", heading.dataset.drop]];
  return [["note", idOf(held)], ["note", idOf(place)]];
}
