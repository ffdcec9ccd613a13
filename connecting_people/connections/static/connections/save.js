// Sends the page's own forms without leaving the page, one after the other, and puts the answer's parts in its place.

const PATIENCE = 20_000;

/** Send a form as its button would. Return the answer's page, or the reason why nothing was saved. */
export function send(form, fields = {}, action = form.action) {
  const body = new URLSearchParams(new FormData(form));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return ask("POST", action, body);
}

/** Fetch a page by its address. */
export function open(address) {
  return ask("GET", address);
}

/** Ask by XMLHttpRequest, which alone reads an answer into a page: a string is never made into markup here. */
function ask(method, address, body) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = "document";
    request.timeout = PATIENCE;
    request.onload = () => done(read(request));
    request.onerror = request.ontimeout = request.onabort = () => done({ reason: "unreachable" });
    request.send(body);
  });
}

function read({ status, response: page }) {
  if (status !== 200) return { reason: status === 422 ? "not-as-asked" : "not-possible" };
  // A page without a map is the one for signing in, or says that this is over.
  return page?.querySelector("[data-board], [data-dates]") ? { page } : { reason: "signed-out" };
}

/** Put the parts of another page in the place of this one's, by their names. */
export function swap(page) {
  for (const part of page.querySelectorAll("[data-swap]")) {
    const old = document.querySelector(`[data-swap="${CSS.escape(part.dataset.swap)}"]`);
    old?.replaceWith(document.adoptNode(part));
  }
}

/** Return a function that runs tasks one after the other, so that each finds the tokens that the last one left. */
export function inTurn() {
  let last = Promise.resolve();
  return (task) => (last = last.then(task, task));
}
