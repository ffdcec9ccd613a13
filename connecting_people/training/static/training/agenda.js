// Moves things on the agenda by their dots, with a mouse, a finger or a pen. The buttons do the same without it.

const agenda = document.querySelector("[data-agenda]");
const form = document.querySelector(".agenda__send");
let held = null;

if (agenda && form) {
  document.querySelector(".agenda__how").hidden = false;
  for (const block of agenda.querySelectorAll("[data-block]")) block.prepend(grip());
  agenda.addEventListener("pointerdown", take);
  agenda.addEventListener("pointermove", carry);
  agenda.addEventListener("pointerup", () => letGo(true));
  agenda.addEventListener("pointercancel", () => letGo(false));
  window.addEventListener("keydown", (event) => event.key === "Escape" && letGo(false));
}

/** A handle for those who see and point; whoever hears the page has the buttons. */
function grip() {
  const dots = document.createElement("span");
  dots.className = "block__grip";
  dots.setAttribute("aria-hidden", "true");
  return dots;
}

function take(event) {
  if (event.button !== 0 || !event.target.matches(".block__grip")) return;
  const block = event.target.closest("[data-block]");
  held = { block, before: undefined };
  event.target.setPointerCapture(event.pointerId);
  block.classList.add("block--held");
  event.preventDefault();
}

function carry(event) {
  if (!held) return;
  const over = document.elementFromPoint(event.clientX, event.clientY)?.closest("[data-block]");
  if (over && agenda.contains(over)) aim(over, event.clientY);
  scrollNear(event.clientY);
}

/** Mark where it would land: before what the pointer is over, or before what follows that. */
function aim(over, y) {
  const { top, height } = over.getBoundingClientRect();
  const all = [...agenda.querySelectorAll("[data-block]")];
  const place = all.indexOf(over) + (y > top + height / 2 ? 1 : 0);
  held.before = all[place] ?? null;
  unmark();
  if (held.before) held.before.classList.add("block--land");
  else agenda.classList.add("agenda--end");
}

function scrollNear(y) {
  const edge = 80;
  if (y < edge) window.scrollBy(0, -12);
  else if (y > window.innerHeight - edge) window.scrollBy(0, 12);
}

function letGo(keep) {
  if (!held) return;
  const { block, before } = held;
  held = null;
  unmark();
  block.classList.remove("block--held");
  const follows = block === before || (before !== undefined && nextOf(block) === before);
  if (!keep || before === undefined || follows) return;
  form.action = block.dataset.move;
  form.elements.before.value = before?.dataset.block ?? "";
  form.submit();
}

function nextOf(block) {
  const all = [...agenda.querySelectorAll("[data-block]")];
  return all[all.indexOf(block) + 1] ?? null;
}

function unmark() {
  agenda.classList.remove("agenda--end");
  for (const one of agenda.querySelectorAll(".block--land")) one.classList.remove("block--land");
}
