import { identity } from "../identity.ts";
import { conceptSums } from "../sums.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Gross profit\t401,104\t459,311
Operating expenses:
Selling and marketing expenses\t(118,420)\t(125,066)
General and administrative expenses\t(96,015)\t(101,734)
Research and development expenses\t(140,307)\t(139,912)
Total operating expenses\t(354,742)\t(366,712)
Operating income\t46,362\t92,599
`;

const otherIncome = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Gross profit\t401,104\t459,311
Selling and marketing expenses\t118,420\t125,066
General and administrative expenses\t96,015\t101,734
Total operating expenses\t214,435\t226,800
Other operating income (loss), net\t3,150\t(2,480)
Operating income\t189,819\t230,031
`;

const ofWhich = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues\t1,204,310\t1,377,925
Total costs and expenses\t(1,157,948)\t(1,285,326)
of which share-based compensation\t(20,110)\t(18,274)
Operating income\t46,362\t92,599
Operating margin\t3.8%\t6.7%
`;

export const operatingResult = defineRule({
  name: "operating-result",
  summary:
    "The operating result is gross profit less operating expenses, or revenue less all costs and expenses",
  what: "Takes the operating profit or loss and the lines that lead to it: gross profit less operating expenses, or revenue less all costs and expenses. The totals of the expenses themselves are added up too.",
  why: "The operating margin and most reconciliations to non-GAAP measures start from this line.",
  fix: "Add up the expense lines again, and compare their signs with those of the other columns.",
  source: "SEC Regulation S-X 5-03; IAS 1.85",
  examples: {
    passes: [{ title: "Gross profit less the total of operating expenses", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("92,599", "29,599") }],
    quiet: [
      { title: "A line between the expenses and the result turns its sign", filing: otherIncome },
      { title: "A line that is part of the one above", filing: ofWhich },
    ],
  },
  *check(filing) {
    yield* conceptSums("operating-result", filing, [
      "OperatingIncomeLoss",
      "CostsAndExpenses",
      "OperatingExpenses",
    ]);
    for (const table of filing.tables) {
      if (filing.rowOf(table, "GrossProfit")) {
        const parts = [
          ["GrossProfit", 1],
          ["OperatingExpenses", -1],
        ] as const;
        yield* identity("operating-result", filing, table, "OperatingIncomeLoss", parts, [[1, 1]]);
      } else {
        const parts = [
          ["Revenues", 1],
          ["CostsAndExpenses", -1],
        ] as const;
        yield* identity("operating-result", filing, table, "OperatingIncomeLoss", parts, [[1, 1]]);
      }
    }
  },
});
