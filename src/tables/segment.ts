/**
 * Blocks -> raw tables: which rows of a grid are header, which are body, where a second header starts
 * another table inside one grid, and which grids are one table over a page break.
 */
import { append } from "../lists.ts";
import { type Printed, readFigure } from "../money/figure.ts";
import {
  type Block,
  type Cell,
  type Document,
  type Grid,
  type GridRow,
  lineOnPage,
  pageOf,
  type Paragraph,
} from "../read/document.ts";
import { isDateAlone } from "./date-alone.ts";
import { readDates, readMonthDay, readShorthand, readSpan } from "./period.ts";

export interface RawRow {
  readonly line: number;
  readonly cells: readonly Cell[];
  /** What each cell says, by the same index as `cells`. */
  readonly printed: readonly Printed[];
  /** The source does not tell under which columns its cells stand. */
  readonly ragged: boolean;
  /** Grid columns whose figures have a rule line right above them. */
  readonly ruled: readonly number[];
  /** An empty row stands above it. */
  readonly apart?: true;
}

export interface RawTable {
  /** Lines above the table that belong to it, in order. */
  readonly heading: readonly string[];
  readonly header: readonly RawRow[];
  readonly body: readonly RawRow[];
  /** A line above the body that names the period of its figures, where the header names it of no column. */
  readonly inner?: string;
  /** No paragraph stands between this table and the one before it. */
  readonly follows: boolean;
}

/** A heading is a short line; running text ends the search for one. */
const longestHeading = 220;
const mostHeadingLines = 6;
/** A heading between two rows names a section: it is shorter still. */
const longestInnerHeading = 80;
/** "Adjustments to reconcile net income to net cash provided by operating activities:" */
const longestOpening = 120;
/** Empty lines beside it, where a page ended. */
const mostBlankLines = 2;

export function segment(document: Document): RawTable[] {
  const tables: (RawTable & { readonly body: RawRow[] })[] = [];
  let heading: string[] = [];
  let follows = false;
  let lastWidth = 0;
  for (const block of joinGrids(document.blocks)) {
    if (block.kind === "paragraph") {
      follows = follows && isPageMark(block);
      if (!isPageMark(block)) heading = nextHeading(heading, block.text);
      continue;
    }
    for (const part of splitGrid(block.rows)) {
      const last = tables.at(-1);
      const own = width(part.body);
      if (part.header.length === 0 && follows && last && own === lastWidth) {
        for (const row of part.body) last.body.push(row);
      } else if (part.body.length > 0) {
        tables.push({
          heading: follows && last ? last.heading : heading,
          ...part,
          body: [...part.body],
          follows,
        });
        lastWidth = own;
      }
      follows = true;
    }
    heading = [];
  }
  return tables;
}

/**
 * Grids that only headings part, on the very next lines: where trailing tabs were trimmed a heading has no
 * tab left, and the rows below it have no header of their own.
 */
function joinGrids(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  let open: { readonly kind: "grid"; readonly rows: GridRow[] } | null = null;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!block) continue;
    const headings: Paragraph[] = [];
    let next: Block | undefined = block;
    for (
      ;
      next?.kind === "paragraph" && headings.length <= mostHeadingLines;
      next = blocks[i + headings.length]
    ) {
      headings.push(next);
    }
    if (open && next?.kind === "grid" && !isSpanned(next) && areInner(open, headings, next)) {
      for (const { text, line } of headings) {
        open.rows.push({ line, cells: [{ text, col: 0, line, column: 1, endColumn: text.length + 1 }] });
      }
      for (const row of next.rows) open.rows.push(row);
      i += headings.length;
      continue;
    }
    open = block.kind === "grid" ? { kind: "grid", rows: [...block.rows] } : null;
    joined.push(open ?? block);
  }
  return joined;
}

/** The source says itself which rows are one table, and which columns a cell stands over. */
function isSpanned(grid: Grid): boolean {
  const [first] = grid.rows;
  return first?.header !== undefined || first?.cells[0]?.span !== undefined;
}

