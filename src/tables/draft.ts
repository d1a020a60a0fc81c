/** A row of a table while it is read, before its cells become figures. */
import type { Printed } from "../money/figure.ts";
import type { Place, TaggedFact } from "../read/document.ts";
import type { Damage, RowKind, Unit } from "./table.ts";

/** One cell of a row, before it becomes a figure. */
export interface RowCell extends Place {
  readonly raw: string;
  readonly printed: Printed;
  readonly damage: Damage | null;
  readonly facts?: readonly TaggedFact[];
}

export interface DraftRow {
  line: number;
  caption: string;
  /** As printed, where the caption says it in the terms of the program; so for the headings. */
  printed?: string;
  printedSection?: readonly string[];
  kind: RowKind;
  section: readonly string[];
  cells: (RowCell | undefined)[];
  unit: Unit;
  /** Which of its cells stand where is not certain: the source says so, or has none under the last columns. */
  ragged: boolean;
  /** A rule line stands above most of its figures. */
  ruled: boolean;
  /** All its figures are printed in bold. */
  bold: boolean;
  /** An empty row stands above it. */
  apart: boolean;
  note?: string;
  /** What its cells behind the caption say that are no figures: "1/5/2017–30/4/2019", "25 (N/M)". */
  words?: string;
}

/** A damaged one is a number, too; a nil mark is none. */
export function isNumber(printed: Printed): boolean {
  return printed.kind === "figure" || printed.kind === "damaged";
}

export function hasFigures(row: DraftRow): boolean {
  return row.cells.some((cell) => cell !== undefined && isNumber(cell.printed));
}
