/** Causes that are rows, not cells: a sum that breaks in all its columns lacks a line, or counts one twice. */
import { abs } from "../money/decimal.ts";
import { expectedResult, noReadings } from "../relations/evaluate.ts";
import { grade } from "../relations/grade.ts";
import type { Relation } from "../relations/relation.ts";
import type { Figure, Row } from "../tables/table.ts";
import type { Judged } from "../verdict/judge.ts";
import type { Cause, RowCause } from "./cause.ts";

/**
 * Sums that break for a whole row. A slip in a cell breaks one column; a row that is missing or printed
 * twice breaks every column in which it says something. `explained`: whether a slip of one cell is known
 * to account for a failing relation.
 */
export function rowCauses(
  failing: readonly Judged[],
  judged: readonly Judged[],
  explained: (item: Judged) => boolean,
): Cause[] {
  const patterns = new Map<string, Judged[]>();
  for (const item of failing) {
    if (item.relation.form.kind !== "linear") continue;
    const own = patterns.get(patternOf(item));
    if (own) own.push(item);
    else patterns.set(patternOf(item), [item]);
  }
  const tying = new Set<string>();
  for (const item of judged) if (item.status === "pass" && live(item)) tying.add(patternOf(item));
  const causes: Cause[] = [];
  for (const [pattern, items] of patterns) {
    if (!oneColumnEach(items)) continue;
    const doubled = doubledRow(items);
    const row = doubled ? doubledCause(items, doubled) : droppedCause(items, tying.has(pattern), explained);
    if (row) causes.push({ failing: items, suspects: [], row });
  }
  return onePerDoubledRow(causes);
}

/** A line that is printed twice breaks every sum that it is in: one cause. */
function onePerDoubledRow(causes: readonly Cause[]): Cause[] {
  const byRow = new Map<Row | Cause, Cause>();
  for (const cause of causes) {
    const key = cause.row?.doubled[0]?.row ?? cause;
    const first = byRow.get(key);
    byRow.set(key, first ? { ...first, failing: [...first.failing, ...cause.failing] } : cause);
  }
  return [...byRow.values()];
}

function patternOf(item: Judged): string {
  return `${item.relation.rule} ${item.relation.pattern}`;
}

function live(item: Judged): boolean {
  return item.relation.terms.filter((term) => !term.nil).length >= 2;
}

/** Each relation in a column of its own, and no cell in two of them: what they share may be to blame alone. */
function oneColumnEach(items: readonly Judged[]): boolean {
  const cells = items.flatMap(({ relation }) => relation.terms.map((term) => term.id));
  const columns = new Set(items.map((item) => item.relation.result.column.index));
  return columns.size === items.length && new Set(cells).size === cells.length;
}

function doubledCause(items: readonly Judged[], row: Row): RowCause {
  const own = (judged: Judged): Figure | undefined => row.figures[judged.relation.result.column.index];
  const amounts = items.flatMap((judged) => {
    const figure = own(judged);
    return figure ? [{ judged, value: abs(figure.value) }] : [];
  });
  return { slip: "row-doubled", amounts, doubled: row.figures.filter((figure) => figure !== undefined) };
}

/**
 * A missing line: the sum breaks in two columns or more. Where it ties in others the line may say nothing
 * there; then it is a row only if no column has a slip of a cell to show for itself.
 */
function droppedCause(
  items: readonly Judged[],
  tiesElsewhere: boolean,
  explained: (item: Judged) => boolean,
): RowCause | null {
  const several = items.filter((item) => item.relation.terms.length >= 2 || !tiesElsewhere);
  if (several.length < 2 || several.length < items.length) return null;
  if (tiesElsewhere && items.some(explained)) return null;
  const amounts = items.flatMap((judged) =>
    judged.difference ? [{ judged, value: judged.difference }] : [],
  );
  return { slip: "row-dropped", amounts, doubled: [] };
}

/** A row among the terms that prints what the row before it prints, and whose removal settles every column. */
function doubledRow(items: readonly Judged[]): Row | null {
  const [first] = items;
  for (const [i, term] of (first?.relation.terms ?? []).entries()) {
    const before = first?.relation.terms[i - 1];
    if (!before || before.row.caption !== term.row.caption || !samePrint(before, term)) continue;
    if (items.every((item) => tiesWithout(item.relation, term.row))) return term.row;
  }
  return null;
}

function tiesWithout(relation: Relation, row: Row): boolean {
  const { form, terms } = relation;
  if (form.kind !== "linear") return false;
  const kept = terms.map((term) => term.row !== row);
  const without: Relation = {
    ...relation,
    form: { kind: "linear", weights: form.weights.filter((_, i) => kept[i]) },
    terms: terms.filter((_, i) => kept[i]),
  };
  const expected = expectedResult(without, noReadings);
  return expected !== undefined && grade(without, expected, noReadings) !== "broken";
}

function samePrint(a: Figure, b: Figure): boolean {
  return a.row.figures.every((figure, i) => figure?.raw === b.row.figures[i]?.raw);
}
