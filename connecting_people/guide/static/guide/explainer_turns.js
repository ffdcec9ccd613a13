// Gives each arrowhead a motion of its own. Small things that move cost a screen far less than one large ring would,
// and along a loop with straight sides there is no other way.

const SVG = "http://www.w3.org/2000/svg";
const OFF_THE_LINE = 2;

/** Take the arrows of a drawing apart, so that each goes round its ring, or on to the place of the next in its loop. */
export function takeApart(svg) {
  for (const turn of svg.querySelectorAll(".diagram__turn")) {
    const path = turn.querySelector("path");
    const heads = path.getAttribute("d").split(/(?=M)/).map(headOf);
    path.replaceWith(...heads.map((head) => head.path));
    if (turn.querySelector("circle")) roundTheMiddle(turn, heads);
    else alongTheLoop(heads);
  }
}

function headOf(d) {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", d);
  const points = [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
  const middle = (axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  return { path, x: middle(0), y: middle(1) };
}

function roundTheMiddle(turn, heads) {
  const { x, y, width, height } = turn.getBBox();
  for (const { path } of heads) move(path, "arrowhead arrowhead--round", { cx: x + width / 2, cy: y + height / 2 });
}

/** A loop: two straight sides between two bends. Where they meet stands a head that is about to turn the corner. */
function alongTheLoop(heads) {
  const left = Math.min(...heads.map((head) => head.x));
  const right = Math.max(...heads.map((head) => head.x));
  const side = heads.filter((head) => head.x - left < OFF_THE_LINE).sort((one, other) => one.y - other.y);
  const [top, bottom] = [side[0].y, side.at(-1).y];
  const step = (bottom - top) / (side.length - 1);
  const angle = 180 / (heads.filter((head) => head.y < top - OFF_THE_LINE).length + 1);
  for (const head of heads) {
    const up = head.x - left < OFF_THE_LINE && head.y > top + OFF_THE_LINE;
    const down = right - head.x < OFF_THE_LINE && head.y < bottom - OFF_THE_LINE;
    if (up || down) move(head.path, "arrowhead arrowhead--along", { step: up ? -step : step });
    else move(head.path, "arrowhead arrowhead--bend", { cx: (left + right) / 2, cy: head.y > (top + bottom) / 2 ? bottom : top, angle });
  }
}

function move(path, classes, { angle, ...lengths }) {
  path.setAttribute("class", classes);
  for (const [name, value] of Object.entries(lengths)) path.style.setProperty(`--${name}`, `${value.toFixed(1)}px`);
  if (angle) path.style.setProperty("--angle", `${angle}deg`);
}
