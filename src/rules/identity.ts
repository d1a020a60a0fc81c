/** Relations that hold between concepts of a statement, whatever its layout. */
import { largest, smallest } from "../lists.ts";
import { bestSigned, countTies } from "../relations/tie.ts";
import type { Relation } from "../relations/relation.ts";
import type { Concept } from "../statements/concepts.ts";
import type { Filing } from "../statements/filing.ts";
import type { Term } from "../tables/fit.ts";
import type { Row, Table } from "../tables/table.ts";
import { sumRelations } from "./sums.ts";
import { unsummed } from "./unsummed.ts";

/**
 * An identity between concepts of one table, where no sum was found for its result. Signs of the terms
 * are settled by the columns: of the given signings the one that ties in most of them.
 */
export function* identity(
  rule: string,
  filing: Filing,
  table: Table,
  result: Concept,
  terms: readonly (readonly [Concept, 1 | -1])[],
  signings: readonly (readonly (1 | -1)[])[] = [],
): Generator<Relation> {
  const row = filing.rowOf(table, result);
  const rows = terms.map(([concept]) => filing.rowOf(table, concept));
  if (!row || rows.some((r) => r === null)) return;
  const parts = rows.filter((r) => r !== null);
  // Who tags a line may have taken the nearest element: the figures must then show that it adds up.
  const isSaid = ![row, ...parts].some((part) => filing.isNamedByTags(part));
  const options = [terms.map(([, weight]) => weight), ...signings].map((weights) => {
    const signed = parts.map((part, i): Term => ({ row: part, weight: weights[i] ?? 1 }));
    const belief = {
      identity: true,
      structure: false,
      complete: isSaid && isComplete(filing, table, row, parts),
      unsummed: unsummed(filing, table),
    };
    return [...sumRelations(rule, row, signed, belief)];
  });
  const best = bestSigned(options);
  if (countTies(best) <= tiesOfLonger(filing, table, row, parts)) return;
  yield* best;
}

/**
 * Columns in which a sum of all these parts, with other signs or with further lines, makes the result:
 * the table then says itself how it adds up. The parts may stand one subtotal below the result.
 */
function tiesOfLonger(filing: Filing, table: Table, result: Row, parts: readonly Row[]): number {
  const sums = filing.sumsOf(table);
  let most = -1;
  for (const sum of sums) {
    if (sum.result !== result || sum.ties.length === 0) continue;
    const lines = new Set(sum.terms.map((term) => term.row));
    for (const { row } of sum.terms) {
      const inner = sums.find((other) => other.result === row && other.ties.length > 0);
      for (const term of inner?.terms ?? []) lines.add(term.row);
    }
    if (parts.every((part) => lines.has(part))) most = Math.max(most, sum.ties.length);
  }
  return most;
}

/** No line stands between the parts that is neither one of them nor closed by one of them. */
function isComplete(filing: Filing, table: Table, result: Row, parts: readonly Row[]): boolean {
  const all = [result, ...parts].map((row) => row.index);
  const first = smallest(all);
  const last = largest(all);
  // What the result's own sum holds beside the parts is just what may be missing.
  const accounted = new Set<Row>(parts);
  for (const sum of [...filing.sumsOf(table)].reverse()) {
    if (accounted.has(sum.result)) for (const term of sum.terms) accounted.add(term.row);
  }
  return table.rows
    .slice(first, last + 1)
    .every(
      (row) =>
        row === result ||
        row.kind === "heading" ||
        row.kind === "ghost" ||
        row.unit !== "currency" ||
        accounted.has(row),
    );
}
