/** Causes that are rows, not cells: a sum that breaks in all its columns lacks a line, or counts one twice. */
import { abs, type Decimal, isZero, negate, subtract } from "../money/decimal.ts";
import type { Figure, Row } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";
import type { Cause } from "./cause.ts";

/**
 * Sums that fail in two columns or more and tie in none. A slip in a cell breaks one column; only a row
 * breaks them all.
 */
export function rowCauses(failing: readonly Judged[], judged: readonly Judged[]): Cause[] {
  const patterns = new Map<string, Judged[]>();
  for (const item of failing) {
    if (item.relation.form.kind !== "linear" || item.relation.terms.length < 2) continue;
    const own = patterns.get(patternOf(item));
    if (own) own.push(item);
    else patterns.set(patternOf(item), [item]);
  }
  const tying = new Set(
    judged.filter((item) => item.status === "pass" && item.relation.terms.length >= 2).map(patternOf),
  );
  const causes: Cause[] = [];
  for (const [pattern, items] of patterns) {
    if (items.length < 2 || tying.has(pattern) || !oneTable(items)) continue;
    const doubled = doubledRow(items);
    const amounts = items.flatMap((judgedItem) =>
      judgedItem.difference
        ? [{ judged: judgedItem, value: doubled ? abs(judgedItem.difference) : judgedItem.difference }]
        : [],
    );
    causes.push({
      failing: items,
      suspects: [],
      row: {
        slip: doubled ? "row-doubled" : "row-dropped",
        amounts,
        doubled: doubled?.figures.filter((f) => f !== undefined) ?? [],
      },
    });
  }
  return causes;
}

function patternOf(item: Judged): string {
  return `${item.relation.rule} ${item.relation.pattern}`;
}

function oneTable(items: readonly Judged[]): boolean {
  const columns = new Set(items.map((item) => item.relation.result.column.index));
  return columns.size === items.length;
}

/** A row among the terms that prints what the row before it prints, and whose removal settles every column. */
function doubledRow(items: readonly Judged[]): Row | null {
  const [first] = items;
  for (const [i, term] of (first?.relation.terms ?? []).entries()) {
    const before = first?.relation.terms[i - 1];
    if (!before || !samePrint(before, term)) continue;
    const settles = items.every(({ relation, difference }) => {
      const at = relation.terms.find((other) => other.row === term.row);
      const weight =
        relation.form.kind === "linear"
          ? (relation.form.weights[relation.terms.indexOf(at ?? term)] ?? 1)
          : 1;
      return (
        at !== undefined &&
        difference !== undefined &&
        isZero(subtract(difference, signed(at.value, -weight)))
      );
    });
    if (settles) return term.row;
  }
  return null;
}

function signed(value: Decimal, weight: number): Decimal {
  return weight < 0 ? negate(value) : value;
}

function samePrint(a: Figure, b: Figure): boolean {
  return a.row.figures.every((figure, i) => figure?.raw === b.row.figures[i]?.raw);
}
