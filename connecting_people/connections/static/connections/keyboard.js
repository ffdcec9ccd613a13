// The map by keys alone: arrows go from one to the next, with Shift they move somebody, C connects two.

import { towards } from "./geometry.js";

const WAYS = { ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 }, ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 } };
const STEPS = { ArrowUp: "closer", ArrowDown: "further", ArrowLeft: "previous", ArrowRight: "next" };
const NUDGE = 28;

/** Make one mark the way in by Tab, the others by arrows. */
export function oneWayIn(surface, id) {
  const first = surface.byId.get(id) ?? surface.marks[0];
  for (const mark of surface.marks) mark.setAttribute("tabindex", mark === first ? "0" : "-1");
}

/** Watch a board's keys. Each of the functions is told the id of whoever has the focus. */
export function watchKeys(root, surfaceNow, { focused, step, nudge, connect, pair, stop, connecting }) {
  root.addEventListener("focusin", (event) => {
    const id = event.target.closest?.(".mark[data-id]")?.dataset.id;
    if (!id) return;
    oneWayIn(surfaceNow(), id);
    focused(id);
  });
  root.addEventListener("keydown", (event) => {
    const id = event.target.closest?.(".mark[data-id]")?.dataset.id;
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    if (press(event, id)) event.preventDefault();
  });

  function press(event, id) {
    const { key, shiftKey } = event;
    if (WAYS[key]) return shiftKey ? shift(id, key) : go(id, WAYS[key]);
    if (key === "Home" || key === "End") return focus(surfaceNow().marks.at(key === "Home" ? 0 : -1));
    if (key.toLowerCase() === "c" && !event.repeat) return connect(id) ?? true;
    if (key === "Escape") return stop() ?? true;
    if (key === "Enter" && connecting()) return pair(id) ?? true;
    return false;
  }

  function shift(id, key) {
    const surface = surfaceNow();
    if (surface.board.free) {
      const { x, y } = surface.places.get(id);
      nudge(id, { x: x + WAYS[key].x * NUDGE, y: y + WAYS[key].y * NUDGE });
    } else step(id, STEPS[key]);
    return true;
  }

  function go(id, way) {
    const { marks, places } = surfaceNow();
    const index = towards(marks.map((mark) => places.get(mark.dataset.id)), places.get(id), way);
    return index < 0 || focus(marks[index]);
  }

  function focus(mark) {
    mark?.focus({ preventScroll: true });
    return true;
  }
}
