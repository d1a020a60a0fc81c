import { compare, decimal, sign } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { countTies } from "../../relations/tie.ts";
import { conceptKey, conceptOf } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, periodKey, printedCaption, readable, type Row } from "../../tables/table.ts";
import { withSupport } from "../sums.ts";

/** Lines that must tie before the table is taken for the income statement in percent. */
const fewestTies = 4;

/**
 * An income statement in percent of revenue, as discussions of results print it: each line is that of the
 * statement itself, divided by revenue of the period.
 */
export function* commonSize(rule: string, filing: Filing): Generator<Relation> {
  const amounts = statementLines(filing);
  if (amounts.size === 0) return;
  for (const table of filing.tables) {
    const whole = table.rows.find((row) => conceptOf(row.caption) === "Revenues" && isWhole(row));
    if (!whole) continue;
    const relations = table.rows.flatMap((row) =>
      row === whole ? [] : sharesOf(rule, filing, row, amounts.get(conceptKey(row.caption)) ?? []),
    );
    const ties = countTies(relations);
    if (ties >= fewestTies && ties * 5 >= relations.length * 4) yield* withSupport(relations);
  }
}

function isWhole({ figures }: Row): boolean {
  const printed = figures.filter((figure) => figure !== undefined);
  return printed.length > 0 && printed.every((figure) => readable(figure) && isAll(figure));
}

function isAll({ unit, value }: Figure): boolean {
  return unit === "percent" && compare(value, decimal(1n)) === 0;
}

/** Lines of amounts of the income statements by caption; a caption that one of them prints twice is not certain. */
function statementLines(filing: Filing): Map<string, Row[]> {
  const lines = new Map<string, Row[]>();
  for (const table of filing.tables) {
    if (filing.kindOf(table) !== "income" || !filing.rowOf(table, "Revenues")) continue;
    const own = new Map<string, Row[]>();
    for (const row of table.rows) {
      if (row.kind !== "item" || row.unit !== "currency") continue;
      const key = conceptKey(row.caption);
      own.set(key, [...(own.get(key) ?? []), row]);
    }
    for (const [key, rows] of own)
      if (rows.length === 1) lines.set(key, [...(lines.get(key) ?? []), ...rows]);
  }
  return lines;
}

function sharesOf(rule: string, filing: Filing, row: Row, lines: readonly Row[]): Relation[] {
  return row.figures.flatMap((result): Relation[] => {
    const period = result && periodKey(result.column.period);
    if (!result || result.nil || result.unit !== "percent" || !period) return [];
    const part = lines.flatMap((line) => line.figures).find((figure) => isOf(figure, period));
    const revenue = part && filing.rowOf(part.table, "Revenues")?.figures[part.column.index];
    if (!part || !revenue || revenue.nil || part.row === revenue.row) return [];
    // Costs printed in brackets on one of them are no difference.
    if (sign(part.value) !== sign(result.value)) return [];
    return [
      {
        rule,
        title: `${printedCaption(row)} = ${printedCaption(part.row)} / ${printedCaption(revenue.row)}`,
        form: { kind: "quotient", scale: 0 },
        result,
        terms: [part, revenue],
        belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
        pattern: `${rule}:${result.table.index}:of-revenue`,
      },
    ];
  });
}

function isOf(figure: Figure | undefined, period: string): boolean {
  return figure !== undefined && !figure.nil && periodKey(figure.column.period) === period;
}
