import { identity } from "../identity.ts";
import { conceptSums } from "../sums.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues\t1,204,310\t1,377,925
Cost of revenues\t(803,206)\t(918,614)
Gross profit\t401,104\t459,311
`;

const amortizationApart = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues\t1,204,310\t1,377,925
Cost of revenues (excluding amortization shown below)\t803,206\t918,614
Amortization of acquired technology\t25,318\t31,047
Gross profit\t375,786\t428,264
Gross margin\t31.2%\t31.1%
`;

const noCost = `Aldermoor Limited
SELECTED RESULTS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues\t1,204,310\t1,377,925
Gross profit\t401,104\t459,311
Net income\t26,635\t67,875
Gross profit of the cloud segment\t310,207\t355,018
Adjusted gross profit\t409,662\t470,126
Adjusted gross margin\t34.0%\t34.1%
`;

export const grossProfit = defineRule({
  name: "gross-profit",
  summary: "Gross profit is revenue less cost of revenue",
  what: "In each income statement, takes the lines of revenue, cost of revenue and gross profit, column by column. Costs may be printed in brackets or without, and may be spread over several lines; all columns together decide which it is.",
  why: "Gross profit and its margin are what a reader takes from an income statement first; every result below it inherits the error.",
  fix: "Compare revenue, cost of revenue and gross profit with the ledger. Look at the sign of the cost line and at costs that stand on a line of their own, such as amortization.",
  source: "IAS 1.103 (function of expense method); SEC Regulation S-X 5-03",
  examples: {
    passes: [{ title: "Costs in brackets", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("459,311", "495,311") }],
    quiet: [
      { title: "Costs printed positive, amortization on a line of its own", filing: amortizationApart },
      { title: "Highlights without the cost of revenue", filing: noCost },
    ],
  },
  *check(filing) {
    yield* conceptSums("gross-profit", filing, ["GrossProfit"]);
    for (const table of filing.tables) {
      const parts = [
        ["Revenues", 1],
        ["CostOfRevenue", -1],
      ] as const;
      yield* identity("gross-profit", filing, table, "GrossProfit", parts, [[1, 1]]);
    }
  },
});
