// Keeps a screen of the room as it is on the server: asks what is new since the version it has, and puts only that in
// its place. What somebody types, chooses or has open is never touched.

const PATIENCE = 20_000;
const SLOWEST = 30_000;
const GIVE_OR_TAKE = 0.2;

/** Ask by XMLHttpRequest, which alone reads an answer into a page: a string is never made into markup here. */
export function ask(method, address, body) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = "document";
    request.timeout = PATIENCE;
    request.onload = () => done({ status: request.status, page: request.response });
    request.onerror = request.ontimeout = request.onabort = () => done({ status: 0 });
    request.send(body);
  });
}

/** Put what is new in its place: parts by their names, headings of the trainers, and notes. Return what `merged` is told. */
export function merge(page, keep = () => false) {
  const root = document.querySelector("[data-live]");
  const parts = page?.querySelector("[data-parts]");
  if (!parts) return false;
  for (const part of parts.querySelectorAll("[data-part]")) swapPart(part, keep);
  for (const holder of parts.querySelectorAll("[data-groups]")) addGroup(holder);
  const fresh = [...parts.querySelectorAll("[data-in]")].filter((note) => !note.closest("[data-part]"));
  for (const note of fresh) placeNote(note);
  root.dataset.version = parts.dataset.version;
  root.dataset.every = parts.dataset.every;
  document.dispatchEvent(new CustomEvent("room:changed", { detail: { notes: fresh.length } }));
  return true;
}

function swapPart(part, keep) {
  const old = document.getElementById(part.id);
  if (!old || (part.dataset.key && part.dataset.key === old.dataset.key) || keep(old, part)) return;
  const inside = old.contains(document.activeElement) ? document.activeElement : null;
  const chosen = [...old.querySelectorAll("input.note__pick:checked")].map((box) => box.id);
  const open = old.querySelector("details")?.open;
  const next = document.adoptNode(part);
  old.replaceWith(next);
  for (const id of chosen) next.querySelector(`#${CSS.escape(id)}`)?.toggleAttribute("checked", true);
  if (open) next.querySelector("details")?.setAttribute("open", "");
  if (inside) focusAgain(next, inside);
}

/** Let the keyboard stay where it was: on the same control, else on the part itself. */
function focusAgain(part, old) {
  const same = old.id
    ? document.getElementById(old.id)
    : [...part.querySelectorAll(old.localName)].find((one) => one.textContent === old.textContent);
  if (!same) part.tabIndex = -1;
  (same ?? part).focus({ preventScroll: true });
}

function addGroup(holder) {
  const group = holder.firstElementChild;
  const old = document.getElementById(group.id);
  if (old) old.querySelector("h4").textContent = group.querySelector("h4").textContent;
  else document.getElementById(holder.dataset.groups)?.append(document.adoptNode(group));
}

function placeNote(note) {
  const old = document.getElementById(note.id);
  const list = document.getElementById(note.dataset.in);
  if (note.hasAttribute("data-gone")) return leave(old, note);
  if (!old) return list?.append(document.adoptNode(note));
  if (list && old.parentElement !== list) list.append(old);
  old.className = note.className;
  old.dataset.in = note.dataset.in;
  old.querySelector(":scope > .note__body").replaceWith(document.adoptNode(note.querySelector(".note__body")));
  return undefined;
}

/** A note goes; where others answered it, its place stays with their words. */
function leave(old, note) {
  if (!old) return;
  const told = note.querySelector(".note__told");
  if (told?.textContent && old.querySelector(".note__answers > li")) {
    old.querySelector(":scope > .note__pick")?.remove();
    old.querySelector(":scope > .note__body").replaceWith(document.adoptNode(note.querySelector(".note__body")));
  } else old.remove();
}

/** Ask again and again, sooner when the page comes back into view; return a function that asks at once. */
export function keepAlive({ keep, over }) {
  const root = document.querySelector("[data-live]");
  const offline = root.querySelector("[data-offline]");
  let failed = 0;
  let timer = 0;
  let asking = false;

  const wait = () => {
    const every = Math.min(Number(root.dataset.every) * 2 ** failed, SLOWEST);
    clearTimeout(timer);
    timer = setTimeout(look, every * (1 - GIVE_OR_TAKE / 2 + Math.random() * GIVE_OR_TAKE));
  };
  const look = async () => {
    if (document.hidden || asking) return;
    asking = true;
    const { status, page } = await ask("GET", `${root.dataset.live}?v=${root.dataset.version}`);
    asking = false;
    const reached = status === 204 || (status === 200 && merge(page, keep));
    failed = reached ? 0 : Math.min(failed + 1, 4);
    offline.hidden = failed < 2;
    if (!reached && status && status < 500) over();
    else wait();
  };
  document.addEventListener("visibilitychange", () => !document.hidden && look());
  window.addEventListener("online", look);
  document.addEventListener("room:changed", wait);
  wait();
  return look;
}

/** Say to who does not see the screen that something came, and not more often than one can listen to. */
export function tellNews() {
  const says = document.querySelector("[data-news]");
  let last = 0;
  document.addEventListener("room:changed", ({ detail }) => {
    if (!detail.notes || Date.now() - last < 15_000) return;
    last = Date.now();
    says.textContent = "";
    setTimeout(() => { says.textContent = says.dataset.one; }, 100);
  });
}