function areInner(before: Grid, headings: readonly Paragraph[], after: Grid): boolean {
  const first = after.rows[0];
  const last = before.rows.at(-1);
  if (!first || !last || headings.length === 0 || headings.length > mostHeadingLines) return false;
  if (pageOf(first.line) !== pageOf(last.line)) return false;
  const blank = lineOnPage(first.line) - lineOnPage(last.line) - 1 - headings.length;
  return (
    (blank === 0 || (blank <= mostBlankLines && width(before.rows) === width(after.rows))) &&
    !isHeader(rawRow(first), true) &&
    headings.every(({ text }) => isInnerHeading(text))
  );
}

function width(rows: readonly { readonly cells: readonly Cell[] }[]): number {
  return rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
}

function nextHeading(heading: readonly string[], text: string): string[] {
  if (text.length > longestHeading || /[.!?]["”]?$/.test(text)) return [];
  return [...heading, text].slice(-mostHeadingLines);
}

/** A page number or a form feed between two halves of a table. */
function isPageMark(block: Block): boolean {
  return block.kind === "paragraph" && /^(?:[-–—\s]*(?:page\s*)?\d{1,4}[-–—\s]*|\f)$/i.test(block.text);
}

interface Part {
  readonly header: readonly RawRow[];
  readonly body: readonly RawRow[];
  readonly inner?: string;
}

function splitGrid(gridRows: readonly GridRow[]): Part[] {
  const parts: Part[] = [];
  let header: RawRow[] = [];
  let body: RawRow[] = [];
  // Lines in the caption column above a header are of the header, where no figures part them.
  let figures = 0;
  // A line that names a period and nothing else tells another than the header to the lines below.
  let inner: string | undefined;
  const part = (): Part => ({ header, body, ...(inner === undefined ? {} : { inner }) });
  let isApart = false;
  for (const row of gridRows) {
    const own = rawRow(row);
    if (isJunk(own)) {
      isApart ||= own.cells.every(({ text }) => !/[^\s\u200B]/u.test(text));
      continue;
    }
    const raw: RawRow = isApart || row.apart ? { ...own, apart: true } : own;
    isApart = false;
    const spanned = row.header === undefined && raw.cells[0]?.span !== undefined;
    if (spanned && header.some(namesDate) && isPeriodRow(raw)) {
      if (figures > 0) {
        parts.push(part());
        body = [];
        figures = 0;
      }
      inner = raw.cells[0]?.text;
      continue;
    }
    if (spanned && figures === 0 && body.length > 0 && isHeader(raw, true)) {
      append(header, body);
      header.push(raw);
      body = [];
      continue;
    }
    if (raw.printed.some((_, index) => isFigure(raw, index))) figures++;
    if (row.header ?? isHeader(raw, body.length === 0)) {
      if (body.length > 0) {
        parts.push(part());
        header = [];
        body = [];
        figures = 0;
        inner = undefined;
      }
      header.push(raw);
    } else body.push(raw);
  }
  if (header.length > 0 || body.length > 0) parts.push(part());
  return parts;
}

/** A header without a date gives no period that a line inside the table could gainsay. */
function namesDate({ cells }: RawRow): boolean {
  return cells.some(({ col, text }) => col > 0 && readDates(text).length > 0);
}

function isInnerHeading(text: string): boolean {
  if (text.endsWith(":")) return text.length <= longestOpening;
  return text.length <= longestInnerHeading && !/[.!?]["”]?$/.test(text);
}

/** A period and nothing else, alone in the column of captions. */
function isPeriodRow({ cells }: RawRow): boolean {
  const [first, ...others] = cells;
  return first !== undefined && isDateAlone(first.text) && others.every(({ text }) => text === "");
}

function rawRow(row: GridRow): RawRow {
  return {
    line: row.line,
    cells: row.cells,
    printed: row.cells.map((_, i) => printedIn(row.cells, i)),
    ragged: row.ragged ?? false,
    ruled: row.ruled ?? [],
  };
}

/** A bracket may be closed behind words in the next cell: "(1.8 | pts)", "(4.6 | )pp"; the cell may be doubled. */
const closing = /^(?:\)|(%?)[\p{L}.\s]{0,10}\))/u;

function printedIn(cells: readonly Cell[], index: number): Printed {
  const text = cells[index]?.text ?? "";
  const printed = readFigure(text);
  if (printed.kind !== "damaged" || !/^[^)]*\([^)]*$/.test(text)) return printed;
  const next = closing.exec(
    cells.slice(index + 1).find((cell) => !["", text].includes(cell.text))?.text ?? "",
  );
  return next ? readFigure(`${text}${next[1] ?? ""})`) : printed;
}

