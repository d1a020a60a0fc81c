import { abs, toNumber } from "../../money/decimal.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";

const fewestRows = 4;

export const scale = defineRule({
  name: "scale",
  summary: "A column is in the scale its header says, as the columns beside it are",
  why: "A column in millions under a header in thousands misstates every line of it.",
  fix: "Check the scale of the column against its header; a warning only.",
  source: "Consistency of presentation, IAS 1.51(e)",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    for (const table of filing.tables) {
      for (const column of table.columns) {
        if (column.role !== "amount") continue;
        const factors: number[] = [];
        let first: Figure | null = null;
        for (const row of table.rows) {
          if (row.unit !== "currency" || row.kind !== "item") continue;
          const own = row.figures[column.index];
          const others = row.figures.filter(
            (figure): figure is Figure =>
              readable(figure) &&
              !figure.nil &&
              figure.column !== column &&
              figure.column.currency === column.currency,
          );
          if (!readable(own) || own.nil || others.length < 2) continue;
          first ??= own;
          const median = others.map(magnitude).sort((a, b) => a - b)[Math.floor(others.length / 2)] ?? 0;
          if (median > 0) factors.push(magnitude(own) / median);
        }
        const off = factors.length >= fewestRows && first ? factorOf(factors) : null;
        if (off && first) {
          yield {
            rule: "scale",
            title: "Scale of a column",
            figure: first,
            message: `heads a column that prints about ${off} its other columns in every line`,
          };
        }
      }
    }
  },
});

function magnitude(figure: Figure): number {
  return Math.abs(toNumber(abs(figure.value)));
}

/** "1,000 times" or "a thousandth of" when every line of the column is that far off. */
function factorOf(factors: readonly number[]): string | null {
  if (factors.every((factor) => factor > 250 && factor < 4_000)) return "1,000 times";
  if (factors.every((factor) => factor < 1 / 250 && factor > 1 / 4_000)) return "a thousandth of";
  return null;
}
