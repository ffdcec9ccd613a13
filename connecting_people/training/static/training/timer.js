// Counts the timer down between what the server says. It is told how many seconds are left, never what time it is.

import { markTurns } from "./swap.js";

let ends = 0;
let shown = null;

function read() {
  const line = document.querySelector("#timer [data-left]");
  if (line === shown) return;
  shown = line;
  if (line) ends = performance.now() + Number(line.dataset.left) * 1000;
}

function draw() {
  read();
  if (!shown) {
    markTurns(null);
    return;
  }
  const runs = shown.hasAttribute("data-runs");
  const left = runs ? Math.max(0, Math.round((ends - performance.now()) / 1000)) : Number(shown.dataset.left);
  const clock = shown.querySelector("[data-clock]");
  clock.hidden = false;
  clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  shown.classList.toggle("timer__left--up", left === 0);
  markTurns(left);
  if (runs && left === 0) shown.querySelector(".timer__says").textContent = shown.dataset.up;
}

/** Show the seconds of the timer as they pass. */
export function count() {
  document.addEventListener("room:changed", draw);
  setInterval(draw, 500);
  draw();
}
