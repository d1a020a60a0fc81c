/** What the walk over the markup leaves: runs of text, text with its blanks, and tables, nested as they stand. */
import type { Preformatted } from "./preformatted.ts";
import type { TextRun } from "./text-run.ts";

export interface DraftCell {
  /** Columns and rows it covers, 1 or more. */
  readonly columns: number;
  readonly rows: number;
  /** Text and tables in order. Nearly always one run. */
  readonly content: Content[];
  /** Points by which its first line is set in. */
  indent: number;
  ruleAbove: boolean;
  ruleBelow: boolean;
  /** Text in it links to another place of the same document. */
  linked: boolean;
}

export interface DraftRow {
  /** Offset of its tag in the source. */
  readonly at: number;
  readonly cells: DraftCell[];
  readonly ruleAbove: boolean;
  readonly ruleBelow: boolean;
}

export interface DraftTable {
  readonly kind: "table";
  readonly rows: DraftRow[];
}

export type Content = TextRun | DraftTable;
export type Draft = Content | Preformatted;
