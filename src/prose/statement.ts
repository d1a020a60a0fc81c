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
  /** The result that an amount per share is told beside: of the same period. */
  readonly beside?: Spoken;
  /** Of a comparison: the year that stands before it in brackets, "(2023: £11.8m)". */
  readonly inYear?: number;
  /** Of a share: it only restates the amount before it, "or 16.8% of net sales". */
  readonly restates?: true;
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
  /** The period that the subject names; null where which is not certain, undefined where it names none. */
  readonly period?: Period | null | undefined;
  /** Periods that the subject names together, each with an amount of its own. */
  readonly listed?: readonly Period[];
  /** Words before the subject may narrow it. */
  readonly partial?: boolean;
  /** Of a percentage of another line: "as a percentage of net sales". */
  readonly ratioOf?: string;
}

export const anotherMeasure = "it is compared with another measure";
export const severalAtOnce = "the sentence speaks of several periods or lines at once";
export const approximate = "the sentence gives it as approximate";
export const expected = "the sentence is about the future";
export const narrowed = "the sentence is about a part of the line only";
export const otherPeriodNamed = "the sentence names a period, but not clearly for this number";
export const noPeriodNamed = "neither a heading nor the sentence says which period it is for";
export const periodUnsure = "the period it refers to is not clear";
export const baseUnnamed = "the sentence does not name the period it compares with";
export const baseUnsaid = "the sentence does not say from what it changed";
export const whichAmount = "it is not clear which of the amounts it is";

const open: ReadonlySet<string> = new Set([
  "",
  severalAtOnce,
  otherPeriodNamed,
  noPeriodNamed,
  periodUnsure,
  baseUnnamed,
  whichAmount,
]);

/** Whether only its period is in doubt: then the amounts of the line it speaks of can tell it. */
export function onlyPeriodOpen({ reason }: Spoken): boolean {
  return open.has(reason);
}

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
  // "$12.3 million, or 5.6%" is one change said twice.
  const isRate = ({ mention }: Spoken): boolean => mention.unit === "percent";
  for (const change of changes) {
    const at = numbers.indexOf(change);
    const alike = changes.filter((other) => isRate(other) === isRate(change));
    const following = numbers
      .slice(at + 1)
      .find((spoken) => isBase(spoken) || (spoken !== change && alike.includes(spoken)));
    if (following && isBase(following)) change.of = following;
    else if (alike.length === 1) change.of = numbers.find(isBase) ?? null;
  }
}
