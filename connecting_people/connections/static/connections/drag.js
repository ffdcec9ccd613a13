// Moving somebody with a mouse, a finger or a pen. A press that hardly moves is a choice, not a move.

import { cellAt } from "./geometry.js";
import { lift, pointAt, pointsOf, stand } from "./surface.js";

const HARDLY = 6; // pixels
const A_FINGER = 22; // pixels around a finger in which the nearest one is meant

/** Watch a board. `chosen(id)` is told of a press, `moved({id, point, cell, from})` of a move; `may()` allows moves. */
export function watchDragging(root, surfaceNow, { chosen, moved, may, over }) {
  let drag = null;
  let frame = 0;

  const draw = () => {
    frame = 0;
    if (!drag?.begun) return;
    drag.point = { x: drag.at.x + drag.offset.x, y: drag.at.y + drag.offset.y };
    drag.sheet.to(drag.point);
    const cell = cellAt(drag.point, surfaceNow().board);
    if (cell.ring !== drag.cell?.ring || cell.sector !== drag.cell?.sector) {
      drag.cell = cell;
      drag.sheet.aim(cell);
      over(drag.id, cell);
    }
  };

  const begin = () => {
    drag.begun = true;
    drag.mark.setPointerCapture(drag.pointer);
    drag.sheet = lift(surfaceNow(), drag.id);
    drag.points = pointsOf(surfaceNow());
  };

  const end = (keep) => {
    if (!drag) return;
    cancelAnimationFrame(frame);
    if (drag.begun && keep) draw();
    const { id, mark, pointer, from, begun, sheet, point, cell } = drag;
    drag = null;
    frame = 0;
    if (mark.hasPointerCapture(pointer)) mark.releasePointerCapture(pointer);
    sheet?.away();
    if (begun && keep) {
      stand(surfaceNow(), id, point);
      moved({ id, point, cell, from });
    }
    root.dispatchEvent(new Event("let-go"));
  };

  root.addEventListener("pointerdown", (event) => {
    const mark = meant(event, surfaceNow());
    if (!mark || event.button !== 0 || drag) return;
    const { id } = mark.dataset;
    const from = surfaceNow().places.get(id);
    const at = pointAt(surfaceNow(), event);
    drag = { id, mark, from, at, pointer: event.pointerId, begun: false, cell: null };
    drag.start = { x: event.clientX, y: event.clientY };
    drag.offset = { x: from.x - at.x, y: from.y - at.y };
  });

  root.addEventListener("pointermove", (event) => {
    if (!drag || event.pointerId !== drag.pointer) return;
    if (!drag.begun) {
      if (!may() || Math.hypot(event.clientX - drag.start.x, event.clientY - drag.start.y) < HARDLY) return;
      begin();
    }
    drag.at = drag.points(event);
    frame ||= requestAnimationFrame(draw);
  });

  root.addEventListener("pointerup", (event) => {
    if (!drag || event.pointerId !== drag.pointer) return;
    const { begun, id, mark } = drag;
    const missed = !mark.contains(event.target);
    end(true);
    if (begun) root.dataset.dragged = id;
    else if (missed) chosen(id);
  });
  // The map may lie elsewhere on the screen after the page has been scrolled.
  window.addEventListener("scroll", () => drag?.begun && (drag.points = pointsOf(surfaceNow())), { passive: true });
  root.addEventListener("pointercancel", (event) => {
    if (drag && event.pointerId === drag.pointer) end(false);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape") end(false);
  });
  // The browser would drag the link itself.
  root.addEventListener("dragstart", (event) => {
    if (event.target.closest?.(".mark")) event.preventDefault();
  });
  root.addEventListener("click", (event) => {
    const mark = event.target.closest?.(".mark[data-id]");
    const byPointer = event.detail > 0;
    const wasDragged = root.dataset.dragged;
    delete root.dataset.dragged;
    if (!mark || !byPointer || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!wasDragged) chosen(mark.dataset.id);
  });
  return { held: () => Boolean(drag), dragging: () => Boolean(drag?.begun) };
}

/** Return the mark that is pressed: the one under the pointer, which a finger may miss a little. */
function meant(event, surface) {
  const mark = event.target.closest?.(".mark[data-id]");
  if (mark || event.pointerType === "mouse" || !event.target.closest?.("svg[data-picture]")) return mark;
  const scale = surface.svg.getScreenCTM().a;
  const at = pointAt(surface, event);
  let best = null;
  let least = A_FINGER / scale;
  for (const [id, place] of surface.places) {
    const away = Math.hypot(place.x - at.x, place.y - at.y);
    if (away < least) [best, least] = [surface.byId.get(id), away];
  }
  return best;
}
