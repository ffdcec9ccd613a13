// The trainer's screen: its buttons work without leaving the page, and notes can be dragged together.

import { ask, keepAlive, merge, tellNews } from "./live.js";
import { letDrag } from "./drag-notes.js";
import { count } from "./timer.js";
import { isWriting, keepWriting, watchWriting } from "./write.js";

const root = document.querySelector("[data-live]");
const HIDDEN = ["csrfmiddlewaretoken", "once"];
const TYPES = ["together-title", "minutes"];

/** What is being typed or chosen stays. */
const keep = (old, part) =>
  (TYPES.includes(document.activeElement?.id) && old.contains(document.activeElement)) || keepWriting(old, part);

function over() {
  if (isWriting()) document.querySelector("[data-over]").hidden = false;
  else location.reload();
}

async function send(form, fields, all = true) {
  if (root.hasAttribute("aria-busy")) return false;
  const body = new URLSearchParams([...new FormData(form)].filter(([name]) => all || HIDDEN.includes(name)));
  for (const [name, value] of fields) body.append(name, value);
  root.setAttribute("aria-busy", "true");
  const { status, page } = await ask("POST", form.getAttribute("action"), body);
  root.removeAttribute("aria-busy");
  if (!merge(page, keep)) {
    if (status) location.reload();
    else root.querySelector("[data-offline]").hidden = false;
    return false;
  }
  renew();
  tell(page);
  return status === 200;
}

/** Each form is sent once: those that stay get the token that came with the answer. */
function renew() {
  const fresh = root.querySelector("[data-part] input[name=once]")?.value;
  for (const token of root.querySelectorAll("input[name=once]")) token.value = fresh ?? token.value;
}

/** Show what could not be done, as the page without scripts would. */
function tell(page) {
  document.querySelector("main > .notice[role=alert]")?.remove();
  const trouble = page.querySelector("main > .notice[role=alert]");
  if (trouble) root.before(document.adoptNode(trouble));
}

root.addEventListener("submit", async (event) => {
  const { submitter, target } = event;
  if (target.matches("[data-write]")) return;
  event.preventDefault();
  const done = await send(target, submitter?.name ? [[submitter.name, submitter.value]] : []);
  if (done && target.id === "choose") clear(target);
});

function clear(form) {
  form.elements.title.value = "";
  for (const box of root.querySelectorAll("input.note__pick:checked")) box.checked = false;
}

watchWriting();
keepAlive({ keep, over });
tellNews();
count();
letDrag(root, (fields) => send(document.getElementById("choose"), fields, false));
