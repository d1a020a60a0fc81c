/** Writes down where each stretch of a document stands, for places that a person finds. */
import { noteLine, paragraphLine, rowLine, Spots } from "../office/spots.ts";
import { isEmpty, type ParagraphItem, textOf } from "./items.ts";

/** A heading, and the line of the document from which on it holds. */
interface Heading {
  readonly order: number;
  readonly text: string;
}

/** First words of a paragraph that find it. */
const mostWords = 8;
const longestWords = 60;
const longestHeading = 120;

interface OpenTable {
  readonly number: number;
  row: number;
  order: number;
  column: number;
}

export interface Landmarks {
  readonly headings: readonly Heading[];
  /** First words of the paragraphs and notes, by the lines they are. */
  readonly words: ReadonlyMap<number, string>;
}

/** The pen of one document: all its text lies behind each other, and each stretch has a line. */
export class Pen implements Landmarks {
  readonly spots = new Spots();
  readonly headings: Heading[] = [];
  readonly words = new Map<number, string>();
  #offset = 0;
  #order = 0;
  #paragraphs = 0;
  #numberOfTables = 0;
  readonly #tables: OpenTable[] = [];
  #note: number | null = null;
  #line = paragraphLine(1, 1);

  /** Where `data` stands: its offset in all that is written. */
  write(data: string): number {
    const at = this.#offset;
    this.#offset += data.length;
    const table = this.#tables.at(-1);
    if (table) table.column += data.length;
    return at;
  }

  toParagraph(): void {
    this.#order++;
    this.#line =
      this.#note === null
        ? paragraphLine(this.#order, this.#paragraphs + 1)
        : noteLine(this.#order, this.#note);
    this.spots.begin(this.#offset, this.#line, 1);
  }

  /** Empty paragraphs are not counted: nobody would. */
  endParagraph(item: ParagraphItem, level: number | "toc" | null): void {
    if (isEmpty(item)) return;
    if (this.#note === null) this.#paragraphs++;
    const { text } = textOf(item);
    this.words.set(this.#order, firstWords(text));
    if (typeof level === "number") {
      this.headings.push({ order: this.#order, text: text.replaceAll("\n", " ").slice(0, longestHeading) });
    }
  }

  /** The number of the table, from 1. */
  openTable(): number {
    this.#tables.push({ number: ++this.#numberOfTables, row: 0, order: this.#order, column: 1 });
    return this.#numberOfTables;
  }

  /** Where the row begins. */
  openRow(): number {
    const table = this.#tables.at(-1);
    if (table) {
      table.row++;
      table.order = ++this.#order;
      table.column = 1;
    }
    this.resume();
    return this.#offset;
  }

  openCell(): void {
    this.write("\t");
    this.resume();
  }

  /** The next paragraph of a cell. */
  toCell(): void {
    this.write(" ");
    this.resume();
  }

  closeTable(): void {
    this.#tables.pop();
    this.resume();
  }

  /** Goes on in the row that is open, after what stood within it. */
  resume(): void {
    const table = this.#tables.at(-1);
    if (!table) {
      this.spots.begin(this.#offset, this.#line, 1);
      return;
    }
    const { order, number, row, column } = table;
    this.spots.begin(this.#offset, rowLine(order, number, row), column);
  }

  /** What follows is the text of this note. */
  toNote(number: number): void {
    this.#note = number;
  }
}

function firstWords(text: string): string {
  const words = text.replaceAll("\n", " ").split(" ").slice(0, mostWords).join(" ");
  return words.length > longestWords ? `${words.slice(0, longestWords)}…` : words;
}
