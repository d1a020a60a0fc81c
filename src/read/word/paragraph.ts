/** A paragraph while it is read: its text, between tabs, without what is hidden and without marks of notes. */
import { dropMark, type Raised } from "../html/raised.ts";
import { TextRun } from "../html/text-run.ts";
import { overfull } from "../office/package.ts";
import type { ParagraphItem } from "./items.ts";
import type { Pen } from "./pen.ts";
import type { Styles, TextStyle } from "./styles.ts";

/** Characters of one paragraph, or of one cell: a page has four thousand. */
const longest = 2_000_000;

export class OpenParagraph {
  /** Its end is not there, so that the next paragraph goes on in it. */
  isMarkAbsent = false;
  /** The first of its cell, which tells how far the cell is set in. */
  readonly isFirst: boolean;
  readonly #parts: TextRun[];
  #style: TextStyle;
  #indent: number | null = null;
  #stops: boolean;
  #level: TextStyle["level"];
  #hidden: boolean | null = null;
  #raised = false;
  #bold = false;
  /** Where raised text began that has not ended yet: it may come in several runs. */
  #mark: Raised | null = null;
  #isStarted = false;

  constructor(run: TextRun, style: TextStyle) {
    this.isFirst = run.empty;
    this.#parts = [run];
    this.#style = style;
    this.#stops = style.stops ?? false;
    this.#level = style.level;
  }

  get #run(): TextRun {
    return this.#parts.at(-1) as TextRun;
  }

  get level(): TextStyle["level"] {
    return this.#level;
  }

  get isHidden(): boolean {
    return this.#hidden ?? this.#style.hidden ?? false;
  }

  setStyle(id: string, styles: Styles): void {
    this.#style = styles.of(id);
    this.#stops ||= this.#style.stops ?? false;
    this.#level = this.#style.level ?? this.#level;
  }

  setIndent(points: number): void {
    this.#indent = points;
  }

  setLevel(level: number): void {
    if (level >= 0 && level < 9) this.#level = level;
  }

  setStops(): void {
    this.#stops = true;
  }

  setHidden(isHidden: boolean): void {
    this.#hidden = isHidden;
  }

  setRaised(isRaised: boolean): void {
    this.#raised = isRaised;
  }

  setBold(isBold: boolean): void {
    this.#bold = isBold;
  }

  beginRun(): void {
    this.#hidden = null;
    this.#bold = this.#style.bold ?? false;
    this.#raised = this.#style.raised ?? false;
  }

  endRun(): void {
    this.#hidden = null;
    this.#raised = false;
  }

  add(data: string, pen: Pen): void {
    if (this.#raised) this.#mark ??= { run: this.#run, length: this.#run.text.length };
    else this.#endMark();
    const at = pen.write(data);
    // Blanks before a caption set it in; the run of text would leave them out.
    const shown = this.#isStarted ? data : data.replace(/^ +/, (blanks) => "\u00a0".repeat(blanks.length));
    if (/\S/.test(shown.replaceAll("\u00a0", " "))) this.#isStarted = true;
    if (this.#run.text.length > longest) throw overfull();
    this.#run.weigh(data, this.#bold);
    this.#run.add(shown, at);
  }

  /** `inCell`: there it only leaves a blank. */
  tab(pen: Pen, inCell: boolean): void {
    this.#endMark();
    const at = pen.write("\t");
    if (inCell) this.#run.add(" ", at);
    else this.#parts.push(new TextRun());
  }

  breakLine(): void {
    this.#endMark();
    this.#run.breakLine();
  }

  endText(): void {
    this.#endMark();
  }

  item(): ParagraphItem {
    const { indent } = this.#style;
    return {
      kind: "paragraph",
      parts: this.#parts,
      indent: this.#indent ?? indent ?? 0,
      stops: this.#stops,
      listed: this.#level === "toc",
    };
  }

  #endMark(): void {
    if (this.#mark) dropMark(this.#mark, this.#run);
    this.#mark = null;
  }
}
