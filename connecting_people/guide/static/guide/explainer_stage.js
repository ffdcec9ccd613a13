// The picture while it is told: which parts are lit, and which of it fills the stage.

import { takeApart } from "./explainer_turns.js";

const MOST = 1.2; // how much the picture may grow over the size it was drawn in
const AROUND = 60; // room left around what is looked at

/** Return where the picture has to lie, and how large, so that a box of it stands in the middle of the stage. */
export function placed(box, drawing, stage) {
  const whole = Math.min(stage.width / drawing.width, stage.height / drawing.height);
  const close = Math.min(stage.width / (box.width + 2 * AROUND), stage.height / (box.height + 2 * AROUND), MOST);
  const scale = Math.max(whole, close);
  const along = (start, length, room, all) => {
    if (all * scale <= room) return (room - all * scale) / 2;
    return Math.min(0, Math.max(room - all * scale, room / 2 - (start + length / 2) * scale));
  };
  const x = along(box.x, box.width, stage.width, drawing.width);
  const y = along(box.y, box.height, stage.height, drawing.height);
  return { x, y, scale };
}

export class Stage {
  #said = null;

  constructor(root) {
    this.root = root;
    this.svgs = [...root.querySelectorAll("svg")];
    this.svgs.forEach(takeApart);
    this.parts = this.svgs.map((svg) => [...svg.querySelectorAll("[data-part]")]);
    new ResizeObserver(() => this.look()).observe(root);
  }

  /** Light what is spoken of; what belongs to the scene stays awake, and the rest fades. Without one, all is as drawn. */
  show(said) {
    this.#said = said;
    for (const part of this.parts.flat()) {
      const id = part.dataset.part;
      const awake = !said || said.awake.includes(id);
      part.classList.toggle("is-resting", !awake);
      part.classList.toggle("is-waiting", awake && said?.lit.length > 0 && !said.lit.includes(id));
    }
    this.look();
  }

  /** Bring what is spoken of into the middle. A tall picture follows each sentence, a wide one each scene. */
  look() {
    const index = this.svgs.findIndex((svg) => getComputedStyle(svg).display !== "none");
    const svg = this.svgs[index];
    const stage = { width: this.root.clientWidth, height: this.root.clientHeight };
    if (!svg || !stage.width) return;
    const drawing = svg.viewBox.baseVal;
    const boxes = (id) => this.parts[index].filter((part) => part.dataset.part === id).map((part) => part.getBBox());
    const box = drawing.height > 1.5 * drawing.width ? this.tall(boxes, drawing, stage) : this.wide(boxes, drawing);
    const { x, y, scale } = placed(box, drawing, stage);
    svg.style.setProperty("--x", `${x.toFixed(1)}px`);
    svg.style.setProperty("--y", `${y.toFixed(1)}px`);
    svg.style.setProperty("--scale", scale.toFixed(4));
  }

  wide(boxes, drawing) {
    const found = this.#said?.close.flatMap(boxes) ?? [];
    return found.length ? around(found) : drawing;
  }

  /** Take the full width, so that words stay large, and of what is lit as much as there is room for. */
  tall(boxes, drawing, stage) {
    const most = (drawing.width * stage.height) / stage.width - 2 * AROUND;
    const lit = this.#said?.lit.length ? this.#said.lit : (this.#said?.close ?? []);
    let seen = [];
    for (const box of lit.flatMap(boxes)) {
      if (around([...seen, box]).height <= most) seen = [...seen, box];
    }
    const { y, height } = seen.length ? around(seen) : { y: lit.flatMap(boxes)[0]?.y ?? 0, height: most };
    return { x: AROUND, width: drawing.width - 2 * AROUND, y, height: Math.min(height, most) };
  }
}

/** Return the box around boxes. */
function around(boxes) {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - x;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - y;
  return { x, y, width, height };
}
