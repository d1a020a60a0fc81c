/** What is open while a Word document is read: its text, text boxes and notes, and the tables in them. */
import type { Content, DraftCell, DraftTable } from "../html/drafts.ts";
import { TextRun } from "../html/text-run.ts";
import type { Item } from "./items.ts";
import type { OpenParagraph } from "./paragraph.ts";

export interface OpenTable {
  readonly table: DraftTable;
  readonly number: number;
  row: OpenRow | null;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
export type OpenCell = Mutable<DraftCell> & { isContinued: boolean; isAbsent: boolean };

export interface OpenRow {
  readonly at: number;
  readonly cells: DraftCell[];
  isAbsent: boolean;
  cell: OpenCell | null;
}

/** Where paragraphs and tables go: the text itself, a text box, a note. A cell of a table takes them first. */
export interface Story {
  readonly items: Item[];
  readonly tables: OpenTable[];
  paragraph: OpenParagraph | null;
  /** Its mark was deleted: what follows stands in the same paragraph. */
  isRunningOn: boolean;
  /** What is drawn beside the paragraph, and stands behind it here. */
  readonly beside: Item[];
}

export function newStory(): Story {
  return { items: [], tables: [], paragraph: null, isRunningOn: false, beside: [] };
}

export function isDrawn(value: string | undefined): boolean {
  return value !== undefined && value !== "nil" && value !== "none";
}

export function ruled(cell: OpenCell, side: string): void {
  if (side === "top") cell.ruleAbove = true;
  else if (side === "bottom") cell.ruleBelow = true;
}

export function newCell(columns: number): DraftCell {
  return {
    columns,
    rows: 1,
    content: [],
    indent: 0,
    ruleAbove: false,
    ruleBelow: false,
    linked: false,
  };
}

/** The run that the text of a cell goes on in. */
export function runOf(cell: { readonly content: Content[] }): TextRun {
  const last = cell.content.at(-1);
  if (last instanceof TextRun) return last;
  const run = new TextRun();
  cell.content.push(run);
  return run;
}

export function addToCell(cell: OpenCell, item: Item): void {
  if (item.kind === "table") cell.content.push(item);
  else for (const part of item.parts) runOf(cell).append(part, true);
}
