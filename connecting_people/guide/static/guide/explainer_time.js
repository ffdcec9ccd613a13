// What is said when: arithmetic over seconds, which knows nothing of the page.

// Going back within the first seconds of a scene leads to the one before, as on any player.
const JUST_BEGUN = 2.5;

/** Lay sentences end to end: each learns the second at which it begins and the one at which it ends. */
export function laidOut(said) {
  let end = 0;
  return said.map((one) => ({ ...one, begin: end, end: (end += one.seconds) }));
}

/** Return which sentence is said at a second. */
export function at(line, second) {
  const found = line.findIndex((one) => second < one.end);
  return found < 0 ? line.length - 1 : found;
}

/** Return the second at which a scene begins. */
export function beginOf(line, scene) {
  return line.find((one) => one.scene === scene)?.begin ?? 0;
}

/** Return the second to which one comes by going on or back by whole scenes. */
export function sceneFrom(line, second, by) {
  const { scene } = line[at(line, second)];
  const into = second - beginOf(line, scene);
  const wanted = by < 0 && into > JUST_BEGUN ? scene : scene + by;
  return beginOf(line, Math.min(Math.max(wanted, 0), line.at(-1).scene));
}

/** Return the second to which one comes by going on or back by sentences. */
export function sentenceFrom(line, index, by) {
  return line[Math.min(Math.max(index + by, 0), line.length - 1)].begin;
}

/** Write seconds as 1:05. */
export function clock(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
