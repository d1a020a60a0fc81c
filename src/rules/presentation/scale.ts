import { abs, toNumber } from "../../money/decimal.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
SELECTED ASSETS (in thousands)
\tDec 31, 2022\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB
Trade receivables\t188,204\t205,377\t231,094
Inventories\t39,118\t41,206\t38,115
Equipment\t390,702\t412,060\t455,981
Intangible assets\t36,013\t33,715\t29,408
Total\t654,037\t692,358\t754,598
`;

const otherScale = `Aldermoor Limited
SELECTED ASSETS (in thousands)
\tDec 31, 2022\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB
Trade receivables\t188,204\t205,377\t231
Inventories\t39,118\t41,206\t38
Equipment\t390,702\t412,060\t456
Intangible assets\t36,013\t33,715\t29
Total\t654,037\t692,358\t754
`;

const young = `Aldermoor Limited
SELECTED ASSETS (in thousands)
\tDec 31, 2022\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB\tRMB
Trade receivables\t117\t205,377\t231,094
Inventories\t92\t41,206\t38,115
Equipment\t21,402\t412,060\t455,981
Intangible assets\t36\t33,715\t29,408
Total\t21,647\t692,358\t754,598
`;

const fewestRows = 4;

export const scale = defineRule({
  name: "scale",
  summary: "A column is in the scale its header says, as the columns beside it are",
  why: "A column in millions under a header in thousands misstates every line of it.",
  fix: "Check the scale of the column against its header; a warning only.",
  source: "Consistency of presentation, IAS 1.51(e)",
  examples: {
    passes: [{ title: "Columns of one scale", filing: sound }],
    fails: [{ title: "A column in millions under a header in thousands", filing: otherScale }],
    quiet: [{ title: "A company that was a thousandth of its size in its first year", filing: young }],
  },
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
