/** What a house adds to the rules and changes of them: the part of a config that the check itself sees. */
import type { Decimal } from "../money/decimal.ts";
import type { Concept } from "../statements/concepts.ts";
import type { Relation } from "../relations/relation.ts";
import { captionKey } from "../tables/caption.ts";
import { type Figure, printedCaption } from "../tables/table.ts";
import type { Rule, RuleOptions } from "./rule.ts";

/** Lines and tables that a rule leaves alone. */
export interface Exceptions {
  /** Parts of titles, in lower case. */
  readonly tables: readonly string[];
  /** Keys of captions. */
  readonly lines: ReadonlySet<string>;
}

/** A difference that a rule accepts. The reason is told wherever it is used. */
export interface Tolerance {
  readonly rule: string;
  /** Of the currency; null where `units` says it. */
  readonly amount: Decimal | null;
  /** Units of the last printed digit of the result; null where `amount` says it. */
  readonly units: bigint | null;
  readonly reason: string;
  /** Only for results in such lines and tables, where given. */
  readonly only: Exceptions | null;
}

export interface Policy {
  /** Rules of the house's own. They come before the built-in ones, so that they name what both yield. */
  readonly own: readonly Rule[];
  /** By rule; a rule that is not in it has the severity of what it finds. */
  readonly severities: ReadonlyMap<string, "error" | "warning" | "note">;
  /** More captions of concepts, by `conceptKey` of the caption. */
  readonly captions: ReadonlyMap<string, Concept>;
  readonly tolerances: readonly Tolerance[];
  readonly exceptions: ReadonlyMap<string, Exceptions>;
  readonly options: ReadonlyMap<string, RuleOptions>;
}

export const noPolicy: Policy = {
  own: [],
  severities: new Map(),
  captions: new Map(),
  tolerances: [],
  exceptions: new Map(),
  options: new Map(),
};

/** Whether the figure stands in one of the lines or tables. */
export function isAmong(figure: Figure, { tables, lines }: Exceptions): boolean {
  if (
    lines.size > 0 &&
    (lines.has(captionKey(figure.row.caption)) || lines.has(captionKey(printedCaption(figure.row))))
  )
    return true;
  if (tables.length === 0) return false;
  const title = [figure.table.title, ...figure.table.heading].join("\n").toLowerCase();
  return tables.some((part) => title.includes(part));
}

/** Whether a rule that leaves `exceptions` alone must not yield the relation: it tests or uses such a line. */
export function touches({ result, terms }: Relation, exceptions: Exceptions): boolean {
  return isAmong(result, exceptions) || terms.some((term) => isAmong(term, exceptions));
}
