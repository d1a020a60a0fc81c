import type { Relation } from "../../relations/relation.ts";
import { countTies, mostTied } from "../../relations/tie.ts";
import { conceptKey } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, periodKey, printedCaption, type Row, type Table } from "../../tables/table.ts";
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

const ofParts = `Aldermoor Limited
SELECTED RESULTS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Hosting\t718,207\t804,310\t977,925
Gross margin\t32.3%\t33.3%\t31.0%
Consulting\t400,000\t400,000\t400,000
Gross margin\t32.2%\t33.3%\t39.0%
Total revenues\t1,118,207\t1,204,310\t1,377,925
Total gross profit\t361,204\t401,104\t459,311
Total gross margin\t32.3%\t33.3%\t33.3%
Gross profit total hosting\t231,980\t268,102\t303,311
Gross margin total hosting\t32.3%\t33.3%\t31.0%
`;

const adjustedSales = `Aldermoor Limited
ADJUSTED RESULTS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Revenues\t1,118,207\t1,204,310\t1,377,925
Adjustment of deferred revenue\t134,560\t-\t-
Adjusted revenues\t1,252,767\t1,204,310\t1,377,925
Adjusted EBITDA\t313,192\t325,164\t399,598
Adjusted EBITDA margin\t25.0%\t27.0%\t29.0%
`;

const name = "margin";

