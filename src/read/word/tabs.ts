/** Which paragraphs set figures in columns by their tabs. */
import type { Draft } from "../html/drafts.ts";
import { isYear, pieceOf } from "../html/numbers.ts";
import { isEmpty, type Item, type ParagraphItem, textOf } from "./items.ts";

/** What stands in a column is no longer; a paragraph with a tab in it is. */
const longestPiece = 60;
/** A line between two rows that heads those below it. */
const longestHeading = 100;

/** A stretch of paragraphs whose tabs set a table, or of whatever else stands in the document. */
export type Stretch =
  | { readonly kind: "rows"; readonly items: readonly ParagraphItem[] }
  | { readonly kind: "drafts"; readonly drafts: readonly Draft[] };

/** The items in stretches, in their order. */
export function stretchesOf(items: readonly Item[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let drafts: Draft[] = [];
  for (let i = 0; i < items.length; ) {
    const { end, isTable } = rowsFrom(items, i);
    const stretch = items.slice(i, end);
    i = end;
    if (!isTable) {
      for (const item of stretch) drafts.push(item.kind === "table" ? item : textOf(item));
      continue;
    }
    stretches.push({ kind: "drafts", drafts });
    drafts = [];
    stretches.push({ kind: "rows", items: stretch.filter((item) => item.kind === "paragraph") });
  }
  return [...stretches, { kind: "drafts", drafts }];
}

/** Short pieces between tabs, as a row or a heading of columns has them. */
function isRow(item: Item | undefined): item is ParagraphItem {
  if (item?.kind !== "paragraph" || item.listed || item.parts.length < 2) return false;
  const behind = item.parts.slice(1).filter((part) => !part.empty);
  return behind.length > 0 && behind.every(({ text }) => text.length <= longestPiece && !text.includes("\n"));
}

function isFigure(text: string): boolean {
  return ["number", "nil"].includes(pieceOf(text));
}

/** A figure, or a dash for none, stands behind a tab. */
export function hasFigure({ parts }: ParagraphItem): boolean {
  return parts.slice(1).some(({ text }) => isFigure(text));
}

/** A line with nothing behind its tabs, or without any, between two rows; or none at all. */
function isBetween(item: Item | undefined): item is ParagraphItem {
  if (item?.kind !== "paragraph" || item.parts.slice(1).some((part) => !part.empty)) return false;
  return (item.parts[0]?.text.length ?? 0) <= longestHeading;
}

/** Lines between two rows of one table: empty ones, and headings of sections. */
const mostEmpty = 3;
const mostHeadings = 3;

/** A caption with figures behind it, and no years: what heads columns has no caption, or says when. */
function isBodyRow(item: ParagraphItem): boolean {
  if (item.parts[0]?.empty !== false) return false;
  return item.parts.slice(1).some(({ text }) => isFigure(text) && !isYear(text));
}

/** Where the table goes on behind the lines that begin at `from`; null where it ends before them. */
function nextRow(items: readonly Item[], from: number): number | null {
  let empty = 0;
  let headings = 0;
  for (let i = from; i < items.length; i++) {
    const item = items[i];
    // A heading above labels of columns is the title of another table.
    if (isRow(item)) return headings === 0 || isBodyRow(item) ? i : null;
    if (!isBetween(item)) return null;
    if (isEmpty(item)) empty++;
    else headings++;
    if (empty > mostEmpty || headings > mostHeadings) return null;
  }
  return null;
}

/** The stretch of rows that begins at `start`, or the one item there where none does. */
function rowsFrom(
  items: readonly Item[],
  start: number,
): { readonly end: number; readonly isTable: boolean } {
  let rows = 0;
  let end = start;
  for (let next = isRow(items[start]) ? start : null; next !== null; next = nextRow(items, end)) {
    const item = items[next];
    if (isRow(item) && hasFigure(item)) rows++;
    end = next + 1;
  }
  return { end: Math.max(end, start + 1), isTable: rows >= 2 };
}
