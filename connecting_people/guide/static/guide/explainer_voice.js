// Reads sentences aloud with a voice of the reader's own device. A voice that lives elsewhere would send the words there.

const synth = window.speechSynthesis;
// Some voices never say that they have ended.
const LONGEST = 4;

export class Voice {
  #turn = 0;
  #watch = 0;

  constructor(language) {
    this.language = language;
  }

  /** Call back as soon as there is a voice for this language: some browsers find them late. */
  whenThere(there) {
    if (!synth) return;
    const look = () => {
      if (this.found()) there();
    };
    look();
    synth.addEventListener?.("voiceschanged", look);
  }

  found() {
    const wanted = this.language.toLowerCase();
    const here = synth.getVoices().filter((voice) => voice.localService);
    const speaks = (tongue) => here.find((voice) => voice.lang.toLowerCase().replace("_", "-").startsWith(tongue));
    return speaks(wanted) ?? speaks(wanted.split("-")[0]);
  }

  /** Say a sentence, and nothing that was begun before; `ended` is called once, when it is said. */
  say({ words, seconds }, speed, ended) {
    this.stop();
    const turn = this.#turn;
    const done = () => {
      if (turn !== this.#turn) return;
      this.stop();
      ended();
    };
    const saying = new SpeechSynthesisUtterance(words);
    saying.voice = this.found() ?? null;
    saying.lang = saying.voice?.lang ?? this.language;
    saying.rate = speed;
    saying.addEventListener("end", done);
    saying.addEventListener("error", done);
    this.#watch = setTimeout(done, (LONGEST * seconds * 1000) / speed);
    synth.speak(saying);
  }

  /** Fall silent at once. */
  stop() {
    this.#turn += 1;
    clearTimeout(this.#watch);
    synth?.cancel();
  }
}
