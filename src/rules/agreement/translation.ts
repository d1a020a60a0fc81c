import { abs, compare, decimal } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { differenceOf, expectedResult, noReadings } from "../../relations/evaluate.ts";
import { mostUnitsAddedUp } from "../../relations/grade.ts";
import type { TranslationRate } from "../../statements/filing.ts";
import { type Column, periodKey, type Row, type Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const name = "translation";
const fewestTies = 3;

export const translation = defineRule({
  name,
  summary: "A convenience translation is the amount at the one rate that the filing states",
  why: "Translated columns are typed or linked apart from the figures they translate.",
  fix: "Divide the original amount by the stated rate; subtotals may instead be added up from translated parts.",
  source: "SEC Regulation S-X 3-20(b): a convenience translation at one rate",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    const { rate } = filing;
    if (!rate) return;
    for (const table of filing.tables) {
      for (const [from, to] of columnPairs(table, rate)) {
        const relations = table.rows.flatMap((row) => translated(rate, row, from, to));
        const near = relations.map(isNear).filter((tie) => tie !== null);
        const ties = near.filter((tie) => tie).length;
        // A column of another basis (restated, average rates) ties hardly anywhere.
        if (ties >= fewestTies && ties * 5 >= near.length * 4) {
          yield* withSupport(relations);
          yield* withSupport(table.rows.flatMap((row) => untranslated(row, from, to)));
        }
      }
    }
  },
});

/** At the rate but for the few units of a subtotal added up from translated parts; null where unreadable. */
function isNear(relation: Relation): boolean | null {
  if (relation.result.damage || relation.terms.some((term) => term.damage)) return null;
  const expected = expectedResult(relation, noReadings);
  if (!expected) return null;
  const difference = abs(differenceOf(relation, expected, noReadings));
  return compare(difference, decimal(mostUnitsAddedUp, relation.result.value.exponent)) <= 0;
}

/** Columns of one period in the two currencies of the rate. */
function* columnPairs(table: Table, rate: TranslationRate): Generator<[Column, Column]> {
  for (const to of table.columns) {
    if (to.currency !== rate.to || to.role !== "amount") continue;
    const key = periodKey(to.period);
    const from = table.columns.find(
      (column) => column.currency === rate.from && periodKey(column.period) === key && key !== null,
    );
    if (from) yield [from, to];
  }
}

function translated(rate: TranslationRate, row: Row, from: Column, to: Column): Relation[] {
  const result = row.figures[to.index];
  const term = row.figures[from.index];
  if (!result || !term || row.kind === "ghost") return [];
  if ((result.unit !== "currency" && result.unit !== "per-share") || (result.nil && term.nil)) return [];
  return [
    {
      rule: name,
      title: `${row.caption || "Line without a caption"}: ${to.label} = ${from.label} / ${rate.printed}`,
      form: { kind: "translation", rate: rate.rate },
      result,
      terms: [term],
      belief: { identity: false, structure: true, wording: true, complete: false, ties: 0, breaks: 0 },
      pattern: `${name}:${result.table.index}:${to.index}`,
    },
  ];
}

/** A number of shares is the same in whatever currency the amounts beside it are. */
function untranslated(row: Row, from: Column, to: Column): Relation[] {
  const result = row.figures[to.index];
  const term = row.figures[from.index];
  if (!result || !term || row.kind === "ghost" || row.unit !== "shares" || result.nil || term.nil) return [];
  return [
    {
      rule: name,
      title: `${row.caption || "Line without a caption"}: the same number in ${to.label} and ${from.label}`,
      form: { kind: "linear", weights: [1] },
      result,
      terms: [term],
      // Most tables leave the translated column blank here, so one that prints it says the same number.
      belief: { identity: true, structure: true, wording: false, complete: true, ties: 0, breaks: 0 },
      pattern: `${name}:${result.table.index}:${to.index}:${row.index}`,
      sameFact: true,
    },
  ];
}
