// Keeps what is being typed in a form marked data-keep, a few seconds after the last key, and says so quietly.

const WAIT = 3000;

function words(form) {
  const body = new FormData(form);
  body.set("draft_path", new URL(form.action, location.href).pathname);
  return body;
}

async function keep(form, status) {
  try {
    const response = await fetch(form.dataset.keep, { method: "POST", body: words(form), redirect: "manual" });
    // Without a session the server keeps the words as well, and leads to signing in.
    if (response.type === "opaqueredirect") status.textContent = form.dataset.away;
    else if (response.ok) status.textContent = form.dataset.kept;
  } catch {
    status.textContent = "";
  }
}

function watch(form) {
  const status = form.querySelector("[role=status]");
  let timer;
  form.addEventListener("input", () => {
    status.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(() => keep(form, status), WAIT);
  });
  form.addEventListener("submit", () => clearTimeout(timer));
}

document.querySelectorAll("form[data-keep]").forEach(watch);
