import { columnWords } from "../../tables/column-words.ts";
import { abs, compare, decimal, subtract } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { quotientOf } from "../../relations/evaluate.ts";
import { mostUnitsAddedUp } from "../../relations/grade.ts";
import { rateAt, type TranslationRate } from "../../statements/filing.ts";
import { type Column, periodKey, printedCaption, type Row, type Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const sound = `Aldermoor Limited
Translations from RMB to US$ are made at RMB7.1000 to US$1.00.
CONDENSED BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tUS$
Trade receivables\t205,377\t231,094\t32,548
Inventories\t41,206\t38,115\t5,368
Equipment\t412,060\t455,981\t64,223
Intangible assets\t33,715\t29,408\t4,142
Other assets\t12,708\t13,960\t1,966
`;

const addedUp = `Aldermoor Limited
Translations from RMB to US$ are made at RMB7.1000 to US$1.00.
CONDENSED BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tUS$
Trade receivables\t205,377\t231,094\t32,548
Inventories\t41,206\t38,115\t5,368
Deposits\t12,708\t13,960\t1,966
Total current assets\t259,291\t283,169\t39,882
`;

const otherRate = `Aldermoor Limited
Translations from RMB to US$ are made at RMB7.1000 to US$1.00.
SELECTED RESULTS (in thousands)
\tYear ended December 31,
\t2023\t2024\t2024
\tRMB\tRMB\tUS$
Hosting\t790,406\t921,330\t128,675
Consulting\t310,208\t284,115\t39,680
Licences\t103,696\t172,480\t24,089
`;

const name = "translation";
const fewestTies = 3;

export const translation = defineRule({
  name,
  summary: "A convenience translation is the amount at the one rate that the filing states",
  what: "Where the filing states one rate for its convenience translation, divides each amount by it and compares the translated column. A subtotal may be translated itself or added up from translated parts. Columns at other rates (averages, restated periods) are recognised by tying hardly anywhere and are left alone.",
  why: "Translated columns are typed or linked separately from the figures they translate.",
  fix: "Divide the original amount by the stated rate. For a subtotal, add the translated parts as well.",
  source: "SEC Regulation S-X 3-20(b): a convenience translation at one rate",
  examples: {
    passes: [{ title: "A balance sheet in two currencies", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("64,223", "62,423") }],
    quiet: [
      { title: "A total added up from translated parts", filing: addedUp },
      { title: "A column at the average rate of the year", filing: otherRate },
    ],
  },
  *check(filing) {
    for (const table of filing.tables) {
      const rate = rateAt(filing.rates, table.rows[0]?.line ?? 0);
      if (!rate) continue;
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
  const { value } = relation.result;
  const nominal = quotientOf(relation, value.exponent);
  return (
    nominal !== undefined &&
    compare(abs(subtract(value, nominal)), decimal(mostUnitsAddedUp, value.exponent)) <= 0
  );
}

/** Columns of one period in the two currencies of the rate. */
export function* columnPairs(table: Table, rate: TranslationRate): Generator<[Column, Column]> {
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
      title: `${printedCaption(row) || "Line without a caption"}: ${columnWords(to, result.table)} = ${columnWords(from, result.table)} / ${rate.printed}`,
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
      title: `${printedCaption(row) || "Line without a caption"}: the same number in ${columnWords(to, result.table)} and ${columnWords(from, result.table)}`,
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
