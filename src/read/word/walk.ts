/**
 * The XML of a Word document -> paragraphs and tables, in one pass without a tree. What a person sees who
 * prints it: no hidden text, no instructions of fields, no header or footer, and of tracked changes one side.
 */
import type { DraftTable } from "../html/drafts.ts";
import { TextRun } from "../html/text-run.ts";
import { overfull } from "../office/package.ts";
import { type Attributes, attribute, readXml } from "../office/xml.ts";
import type { Item } from "./items.ts";
import { OpenParagraph } from "./paragraph.ts";
import type { Landmarks, Pen } from "./pen.ts";
import { takeProperty } from "./properties.ts";
import { addToCell, newCell, newStory, type OpenCell, runOf, type Story } from "./story.ts";
import { isOn, type Styles, wordVocabulary } from "./styles.ts";
import { isAbsent, isChange, type Tracked } from "./tracked.ts";

/** Read for nothing: earlier properties, the same picture for older programs, what readings of signs say. */
const skipped = new Set([
  "mc:Fallback",
  "pPrChange",
  "rPrChange",
  "tblPrChange",
  "tcPrChange",
  "trPrChange",
  "tblPrExChange",
  "sectPrChange",
  "tblGridChange",
  "numberingChange",
  "sectPr",
  "rt",
]);

/** Paragraphs, those of cells counted: a long annual report has a tenth of them. */
const mostParagraphs = 400_000;

export interface WalkOptions {
  readonly styles: Styles;
  readonly tracked: Tracked;
  readonly pen: Pen;
}

/** What was found on the way that a user may want to know. */
export interface Walked {
  readonly items: readonly Item[];
  /** Identifiers of notes, in the order in which the text refers to them. */
  readonly notes: readonly string[];
  readonly changes: number;
  readonly hidden: number;
  /** Parts that are other documents. */
  readonly embedded: number;
}

export type { Landmarks };

export class WordWalk {
  readonly #options: WalkOptions;
  readonly #names: string[] = [];
  readonly #stories: Story[] = [newStory()];
  /** Elements that are open around text that is not read. */
  #skipping = 0;
  #absent = 0;
  /** For each open field whether its instruction is being read. */
  readonly #fields: boolean[] = [];
  #isText = false;
  #placeholder = false;
  readonly #notes: string[] = [];
  #paragraphs = 0;
  #changes = 0;
  #hidden = 0;
  #embedded = 0;

  constructor(options: WalkOptions) {
    this.#options = options;
  }

  /** Reads a whole part. */
  read(part: Uint8Array): Walked {
    readXml(part, wordVocabulary, {
      open: (name, attributes) => this.open(name, attributes),
      close: () => this.close(),
      text: (data) => this.text(data),
    });
    return this.end();
  }

  /** What was read, now that nothing follows. */
  end(): Walked {
    this.#endParagraph(true);
    return {
      items: this.#story.items,
      notes: this.#notes,
      changes: this.#changes,
      hidden: this.#hidden,
      embedded: this.#embedded,
    };
  }

