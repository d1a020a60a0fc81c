/**
 * Text put together from the pieces between tags: white space collapsed, entities decoded, each stretch
 * with the offset of the source it was read from.
 */
import type { Piece } from "../document.ts";
import type { Lines } from "./lines.ts";
import type { RawFact } from "./xbrl.ts";

/** A tagged number and the stretch of the text that prints it. */
export interface FactSpan {
  readonly fact: RawFact;
  readonly start: number;
  readonly end: number;
}

const newline = 10;
const carriageReturn = 13;

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** Characters that print nothing: zero-width ones, the soft hyphen, the byte order mark. */
function isNothing(code: number): boolean {
  return (code >= 0x200b && code <= 0x200f) || code === 0xad || code === 0xfeff || code === 0x2060;
}

export class TextRun {
  text = "";
  facts: FactSpan[] = [];
  /** Blanks that may not be collapsed before the first letter: converters indent with them. */
  leadingBlanks = 0;
  /** All of its text so far is bold; null before any, and where the source does not tell. */
  bold: boolean | null = null;
  /** Pairs: offset in the text, offset in the source from there on. */
  #pieces: number[] = [];
  #space = false;
  #break = false;
  #newline = false;

  get empty(): boolean {
    return this.text === "";
  }

  /** Text is added that is bold or not; blanks are neither. */
  weigh(data: string, isBold: boolean): void {
    if (data.trim() !== "") this.bold = isBold && this.bold !== false;
  }

  /** `at`: where `data` starts in the source. */
  add(data: string, at: number): void {
    const { length } = data;
    let i = 0;
    while (i < length) {
      const code = data.charCodeAt(i);
      if (isSpace(code)) {
        this.#space = true;
        if (code === newline || code === carriageReturn) this.#newline = true;
        if (code === 0xa0 && this.text === "") this.leadingBlanks++;
        i++;
        continue;
      }
      if (isNothing(code)) {
        i++;
        continue;
      }
      let end = i + 1;
      for (; end < length; end++) {
        const next = data.charCodeAt(end);
        if (isSpace(next) || isNothing(next)) break;
      }
      this.#word(data.slice(i, end), at + i);
      i = end;
    }
  }

  /** What follows stands on a line of its own. */
  breakLine(): void {
    if (this.text !== "") this.#break = true;
  }

  /** A blank where markup parts two texts. */
  part(): void {
    this.#space = true;
  }

  #word(word: string, source: number): void {
    if (this.text !== "") {
      if (this.#break) this.text += "\n";
      else if (this.#space) this.text += " ";
    }
    const pieces = this.#pieces;
    const offset = this.text.length;
    const last = pieces.length - 2;
    const expected = last < 0 ? -1 : (pieces[last + 1] ?? 0) + offset - (pieces[last] ?? 0);
    if (expected !== source || this.#newline) pieces.push(offset, source);
    this.text += word;
    this.#space = false;
    this.#break = false;
    this.#newline = false;
  }

  /** Takes back what was added since the text had this length. */
  truncate(length: number): void {
    if (length >= this.text.length) return;
    this.text = this.text.slice(0, length).trimEnd();
    this.#space = true;
    const pieces = this.#pieces;
    while (pieces.length > 0 && (pieces[pieces.length - 2] ?? 0) >= this.text.length) pieces.length -= 2;
  }

  /** Another run behind this one, after a blank or a line break. */
  append(other: TextRun, broken: boolean): void {
    if (other.text === "") return;
    if (this.text !== "") this.text += broken ? "\n" : " ";
    const shift = this.text.length;
    for (let i = 0; i < other.#pieces.length; i += 2) {
      this.#pieces.push((other.#pieces[i] ?? 0) + shift, other.#pieces[i + 1] ?? 0);
    }
    for (const span of other.facts) {
      this.facts.push({ ...span, start: span.start + shift, end: span.end + shift });
    }
    this.text += other.text;
  }

  /** A stretch of the text as a run of its own. */
  slice(start: number, end: number): TextRun {
    const run = new TextRun();
    run.text = this.text.slice(start, end);
    const pieces = this.#pieces;
    for (let i = 2 * this.#pieceAt(start); i < pieces.length && (pieces[i] ?? 0) < end; i += 2) {
      const from = pieces[i] ?? 0;
      const skipped = Math.max(0, start - from);
      run.#pieces.push(from + skipped - start, (pieces[i + 1] ?? 0) + skipped);
    }
    for (let i = this.#factAt(start); i < this.facts.length; i++) {
      const span = this.facts[i];
      if (!span || span.end > end) break;
      if (span.start >= start) run.facts.push({ ...span, start: span.start - start, end: span.end - start });
    }
    return run;
  }

  /** The piece that holds an offset. */
  #pieceAt(offset: number): number {
    const pieces = this.#pieces;
    return lastBefore(pieces.length / 2, (i) => (pieces[2 * i] ?? 0) <= offset);
  }

  /** The first fact that ends behind an offset; facts are sorted by their ends. */
  #factAt(offset: number): number {
    if ((this.facts[0]?.end ?? Number.POSITIVE_INFINITY) > offset) return 0;
    return lastBefore(this.facts.length, (i) => (this.facts[i]?.end ?? 0) <= offset) + 1;
  }

  /** Its lines as runs. */
  lines(): TextRun[] {
    if (!this.text.includes("\n")) return this.text === "" ? [] : [this];
    const runs: TextRun[] = [];
    let start = 0;
    for (const line of this.text.split("\n")) {
      if (line !== "") runs.push(this.slice(start, start + line.length));
      start += line.length + 1;
    }
    return runs;
  }

  /** Offset in the source of a character of the text. */
  sourceAt(offset: number): number {
    const pieces = this.#pieces;
    const at = 2 * this.#pieceAt(offset);
    return (pieces[at + 1] ?? 0) + offset - (pieces[at] ?? 0);
  }

  places(lines: Lines): Piece[] {
    const places: Piece[] = [];
    for (let i = 0; i < this.#pieces.length; i += 2) {
      places.push({ offset: this.#pieces[i] ?? 0, ...lines.at(this.#pieces[i + 1] ?? 0) });
    }
    return places;
  }
}

/** The last of `count` indices for which it holds, or 0: it holds up to some index and not behind it. */
function lastBefore(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
