// Words for what happened on the map, for eyes and ears; where the focus was; and a short glide to a new place.

const QUICK = 180;

/** Return a function that says one of the board's sentences, with names put in. */
export function teller(root) {
  const line = root.querySelector("[data-says]");
  let timer = 0;
  return (id, words = {}) => {
    const sentence = root.querySelector(`[data-sentence="${id}"]`)?.textContent ?? "{words}";
    const filled = sentence.replace(/\{(\w+)\}/g, (_, name) => words[name] ?? "");
    // The same words twice are read out only when they were gone in between.
    line.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => (line.textContent = filled), 30);
    line.classList.toggle("board__says--care", ["unreachable", "not-possible", "not-as-asked", "signed-out"].includes(id));
  };
}

/** Say in words where somebody is, or would be: the names of the ring and of the part, as the form has them. */
export function place(root, surface, id, cell) {
  const mark = surface.byId.get(id);
  const { ring, sector } = cell ?? { ring: mark?.dataset.ring, sector: mark?.dataset.sector };
  const of = (name, value) => {
    const option = root.querySelector(`form[data-form="move"] select[name="${name}"] option[value="${CSS.escape(String(value))}"]`);
    return value ? (option?.textContent.trim() ?? "") : "";
  };
  return [of("ring", ring), surface.board.free ? "" : of("sector", sector)].filter(Boolean).join(", ");
}

/** Note where the focus is, and return what brings it back after the parts of the page were replaced. */
export function remember(root) {
  const now = document.activeElement;
  if (!root.contains(now)) return () => {};
  const { id } = now.closest(".mark")?.dataset ?? {};
  const form = now.closest("form")?.dataset.form;
  return () => {
    const again = id
      ? root.querySelector(`.mark[data-id="${CSS.escape(id)}"]`)
      : [...root.querySelectorAll(form ? `form[data-form="${form}"] :is(button, select, input)` : "button, a, select")].find(
          (one) => one.name === now.name && one.value === now.value && one.id === now.id && !one.disabled,
        );
    (again ?? root.querySelector("[data-says]")).focus?.({ preventScroll: true });
  };
}

/** Let everybody who stands elsewhere now glide there, unless less motion is wished for. */
export function glide(surface, before) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  for (const [id, now] of surface.places) {
    const then = before.get(id);
    if (!then || Math.hypot(then.x - now.x, then.y - now.y) < 1) continue;
    const to = ({ x, y }) => `translate(${x}px, ${y}px)`;
    surface.byId.get(id).animate([{ transform: to(then) }, { transform: to(now) }], { duration: QUICK, easing: "ease-out" });
  }
}
