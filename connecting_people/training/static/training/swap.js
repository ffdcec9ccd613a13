// Marks whose turn it is beside a pair's times, by what is left of the timer: at half time they swap, on every screen.

/** Mark the turn that is on with so many seconds left; none where there is no timer. */
export function markTurns(left) {
  for (const list of document.querySelectorAll(".swap")) {
    const turns = [...list.querySelectorAll("[data-over-at]")];
    const over = turns.map((turn) => left !== null && left <= Number(turn.dataset.overAt));
    const now = left === null ? -1 : over.indexOf(false);
    for (const [number, turn] of turns.entries()) mark(turn, over[number], number === now);
    tell(list.parentElement.querySelector(".swap__told"), now > 0);
  }
}

function mark(turn, over, now) {
  turn.classList.toggle("is-over", over);
  turn.classList.toggle("is-now", now);
  if (now) turn.setAttribute("aria-current", "time");
  else turn.removeAttribute("aria-current");
}

/** What is read aloud is written once, not every second. */
function tell(line, swapped) {
  const says = swapped ? line.dataset.says : "";
  if (line.textContent !== says) line.textContent = says;
}
