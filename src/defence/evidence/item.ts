/** One thing that speaks for a misprint or against it, as a number that the weights are fitted to. */
import type { Cause, Fix } from "../../diagnose/cause.ts";
import type { Judged } from "../../verdict/judge.ts";
import type { Scene } from "../scene.ts";

/** What a cause rests on: the relation that shows it, and the change that settles most. */
export interface Charge {
  readonly cause: Cause;
  /** The broken relation that the finding will show. */
  readonly shown: Judged;
  /** undefined where no single figure explains the breaks. */
  readonly fix: Fix | undefined;
  /** All causes of the filing. */
  readonly causes: readonly Cause[];
}

export interface EvidenceItem {
  /** Names the row of the table of weights. */
  readonly name: string;
  /** What it measures, and in which unit. */
  readonly what: string;
  /** A small number, mostly 0 or 1: powers of ten, of two, or shares. */
  measure(charge: Charge, scene: Scene): number;
}

export const yes = (is: boolean): number => (is ? 1 : 0);
