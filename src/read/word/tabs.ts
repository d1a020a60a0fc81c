/** Which paragraphs set figures in columns by their tabs. */
import type { Draft } from "../html/drafts.ts";
import { pieceOf } from "../html/numbers.ts";
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
