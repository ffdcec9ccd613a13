// The quick way out: the page is blank at once, the session ends, and a neutral page takes its place.

const PRESSES = 3;
const FORGET_AFTER = 5000;

/** Watch the button, Shift three times, and the page coming back out of the browser's memory. */
export function watchForLeaving() {
  if (document.body.hasAttribute("data-personal")) reloadWhenBack();
  const form = document.querySelector("form.leave");
  if (!form) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    leave(form);
  });
  if (form.dataset.shortcut !== "off") watchShift(form);
}

function leave(form) {
  cover();
  // keepalive: the request goes on after this page has gone
  fetch(form.action, { method: "POST", keepalive: true, redirect: "manual", credentials: "same-origin" }).catch(() => {});
  window.location.replace(form.dataset.exit);
}

/** Hide everything in the same frame. What is remembered of the page is blank too. */
function cover() {
  document.documentElement.classList.add("is-leaving");
  document.title = "";
  const blank = document.createElement("div");
  blank.className = "left-behind";
  document.body.append(blank);
}

function reloadWhenBack() {
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    document.documentElement.classList.add("is-leaving");
    window.location.reload();
  });
}

/** Count Shift pressed and let go with nothing in between: capitals never count. */
function watchShift(form) {
  let alone = false;
  let count = 0;
  let timer = 0;
  const forget = () => {
    count = 0;
    say(form, "");
  };
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.ctrlKey || event.altKey || event.metaKey) {
      alone = false;
      forget();
    } else if (!event.repeat) {
      alone = true;
    }
  });
  document.addEventListener("pointerdown", () => {
    alone = false;
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    count += 1;
    clearTimeout(timer);
    timer = setTimeout(forget, FORGET_AFTER);
    if (count >= PRESSES) leave(form);
    else say(form, count === 1 ? form.dataset.two : form.dataset.one);
  });
}

function say(form, words) {
  form.querySelector("[data-says]").textContent = words;
}
