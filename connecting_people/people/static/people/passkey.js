// Connects the buttons of a page to allauth's passkey scripts, and says in the page when a passkey does not answer.
const trouble = document.querySelector("[data-passkey-trouble]");

for (const element of document.querySelectorAll("[data-passkey]")) {
  const { kind, ids, data } = JSON.parse(element.dataset.passkey);
  window.allauth.webauthn.forms[kind]({ ids, data });
}

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  trouble.hidden = false;
});
