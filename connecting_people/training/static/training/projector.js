// The screen for all: it moves on with the room, and can fill the screen.

import { keepAlive, tellNews } from "./live.js";
import { count } from "./timer.js";

keepAlive({ over: () => location.reload() });
tellNews();
count();

const full = document.querySelector("[data-full]");
full.hidden = !document.fullscreenEnabled;
full.addEventListener("click", () => document.documentElement.requestFullscreen());
document.addEventListener("fullscreenchange", () => {
  full.hidden = Boolean(document.fullscreenElement);
});
