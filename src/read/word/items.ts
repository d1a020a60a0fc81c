/** What the walk over a Word document leaves: paragraphs, with their tabs, and tables. */
import type { Draft, DraftTable } from "../html/drafts.ts";
import { TextRun } from "../html/text-run.ts";

/** A paragraph outside tables. */
export interface ParagraphItem {
  readonly kind: "paragraph";
  /** Its text between tabs; one where it has none. */
  readonly parts: TextRun[];
  /** Points by which its first line is set in. */
  readonly indent: number;
  /** It has tab stops of its own, so that each tab leads to the next of them. */
  readonly stops: boolean;
  /** A line of a table of contents. */
  readonly listed: boolean;
}

export type Item = ParagraphItem | DraftTable;

/** The text of a paragraph, tabs as blanks. */
export function textOf({ parts }: ParagraphItem): TextRun {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const whole = new TextRun();
  for (const part of parts) whole.append(part, false);
  return whole;
}

export function isEmpty({ parts }: ParagraphItem): boolean {
  return parts.every((part) => part.empty);
}

export type { Draft, DraftTable };
