/** The one model of a source, whatever its format: paragraphs and raw grids with exact places. */
import { plainColumn, saidCell, saidSpot, sheetSpotOf, wordSpotOf } from "./office/spots.ts";

/** What a reader took the source for. */
export type SourceFormat = "text" | "html" | "edgar-text" | "markdown" | "csv" | "pdf" | "word" | "excel";

/**
 * A place in the source text as it lies on disk: 1-based, UTF-16 columns, `endColumn` exclusive. In a source
 * of pages the line says the page as well: see `lineOfPage`.
 */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

const linesOfPage = 10_000_000;

/** The number that stands for a line of a page: lines of a source with pages compare and differ as others do. */
export function lineOfPage(page: number, line: number): number {
  return page * linesOfPage + line;
}

/** The page, or the sheet of a workbook, from 1; null in a source without pages. */
export function pageOf(line: number): number | null {
  if (line < linesOfPage || wordSpotOf(line)) return null;
  return sheetSpotOf(line)?.sheet ?? Math.floor(line / linesOfPage);
}

/** The line on its page, or the row on its sheet. */
export function lineOnPage(line: number): number {
  return wordSpotOf(line)?.order ?? sheetSpotOf(line)?.row ?? line % linesOfPage;
}

/** "line 70", "page 3, line 12", "table 4, row 7". */
export function saidLine(line: number): string {
  const spot = saidSpot(line);
  if (spot !== null) return spot;
  const page = pageOf(line);
  return page === null ? `line ${line}` : `page ${page}, line ${lineOnPage(line)}`;
}

/** The column as people count it. */
export function columnOnLine(line: number, column: number): number {
  return plainColumn(line, column);
}

/** The place in words; null in a source whose lines and columns say it. */
export function spotOf(line: number, column: number): string | null {
  const said = saidSpot(line);
  return sheetSpotOf(line) ? saidCell(line, column) : said;
}

/** ":70", "p3:12", "table 4, row 7"; with a column ":70:26". */
export function saidPlace(line: number, column?: number): string {
  const spot = saidSpot(line);
  if (spot !== null) return spot;
  if (column !== undefined) return `${saidPlace(line)}:${column}`;
  const page = pageOf(line);
  return `${page === null ? "" : `p${page}`}:${lineOnPage(line)}`;
}

/** One cell of a raw grid. `text` is trimmed and free of markup; the place is that of the trimmed text. */
export interface Cell extends Place {
  readonly text: string;
  /** As printed, where `text` says it in the terms that the rest of the program knows. */
  readonly printed?: string;
  /** Column of the grid, from 0. */
  readonly col: number;
  /** How many columns of the grid it stands over, from `col`; absent where the source does not tell. */
  readonly span?: number;
  /** The currency mark that the source prints before the number, left out of `text`. */
  readonly mark?: string;
  /** All of it is printed in bold. */
  readonly bold?: true;
  /** What inline XBRL says of the printed number; more than one where tags are nested. */
  readonly facts?: readonly TaggedFact[];
}

/** A number with the meaning that inline XBRL gives it. */
export interface TaggedFact {
  /** With its prefix: "us-gaap:GrossProfit". */
  readonly concept: string;
  /** Dates of the context, inclusive; an instant has no start. */
  readonly start: string | null;
  readonly end: string;
  /** Axis and member of each dimension, sorted and joined; empty for the whole entity. */
  readonly dimensions: string;
  /** "USD", "shares", "USD/shares", "pure". */
  readonly unit: string;
  /** Power of ten between the print and the value. */
  readonly scale: number;
  /** The tag turns the printed number's sign. */
  readonly negated: boolean;
  /** Digits after the point to which the value is exact, as the tag says; null for INF or none. */
  readonly decimals: number | null;
  /** Its format says that the print, a dash or a word, stands for zero, or the fact is nil. */
  readonly nil: boolean;
}

export interface GridRow {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** Whether it heads columns, where the reader can tell by where it stands; else its cells tell. */
  readonly header?: boolean;
  /** How far the caption is set in, in the source's own measure; only comparable within one grid. */
  readonly indent?: number;
  /** Grid columns whose figures in this row have a rule line right above them: what follows it is a sum. */
  readonly ruled?: readonly number[];
  /** The source does not tell under which columns its cells stand. */
  readonly ragged?: boolean;
  /** The source has an empty row right above it. */
  readonly apart?: boolean;
}

export interface Grid {
  readonly kind: "grid";
  readonly rows: readonly GridRow[];
}

/** A run of text: one line of a text file, one block of a marked-up one. Blank ones are not kept. */
export interface Paragraph {
  readonly kind: "paragraph";
  readonly line: number;
  /** Where `text` starts on its line: 1-based, UTF-16. */
  readonly column: number;
  /** Trimmed. As it lies on disk where `pieces` is absent, else put together from them. */
  readonly text: string;
  /**
   * Where the source breaks, skips or decodes: from `offset` of the text on, it stands at `line` and
   * `column` of the source, up to the next piece. Sorted by offset; absent where the text is verbatim.
   */
  readonly pieces?: readonly Piece[];
  /** Tagged numbers in the text. */
  readonly facts?: readonly { readonly start: number; readonly end: number; readonly fact: TaggedFact }[];
}

export interface Piece {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

export type Block = Grid | Paragraph;

/** A word of a page where it is drawn, in the measure of the page: `base` counts upwards, as PDF does. */
export interface DrawnWord {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
  /** Of its first character in the line of the source; null for what is no part of the line. */
  readonly column: number | null;
}

export interface DrawnLine {
  /** As in the places of figures. */
  readonly line: number;
  readonly words: readonly DrawnWord[];
}

/** A page as it is laid out, for reports that show it. */
export interface DrawnPage {
  readonly page: number;
  /** Left, bottom, right, top. */
  readonly box: readonly [number, number, number, number];
  readonly lines: readonly DrawnLine[];
}

/** What the number of a line alone says of a place: "table 4, row 7", "sheet 2!C14". */
export interface Spot {
  readonly where: string;
  /** As people count it. */
  readonly line: number;
}

/** Where something stands in a document of Word or a workbook. */
export interface Whereabouts {
  /** `table 4, row 7`, `paragraph 45 "Gross profit was"`, `Income!C14`. */
  readonly where: string;
  /** The heading above it, where there is one. */
  readonly heading?: string;
}

export interface Document {
  readonly path: string;
  readonly format: SourceFormat;
  readonly blocks: readonly Block[];
  /** The same text as it is laid out; only of a source of pages. */
  readonly pages?: readonly DrawnPage[];
  /** How a person finds a place, in a source that is no text on disk. */
  readonly whereabouts?: (place: Spot) => Whereabouts;
  /** Formulas of a workbook, without their equal sign, by "sheet 2!C14". */
  readonly formulas?: ReadonlyMap<string, string>;
  /** What the reader had to decide and a user may want to know, in sentences. */
  readonly notes: readonly string[];
  /** Of a filing in another language: itself as it is printed, while `blocks` say it in the terms that the rest of the program knows. */
  readonly printed?: Document;
  /** Its language prints "1.234" for a thousand and more. */
  readonly pointsPartThousands?: true;
  /** What is printed where `blocks` have a term, by the term. */
  readonly prints?: ReadonlyMap<string, string>;
}

/** A source that cannot be read at all. The message is one sentence without the path. */
export class Unreadable extends Error {
  override name = "Unreadable";
}

/** A source of no byte: nothing is wrong with it but that no filing is in it. */
export class Empty extends Unreadable {
  override name = "Empty";
}