/** Rule lines and stray marks: no letter, digit, percent or currency in any cell; or the numbers of the columns. */
function isJunk(row: RawRow): boolean {
  return row.cells.every((cell) => !/[\p{L}\d%$€£¥]/u.test(cell.text)) || numbersColumns(row);
}

/** "(1) (2) (3)": names for formulas in the captions to use. */
function numbersColumns({ cells }: RawRow): boolean {
  const filled = cells.filter(({ text }) => text !== "");
  return filled.length >= 2 && filled.every(({ text }, i) => text === `(${i + 1})`);
}

/** Years alone in a cell, once or (where a header was read twice) more often, perhaps with marks of footnotes. */
export function isYears(text: string): boolean {
  return /^(?:(?:FY)?(?:19|20)\d\d(?:\s?\((?:\d|[a-z])\)|\*{1,2}|[\u00b9\u00b2\u00b3])?[\s,]*)+$/i.test(text);
}

const currencyWord =
  /^\(?(?:in\s+)?(?:RMB|US\s?\$|HK\s?\$|NT\s?\$|CNY|USD|HKD|EUR|GBP|JPY|€|£|¥|\$)[\s’'‘`]*(?:0?00|m|mn|million|thousands?|millions?)?s?[’']?\)?$/i;
const scaleWord =
  /^\(?[’'‘`]0{3}s?[’']?\)?$|\bin (?:thousands|millions|billions)\b|^\(?(?:thousands|millions)\)?$/i;
const columnWord =
  /^\(?(?:notes?|%|per\s?cent(?:age)?|% ?change|change|variance|y-?o-?y|number|employees|total|un-?audited|audited|amount|ratio|restated)\)?\.?\)?(?:\s*%|\s*\(%\))?$/i;

/** A cell that belongs to a header: date, period, currency, scale, "Notes", "%", "Change". */
function isHeaderCell(text: string): boolean {
  if (isYears(text) || currencyWord.test(text) || scaleWord.test(text) || columnWord.test(text)) return true;
  if (readShorthand(text)) return true;
  return readDates(text).length > 0 || readSpan(text) !== null || readMonthDay(text) !== null;
}

/** A figure of the body: not a year, not a day of the month cut off its name. */
function isFigure(row: RawRow, index: number): boolean {
  const printed = row.printed[index];
  const text = row.cells[index]?.text ?? "";
  if (printed?.kind !== "figure" && printed?.kind !== "damaged") return false;
  return !isYears(text) && !scaleWord.test(text);
}

/** "(in thousands)", "($ amounts in millions, except per share data)". */
const ofScale = /^\([^()]*\bin (?:thousands|millions|billions|lakhs|crores)\b[^()]*\)$/i;

/**
 * Header rows hold no figures. Above the body any text in a column will do; inside a table a new header
 * must say a date, a period or a unit, and have no caption.
 */
function isHeader(row: RawRow, atTop: boolean): boolean {
  if (row.cells.some((_, index) => isFigure(row, index))) return false;
  const [caption, ...others] = row.cells.map((cell) => cell.text);
  const filled = others.filter((text) => /[\p{L}\d%$€£¥]/u.test(text));
  if (filled.length === 0) {
    // Alone in the caption column: a header only when it says the period or the scale of columns to come.
    const said = caption ?? "";
    const isPeriod = /\b(?:end(?:ed|ing)|as (?:of|at))\b/i.test(said) && isHeaderCell(said);
    return atTop && (isPeriod || ofScale.test(said));
  }
  const noCaption = !/[\p{L}]/u.test(caption ?? "") || isHeaderCell(caption ?? "");
  const years = [caption ?? "", ...filled].filter((text) => text !== "");
  if (atTop) return noCaption || filled.every((text) => !/^[-–—]+$/.test(text));
  return noCaption && (years.every(isHeaderCell) || filled.some(isHeaderCell));
}
