import { add, compare, type Decimal, negate, subtract, zero } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Column, type Figure, readable, type Row } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const cycle = `Aldermoor Limited
Cash conversion cycle (days)
\tDec 31, 2024\tDec 31, 2023\tChange
Days of sales in receivables\t39\t37\t2
Days of inventory\t80\t79\t1
Days of purchases in payables\t62\t67\t5
Cash conversion cycle\t57\t49\t8

Balance sheets (in thousands)
\tDec 31, 2024\tDec 31, 2023\tChange
\tRMB\tRMB\tRMB
Trade receivables\t16,204\t15,118\t1,086
Inventories\t38,115\t41,206\t(3,091)
Total\t54,319\t56,324\t(2,005)
`;

/** Of fewer lines the one that is deducted may as well have lost its bracket. */
const fewestLines = 3;
const mostLines = 12;

/** Whether a line is added to a total or deducted from it, by what its change is: null where that is not told. */
function weightOf({ figures }: Row, change: Column, [now, before]: Levels): 1 | -1 | null {
  const [printed, a, b] = [change, now, before].map(({ index }) => figures[index]);
  if (!readable(printed) || !readable(a) || !readable(b) || printed.nil) return null;
  const difference = subtract(a.value, b.value);
  if (compare(difference, printed.value) === 0) return 1;
  return compare(negate(difference), printed.value) === 0 ? -1 : null;
}

type Levels = readonly [Column, Column];

/** The lines above a total, from the heading or the blank line before them. */
function linesAbove(rows: readonly Row[], total: Row): readonly Row[] {
  const lines: Row[] = [];
  for (let i = total.index - 1; i >= 0 && lines.length <= mostLines; i--) {
    const line = rows[i];
    if (line?.kind !== "item") break;
    lines.unshift(line);
  }
  return lines;
}

/** Without the scale of the table: days are a number here, and an amount in a line that does not say so. */
function asPrinted(figure: Figure | undefined, weight: 1 | -1): Decimal {
  if (!figure) return zero;
  const { value, scale } = figure;
  const printed = { ...value, exponent: value.exponent - scale };
  return weight < 0 ? negate(printed) : printed;
}

/** The first line below that adds up, in both columns of amounts, the lines above it as their changes say. */
function totalOf(relation: Relation, levels: Levels): Figure | null {
  const { row, column, table } = relation.result;
  for (const total of table.rows.slice(row.index + 1, row.index + 1 + mostLines)) {
    const lines = linesAbove(table.rows, total);
    if (total.kind !== "item" || !lines.includes(row)) return null;
    const weights = lines.flatMap((line) => weightOf(line, column, levels) ?? []);
    if (lines.length < fewestLines || weights.length < lines.length) continue;
    if (weightOf(total, column, levels) !== 1) continue;
    const isSum = levels.every(({ index }) => {
      const result = total.figures[index];
      const parts = lines.map(({ figures }, k) => asPrinted(figures[index], weights[k] ?? 1));
      return result !== undefined && compare(parts.reduce(add, zero), asPrinted(result, 1)) === 0;
    });
    if (isSum) return total.figures[column.index] ?? null;
  }
  return null;
}

export const effectOnTotal = defineReading({
  name: "effect-on-total",
  summary: "A column of changes prints what each line adds to the change of the total",
  what: "A deducted line that fell raises the total, and its change may be printed without brackets: days of payables in a cash conversion cycle. The figure must be the difference of its two amounts but for the sign; and below it a line must add up all lines above it in both columns of amounts, deducting just those whose change is printed with the other sign. Of fewer than three lines nothing is concluded.",
  examples: {
    cleared: [{ title: "Days of payables that fell", filing: cycle }],
    stands: [
      { title: "A digit is wrong", filing: cycle.replace("67\t5", "67\t6") },
      { title: "The total is another", filing: cycle.replace("57\t49", "47\t39") },
    ],
  },
  clear({ broken: { relation } }): Innocent | null {
    const [now, before] = relation.terms;
    const { result, rule, terms } = relation;
    if (rule !== "change-column" || !now || !before || terms.length !== 2) return null;
    const levels: Levels = [now.column, before.column];
    if (now.row !== result.row || before.row !== result.row) return null;
    if (weightOf(result.row, result.column, levels) !== -1) return null;
    const total = totalOf(relation, levels);
    if (!total) return null;
    return {
      sentence: `"${result.row.caption}" is deducted in "${total.row.caption}", and ${result.raw} is what it adds to the change ${total.raw}`,
      figures: [total],
    };
  },
});