  get #story(): Story {
    return this.#stories.at(-1) as Story;
  }

  get #cell(): OpenCell | null {
    return this.#story.tables.at(-1)?.row?.cell ?? null;
  }

  /** The element `up` levels above the one that opens or closes now. */
  #parent(up = 1): string {
    return this.#names[this.#names.length - 1 - up] ?? "";
  }

  open(name: string, attributes: Attributes): void {
    this.#names.push(name);
    if (this.#skipping > 0 || skipped.has(name)) {
      this.#skipping++;
      return;
    }
    if (isChange(name)) return this.#openChange(name);
    const value = attribute(attributes, "val");
    switch (name) {
      case "p":
        return this.#openParagraph();
      case "tbl":
        return this.#openTable();
      case "tr":
        return this.#openRow();
      case "tc":
        return this.#openCell();
      case "txbxContent":
        this.#stories.push(newStory());
        return;
      case "sdt":
        this.#placeholder = false;
        return;
      case "showingPlcHdr":
        if (isOn(value)) this.#placeholder = true;
        return;
      case "sdtContent":
        // "Click here to enter text" is no text of the author's.
        if (this.#placeholder) this.#absent++;
        this.#names[this.#names.length - 1] = this.#placeholder ? "sdtContent-empty" : name;
        this.#placeholder = false;
        return;
      case "altChunk":
      case "subDoc":
        this.#embedded++;
        return;
      case "r":
        this.#story.paragraph?.beginRun();
        return;
      case "t":
      case "delText":
        this.#isText = this.#parent() === "r";
        return;
      case "tab":
      case "ptab":
        if (this.#parent() === "r") this.#tab();
        else if (this.#parent() === "tabs" && value !== "clear") this.#story.paragraph?.setStops();
        return;
      case "br":
      case "cr":
        if (this.#parent() === "r" && this.#isSeen()) this.#breakLine();
        return;
      case "noBreakHyphen":
        this.#add("-");
        return;
      case "sym":
        this.#add(" ");
        return;
      case "fldChar":
        if (this.#absent === 0) this.#field(attribute(attributes, "fldCharType"));
        return;
      case "footnoteReference":
      case "endnoteReference":
        this.#noteReference(name, attribute(attributes, "id"));
        return;
      case "hyperlink":
        if (attribute(attributes, "anchor") !== undefined && this.#cell) this.#cell.linked = true;
        return;
      default:
        if (this.#isHiding(name, value, attributes)) this.#hidden++;
    }
  }

  /** Takes a property to what it is of. Whether it hides a row. */
  #isHiding(name: string, value: string | undefined, attributes: Attributes): boolean {
    const { paragraph, tables } = this.#story;
    const of = { paragraph, row: tables.at(-1)?.row ?? null, styles: this.#options.styles };
    return takeProperty({ name, value, attributes, parent: this.#parent(), above: this.#parent(2) }, of);
  }

  #openChange(name: string): void {
    this.#changes++;
    const absent = isAbsent(name, this.#options.tracked);
    const parent = this.#parent();
    if (parent === "rPr" && this.#parent(2) === "pPr") {
      if (absent && this.#story.paragraph) this.#story.paragraph.isMarkAbsent = true;
    } else if (parent === "trPr") {
      const row = this.#story.tables.at(-1)?.row;
      if (row && absent) row.isAbsent = true;
    } else if (parent === "tcPr") {
      if (this.#cell && absent) this.#cell.isAbsent = true;
    } else if (absent) {
      this.#absent++;
      this.#names[this.#names.length - 1] = "absent";
    }
  }

  close(): void {
    const name = this.#names.pop();
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    switch (name) {
      case "absent":
      case "sdtContent-empty":
        this.#absent--;
        return;
      case "t":
      case "delText":
        this.#isText = false;
        return;
      case "r":
        this.#story.paragraph?.endRun();
        return;
      case "p":
        return this.#endParagraph(false);
      case "tc":
        return this.#closeCell();
      case "tr":
        return this.#closeRow();
      case "tbl":
        return this.#closeTable();
      case "txbxContent":
        return this.#closeTextBox();
      default:
    }
  }

  #isSeen(): boolean {
    return this.#absent === 0 && this.#skipping === 0 && !this.#fields.includes(true);
  }

  text(data: string): void {
    if (this.#isText && this.#isSeen()) this.#add(data);
  }

  #add(data: string): void {
    const { paragraph } = this.#story;
    if (!paragraph || !this.#isSeen()) return;
    if (paragraph.isHidden) {
      if (/\S/.test(data)) this.#hidden++;
      return;
    }
    paragraph.add(data, this.#options.pen);
  }

  #tab(): void {
    const { paragraph } = this.#story;
    if (!paragraph || !this.#isSeen() || paragraph.isHidden) return;
    paragraph.tab(this.#options.pen, this.#cell !== null);
  }

  #breakLine(): void {
    const { paragraph } = this.#story;
    if (paragraph && !paragraph.isHidden) paragraph.breakLine();
  }

  #field(type: string | undefined): void {
    if (type === "begin") this.#fields.push(true);
    else if (type === "separate" && this.#fields.length > 0) this.#fields[this.#fields.length - 1] = false;
    else if (type === "end") this.#fields.pop();
  }

  #noteReference(name: string, id: string | undefined): void {
    if (id === undefined || !this.#isSeen()) return;
    this.#notes.push(`${name === "footnoteReference" ? "footnote" : "endnote"} ${id}`);
  }

  #openParagraph(): void {
    const story = this.#story;
    if (story.isRunningOn && story.paragraph) {
      story.isRunningOn = false;
      return;
    }
    this.#endParagraph(true);
    if (++this.#paragraphs > mostParagraphs) throw overfull();
    const cell = this.#cell;
    const { pen, styles } = this.#options;
    if (cell) pen.toCell();
    else pen.toParagraph();
    const run = cell ? runOf(cell) : new TextRun();
    run.breakLine();
    story.paragraph = new OpenParagraph(run, styles.of(null));
  }

  /** `isForced`: whatever its mark says, nothing follows in it. */
  #endParagraph(isForced: boolean): void {
    const story = this.#story;
    const { paragraph } = story;
    if (!paragraph) return;
    paragraph.endText();
    if (paragraph.isMarkAbsent && !isForced) {
      paragraph.isMarkAbsent = false;
      story.isRunningOn = true;
      return;
    }
    story.paragraph = null;
    story.isRunningOn = false;
    const cell = this.#cell;
    const item = paragraph.item();
    if (!cell) {
      this.#options.pen.endParagraph(item, paragraph.level);
      story.items.push(item);
      story.items.push(...story.beside.splice(0));
      return;
    }
    if (paragraph.isFirst) cell.indent += item.indent;
    for (const other of story.beside.splice(0)) addToCell(cell, other);
  }

  #openTable(): void {
    this.#endParagraph(true);
    const table: DraftTable = { kind: "table", rows: [] };
    this.#story.tables.push({ table, number: this.#options.pen.openTable(), row: null });
  }

  #openRow(): void {
    const open = this.#story.tables.at(-1);
    if (!open) return;
    open.row = { at: this.#options.pen.openRow(), cells: [], isAbsent: false, cell: null };
  }

  #openCell(): void {
    const row = this.#story.tables.at(-1)?.row;
    if (!row) return;
    row.cell = { ...newCell(1), isContinued: false, isAbsent: false };
    this.#options.pen.openCell();
  }

  #closeCell(): void {
    this.#endParagraph(true);
    const row = this.#story.tables.at(-1)?.row;
    const cell = row?.cell;
    if (!row || !cell) return;
    const { isContinued, isAbsent: isGone, ...draft } = cell;
    // What a merged cell goes on with, and what is not there, keeps its columns.
    row.cells.push(isContinued || isGone ? newCell(draft.columns) : draft);
    row.cell = null;
  }

  #closeRow(): void {
    const open = this.#story.tables.at(-1);
    if (!open?.row) return;
    const { at, cells, isAbsent: isGone } = open.row;
    if (!isGone) open.table.rows.push({ at, cells, ruleAbove: false, ruleBelow: false });
    open.row = null;
  }

  #closeTable(): void {
    const story = this.#story;
    const open = story.tables.pop();
    if (!open) return;
    this.#options.pen.closeTable();
    const cell = this.#cell;
    if (cell) cell.content.push(open.table);
    else story.items.push(open.table);
  }

  #closeTextBox(): void {
    if (this.#stories.length < 2) return;
    this.#endParagraph(true);
    const box = this.#stories.pop();
    if (box) this.#story.beside.push(...box.items);
    this.#options.pen.resume();
  }
}
