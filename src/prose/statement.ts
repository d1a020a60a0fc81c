/** What a sentence says of one subject, number by number. */
import type { Period } from "../tables/table.ts";
import type { Mention } from "./mention.ts";
import type { Tone } from "./subject.ts";
import type { Whole } from "./shares.ts";
import type { Direction } from "./words.ts";

export type Said = "figure" | "comparison" | "change" | "translation" | "share" | "part";

/** One number of a sentence and what it is. */
export interface Spoken {
  readonly mention: Mention;
  readonly said: Said;
  period: Period | null;
  /** Whether the sentence itself names the period. */
  explicit: boolean;
  readonly tone: Tone;
  /** Of a translation the amount translated; of a change the amount changed from; of a share its part. */
  of: Spoken | null;
  readonly direction: Direction | null;
  /** Of a share what it is of. */
  whole: Whole | null;
  /** Of a change without a base: what it is beside. */
  basis: "year" | "quarter" | null;
  /** Why it cannot be certain; empty when it is. */
  reason: string;
}

/** "increased" without a number: the amounts say whether that is so. */
export interface Move {
  readonly word: string;
  readonly direction: Direction;
  readonly at: number;
}

export interface Statement {
  readonly subject: string;
  readonly key: string;
  readonly numbers: Spoken[];
  move: Move | null;
}

export const anotherMeasure = "it is compared with another measure";
export const severalAtOnce = "the sentence tells of several periods or lines at once";

export function blank(mention: Mention, said: Said): Spoken {
  return {
    mention,
    said,
    period: null,
    explicit: false,
    tone: "none",
    of: null,
    direction: null,
    whole: null,
    basis: null,
    reason: "",
  };
}

/** Nothing of the statement is certain. */
export function doubt(statement: Statement, reason: string): void {
  for (const spoken of statement.numbers) spoken.reason ||= reason;
  statement.move = null;
}

/** The amount of the subject's own period. */
export function nowOf(statement: Statement): Spoken | null {
  return statement.numbers.findLast((spoken) => spoken.said === "figure") ?? null;
}

function isBase({ said, reason }: Spoken): boolean {
  return said === "comparison" && reason !== anotherMeasure;
}

/** Each change to the amount it starts from: the next one named, or the only one. */
export function pairChanges(statement: Statement): void {
  const { numbers } = statement;
  const changes = numbers.filter((spoken) => spoken.said === "change");
  for (const change of changes) {
    const at = numbers.indexOf(change);
    const following = numbers.slice(at + 1).find((spoken) => isBase(spoken) || spoken.said === "change");
    if (following && isBase(following)) change.of = following;
    else if (changes.length === 1) change.of = numbers.find(isBase) ?? null;
  }
}
