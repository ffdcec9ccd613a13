// The one form of a trainee, or of a trainer. It is sent without leaving the page, sent again when the connection was lost (the server
// acts once), and stays as it is while something is typed in it, whatever the room does.

import { ask, merge } from "./live.js";

const AGAIN = 5_000;
let waiting = null; // the form of what is on now, while the old one is still written in

const form = () => document.querySelector("#write form");
const box = () => form()?.elements.text;
const says = (words) => { const line = form()?.querySelector("[data-says]"); if (line) line.textContent = words; };

/** Say whether somebody is writing: then the form stays, and the new one waits. */
export function keepWriting(old, part) {
  if (old.id !== "write") return false;
  if (!box()?.value.trim()) return false;
  waiting = part.cloneNode(true);
  says(form().dataset.moved);
  return true;
}

/** Say whether there are words that would be lost. */
export const isWriting = () => Boolean(box()?.value.trim());

async function send(event) {
  const sent = event.target.closest("[data-write]");
  if (!sent) return;
  event.preventDefault();
  if (sent.hasAttribute("data-busy")) return;
  sent.setAttribute("data-busy", "");
  sent.elements.text.readOnly = true;
  says(sent.dataset.sending);
  sent.elements.once.value = token(); // not that of another form of the page
  const body = new URLSearchParams(new FormData(sent));
  body.set("live", document.querySelector("[data-live]").dataset.version);
  await deliver(sent, body);
}

async function deliver(sent, body) {
  const { status, page } = await ask("POST", sent.action, body);
  if (!status || status >= 500) {
    says(sent.dataset.notYet);
    setTimeout(() => deliver(sent, body), AGAIN);
    return;
  }
  sent.removeAttribute("data-busy");
  sent.elements.text.readOnly = false;
  if (status === 422) showWhy(page);
  else if (status === 200 && page?.querySelector("[data-parts]")) arrived(sent, page);
  else if ((status === 404 || status === 410) && isWriting()) document.querySelector("[data-over]").hidden = false;
  else location.assign(document.querySelector("[data-live]").dataset.home ?? location.href);
}

function showWhy(page) {
  const again = page.querySelector("#write");
  document.getElementById("write").replaceWith(document.adoptNode(again));
  const summary = again.querySelector(".nhsuk-error-summary");
  summary?.setAttribute("tabindex", "-1");
  summary?.focus();
}

function arrived(sent, page) {
  sent.elements.text.value = "";
  sent.querySelector("[data-errors]").replaceChildren();
  for (const light of sent.querySelectorAll("input[name=sort]:checked")) light.checked = false;
  answer(sent, "");
  forget(sent);
  merge(page, keepWriting);
  bringWaiting();
  says(sent.dataset.sent);
  box()?.focus({ preventScroll: true });
}

/** A token as the server makes them, from what is there also without https. */
function token() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Turn the form to answering a note, or back to a new one. */
function answer(written, id) {
  if (!written.elements.about) return;
  written.elements.about.value = id;
  const words = id ? document.getElementById(`text-${id}`)?.textContent ?? "" : "";
  written.querySelector("[data-about]").textContent = words.slice(0, 200);
  written.querySelector("[data-about-box]").hidden = !id;
  written.querySelector("[data-new-note]").hidden = Boolean(id);
}

function follow(event) {
  const link = event.target.closest("[data-answer], [data-no-answer]");
  if (!link || !form()) return;
  event.preventDefault();
  answer(form(), link.dataset.answer ?? "");
  if (link.dataset.answer) {
    // The column of a note is that of its answers.
    const column = link.closest(".column")?.querySelector(".column__title").id.slice("column-".length);
    for (const choice of form().querySelectorAll("input[name=column]")) choice.checked = choice.value === column;
  }
  goTo(box());
}

function goTo(field) {
  field.closest("details")?.setAttribute("open", "");
  field.scrollIntoView({ block: "center" });
  field.focus({ preventScroll: true });
}

/** Let the note begin with a place that was named; the server does the same where no script runs. */
function begin(event) {
  const button = event.target.closest("[data-place]");
  if (!button || !form()) return;
  event.preventDefault();
  answer(form(), "");
  const names = [...document.querySelectorAll("[data-place]")].map((one) => `${one.value}:`);
  const before = names.find((name) => box().value.startsWith(name)) ?? "";
  box().value = `${button.value}: ${box().value.slice(before.length).trimStart()}`;
  keep();
  goTo(box());
}

// A phone that sleeps may drop the page: this tab then finds the words again.
const place = (written) => `note ${written.dataset.draft}`;
const forget = (written) => sessionStorage.removeItem(place(written));

function keep() {
  if (isWriting()) sessionStorage.setItem(place(form()), box().value);
  else if (form()) {
    forget(form());
    bringWaiting();
  }
}

function bringWaiting() {
  if (!waiting) return;
  document.getElementById("write").replaceWith(document.adoptNode(waiting));
  waiting = null;
}

/** Watch the form for as long as the page is there. */
export function watchWriting() {
  document.addEventListener("submit", send);
  document.addEventListener("click", follow);
  document.addEventListener("click", begin);
  document.addEventListener("input", keep);
  document.addEventListener("room:changed", findAgain);
  findAgain();
}

function findAgain() {
  const kept = form() && sessionStorage.getItem(place(form()));
  if (kept && !box().value) box().value = kept;
}
