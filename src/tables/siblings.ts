/**
 * Sums that another table of the filing shows. A filing prints many of its tables twice or more, for
 * another date or period. Where one of them proves that a total closes just its lines, the same captions
 * in the same order say so in the others too, though a slip may leave nothing there that ties.
 */
import { captionKey } from "./caption.ts";
import { fit, type Sum } from "./fit.ts";
import { linesOf } from "./sum-lines.ts";
import type { Row, Table } from "./table.ts";

/** Sums of one total in different tables; of more the first. */
const mostPatterns = 8;

export interface Pattern {
  /** The captions from the first line to the total. */
  readonly captions: string;
  readonly rows: number;
  /** Index of the first line. */
  readonly start: number;
  readonly sum: Sum;
}

export type Patterns = ReadonlyMap<string, readonly Pattern[]>;

/** The sums that tie wherever they can be tried, by the captions of their totals. */
export function patternsOf(sums: Iterable<Sum>): Patterns {
  const patterns = new Map<string, Pattern[]>();
  for (const sum of sums) {
    if (sum.breaks.length > 0 || sum.independent === 0 || sum.doubled || sum.only !== undefined) continue;
    const first = Math.min(...sum.terms.map(({ row }) => row.index));
    if (first >= sum.result.index || !sum.terms.every(({ row }) => /\p{L}/u.test(nameOf(row)))) continue;
    const key = nameOf(sum.result);
    const known = patterns.get(key) ?? [];
    if (known.length >= mostPatterns) continue;
    known.push({
      captions: captionsOf(sum.table, first, sum.result.index),
      rows: sum.result.index - first + 1,
      start: first,
      sum,
    });
    patterns.set(key, known);
  }
  return patterns;
}

/** Numbers within captions (par values, years of maturity, rates) change from table to table. */
function nameOf({ caption, kind }: Row): string {
  return kind === "bare" ? "" : captionKey(caption).replace(/\d[\d ]*/g, "#");
}

function captionsOf(table: Table, first: number, last: number): string {
  return table.rows
    .slice(first, last + 1)
    .map((row) => `${row.kind} ${row.unit} ${nameOf(row)}`)
    .join("|");
}

/** The sums of a table with those that only other tables show. */
export function withSiblings(table: Table, own: readonly Sum[], patterns: Patterns): readonly Sum[] {
  const proven = new Set(own.filter(({ ties }) => ties.length > 0).map(({ result }) => result));
  const found: Sum[] = [];
  for (const row of table.rows) {
    if ((row.kind !== "item" && row.kind !== "bare") || proven.has(row)) continue;
    const sum = sumLike(table, row, patterns.get(nameOf(row)) ?? []);
    if (sum) found.push(sum);
  }
  if (found.length === 0) return own;
  const results = new Set(found.map(({ result }) => result));
  return [...own.filter(({ result }) => !results.has(result)), ...found].sort(
    (a, b) => a.result.index - b.result.index,
  );
}

/** A slip is in one column; where more break than tie, the table was misread or is of something else. */
function mostBreaks({ ties }: Sum): number {
  return Math.max(1, ties.length);
}

/** Null where no other table shows one, or where it breaks here too often. */
function sumLike(table: Table, result: Row, patterns: readonly Pattern[]): Sum | null {
  let found: Sum | null = null;
  let elsewhere = 0;
  for (const { captions, rows, start, sum } of patterns) {
    const first = result.index - rows + 1;
    if (first < 0 || captions !== captionsOf(table, first, result.index)) continue;
    // In one table a list is repeated where each has a heading of its own.
    if (sum.table === table && !(isBelowHeading(table, first) && isBelowHeading(table, start))) continue;
    found ??= asElsewhere(table, result, sum);
    if (!found) return null;
    elsewhere += sum.independent;
  }
  if (!found || found.breaks.length > mostBreaks(found)) return null;
  return found.breaks.length <= elsewhere ? { ...found, elsewhere } : null;
}

function isBelowHeading({ rows }: Table, index: number): boolean {
  const before = rows[index - 1];
  return before === undefined || before.kind === "heading";
}

function asElsewhere(table: Table, result: Row, { result: other, terms }: Sum): Sum | null {
  const rows = terms.flatMap(({ row }) => table.rows[row.index + result.index - other.index] ?? []);
  const [total, ...lines] = linesOf([result, ...rows]);
  if (!total) return null;
  const weights = terms.map(({ weight }) => weight);
  const sum = fit(table, total, { lines, weights, structure: true, closed: lines, tried: 0 });
  return sum && { ...sum, structure: true };
}
