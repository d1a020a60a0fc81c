import type { Relation } from "../../relations/relation.ts";
import { countTies, mostTied } from "../../relations/tie.ts";
import { conceptKey } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, periodKey, type Row, type Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const sound = `Aldermoor Limited
SELECTED RESULTS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Revenues\t1,118,207\t1,204,310\t1,377,925
Gross profit\t361,204\t401,104\t459,311
Gross margin\t32.3%\t33.3%\t33.3%
Net loss\t(410,655)\t(402,118)\t(358,640)
Net loss margin\t(36.7%)\t(33.4%)\t(26.0%)
`;

const otherBase = `Aldermoor Limited
SELECTED RESULTS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Revenues\t1,118,207\t1,204,310\t1,377,925
Cloud revenues\t702,118\t790,406\t921,330
Cloud contribution\t140,424\t173,889\t221,119
Cloud contribution margin\t20.0%\t22.0%\t24.0%
Gross profit\t361,204\t401,104\t459,311
Gross profit, as adjusted for the transfer, margin\t34.9%\t36.0%\t35.1%
Net interest margin\t1.9%\t2.0%\t2.2%
Gross margin change in basis points\t-\t101\t3
`;

const ofSales = `Aldermoor Limited
RESULTS OF OPERATIONS (in millions)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Net sales\t1,118\t1,204\t1,377
Research and development\t90\t76\t101
Percentage of net sales\t8%\t6%\t7%
Selling, general and administrative\t216\t307\t230
Percentage of net sales\t19%\t25%\t17%
`;

const name = "margin";

export const margin = defineRule({
  name,
  summary: "A margin is its measure as a percentage of revenue",
  what: "Takes lines called a margin, finds the measure that each is of (gross profit for the gross margin, and so on) and divides it by revenue of the same period. A line called a percentage of revenue or of sales is of the line above it. A margin that fits no measure of the filing in half of the columns or more is left alone.",
  why: "Margins are quoted more often than the amounts behind them.",
  fix: "Divide the measure by total revenue of the same period. Check which measure the margin is of.",
  source: "Quotient of two printed figures, each taken as the interval of what prints so",
  examples: {
    passes: [
      { title: "Gross margin and a negative net margin", filing: sound },
      { title: "Percentages of sales below their lines", filing: ofSales },
    ],
    fails: [
      { title: "One digit wrong", filing: sound.replace("32.3%", "33.2%") },
      { title: "One digit wrong below its line", filing: ofSales.replace("25%", "28%") },
    ],
    quiet: [{ title: "Margins of another base or another measure", filing: otherBase }],
  },
  *check(filing) {
    const measures = measureRows(filing);
    for (const table of filing.tables) {
      yield* belowLines(filing, table);
      for (const row of table.rows) {
        if (row.unit !== "percent" || row.kind !== "item" || !/\bmargin\b/i.test(row.caption)) continue;
        const ways = basesOf(row, measures).map((base) => [...quotients(name, filing, row, base)]);
        const best = mostTied(ways);
        if (countTies(best) * 2 >= best.length) yield* withSupport(best);
      }
    }
  },
});

const ofRevenue =
  /^(?:as )?(?:an? )?(?:%|per ?cent(?:age)?s?) (?:of|to) (?:total )?(?:net )?(?:operating )?(?:sales|revenues?)\.?$/i;

/** "Percentage of net sales" is that of the amounts on the line above; the pattern is one for the table. */
function* belowLines(filing: Filing, table: Table): Generator<Relation> {
  const revenue = filing.rowOf(table, "Revenues");
  if (!revenue) return;
  const relations = table.rows.flatMap((row) => {
    const above = table.rows[row.index - 1];
    const isShare = row.unit === "percent" && row.kind === "item" && ofRevenue.test(row.caption.trim());
    return isShare && above?.unit === "currency" ? shares(row, above, revenue) : [];
  });
  if (countTies(relations) * 2 > relations.length) yield* withSupport(relations);
}

function shares(row: Row, above: Row, revenue: Row): Relation[] {
  return row.figures.flatMap((result): Relation[] => {
    const terms = result ? [above.figures[result.column.index], revenue.figures[result.column.index]] : [];
    const [part, whole] = terms;
    // The change of a percentage is told in points, of the kind the filing likes.
    if (result?.column.role === "change") return [];
    if (!result || result.nil || !part || part.nil || !whole || whole.nil) return [];
    return [
      {
        rule: name,
        title: `${row.caption} = ${above.caption} / ${revenue.caption}`,
        form: { kind: "quotient", scale: 0 },
        result,
        terms: [part, whole],
        belief: { identity: true, structure: false, wording: false, complete: false, ties: 0, breaks: 0 },
        pattern: `${name}:${result.table.index}:below`,
      },
    ];
  });
}

type Measures = ReadonlyMap<string, readonly Row[]>;

function measureRows(filing: Filing): Measures {
  const rows = new Map<string, Row[]>();
  for (const table of filing.tables) {
    for (const row of table.rows) {
      if (row.kind !== "item" || row.unit !== "currency") continue;
      const key = conceptKey(row.caption);
      const own = rows.get(key);
      if (own) own.push(row);
      else rows.set(key, [row]);
    }
  }
  return rows;
}

/** Rows that the margin may be of: "gross margin" is of "gross profit", "X margin" of a measure that is or ends in X. */
function basesOf(row: Row, measures: Measures): readonly (readonly Row[])[] {
  const base = conceptKey(row.caption)
    .replace(/\bmargin\b.*/, "")
    .trim();
  const exact = measures.get(base);
  if (exact) return [exact];
  const results = ["profit", "income", "loss", "result", "earning"].flatMap(
    (word) => measures.get(`${base} ${word}`) ?? [],
  );
  if (results.length > 0) return [results];
  return [...measures].filter(([key]) => key.endsWith(` ${base}`)).map(([, rows]) => rows);
}

/** The margin in each column as a quotient of the first of `bases` that prints its period, and revenue. */
export function* quotients(
  rule: string,
  filing: Filing,
  row: Row,
  bases: readonly Row[],
): Generator<Relation> {
  for (const result of row.figures) {
    if (!result || result.nil) continue;
    const period = periodKey(result.column.period);
    if (period === null) continue;
    const measure = bases.flatMap((base) => base.figures).find((figure) => stands(figure, period, null));
    if (!measure) continue;
    const revenue = revenueOf(filing, period, measure.column.currency);
    if (!revenue) continue;
    yield {
      rule,
      title: `${row.caption} = ${measure.row.caption} / ${revenue.row.caption}`,
      form: { kind: "quotient", scale: 0 },
      result,
      terms: [measure, revenue],
      belief: { identity: true, structure: false, wording: false, complete: false, ties: 0, breaks: 0 },
      pattern: `${rule}:${row.index}`,
    };
  }
}

/** Of several currencies the first printed is the reporting one. */
function stands(figure: Figure | undefined, period: string, currency: string | null): boolean {
  if (!figure || figure.nil || periodKey(figure.column.period) !== period) return false;
  return currency === null || figure.column.currency === currency;
}

function revenueOf(filing: Filing, period: string, currency: string | null): Figure | undefined {
  for (const table of filing.tables) {
    const found = filing.rowOf(table, "Revenues")?.figures.find((figure) => stands(figure, period, currency));
    if (found) return found;
  }
  return undefined;
}
