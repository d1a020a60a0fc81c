/**
 * Lines of lost columns -> rows: a caption and its figures, with one blank between them or each on a line of its
 * own, a bracket perhaps parted from its number.
 */
import { type Figure, splitLine } from "../layout/figures.ts";
import { type Line, lineOf, textOf, type Word } from "../layout/line.ts";
import type { LooseCell, LooseRow } from "../loose/marks.ts";
import { isHeaderLine } from "./heads.ts";
import { monthName } from "../months.ts";

/** A figure, and the line that prints it. */
interface Value extends Pick<Figure, "text" | "column" | "endColumn" | "kind" | "noteLike"> {
  readonly line: number;
}

export interface Row {
  readonly line: Line;
  /** The last of its lines. */
  readonly last: Line;
  readonly caption: readonly Word[];
  readonly values: readonly Value[];
}

const longestCaption = 300;
const mostValues = 24;

/** Marks that open a number. */
const opening = /^[$€£¥]?\(?$/;

/** A month, or a day of one, that a day or a year goes on. */
const dateBefore = new RegExp(`\\b${monthName}\\.?(?:\\s\\d{1,2},?)?$`, "i");

/** The rows of the lines that are not blank, each of one line or of several. */
export function rowsOf(lines: readonly Line[]): Row[] {
  const rows = withMarks(lines).map(rowOf);
  const joined: Row[] = [];
  for (let i = 0; i < rows.length; ) {
    const row = rows[i];
    if (!row) break;
    const isCaption = row.values.every(({ noteLike }) => noteLike) && !isHeaderLine(row.line);
    const below = isCaption ? loneValues(rows, i + 1) : [];
    const last = below.at(-1);
    if (last && below.length > 1) {
      const values = below.flatMap((each) => each.values);
      joined.push({ ...row, caption: row.line.words, last: last.line, values });
      i += 1 + below.length;
    } else {
      joined.push(row);
      i++;
    }
  }
  return joined;
}

/** Lines that follow each other and hold one figure each, and nothing else. */
function loneValues(rows: readonly Row[], from: number): readonly Row[] {
  let to = from;
  while (to - from < mostValues && isLone(rows[to])) to++;
  // The mark of a footnote stands before its sentence.
  const isMark = rows[to - 1]?.values[0]?.noteLike === true && isSentence(rows[to]);
  return rows.slice(from, isMark ? to - 1 : to);
}

const shortestSentence = 60;

function isSentence(row: Row | undefined): boolean {
  const text = textOf(row?.caption ?? []);
  return text.length >= shortestSentence || /\p{Ll}[.;]$/u.test(text);
}

function isLone(row: Row | undefined): row is Row {
  return row !== undefined && row.caption.length === 0 && row.values.length === 1 && !isHeaderLine(row.line);
}

/** A bracket that ends a line belongs to the number on the next one. */
function withMarks(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let isOpen = false;
  for (const line of lines) {
    const own: Line = isOpen && /^[\d,.]+\)/.test(textOf(line.words)) ? opened(line) : line;
    const words = own.words.slice(0, own.words.findLastIndex(({ text }) => !opening.test(text)) + 1);
    isOpen = own.words.at(-1)?.text.endsWith("(") === true && words.length < own.words.length;
    if (words.length > 0) kept.push(isOpen ? { ...own, words } : own);
  }
  return kept;
}

function opened(line: Line): Line {
  const lead = line.source.length - line.source.trimStart().length;
  const { words } = lineOf(line.line, `${line.source.slice(0, lead)}(${line.source.slice(lead)}`);
  const moved = words.map((word) => ({
    ...word,
    column: Math.max(1, word.column - 1),
    endColumn: word.endColumn - 1,
  }));
  return { ...line, words: moved };
}

