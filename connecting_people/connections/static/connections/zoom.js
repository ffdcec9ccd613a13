// Looking closer and about: buttons, the wheel with Ctrl (or once the map was pressed), and pulling the map aside.

import { panned, showing, zoomed } from "./geometry.js";
import { fitWords, look, pointAt, viewOf } from "./surface.js";

const STEP = 1.6;
const ASIDE = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** Watch a board's zoom buttons, wheel and pulling; return what brings somebody into view. */
export function watchZoom(root, surfaceNow, { dragging }) {
  let whole = viewOf(surfaceNow().svg);
  let pull = null;
  let entered = false;

  const show = (view) => {
    const { svg } = surfaceNow();
    look(svg, view);
    const near = view.width < whole.width - 1;
    svg.classList.toggle("is-near", near);
    for (const button of root.querySelectorAll("[data-zoom]")) button.hidden = !near && button.dataset.zoom in ASIDE;
  };
  const middle = (view) => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });
  const turn = (how) => {
    const view = viewOf(surfaceNow().svg);
    if (how === "whole") return show(whole);
    if (ASIDE[how]) return show(panned(view, (ASIDE[how][0] * view.width) / 4, (ASIDE[how][1] * view.height) / 4, whole));
    return show(zoomed(view, how === "in" ? STEP : 1 / STEP, middle(view), whole));
  };

  root.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-zoom]");
    if (button) turn(button.dataset.zoom);
  });
  root.addEventListener("keydown", (event) => {
    const how = { "+": "in", "=": "in", "-": "out", 0: "whole" }[event.key];
    if (!how || event.ctrlKey || event.metaKey || event.altKey || !event.target.closest?.("svg[data-picture]")) return;
    event.preventDefault();
    turn(how);
  });
  root.addEventListener(
    "wheel",
    (event) => {
      if (!event.target.closest?.("svg[data-picture]") || !(event.ctrlKey || entered)) return;
      event.preventDefault();
      const surface = surfaceNow();
      show(zoomed(viewOf(surface.svg), event.deltaY < 0 ? 1.2 : 1 / 1.2, pointAt(surface, event), whole));
    },
    { passive: false },
  );
  // The wheel belongs to the page until the map itself has been pressed, and again when the pointer has left it.
  root.addEventListener("pointerdown", (event) => {
    const ground = event.target.closest?.("svg[data-picture]");
    entered = Boolean(ground);
    if (!ground || event.target.closest(".mark") || dragging() || !ground.classList.contains("is-near")) return;
    pull = { pointer: event.pointerId, at: pointAt(surfaceNow(), event) };
  });
  root.addEventListener("pointermove", (event) => {
    if (!pull || event.pointerId !== pull.pointer || dragging()) return;
    const here = pointAt(surfaceNow(), event);
    show(panned(viewOf(surfaceNow().svg), pull.at.x - here.x, pull.at.y - here.y, whole));
  });
  for (const name of ["pointerup", "pointercancel"]) root.addEventListener(name, () => (pull = null));
  root.addEventListener("pointerleave", () => (entered = false));
  new ResizeObserver(() => fitWords(surfaceNow().svg)).observe(root);

  return {
    /** Move the view so that a point can be seen. */
    bring: (point) => {
      const view = viewOf(surfaceNow().svg);
      if (view.width < whole.width - 1) show(showing(view, point, whole));
    },
    /** Look at a new drawing as at the one before it. */
    keep: (before) => {
      whole = viewOf(surfaceNow().svg);
      show(before.width < whole.width - 1 ? before : whole);
    },
  };
}
