// A trainee's phone: it moves on with the room, and loses no word.

import { keepAlive, tellNews } from "./live.js";
import { count } from "./timer.js";
import { isWriting, keepWriting, watchWriting } from "./write.js";

function over() {
  if (isWriting()) document.querySelector("[data-over]").hidden = false;
  else location.reload();
}

watchWriting();
keepAlive({ keep: keepWriting, over });
tellNews();
count();
