/** What the sentences of a filing say, as figures that the engine takes. */
import type { Figure, Period } from "../tables/table.ts";
import type { Fact } from "./facts.ts";
import type { Margin } from "./shares.ts";
import type { Said } from "./statement.ts";

export interface Claim {
  /** The number of the sentence. Its sign is that of words and print together. */
  readonly figure: Figure;
  /** As the sentence says it; empty where that is not certain. */
  readonly subject: string;
  readonly said: Said;
  readonly period: Period | null;
  /** The table's figure that it repeats. */
  readonly fact: Fact | null;
  /** Why it is not held against a table; empty when it is. */
  readonly reason: string;
  readonly standing: Standing;
  /** Whether the sentence itself names the period, not only its heading. */
  readonly dated: boolean;
  /** Counts the sentences of the filing: claims of one share it. */
  readonly sentence: number;
}

/**
 * What a break of it would show. sure: other numbers of the statement fit the same line · alone: the words
 * alone say what it is of · own: the other numbers of the sentence determine it · none: it may be of something else, and only that it ties says something.
 */
export type Standing = "sure" | "alone" | "own" | "none";

/** A change from one claim to another of the same subject. */
export interface ChangeClaim {
  readonly claim: Claim;
  readonly now: Claim | null;
  readonly base: Claim | null;
  readonly nowFact: Fact | null;
  readonly baseFact: Fact | null;
  /** What the words say of the sign of what changes. */
  readonly loss: boolean;
}

export interface Translated {
  readonly claim: Claim;
  readonly original: Claim;
}

/** An amount as a share of a table's line. */
export interface ShareClaim {
  readonly claim: Claim;
  readonly part: Claim;
  readonly whole: Fact;
}

/** A margin without a line of its own. */
export interface MarginClaim extends Margin {
  readonly claim: Claim;
}

/** An amount of the sentence, or a line of a table, and the parts that the sentence divides it into. */
export interface ListClaim {
  readonly whole: Claim | Fact;
  readonly parts: readonly Claim[];
}

/** Claims under one heading confirm each other's reading. */
export interface ProseSection {
  readonly claims: readonly Claim[];
  readonly changes: readonly ChangeClaim[];
  readonly translated: readonly Translated[];
  readonly shares: readonly ShareClaim[];
  readonly margins: readonly MarginClaim[];
  readonly lists: readonly ListClaim[];
}

export interface Prose {
  readonly sections: readonly ProseSection[];
}
