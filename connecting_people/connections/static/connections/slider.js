// A slider over the dates of a map above each list of dates. What depends on the dates is fetched and put in the place
// of what was there before. Without this script the lists and their button do the same.

import { open, swap } from "./save.js";
import { fitWords } from "./surface.js";

const REST = 250; // milliseconds after which a slider has come to rest

function start(form) {
  const lists = [...form.querySelectorAll("select")];
  const days = [...new Set(lists.flatMap((list) => [...list.options].map((option) => option.value)))].sort();
  if (days.length < 2) return;
  const sliders = lists.map((list) => slider(list, days));
  const says = document.createElement("p");
  says.className = "unseen";
  says.setAttribute("role", "status");
  form.append(says);
  let timer = 0;
  let asked = 0;

  async function show() {
    const address = new URL(form.action);
    const before = Object.fromEntries(new URLSearchParams(location.search));
    address.search = new URLSearchParams({ ...before, ...Object.fromEntries(new FormData(form)) });
    const mine = (asked += 1);
    const { page } = await open(address.href);
    if (mine !== asked) return;
    // What cannot be fetched in passing is asked for as without a script, so that nobody is left with the wrong dates.
    if (!page) return form.submit();
    swap(page);
    history.replaceState(null, "", address);
    fit();
    says.textContent = lists.map(chosen).join(" – ");
  }

  function moved(index) {
    const other = 1 - index;
    // The earlier date takes the later one along, and the other way round.
    if (lists[other] && lists[0].value > lists[1].value) lists[other].value = lists[index].value;
    sliders.forEach((one, place) => set(one, lists[place], days));
    clearTimeout(timer);
    timer = setTimeout(show, REST);
  }

  sliders.forEach((one, index) =>
    one.addEventListener("input", () => {
      lists[index].value = days[Number(one.value)];
      moved(index);
    }),
  );
  lists.forEach((list, index) => list.addEventListener("change", () => moved(index)));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    show();
  });
}

const chosen = (list) => list.selectedOptions[0]?.textContent.trim() ?? "";

function slider(list, days) {
  const one = document.createElement("input");
  one.type = "range";
  one.className = "slider";
  one.max = days.length - 1;
  one.setAttribute("aria-label", list.labels[0]?.textContent.trim() ?? "");
  list.before(one);
  set(one, list, days);
  return one;
}

function set(one, list, days) {
  one.value = days.indexOf(list.value);
  one.setAttribute("aria-valuetext", chosen(list));
}

function fit() {
  for (const svg of document.querySelectorAll("svg[data-picture]")) fitWords(svg);
}

for (const form of document.querySelectorAll("form[data-dates]")) start(form);
new ResizeObserver(fit).observe(document.body);