/** Specks that OCR read as marks, and what is left of a rule. */
const speck = /^[_·.,:;'’`~|\\/]+$/;

function rowOf(line: Line): Row {
  const { caption, figures } = splitLine(
    line.words.filter(({ text }) => !speck.test(text)),
    true,
  );
  const values = figures.map(({ text, column, endColumn, kind, noteLike }) => ({
    text,
    column,
    endColumn,
    kind,
    noteLike,
    line: line.line,
  }));
  const unopened = values.findLastIndex(({ text }) => text.includes(")") && !text.includes("("));
  const open = values.findIndex((value) => !isOfCaption(value, line.words));
  const own = Math.max(unopened + 1, open);
  if (own <= 0) return { line, last: line, caption, values };
  const column = values[own]?.column ?? Number.POSITIVE_INFINITY;
  return {
    line,
    last: line,
    caption: line.words.filter((word) => word.column < column),
    values: values.slice(own),
  };
}

/** "Balance at December 31, 2023", "shares (000)". */
function isOfCaption({ text, column }: Value, words: readonly Word[]): boolean {
  if (/^\(0+\)$/.test(text)) return true;
  if (!/^\d{1,2}$|^(?:19|20)\d\d$/.test(text)) return false;
  return dateBefore.test(textOf(words.filter((word) => word.column < column)));
}

/** Figures of two columns or more behind words: no sentence ends so. */
export function isRow({ line, caption, values }: Row): boolean {
  if (values.length < 2 || values.length > mostValues || caption.length === 0) return false;
  if (values.every(({ kind }) => kind === "year") || isHeaderLine(line)) return false;
  const text = textOf(caption);
  return (
    text.length <= longestCaption && /\p{L}{2}/u.test(text) && !/\b(?:and|or|of|to|from|than)$/i.test(text)
  );
}

/** How many figures most rows have. */
export function widthOf(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows)
    if (isRow(row)) counts.set(row.values.length, (counts.get(row.values.length) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0];
}

/** The number of a note, where a column of them stands behind the captions. */
const noteNumber = /^\d{1,2}(?:,\d{1,2})*(?:\([a-z]\))?$/;

/** The rows with the numbers of notes in their captions, where the rest of them is then more alike. */
export function withoutNotes(rows: readonly Row[]): readonly Row[] {
  const noted = (row: Row): boolean => isRow(row) && noteNumber.test(row.values[0]?.text ?? "");
  const width = widthOf(rows.map((row) => (noted(row) ? { ...row, values: row.values.slice(1) } : row)));
  const stripped = rows.map((row): Row => {
    const next = row.values[1];
    if (!next || !noted(row) || row.values.length !== width + 1) return row;
    const caption =
      next.line === row.line.line ? row.line.words.filter(({ column }) => column < next.column) : row.caption;
    return { ...row, caption, values: row.values.slice(1) };
  });
  return share(stripped) > share(rows) ? stripped : rows;
}

/** How many rows are as wide as most. */
function share(rows: readonly Row[]): number {
  const width = widthOf(rows);
  return rows.filter(({ values }) => values.length === width).length;
}

/** Without words only a whole row can be one: the rest is what is left of a cell, or the mark of a footnote. */
export function isReadable(row: Row, width: number): boolean {
  const { caption, values } = row;
  if (values.length === 0 || isRow(row)) return true;
  return caption.length === 0 ? values.length === width : /\p{L}{2}/u.test(textOf(caption));
}

/**
 * A row of one figure a line, and below it a total without a caption: its figures follow on those of the line above,
 * so that there are just twice as many as columns.
 */
export function withTotal(row: Row, width: number): readonly Row[] {
  const { line, last, values } = row;
  const [first] = values.slice(width);
  const isStacked = values.every((value, i) => i === 0 || value.line !== values[i - 1]?.line);
  if (!first || width < 2 || values.length !== 2 * width || line === last || !isStacked) return [row];
  const below: Line = { ...line, line: first.line, words: [] };
  return [
    { ...row, values: values.slice(0, width) },
    { line: below, last, caption: [], values: values.slice(width) },
  ];
}

/** The mark of a footnote behind the caption is no figure where the row is not as wide as the others. */
export function looseRow({ line, caption, values: printed }: Row, width: number): LooseRow {
  const [first, next] = printed;
  const isMark =
    first !== undefined && printed.length !== width && first.noteLike && first.line === line.line;
  const values = isMark ? printed.slice(1) : printed;
  const end = isMark && next?.line === line.line ? next.column : Number.POSITIVE_INFINITY;
  const named = isMark ? line.words.filter(({ column }) => column < end) : caption;
  // A row of more figures than there are columns holds one that is none of them: the number of a page, a mark.
  const isText = values.length > width || values.every(({ kind }) => kind === "year");
  const words = isText ? line.words : named;
  const cells = [
    ...(words.length > 0 ? [captionCell(line, words)] : []),
    ...(isText ? [] : values).map(
      ({ text, column, endColumn, line: own }, i): LooseCell => ({
        text,
        line: own,
        column,
        endColumn,
        at: i + 1,
      }),
    ),
  ];
  return { line: line.line, cells, joined: false, width: cells.length };
}

function captionCell({ line }: Line, words: readonly Word[]): LooseCell {
  const [first, last] = [words[0], words.at(-1)];
  return { text: textOf(words), line, column: first?.column ?? 1, endColumn: last?.endColumn ?? 1, at: 0 };
}
