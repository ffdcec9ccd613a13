// The board with the map: what hands, keys and buttons ask for is shown at once, sent by the page's own forms, and told.
// When it was not saved, it says so and puts back what it had moved. Without this script the forms do the same.

import { cellAt, SIZE } from "./geometry.js";
import { tied } from "./graph.js";
import { watchDragging } from "./drag.js";
import { savePicture } from "./image.js";
import { oneWayIn, watchKeys } from "./keyboard.js";
import { inTurn, open, send, swap } from "./save.js";
import { choose, readSurface, stand, viewOf } from "./surface.js";
import { glide, place, remember, teller } from "./telling.js";
import { watchZoom } from "./zoom.js";

function start(root) {
  let surface = readSurface(root);
  let chosen = "";
  let connecting = "";
  const surfaceNow = () => surface;
  const next = inTurn();
  const say = teller(root);
  const form = (name) => root.querySelector(`form[data-form="${name}"]`);
  const nameOf = (id) => surface.byId.get(id)?.dataset.name ?? "";
  const may = () => Boolean(form("move"));

  function pick(id) {
    chosen = surface.byId.has(id) ? id : "";
    choose(surface, chosen);
    for (const select of root.querySelectorAll("select[data-who]")) if (chosen) select.value = chosen;
    for (const line of root.querySelectorAll("[data-open-line]")) {
      line.hidden = !chosen;
      if (!chosen) continue;
      line.querySelector("a").href = surface.byId.get(chosen).href.baseVal;
      line.querySelector("[data-name]").textContent = nameOf(chosen);
    }
  }

  /** Send a form; return whether it was saved. What is under somebody's finger is not taken away. */
  async function save(name, fields, action) {
    root.setAttribute("aria-busy", "true");
    let answer = await send(form(name), fields, action ?? form(name).action);
    if (answer.page && location.search) answer = { ...(await open(location.href)), notice: noticeOf(answer.page) };
    root.removeAttribute("aria-busy");
    if (!answer.page) return { reason: answer.reason, notice: "" };
    while (held()) await new Promise((done) => root.addEventListener("let-go", done, { once: true }));
    renew(answer.page);
    const notice = answer.notice ?? noticeOf(answer.page);
    // What is said with care is a reason why it was not done.
    return { saved: !notice.care, reason: "plain", notice: notice.words };
  }

  function renew(page) {
    const focus = remember(root);
    const view = viewOf(surface.svg);
    const before = surface.places;
    const unfolded = [...root.querySelectorAll("details[open]")].map((part) => part.dataset.keepOpen);
    swap(page);
    for (const part of root.querySelectorAll("details")) part.open = unfolded.includes(part.dataset.keepOpen);
    surface = readSurface(root);
    ready();
    zoom.keep(view);
    pick(chosen);
    glide(surface, before);
    focus();
  }

  async function move(id, fields, from) {
    const result = await save("move", { connection: id, step: "", ring: "", sector: "", x: "", y: "", ...fields });
    const words = { name: nameOf(id), place: place(root, surface, id), words: result.notice };
    if (result.saved) return say("moved", words);
    if (from && surface.byId.has(id)) stand(surface, id, from);
    return say(result.reason, words);
  }

  function moved({ id, point, cell, from }) {
    pick(id);
    if (point.y > SIZE) return stand(surface, id, from);
    const at = { x: (point.x / SIZE).toFixed(4), y: (point.y / SIZE).toFixed(4) };
    surface.byId.get(id).classList.add("is-saving");
    return next(() => move(id, { ring: cell.ring || "", sector: cell.sector, ...at }, from)).finally(() =>
      surface.byId.get(id)?.classList.remove("is-saving"),
    );
  }

  function nudge(id, point) {
    const from = surface.places.get(id);
    stand(surface, id, point);
    moved({ id, point: surface.places.get(id), cell: cellAt(point, surface.board), from });
  }

  function connect(id) {
    if (!form("tie")) return;
    connecting = id;
    pick(id);
    root.classList.add("is-connecting");
    say("connect", { name: nameOf(id) });
  }

  function stop(quietly) {
    if (connecting && !quietly) say("stopped");
    connecting = "";
    root.classList.remove("is-connecting");
  }

  function pair(id) {
    const [one, other] = [connecting, id];
    stop(true);
    if (one === other) return say("stopped");
    const were = tied(surface.ties, one, other);
    const words = { name: nameOf(one), other: nameOf(other), words: "" };
    return next(async () => {
      const action = were ? root.querySelector("[data-untie]").formAction : undefined;
      const result = await save("tie", { one, other }, action);
      say(result.saved ? (were ? "untied" : "tied") : result.reason, { ...words, words: result.notice });
    });
  }

  /** Whoever is chosen is not so in the file. */
  function keepPicture() {
    choose(surface, "");
    savePicture(surface.svg, root.dataset.fileName);
    choose(surface, chosen);
  }

  /** Let a finger choose freely: the first names somebody, and while two are being joined the second is the other one. */
  const press = (id) => {
    if (connecting) return pair(id);
    surface.byId.get(id).focus({ preventScroll: true });
    return pick(id);
  };

  function ready() {
    oneWayIn(surface, chosen);
    root.classList.add("has-scripts");
    for (const part of root.querySelectorAll("[data-with-scripts]")) part.hidden = false;
  }

  root.addEventListener("submit", (event) => {
    const { form: name } = event.target.dataset;
    if (!["move", "tie", "undo", "redo"].includes(name)) return;
    event.preventDefault();
    const button = event.submitter;
    const fields = button?.name ? { [button.name]: button.value } : {};
    const written = Object.fromEntries(new FormData(event.target));
    // Read now what was asked; the tokens are those of the form that stands there when its turn comes.
    for (const own of ["connection", "ring", "sector", "one", "other"]) if (own in written) fields[own] = written[own];
    const words = { name: nameOf(fields.connection ?? fields.one), other: nameOf(fields.other) };
    next(async () => {
      const result = await save(name, fields, button?.hasAttribute("formaction") ? button.formAction : undefined);
      if (!result.saved) return say(result.reason, { ...words, words: result.notice });
      if (fields.connection) pick(fields.connection);
      if (name === "move") return say("moved", { ...words, place: place(root, surface, fields.connection) });
      if (name === "tie") return say(button?.hasAttribute("data-untie") ? "untied" : "tied", words);
      return say("plain", { words: result.notice || button.textContent });
    });
  });
  root.addEventListener("change", (event) => {
    if (event.target.matches("select[data-who]")) pick(event.target.value);
  });
  root.addEventListener("click", (event) => {
    if (event.target.closest("[data-connect]")) connect(chosen || surface.marks[0]?.dataset.id);
    if (event.target.closest("[data-save-image]")) keepPicture();
  });

  const over = (id, cell) => say("over", { name: nameOf(id), place: place(root, surface, id, cell) });
  const { held, dragging } = watchDragging(root, surfaceNow, { chosen: press, moved, may, over });
  const zoom = watchZoom(root, surfaceNow, { dragging });
  watchKeys(root, surfaceNow, {
    focused: (id) => {
      if (!connecting) pick(id);
      zoom.bring(surface.places.get(id));
    },
    step: (id, step) => may() && next(() => move(id, { step })),
    nudge: (id, point) => may() && nudge(id, point),
    connect,
    pair,
    stop,
    connecting: () => connecting,
  });
  ready();
  zoom.keep(viewOf(surface.svg));
}

function noticeOf(page) {
  const notice = page.querySelector("main > .notice[role=status]");
  return { words: notice?.textContent.trim() ?? "", care: notice?.classList.contains("notice--care") ?? false };
}

for (const root of document.querySelectorAll("[data-board]")) start(root);
