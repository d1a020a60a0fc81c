/** One equation between printed figures, and why it is believed. */
import type { Decimal } from "../money/decimal.ts";
import type { Figure } from "../tables/table.ts";

/**
 * linear: result = sum of weight × term · quotient: result = terms[0] / terms[1] × 10^scale (share counts printed in another scale than
 * their header says) · change: result =
 * (terms[0] - terms[1]) / |terms[1]|, on the magnitudes when `magnitude` ("loss decreased by 18.1%") ·
 * translation: result = terms[0] / rate · direction: result = 1 where terms[0] is above terms[1], -1 where
 * below, on the magnitudes when `magnitude` · formula: result = an expression of the terms. Each but
 * direction can be solved for each of its figures; a formula for those that it names once.
 */
export type Form =
  | { readonly kind: "linear"; readonly weights: readonly (1 | -1)[] }
  | { readonly kind: "quotient"; readonly scale: number }
  | { readonly kind: "change"; readonly magnitude: boolean }
  | { readonly kind: "translation"; readonly rate: Decimal }
  | { readonly kind: "direction"; readonly magnitude: boolean }
  | { readonly kind: "formula"; readonly expression: Expression };

/** An expression of the terms of a relation, by their index, and of constants. */
export type Expression =
  | { readonly kind: "term"; readonly index: number }
  | { readonly kind: "constant"; readonly value: Decimal; readonly text: string }
  | { readonly kind: Operator; readonly left: Expression; readonly right: Expression };

export type Operator = "+" | "-" | "*" | "/";

/**
 * Where a relation comes from. Whether a break may be reported is decided from this alone, in verdict/.
 */
export interface Belief {
  /** Accounting says so and every caption is recognised. */
  readonly identity: boolean;
  /** Headings, totals, position say so. */
  readonly structure: boolean;
  /** A sentence says so. */
  readonly wording: boolean;
  /** No line that could belong to it stands unaccounted between its parts. */
  readonly complete: boolean;
  /** Independent other cases (columns, rows) in which the same pattern ties, and in which it breaks. */
  readonly ties: number;
  readonly breaks: number;
}

/** Why a break is not an error: the figures were presented anew. Relations with one key are one finding. */
export interface Explanation {
  readonly key: string;
  readonly sentence: string;
}

/** What was computed of a relation already. */
export interface RelationMemo {
  tie?: "exact" | "rounding" | "strained" | "broken" | null;
  /** The equation, the same whichever side it is written on. */
  key?: string;
}

export interface Relation {
  readonly rule: string;
  /** "Gross profit = Total revenues - Cost of revenues". */
  readonly title: string;
  readonly form: Form;
  /** The figure under test. */
  readonly result: Figure;
  readonly terms: readonly Figure[];
  readonly belief: Belief;
  /** Relations of one pattern in several columns share it: "one row is missing" breaks all of them. */
  readonly pattern: string;
  /** One fact printed twice must be the same to the last digit. */
  readonly sameFact?: boolean;
  /** Its weight follows the signs as printed, so that it says nothing of them. */
  readonly eitherSign?: boolean;
  /** Set where a break has a known reason: it is a warning, told in these words. */
  readonly explained?: Explanation;
  /** Kept by relations/tie.ts. */
  readonly memo?: RelationMemo;
}
