/** Paragraphs whose tabs set figures in columns -> tables. */
import type { Draft, DraftCell, DraftRow, DraftTable } from "../html/drafts.ts";
import { pieceOf } from "../html/numbers.ts";
import type { TextRun } from "../html/text-run.ts";
import { isEmpty, type Item, type ParagraphItem, textOf } from "./items.ts";

/** What stands in a column is no longer; a paragraph with a tab in it is. */
const longestPiece = 60;
/** A line between two rows that heads those below it. */
const longestHeading = 100;

/** The items as drafts, each stretch of rows by tabs as one table. */
export function draftsOf(items: readonly Item[]): Draft[] {
  const drafts: Draft[] = [];
  for (let i = 0; i < items.length; ) {
    const { end, isTable } = rowsFrom(items, i);
    const stretch = items.slice(i, end);
    if (isTable) drafts.push(tableOf(stretch.filter((item) => item.kind === "paragraph")));
    else for (const item of stretch) drafts.push(item.kind === "table" ? item : textOf(item));
    i = end;
  }
  return drafts;
}

/** Short pieces between tabs, as a row or a heading of columns has them. */
function isRow(item: Item | undefined): item is ParagraphItem {
  if (item?.kind !== "paragraph" || item.listed || item.parts.length < 2) return false;
  const behind = item.parts.slice(1).filter((part) => !part.empty);
  return behind.length > 0 && behind.every(({ text }) => text.length <= longestPiece && !text.includes("\n"));
}

function hasNumber({ parts }: ParagraphItem): boolean {
  return parts.slice(1).some(({ text }) => ["number", "nil"].includes(pieceOf(text)));
}

/** A line with nothing behind its tabs, or without any, between two rows; or none at all. */
function isBetween(item: Item | undefined): item is ParagraphItem {
  if (item?.kind !== "paragraph" || item.parts.slice(1).some((part) => !part.empty)) return false;
  return (item.parts[0]?.text.length ?? 0) <= longestHeading;
}

/** The stretch of rows that begins at `start`, or the one item there where none does. */
function rowsFrom(
  items: readonly Item[],
  start: number,
): { readonly end: number; readonly isTable: boolean } {
  let end = start;
  let rows = 0;
  let between = 0;
  for (let i = start; i < items.length; i++) {
    const item = items[i];
    if (isRow(item)) {
      if (hasNumber(item)) rows++;
      end = i + 1;
      between = 0;
      continue;
    }
    // An empty line parts sections, a heading names one; two headings are no part of the table any more.
    if (i === start || !isBetween(item)) break;
    between += isEmpty(item) ? 1 : 2;
    if (between > 3) break;
  }
  return { end: Math.max(end, start + 1), isTable: rows >= 2 };
}

function tableOf(items: readonly ParagraphItem[]): DraftTable {
  return { kind: "table", rows: items.map(rowOf) };
}

function rowOf(item: ParagraphItem): DraftRow {
  const { parts, stops } = item;
  // Without stops of its own a paragraph reaches a column by as many tabs as its caption is short.
  const pieces = stops ? parts : parts.filter((part, i) => i === 0 || !part.empty);
  const isHead = !hasNumber(item);
  const cells: DraftCell[] = [];
  for (let i = 0; i < pieces.length; ) {
    const part = pieces[i] as TextRun;
    // A label stands over the columns beside it that have none.
    const next = pieces.findIndex((other, j) => j > i && !other.empty);
    const end = isHead && i > 0 && !part.empty ? (next < 0 ? pieces.length : next) : i + 1;
    cells.push(cellOf(part, i === 0 ? item.indent : 0, end - i));
    i = end;
  }
  return {
    at: parts.find((part) => !part.empty)?.sourceAt(0) ?? 0,
    cells,
    ruleAbove: false,
    ruleBelow: false,
  };
}

function cellOf(run: TextRun, indent: number, columns: number): DraftCell {
  return {
    columns,
    rows: 1,
    content: [run],
    indent,
    ruleAbove: false,
    ruleBelow: false,
    linked: false,
  };
}
