// The explainer: the page's own transcript, told over the picture. Without this the transcript and its stills are there.

import { Player } from "./explainer_player.js";
import { Stage } from "./explainer_stage.js";
import { clock, laidOut } from "./explainer_time.js";
import { Voice } from "./explainer_voice.js";

const TICK = 200;

const root = document.querySelector("[data-explainer]");
const find = (name) => root.querySelector(`[data-explainer-${name}]`);
const stage = new Stage(find("stage"));
const [caption, title, says, play, bar, played] = ["caption", "title", "says", "play", "bar", "played"].map(find);
const [speed, stops, aloud, fill] = ["speed", "stops", "aloud", "fill"].map(find);
const scenes = [...document.querySelectorAll("[data-scene]")].map(readScene);
const voice = new Voice(document.documentElement.lang);
const player = new Player(laidOut(scenes.flatMap((scene) => scene.says)), { changed: show, moved: showTime });
const breath = Number(root.dataset.breath);
let saying = null;

function readScene(section, scene) {
  const { lit, turns, close } = section.dataset;
  const awake = lit.split(" ");
  const says = [...section.querySelectorAll("[data-seconds]")].map((one) => ({
    scene,
    awake,
    turns,
    close: close ? close.split(" ") : awake,
    words: one.textContent,
    seconds: Number(one.dataset.seconds),
    lit: one.dataset.lit.split(" ").filter(Boolean),
  }));
  return { id: section.id, title: section.dataset.scene, says, question: section.querySelector("[data-question]").textContent };
}

/** Show the state of the player anew. */
function show() {
  const { now, playing, talking, begun, over } = player;
  const scene = scenes[now.scene];
  stage.show(begun && !(over && !talking) ? now : null);
  root.dataset.turns = now.turns;
  root.classList.toggle("is-begun", begun);
  root.classList.toggle("is-playing", playing);
  root.classList.toggle("is-talking", talking);
  find("begin").hidden = begun;
  write(title, scene.title);
  write(caption, talking ? scene.question : now.words);
  write(play, playing ? play.dataset.pause : over ? play.dataset.again : play.dataset.play);
  write(aloud, player.aloud ? aloud.dataset.off : aloud.dataset.on);
  // A reader of the screen and a voice of ours would talk over each other.
  says.setAttribute("aria-live", player.aloud && playing ? "off" : "polite");
  bar.setAttribute("aria-valuetext", `${scene.title}, ${clock(player.second)}`);
  markScene(scene.id);
  showTime();
  speak();
}

function showTime() {
  bar.value = player.second;
  played.style.setProperty("--played", (player.second / player.total).toFixed(4));
}

function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function markScene(id) {
  for (const link of document.querySelectorAll("[data-to]")) {
    if (player.begun && link.hash === `#${id}`) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

/** Say the sentence that is shown, once; be silent as soon as the player stands still. */
function speak() {
  const wanted = player.aloud && player.playing ? player.now : null;
  if (wanted === saying) return;
  saying = wanted;
  voice.stop();
  if (wanted) voice.say(wanted, player.speed, () => player.heard(breath));
}

/** Begin the sentence again in the same place: for another speed, or from where one has gone to. */
function afresh(act) {
  saying = null;
  act();
}

function playOrPause() {
  player.toggle();
  if (player.playing) root.scrollIntoView({ block: "nearest" });
}

const ACTS = {
  play: playOrPause,
  begin: () => {
    playOrPause();
    play.focus({ preventScroll: true });
  },
  back: () => afresh(() => player.sceneBy(-1)),
  next: () => afresh(() => player.sceneBy(1)),
  aloud: () => afresh(() => {
    player.aloud = !player.aloud;
    player.spoken = -1;
    if (player.aloud && !player.playing) player.play();
    else show();
  }),
  fill: () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()),
  leave: () => document.querySelector("form.leave").requestSubmit(),
};

function onKey(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const { target, key } = event;
  const onwards = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === " " && !target.closest("button, a, select, [type=checkbox]")) ACTS.play();
  else if (/^Arrow(Left|Right)$/.test(key) && !target.closest("select")) {
    afresh(() => player.sentenceBy(key === onwards ? 1 : -1));
  } else return;
  event.preventDefault();
}

/** Go to the scene that an address names, and bring the player into view. */
function follow(hash) {
  const scene = scenes.findIndex(({ id }) => `#${id}` === hash);
  if (scene < 0) return false;
  afresh(() => player.sceneAt(scene));
  root.scrollIntoView({ block: "start" });
  return true;
}

function watch() {
  for (const [name, act] of Object.entries(ACTS)) find(name)?.addEventListener("click", act);
  find("stage").addEventListener("click", ACTS.play);
  bar.addEventListener("input", () => afresh(() => player.seek(Number(bar.value))));
  speed.addEventListener("change", () => afresh(() => {
    player.speed = Number(speed.value);
    show();
  }));
  stops.addEventListener("change", () => {
    player.stops = stops.checked;
  });
  root.addEventListener("keydown", onKey);
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-to]");
    if (link && follow(link.hash)) event.preventDefault();
  });
  window.addEventListener("hashchange", () => follow(location.hash));
  document.addEventListener("visibilitychange", () => document.hidden && player.pause());
  window.addEventListener("pagehide", () => player.pause());
  // Whoever leaves in a hurry leaves in silence.
  const leaving = () => document.documentElement.classList.contains("is-leaving") && player.pause();
  new MutationObserver(leaving).observe(document.documentElement, { attributeFilter: ["class"] });
  document.addEventListener("fullscreenchange", () => {
    const full = document.fullscreenElement === root;
    write(fill, full ? fill.dataset.off : fill.dataset.on);
    find("leave").hidden = !full || !document.querySelector("form.leave");
  });
}

function start() {
  bar.max = player.total.toFixed(1);
  stops.checked = false;
  speed.value = "1";
  for (const one of document.querySelectorAll("[data-when-scripted]")) one.hidden = false;
  fill.hidden = !document.fullscreenEnabled;
  voice.whenThere(() => {
    aloud.hidden = false;
  });
  root.classList.add("is-ready");
  watch();
  stage.show(null);
  let last = performance.now();
  setInterval(() => {
    const now = performance.now();
    player.pass((now - last) / 1000);
    last = now;
  }, TICK);
  follow(location.hash);
}

start();
