// The drawing on the page as the other modules read and change it: marks, ties, the view, the board's measures.

import { SIZE, curve, levelOf, outline } from "./geometry.js";
import { neighbours, tiesOf } from "./graph.js";

const SVG = "http://www.w3.org/2000/svg";
const numbers = (words) => (words ?? "").split(" ").filter(Boolean).map(Number);

/** Read the drawing inside a board; it is read again when the server's answer has taken its place. */
export function readSurface(root) {
  const svg = root.querySelector("svg[data-picture]");
  const marks = [...svg.querySelectorAll(".mark[data-id]")];
  const byId = new Map(marks.map((mark) => [mark.dataset.id, mark]));
  const paths = [...svg.querySelectorAll("[data-tie]")];
  const ties = paths.map((path) => path.dataset.tie.split(" ").map((place) => marks[Number(place)].dataset.id));
  const board = {
    edges: numbers(svg.dataset.edges),
    bounds: numbers(svg.dataset.bounds),
    sectors: (svg.dataset.sectors ?? "").split(" ").filter(Boolean),
    free: svg.hasAttribute("data-free"),
  };
  // Where there are many, ties are straight.
  const line = svg.classList.contains("picture--many-ties") ? (one, other) => `M${one.x} ${one.y}L${other.x} ${other.y}` : curve;
  const places = new Map(marks.map((mark) => [mark.dataset.id, placeOf(mark)]));
  return { line, svg, marks, byId, paths, ties, board, places, near: neighbours(ties) };
}

function placeOf(mark) {
  const { e, f } = mark.transform.baseVal.consolidate().matrix;
  return { x: e, y: f };
}

/** Stand somebody at a point, with the ends of their ties. */
export function stand(surface, id, point) {
  surface.places.set(id, point);
  surface.byId.get(id).setAttribute("transform", moveTo(point));
  for (const index of tiesOf(surface.ties, id)) {
    const [one, other] = surface.ties[index];
    surface.paths[index].setAttribute("d", surface.line(surface.places.get(one), surface.places.get(other)));
  }
}

const moveTo = ({ x, y }) => `translate(${Number(x.toFixed(1))} ${Number(y.toFixed(1))})`;

/** Lift somebody off the map onto a sheet above it, so that the map itself need not be painted anew at each step.
 * Return what moves them there, shows where they would be put down, and takes the sheet away. */
export function lift(surface, id) {
  const { svg, byId, board, places, line } = surface;
  const sheet = svg.cloneNode(false);
  for (const name of ["role", "aria-label", "data-picture"]) sheet.removeAttribute(name);
  sheet.setAttribute("aria-hidden", "true");
  sheet.classList.add("picture--lifted");
  const goal = add(sheet, "path", { class: "picture__goal", "fill-rule": "evenodd" });
  const ties = [...(surface.near.get(id) ?? [])].map((mate) => [places.get(mate), add(sheet, "path", { class: "picture__held" })]);
  const copy = byId.get(id).cloneNode(true);
  for (const name of ["href", "tabindex", "data-id"]) copy.removeAttribute(name);
  sheet.append(copy);
  svg.after(sheet);
  return {
    to: (point) => {
      copy.setAttribute("transform", moveTo(point));
      for (const [mate, path] of ties) path.setAttribute("d", line(point, mate));
    },
    aim: (cell) => goal.setAttribute("d", outline(cell, board)),
    away: () => sheet.remove(),
  };
}

function add(parent, name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

/** Return a function that gives the point of the map under a pointer, as the map lies on the screen now. */
export function pointsOf({ svg }) {
  const back = svg.getScreenCTM().inverse();
  const high = Number(svg.dataset.height) - 8;
  return (event) => {
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(back);
    return { x: Math.min(Math.max(x, 8), SIZE - 8), y: Math.min(Math.max(y, 8), high) };
  };
}

/** Return the point of the map under a pointer. */
export function pointAt(surface, event) {
  return pointsOf(surface)(event);
}

/** Light up somebody and their ties, or nobody. */
export function choose(surface, id) {
  const chosen = surface.byId.get(id);
  for (const mark of surface.marks) mark.classList.toggle("is-chosen", mark === chosen);
  surface.svg.classList.toggle("has-chosen", Boolean(chosen));
  const lit = new Set(chosen ? tiesOf(surface.ties, id) : []);
  surface.paths.forEach((path, index) => path.classList.toggle("is-lit", lit.has(index)));
  const mates = chosen ? surface.near.get(id) : undefined;
  for (const mark of surface.marks) mark.classList.toggle("is-mate", mates?.has(mark.dataset.id) ?? false);
}

/** Return the part of the map that is looked at. */
export function viewOf(svg) {
  const [x, y, width, height] = numbers(svg.getAttribute("viewBox"));
  return { x, y, width, height };
}

/** Look at a part of the map, with the names that can be read there. */
export function look(svg, view) {
  svg.setAttribute("viewBox", [view.x, view.y, view.width, view.height].map((value) => value.toFixed(1)).join(" "));
  fitWords(svg);
}

/** Show the names that can be read at this size. */
export function fitWords(svg) {
  const box = svg.getBoundingClientRect();
  const { width, height } = viewOf(svg);
  if (box.width) svg.dataset.level = levelOf(Math.min(box.width / width, box.height / height));
}
