/**
 * The XML of a Word document -> paragraphs and tables, in one pass without a tree. What a person sees who
 * prints it: no hidden text, no instructions of fields, no header or footer, and of tracked changes one side.
 */
import { type Attributes, attribute, readXml } from "../office/xml.ts";
import type { Item } from "./items.ts";
import type { Landmarks, Pen } from "./pen.ts";
import { takeProperty } from "./properties.ts";
import { Stories } from "./stories.ts";
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
  readonly #stories: Stories;
  /** Elements that are open around text that is not read. */
  #skipping = 0;
  #absent = 0;
  /** For each open field whether its instruction is being read. */
  readonly #fields: boolean[] = [];
  #isText = false;
  #placeholder = false;
  readonly #notes: string[] = [];
  #changes = 0;
  #hidden = 0;
  #embedded = 0;

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#stories = new Stories(options.pen, options.styles);
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
    this.#stories.endParagraph(true);
    return {
      items: this.#stories.items,
      notes: this.#notes,
      changes: this.#changes,
      hidden: this.#hidden,
      embedded: this.#embedded,
    };
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
        return this.#stories.openParagraph();
      case "tbl":
        return this.#stories.openTable();
      case "tr":
        return this.#stories.openRow();
      case "tc":
        return this.#stories.openCell();
      case "txbxContent":
        this.#stories.openTextBox();
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
        this.#stories.paragraph?.beginRun();
        return;
      case "t":
      case "delText":
        this.#isText = this.#parent() === "r";
        return;
      case "tab":
      case "ptab":
        if (this.#parent() === "r") this.#tab();
        else if (this.#parent() === "tabs" && value !== "clear") this.#stories.paragraph?.setStops();
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
        if (attribute(attributes, "anchor") !== undefined && this.#stories.cell)
          this.#stories.cell.linked = true;
        return;
      default:
        if (this.#isHiding(name, value, attributes)) this.#hidden++;
    }
  }

  /** Takes a property to what it is of. Whether it hides a row. */
  #isHiding(name: string, value: string | undefined, attributes: Attributes): boolean {
    const { paragraph, row } = this.#stories;
    const of = { paragraph, row, styles: this.#options.styles };
    return takeProperty({ name, value, attributes, parent: this.#parent(), above: this.#parent(2) }, of);
  }

  #openChange(name: string): void {
    this.#changes++;
    const absent = isAbsent(name, this.#options.tracked);
    const parent = this.#parent();
    if (parent === "rPr" && this.#parent(2) === "pPr") {
      if (absent && this.#stories.paragraph) this.#stories.paragraph.isMarkAbsent = true;
    } else if (parent === "trPr") {
      const { row } = this.#stories;
      if (row && absent) row.isAbsent = true;
    } else if (parent === "tcPr") {
      if (this.#stories.cell && absent) this.#stories.cell.isAbsent = true;
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
        this.#stories.paragraph?.endRun();
        return;
      case "p":
        return this.#stories.endParagraph(false);
      case "tc":
        return this.#stories.closeCell();
      case "tr":
        return this.#stories.closeRow();
      case "tbl":
        return this.#stories.closeTable();
      case "txbxContent":
        return this.#stories.closeTextBox();
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
    const { paragraph } = this.#stories;
    if (!paragraph || !this.#isSeen()) return;
    if (paragraph.isHidden) {
      if (/\S/.test(data)) this.#hidden++;
      return;
    }
    paragraph.add(data, this.#options.pen);
  }

  #tab(): void {
    const { paragraph } = this.#stories;
    if (!paragraph || !this.#isSeen() || paragraph.isHidden) return;
    paragraph.tab(this.#options.pen, this.#stories.cell !== null);
  }

  #breakLine(): void {
    const { paragraph } = this.#stories;
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
}