export const margin = defineRule({
  name,
  summary: "A margin is its measure as a percentage of revenue",
  what: "Takes each line called a margin, finds its measure (gross profit for the gross margin, and so on) and divides that by revenue of the same period. A line called a percentage of revenue or of sales belongs to the line above it. A margin that matches no measure of the filing in half of the columns or more is left alone, and so is a margin that is printed below each of several lines. Revenue may also be a printed line of adjusted revenue.",
  why: "Margins are quoted more often than the amounts behind them.",
  fix: "Divide the measure by total revenue of the same period. Check which measure the margin belongs to.",
  source: "The quotient of two printed figures, each of which may be off by half a unit of its last digit",
  examples: {
    passes: [
      { title: "Gross margin and a negative net margin", filing: sound },
      { title: "Percentages of sales below their lines", filing: ofSales },
    ],
    fails: [
      { title: "One digit wrong", filing: sound.replace("32.3%", "33.2%") },
      { title: "One digit wrong below its line", filing: ofSales.replace("25%", "28%") },
      {
        title: "One digit wrong in a margin of adjusted revenue",
        filing: adjustedSales.replace("27.0%", "21.0%"),
      },
    ],
    quiet: [
      { title: "Margins of another base or another measure", filing: otherBase },
      { title: "Margins of parts of the business", filing: ofParts },
      { title: "Margins of adjusted revenue", filing: adjustedSales },
    ],
  },
  *check(filing) {
    const measures = measureRows(filing);
    const adjusted = adjustedRevenue(filing);
    for (const table of filing.tables) {
      yield* belowLines(filing, table);
      for (const row of table.rows) {
        if (row.unit !== "percent" || row.kind !== "item" || !/\bmargin\b/i.test(row.caption)) continue;
        const bases = basesOf(row, measures);
        const ways = [null, adjusted].flatMap((revenue) =>
          bases.map((base) => [...quotients(name, filing, row, base, revenue)]),
        );
        const best = mostTied(ways);
        const isOpen = repeats(table, row) && countTies(best) < best.length;
        if (countTies(best) * 2 >= best.length && !isOpen) yield* withSupport(best);
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
        title: `${printedCaption(row)} = ${printedCaption(above)} / ${printedCaption(revenue)}`,
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

/** "Gross margin" below each of several lines of revenue: whose it is, the caption does not say. */
function repeats({ rows }: Table, { caption, unit, index }: Row): boolean {
  const key = conceptKey(caption);
  return rows.some((row) => row.index !== index && row.unit === unit && conceptKey(row.caption) === key);
}

const adjustedCaption =
  /^(?:total )?(?:non gaap|adjusted|core|underlying|normalized|organic) (?:total )?(?:net )?(?:revenue|sale)$/;

/** Lines of revenue without or with what the measures leave out or add: margins of adjusted measures may be of them. */
function adjustedRevenue(filing: Filing): readonly Row[] {
  return filing.tables.flatMap(({ rows }) =>
    rows.filter(
      ({ kind, unit, caption }) =>
        kind === "item" && unit === "currency" && adjustedCaption.test(conceptKey(caption)),
    ),
  );
}

/** What stands behind "margin" says of which part of the business it is: "Gross margin total automotive". */
function partOf(key: string): string {
  return key
    .replace(/^.*?\bmargin\b/, "")
    .replace(
      /\b(?:%|per ?cent(?:age)?s?|of|as|a|to|total|net|revenue|sale|non|gaap|reported|adjusted|rate)\b|%/g,
      " ",
    )
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}

/**
 * Rows that the margin may be of: "gross margin" is of "gross profit", "X margin" of a measure that is or ends in X.
 * What the table itself prints is meant before what another does.
 */
function basesOf(row: Row, measures: Measures): readonly (readonly Row[])[] {
  const key = conceptKey(row.caption);
  const base = key.replace(/\bmargin\b.*/, "").trim();
  const part = partOf(key);
  const keys = part === "" ? [base] : [...measures.keys()].filter((other) => isOfPart(other, base, part));
  const named = keys.flatMap((own) => [own, ...results.map((word) => `${own} ${word}`)]);
  const found = named.flatMap((own) => measures.get(own) ?? []);
  if (part !== "") return found.length > 0 ? [ownFirst(row, found)] : [];
  const exact = measures.get(base);
  if (exact) return [ownFirst(row, exact)];
  if (found.length > 0) return [ownFirst(row, found)];
  return [...measures].filter(([own]) => own.endsWith(` ${base}`)).map(([, rows]) => ownFirst(row, rows));
}

const results = ["profit", "income", "loss", "result", "earning"];

function isOfPart(measure: string, base: string, part: string): boolean {
  return (
    measure.startsWith(`${base} `) &&
    partOf(measure.replace(/\b(?:profit|income|loss|result|earning)\b/, "margin")) === part
  );
}

/** The rows of the table of the margin alone, where it has some. */
function ownFirst(row: Row, rows: readonly Row[]): readonly Row[] {
  const table = row.figures.find((figure) => figure)?.table;
  const own = rows.filter(({ figures }) => figures.some((figure) => figure?.table === table));
  return own.length > 0 ? own : rows;
}

/**
 * The margin in each column as a quotient of the first of `bases` that prints its period, and revenue: that of the
 * same table if it prints one, or a line of `adjusted` revenue.
 */
export function* quotients(
  rule: string,
  filing: Filing,
  row: Row,
  bases: readonly Row[],
  adjusted: readonly Row[] | null = null,
): Generator<Relation> {
  for (const result of row.figures) {
    if (!result || result.nil) continue;
    const period = periodKey(result.column.period);
    if (period === null) continue;
    const measure = bases.flatMap((base) => base.figures).find((figure) => stands(figure, period, null));
    if (!measure) continue;
    const { currency } = measure.column;
    const revenue = adjusted
      ? adjusted.flatMap(({ figures }) => figures).find((figure) => stands(figure, period, currency))
      : ((measure.table === result.table ? besideRevenue(filing, measure) : undefined) ??
        revenueOf(filing, period, currency));
    if (!revenue) continue;
    yield {
      rule,
      title: `${printedCaption(row)} = ${printedCaption(measure.row)} / ${printedCaption(revenue.row)}`,
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

/** Revenue in the table and the column of the measure. */
function besideRevenue(filing: Filing, { table, column }: Figure): Figure | undefined {
  const figure = filing.rowOf(table, "Revenues")?.figures[column.index];
  return figure && !figure.nil ? figure : undefined;
}

function revenueOf(filing: Filing, period: string, currency: string | null): Figure | undefined {
  for (const table of filing.tables) {
    const found = filing.rowOf(table, "Revenues")?.figures.find((figure) => stands(figure, period, currency));
    if (found) return found;
  }
  return undefined;
}
