// What every page does when scripts are there. Without them everything still works.
// The NHS modules take the reader to the summary of errors, show passwords, and know checkboxes that exclude each other.

import { initAll } from "../vendor/nhsuk/nhsuk.min.js";
import { watchForLeaving } from "./quick-exit.js";

document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
watchForLeaving();
initAll();
