import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { conceptKey } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, periodKey, type Row } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const name = "margin";

export const margin = defineRule({
  name,
  summary: "A margin is its measure as a percentage of revenue",
  why: "Margins are quoted more often than the amounts they come from.",
  fix: "Divide the measure by total revenue of the same period; check which measure the margin is of.",
  source: "Ratio of printed figures by interval division",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    const measures = measureRows(filing);
    for (const table of filing.tables) {
      for (const row of table.rows) {
        if (row.unit !== "percent" || row.kind !== "item" || !/\bmargin\b/i.test(row.caption)) continue;
        const ways = basesOf(row, measures).map((base) => [...quotients(name, filing, row, base)]);
        const ties = (way: readonly Relation[]): number => way.filter((r) => evaluateTie(r) === true).length;
        const best = ways.reduce((a, b) => (ties(b) > ties(a) ? b : a), []);
        if (ties(best) * 2 >= best.length) yield* withSupport(best);
      }
    }
  },
});

type Measures = ReadonlyMap<string, readonly Row[]>;

function measureRows(filing: Filing): Measures {
  const rows = new Map<string, Row[]>();
  for (const table of filing.tables) {
    for (const row of table.rows) {
      if (row.kind !== "item" || row.unit !== "currency") continue;
      const key = conceptKey(row.caption);
      rows.set(key, [...(rows.get(key) ?? []), row]);
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
