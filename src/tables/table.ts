/** Tables as the rules see them: columns with period and currency, rows with caption and kind, figures. */
import type { Decimal } from "../money/decimal.ts";
import type { Fragment } from "../money/figure.ts";
import type { Place, TaggedFact } from "../read/document.ts";

/** A point in time or a span of days, both ends inclusive, as ISO dates. */
export type Period =
  | { readonly kind: "instant"; readonly end: string }
  | { readonly kind: "duration"; readonly start: string; readonly end: string };

/** What the numbers of a column are, as its header says. */
/** "rate": prices, averages, terms, what is left of a programme: figures that do not add up. */
export type ColumnRole = "amount" | "percent" | "change" | "note" | "count" | "rate";

export interface Column {
  /** Position among the columns of the table, from 0. */
  readonly index: number;
  /** The header as printed, joined: "Three Months Ended Dec 31, 2024 RMB". */
  readonly label: string;
  /** The label as printed, where `label` says it in the terms of the program. */
  readonly printed?: string;
  readonly period: Period | null;
  /** ISO code; null where neither header nor filing says. */
  readonly currency: string | null;
  readonly role: ColumnRole;
  /** Power of ten that the header gives the amounts: 3 for thousands. */
  readonly scale: number;
  /** The header calls it a total; the label of a column with a period does not tell. */
  readonly total?: true;
  /** The period as the header prints it, where it prints all of it: "Three Months Ended Dec 30, 2023". */
  readonly printedPeriod?: string;
}

/** "rate": ratios, prices, averages: numbers that do not add up, and are in no scale. */
export type Unit = "currency" | "per-share" | "shares" | "percent" | "count" | "rate";

/** What is wrong with the print of a figure. Kept, never silently repaired. */
export interface Damage {
  readonly kind: "cut" | "garbled" | "ghost" | "split";
  readonly reason: string;
  readonly fragment: Fragment;
}

/** A printed number with its place, sign, unit and precision. */
export interface Figure {
  /** Position among the figures of the filing; those of an earlier filing are numbered apart. */
  readonly id: number;
  readonly raw: string;
  readonly place: Place;
  /**
   * In units: scale and percent applied. The exponent is that of the last printed digit. For a nil mark
   * zero; for a damaged figure what is left of it, never to be used without recovery.
   */
  readonly value: Decimal;
  /** The coefficient of `value` as a number while that is exact, else NaN: for the common, fast case. */
  readonly units: number;
  readonly unit: Unit;
  /** Power of ten between the print and `value`: 3 in a table in thousands, -2 for percentages. */
  readonly scale: number;
  /** A dash, "nil" or an empty cell among figures: zero, or nothing. */
  readonly nil: boolean;
  /** Set when the print is damaged. */
  readonly damage: Damage | null;
  readonly row: Row;
  readonly column: Column;
  readonly table: Table;
  /** What inline XBRL says of it. */
  readonly facts?: readonly TaggedFact[];
  /** How a sentence prints it; absent for the cell of a table. */
  readonly wording?: Wording;
}

/** What stands around a number in a sentence, so that another value can be printed the same way. */
export interface Wording {
  /** "RMB". */
  readonly before: string;
  /** " million", "%". */
  readonly after: string;
  /** Whether words give the sign ("loss of", "decreased by") and the number is printed without it. */
  readonly signInWords: boolean;
  /** The word that gives the sign, and its opposite: "loss" and "income", "decrease" and "increase". */
  readonly signWord?: SignWord;
  /** The figure is a word of direction, not a number: what it says of a rise and of a fall. */
  readonly direction?: { readonly up: string; readonly down: string };
}

export interface SignWord {
  readonly said: string;
  readonly opposite: string;
}

/** heading: no figures · item: caption and figures · bare: figures without a caption · ghost: a second, garbled reading of a neighbour. */
export type RowKind = "heading" | "item" | "bare" | "ghost";

export interface Row {
  readonly index: number;
  readonly line: number;
  /** Wrapped captions joined, in the terms of the program where the filing has another language; empty for a bare row. */
  readonly caption: string;
  readonly kind: RowKind;
  /** Headings in force, outermost first. */
  readonly section: readonly string[];
  /** Caption and headings as printed, where those above say them in the terms of the program. */
  readonly printed?: { readonly caption: string; readonly section: readonly string[] };
  readonly unit: Unit;
  /** Its source has no cell under the last columns, so its figures may stand under others. */
  readonly ragged?: boolean;
  /** A rule line stands right above its figures: what follows it is a sum. */
  readonly ruled?: boolean;
  /** Its figures are in bold and those of the line above it are not. */
  readonly emphasised?: boolean;
  /** An empty row stands right above it: another block of lines begins. */
  readonly apart?: boolean;
  /** The note that the line refers to, as printed in the column of notes. */
  readonly note?: string;
  /** What its cells behind the caption say that are no figures, joined. */
  readonly words?: string;
  /** Columns under which it prints words or what cannot be told from them: not nil, but no figure either. */
  readonly texts?: readonly number[];
  /** By column index; undefined where nothing is printed. */
  readonly figures: readonly (Figure | undefined)[];
}

export interface Table {
  /** Position among the tables of the filing; those of an earlier filing are numbered apart. */
  readonly index: number;
  /** The file it stands in, where that is another than the one under check. */
  readonly path?: string;
  /** The nearest line of the title above the table, or its first header line. */
  readonly title: string;
  /** All lines taken as title, in order. */
  readonly heading: readonly string[];
  readonly line: number;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** The caption as the filing prints it. */
export function printedCaption({ caption, printed }: Row): string {
  return printed?.caption ?? caption;
}

/** The label of a column as the filing prints it. */
export function printedLabel({ label, printed }: Column): string {
  return printed ?? label;
}

/** The headings as the filing prints them. */
export function printedSection({ section, printed }: Row): readonly string[] {
  return printed?.section ?? section;
}

/** Whether the figure can be computed with as printed. */
export function readable(figure: Figure | undefined): figure is Figure {
  return figure !== undefined && figure.damage === null;
}

export function periodKey(period: Period | null): string | null {
  if (!period) return null;
  return period.kind === "instant" ? period.end : `${period.start}/${period.end}`;
}
