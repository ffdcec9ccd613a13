// Marks whose turn it is now beside a pair's times, also after a part of the page was renewed. Without it the times say it.

function mark() {
  for (const list of document.querySelectorAll(".swap")) {
    let found = false;
    for (const turn of list.querySelectorAll("[data-until]")) {
      const over = Date.parse(turn.dataset.until) <= Date.now();
      turn.classList.toggle("is-over", over);
      turn.classList.toggle("is-now", !over && !found);
      if (!over && !found) turn.setAttribute("aria-current", "time");
      else turn.removeAttribute("aria-current");
      found ||= !over;
    }
  }
}

mark();
setInterval(mark, 1000);
