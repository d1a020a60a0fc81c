/** An innocent reading: another way to read the same print under which a break is none. */
import type { Cause } from "../diagnose/cause.ts";
import type { Example } from "../rules/rule.ts";
import type { Figure } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";
import type { Scene } from "./scene.ts";

/** A break and the cause that diagnosis found for it: what a reading is asked about. */
export interface Accusation {
  readonly broken: Judged;
  readonly cause: Cause;
}

/** Why the break is none. */
export interface Innocent {
  /** What ties, with the figures as printed: "160 + 315 + 1,043 ties with the line "Tax" (1,043)". */
  readonly sentence: string;
  /** The figures that show it. */
  readonly figures: readonly Figure[];
}

export interface InnocentReading {
  /** Kebab-case, for ever: reports and documents name it. */
  readonly name: string;
  /** One line: what the filing may mean instead. */
  readonly summary: string;
  /** What must be found in the filing for a break to be cleared, and what does not suffice. */
  readonly what: string;
  /** Executed by the tests. */
  readonly examples: {
    /** Right filings whose break this reading clears. */
    readonly cleared: readonly Example[];
    /** Wrong filings that look alike, and must stay accused. */
    readonly stands: readonly Example[];
  };
  /** null where the reading explains nothing. */
  clear(accusation: Accusation, scene: Scene): Innocent | null;
}

/** Only types the literal; keeps the files of readings free of annotations. */
export function defineReading(reading: InnocentReading): InnocentReading {
  return reading;
}
