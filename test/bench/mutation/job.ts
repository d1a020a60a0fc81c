/** One planted filing to check: what is sent to a worker, and what comes back. */
import type { Planted, Section } from "./bench.ts";
import type { HeaderTarget } from "./headers.ts";
import type { CellSlip, RowSlip } from "./plant.ts";
import type { Line, Target } from "./targets.ts";
import type { Round } from "./together.ts";

/** A print in place of another. */
export interface Change {
  readonly target: Target;
  readonly print: string;
}

export interface CellJob extends Change {
  readonly kind: "cell";
  readonly section: Section;
  readonly slip: CellSlip;
}

export interface RowJob {
  readonly kind: "row";
  readonly section: Section;
  readonly slip: RowSlip;
  readonly line: Line;
}

/** Several changes at once, each of which alone gives one finding that names its cell. */
export interface RoundJob {
  readonly kind: "round";
  readonly changes: readonly Change[];
}

/** A word or number of a header or sentence put in place of another. */
export interface HeaderJob {
  readonly kind: "header";
  readonly target: HeaderTarget;
  readonly print: string;
}

export type Job = CellJob | RowJob | RoundJob | HeaderJob;

export type Outcome =
  | { readonly kind: "planted"; readonly planted: Planted }
  | { readonly kind: "round"; readonly round: Round }
  | { readonly kind: "crash"; readonly message: string };
