import type { Concept } from "../../statements/concepts.ts";
import { identity } from "../identity.ts";
import { conceptSums } from "../sums.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(402,118)\t(358,640)
Less: net loss attributable to non-controlling interests\t(12,406)\t(9,115)
Net loss attributable to ordinary shareholders\t(389,712)\t(349,525)
`;

const turning = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(402,118)\t(358,640)
Less: net (loss) income attributable to non-controlling interests\t(12,406)\t9,115
Accretion of redeemable preferred shares\t(30,274)\t(33,108)
Net loss attributable to ordinary shareholders\t(419,986)\t(400,863)
`;

const partsBelow = `Aldermoor Limited
CONSOLIDATED INCOME STATEMENT (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Profit for the year\t402,118\t358,640
Profit for the year attributable to:
Owners of the parent\t389,712\t367,755
Non-controlling interests\t12,406\t(9,115)
`;

/** What is shared out, the parent's share and that of the non-controlling interests. */
const shared: readonly (readonly [Concept, Concept, Concept])[] = [
  ["ProfitLoss", "NetIncomeLoss", "NetIncomeLossAttributableToNoncontrollingInterest"],
  [
    "ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest",
    "ComprehensiveIncomeNetOfTax",
    "ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest",
  ],
];

export const attribution = defineRule({
  name: "attribution",
  summary: "The shares of the parent and of the non-controlling interests make up the whole result",
  what: "Takes the net result, or comprehensive income, with the lines that divide it between the owners of the parent and the non-controlling interests; accretion of preferred shares is counted where the table prints it.",
  why: "Earnings per share are computed on the parent's share.",
  fix: "Check the sign of the non-controlling share: a loss on their side reduces the parent's loss.",
  source: "IFRS 10.B94; ASC 810-10-45-19",
  examples: {
    passes: [{ title: "The share of the non-controlling interests deducted", filing: sound }],
    fails: [
      { title: "Brackets lost from the non-controlling share", filing: sound.replace("(9,115)", "9,115") },
    ],
    quiet: [
      { title: "A share that turns its sign, and accretion of preferred shares", filing: turning },
      { title: "The shares under the result, and no total below them", filing: partsBelow },
    ],
  },
  *check(filing) {
    yield* conceptSums("attribution", filing, ["NetIncomeLoss", "ComprehensiveIncomeNetOfTax"]);
    for (const table of filing.tables) {
      for (const [whole, parent, others] of shared) {
        const parts = [
          [whole, 1],
          [others, -1],
        ] as const;
        yield* identity("attribution", filing, table, parent, parts, [[1, 1]]);
      }
    }
  },
});
