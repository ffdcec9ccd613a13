// The state of the player: where it is, whether it goes on, and whether it waits for a talk. It draws nothing.

import { at, beginOf, sceneFrom, sentenceFrom } from "./explainer_time.js";

export class Player {
  second = 0;
  index = 0;
  speed = 1;
  begun = false;
  playing = false;
  talking = false; // a scene is over, and its question is there to talk about
  over = false;
  stops = false;
  aloud = false;
  spoken = -1; // the sentence that the voice has said to its end

  /** `changed` is told of what is to be shown anew, `moved` of the seconds alone. */
  constructor(line, { changed, moved }) {
    this.line = line;
    this.changed = changed;
    this.moved = moved;
  }

  get now() {
    return this.line[this.index];
  }

  get total() {
    return this.line.at(-1).end;
  }

  play() {
    if (this.over) this.to(0);
    this.begun = this.playing = true;
    this.talking = this.over = false;
    this.index = at(this.line, this.second);
    this.spoken = -1;
    this.changed();
  }

  pause() {
    if (!this.playing) return;
    this.playing = false;
    this.changed();
  }

  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }

  seek(second) {
    this.to(second);
    this.changed();
  }

  sceneBy(by) {
    // After a scene one stands before the next one: going on shows it, going back shows the last one again.
    const from = this.talking ? this.now.begin : this.second;
    this.seek(sceneFrom(this.line, from, by));
  }

  sentenceBy(by) {
    this.seek(sentenceFrom(this.line, this.index, by));
  }

  sceneAt(scene) {
    this.seek(beginOf(this.line, scene));
  }

  /** Let real seconds go by. A sentence that is read aloud waits for the voice. */
  pass(seconds) {
    if (!this.playing) return;
    this.second += seconds * this.speed;
    if (this.second < this.now.end) this.moved();
    else if (this.aloud && this.spoken !== this.index) this.second = this.now.end;
    else this.arrive();
  }

  /** Hear that the voice has come to the end of its sentence: what is left is a breath. */
  heard(breath) {
    this.spoken = this.index;
    this.second = Math.max(this.second, this.now.end - breath);
  }

  arrive() {
    const next = this.line[this.index + 1];
    this.over = !next;
    this.second = next?.begin ?? this.total;
    this.talking = this.stops && next?.scene !== this.now.scene;
    this.playing = !this.talking && !this.over;
    if (!this.talking && next) this.index += 1;
    this.changed();
  }

  to(second) {
    this.second = Math.min(Math.max(second, 0), this.total);
    this.index = at(this.line, this.second);
    this.begun = true;
    this.talking = this.over = false;
    this.spoken = -1;
  }
}
