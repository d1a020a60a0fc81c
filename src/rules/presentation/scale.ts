import { toNumber } from "../../money/decimal.ts";
import { type Column, type Figure, type Row, readable } from "../../tables/table.ts";
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
  summary: "Every column of a table is in the scale that the table states",
  what: "Looks for a column whose figures are about a thousand times, or a thousandth of, those beside them, in every line and in at least four. It is a warning: no equation proves it.",
  why: "A column in millions under a header in thousands misstates every line of it.",
  fix: "Compare the column with the original, and its header with its figures.",
  source: "IAS 1.51(e) (the level of rounding is stated)",
  severity: "warning",
  examples: {
    passes: [{ title: "Columns of one scale", filing: sound }],
    fails: [{ title: "A column in millions under a header in thousands", filing: otherScale }],
    quiet: [{ title: "A company that was a thousandth of its size in its first year", filing: young }],
  },
  *check(filing) {
    for (const table of filing.tables) {
      const factors = new Map<Column, { first: Figure; factors: number[] }>();
      for (const row of table.rows) {
        if (row.unit !== "currency" || row.kind !== "item") continue;
        for (const [figure, factor] of factorsOf(row)) {
          const own = factors.get(figure.column);
          if (own) own.factors.push(factor);
          else factors.set(figure.column, { first: figure, factors: [factor] });
        }
      }
      for (const { first, factors: own } of factors.values()) {
        const off = own.length >= fewestRows ? factorOf(own) : null;
        if (off === null) continue;
        yield {
          rule: "scale",
          title: "Scale of a column",
          figure: first,
          message: `is the first figure of a column that is about ${off} the columns beside it, in every line`,
        };
      }
    }
  },
});

/** Each amount of a row over the median of the row's amounts in its currency, three of them at least. */
function* factorsOf(row: Row): Generator<[Figure, number]> {
  const byCurrency = new Map<string | null, Figure[]>();
  for (const figure of row.figures) {
    if (!readable(figure) || figure.nil || figure.column.role !== "amount") continue;
    if (figure.column.period === null) continue;
    const own = byCurrency.get(figure.column.currency);
    if (own) own.push(figure);
    else byCurrency.set(figure.column.currency, [figure]);
  }
  for (const figures of byCurrency.values()) {
    if (figures.length < 3) continue;
    const median = figures.map(magnitude).sort((a, b) => a - b)[Math.floor((figures.length - 1) / 2)] ?? 0;
    if (median > 0) for (const figure of figures) yield [figure, magnitude(figure) / median];
  }
}

function magnitude(figure: Figure): number {
  return Math.abs(toNumber(figure.value));
}

/** "1,000 times" or "a thousandth of" when every line of the column is that far off. */
function factorOf(factors: readonly number[]): string | null {
  if (factors.every((factor) => factor > 250 && factor < 4_000)) return "1,000 times";
  if (factors.every((factor) => factor < 1 / 250 && factor > 1 / 4_000)) return "a thousandth of";
  return null;
}
