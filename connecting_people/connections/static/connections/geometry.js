// Where a point lies on the map, how a view is zoomed and panned, and who stands next in a direction. Touches no page.
// A board is {edges, bounds, sectors, free}: radii of the rings, angles clockwise from the top, ids of the parts.

export const SIZE = 1100;
const MIDDLE = SIZE / 2;
const HEART = 62;
const BEND = 0.14;
const ROUND = 2 * Math.PI;
const NEAREST = 8; // times as near as the whole map

/** Say in which ring (1 is the closest, 0 where there are none) and part ("" where placing is free) a point lies. */
export function cellAt({ x, y }, { edges, bounds, sectors, free }) {
  const across = x - MIDDLE;
  const down = y - MIDDLE;
  const radius = Math.hypot(across, down);
  const angle = (Math.atan2(across, -down) + ROUND) % ROUND;
  const ring = edges.length ? Math.min(edges.filter((edge) => edge < radius).length + 1, edges.length) : 0;
  if (free || !sectors.length) return { ring, sector: "" };
  const index = bounds.slice(1).filter((bound) => bound <= angle).length;
  return { ring, sector: sectors[Math.min(index, sectors.length - 1)] };
}

/** Draw the outline of a cell, to show where somebody would be put down. */
export function outline({ ring, sector }, { edges, bounds, sectors, free }) {
  const inner = ring > 1 ? edges[ring - 2] : HEART;
  const outer = ring ? edges[ring - 1] : 460;
  const index = sectors.indexOf(sector);
  if (free || index < 0) return circle(outer) + circle(inner);
  const [begin, end] = [bounds[index], bounds[index + 1]];
  if (end - begin > ROUND - 0.01) return circle(outer) + circle(inner);
  const far = end - begin > Math.PI ? 1 : 0;
  const point = (radius, angle) =>
    `${(MIDDLE + radius * Math.sin(angle)).toFixed(1)} ${(MIDDLE - radius * Math.cos(angle)).toFixed(1)}`;
  return (
    `M${point(inner, begin)}L${point(outer, begin)}A${outer} ${outer} 0 ${far} 1 ${point(outer, end)}` +
    `L${point(inner, end)}A${inner} ${inner} 0 ${far} 0 ${point(inner, begin)}Z`
  );
}

function circle(radius) {
  return `M${MIDDLE - radius} ${MIDDLE}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
}

/** Draw a tie as the server does: bent to the side that is further from the middle. */
export function curve(one, other) {
  const x = (one.x + other.x) / 2;
  const y = (one.y + other.y) / 2;
  let across = (other.y - one.y) * BEND;
  let down = (one.x - other.x) * BEND;
  if ((x - MIDDLE) * across + (y - MIDDLE) * down < 0) [across, down] = [-across, -down];
  const whole = [one.x, one.y, x + across, y + down, other.x, other.y].map(Math.round);
  return `M${whole[0]} ${whole[1]}Q${whole[2]} ${whole[3]} ${whole[4]} ${whole[5]}`;
}

/** Return a view that is `times` as near, around a point that stays where it is; never beyond the whole map. */
export function zoomed(view, times, at, whole) {
  const width = Math.min(whole.width, Math.max(whole.width / NEAREST, view.width / times));
  const share = width / view.width;
  const moved = {
    x: at.x - (at.x - view.x) * share,
    y: at.y - (at.y - view.y) * share,
    width,
    height: view.height * share,
  };
  return within(moved, whole);
}

/** Return a view moved aside, no further than the map goes. */
export function panned(view, across, down, whole) {
  return within({ ...view, x: view.x + across, y: view.y + down }, whole);
}

/** Return a view that has a point well inside, moved no more than needed. */
export function showing(view, point, whole) {
  const edge = view.width * 0.12;
  const shift = (value, low, high) => (value < low ? value - low : value > high ? value - high : 0);
  const across = shift(point.x, view.x + edge, view.x + view.width - edge);
  const down = shift(point.y, view.y + edge, view.y + view.height - edge);
  return panned(view, across, down, whole);
}

function within(view, whole) {
  const clamp = (value, low, high) => Math.min(Math.max(value, low), Math.max(low, high));
  return {
    ...view,
    x: clamp(view.x, whole.x, whole.x + whole.width - view.width),
    y: clamp(view.y, whole.y, whole.y + whole.height - view.height),
  };
}

/** Say how near the eye is, 0 (the whole on a phone) to 3, from the pixels that one unit of the map takes. */
export function levelOf(scale) {
  if (scale < 0.55) return 0;
  if (scale < 1.1) return 1;
  return scale < 2.2 ? 2 : 3;
}

/** Return the index of the point that is next in a direction ({x: 1, y: 0} is to the right), or -1. */
export function towards(points, from, direction) {
  let best = -1;
  let least = Infinity;
  points.forEach((point, index) => {
    const along = (point.x - from.x) * direction.x + (point.y - from.y) * direction.y;
    const aside = Math.abs((point.x - from.x) * direction.y) + Math.abs((point.y - from.y) * direction.x);
    const cost = along + 2 * aside;
    if (along > 1 && cost < least) [best, least] = [index, cost];
  });
  return best;
}
