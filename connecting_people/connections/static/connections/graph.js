// Who knows whom: pairs of ids, the same both ways. Touches no page.

/** Return for each id the ids that it is tied to. */
export function neighbours(ties) {
  const found = new Map();
  const add = (one, other) => found.set(one, (found.get(one) ?? new Set()).add(other));
  for (const [one, other] of ties) {
    add(one, other);
    add(other, one);
  }
  return found;
}

/** Say whether two are tied. */
export function tied(ties, one, other) {
  return neighbours(ties).get(one)?.has(other) ?? false;
}

/** Return the places in the list of those ties that end at an id. */
export function tiesOf(ties, id) {
  return ties.flatMap((tie, index) => (tie.includes(id) ? [index] : []));
}
