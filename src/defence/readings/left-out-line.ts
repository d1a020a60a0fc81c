import { abs, type Decimal, isZero } from "../../money/decimal.ts";
import { evaluateTie } from "../../relations/tie.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Figure, readable, type Row } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const leftOut = `Aldermoor Limited
Statement of changes in equity (in thousands)
\tCommon stock\tRetained earnings\tTotal
\tRMB\tRMB\tRMB
Balance at December 31, 2022\t108,210\t261,905\t370,115
Net income\t-\t43,313\t43,313
Grants\t12,207\t-\t12,207
Balance at December 31, 2023\t120,417\t305,218\t425,635
Net income\t-\t48,306\t48,306
Issued at RMB 12.50 per share\t2,114\t-\t2,114
Grants\t6,220\t-\t6,220
Balance at December 31, 2024\t128,751\t353,524\t482,275
`;

const digit = `Aldermoor Limited
Receivables (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Trade\t205,377\t231,094
Value-added tax\t41,206\t38,115
Deposits\t12,708\t13,960
Total receivables\t259,291\t283,169
`;

/** A sum whose cells all stand in one column of one table: what may lie between its ends can be looked up. */
function isColumnSum({ form, result, terms }: Relation): boolean {
  return (
    form.kind === "linear" &&
    terms.every(({ table, column }) => table === result.table && column === result.column)
  );
}

/** The rows between the ends of the sum, and those above it up to the heading, that it does not take. */
function openRows({ result, terms }: Relation): readonly Row[] {
  const { rows } = result.table;
  const taken = new Set<Row>([result.row, ...terms.map(({ row }) => row)]);
  const indexes = [...taken].map(({ index }) => index);
  const last = Math.max(...indexes);
  let first = Math.min(...indexes);
  while (first > 0 && rows[first - 1]?.kind !== "heading") first--;
  return rows.slice(first, last + 1).filter((row) => !taken.has(row) && row.kind !== "ghost");
}

/** The sum with the lines in it as well. */
function withLines(relation: Relation, lines: readonly Figure[], weight: 1 | -1): Relation {
  const own = relation.form.kind === "linear" ? relation.form.weights : [];
  return {
    ...relation,
    form: { kind: "linear", weights: [...own, ...lines.map(() => weight)] },
    terms: [...relation.terms, ...lines],
    memo: {},
  };
}

/**
 * Whether the sum with these rows ties here, and in every other column in which one of them prints an amount.
 */
function tiesEverywhere(relation: Relation, rows: readonly Row[], weight: 1 | -1, scene: Scene): boolean {
  return scene.siblings(relation).every(({ relation: other }) => {
    const lines = rows.flatMap((row) => row.figures[other.result.column.index] ?? []);
    if (other.result !== relation.result && lines.every(({ nil }) => nil)) return true;
    return lines.every(readable) && evaluateTie(withLines(other, lines, weight)) === true;
  });
}

/** Runs of open rows that stand together and say something in the column. A long table has few of the right size. */
function* runsOf(rows: readonly Row[], column: number): Generator<readonly Row[]> {
  const printed = rows.filter((row) => readable(row.figures[column]) && !row.figures[column]?.nil);
  for (let start = 0; start < printed.length; start++) {
    for (let length = 1; length <= longestRun && start + length <= printed.length; length++) {
      yield printed.slice(start, start + length);
    }
  }
}

const longestRun = 6;
/** A shorter difference is equal to some line by chance. */
const fewestDigits = 3;

export const leftOutLine = defineReading({
  name: "left-out-line",
  summary: "The difference is a line between the ends of the sum that was not taken into it",
  what: "Looks for one line, or a run of lines, of the same column between the ends of the sum, or above it up to the heading, that makes the sum tie to the unit. The sum with that line must tie in every other column in which the line prints an amount. A difference of one or two digits is equal to some line by chance and clears nothing.",
  examples: {
    cleared: [{ title: "A movement that only one column of equity has", filing: leftOut }],
    stands: [{ title: "A digit is wrong", filing: digit.replace("283,169", "283,769") }],
  },
  clear({ broken: { relation, difference } }, scene): Innocent | null {
    if (!difference || !isColumnSum(relation) || digitsOf(difference) < fewestDigits) return null;
    for (const run of runsOf(openRows(relation), relation.result.column.index)) {
      const lines = run.flatMap((row) => row.figures[relation.result.column.index] ?? []);
      for (const weight of [1, -1] as const) {
        if (!tiesEverywhere(relation, run, weight, scene)) continue;
        const names = lines.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(", ");
        return { sentence: `it ties with ${names}, which stands between its lines`, figures: lines };
      }
    }
    return null;
  },
});

function digitsOf(value: Decimal): number {
  return isZero(value) ? 0 : abs(value).coefficient.toString().length;
}
