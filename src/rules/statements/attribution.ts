import type { Concept } from "../../statements/concepts.ts";
import { conceptSums, identity } from "../sums.ts";
import { defineRule } from "../rule.ts";

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
  summary: "The result is shared out between the parent and the non-controlling interests without remainder",
  why: "Earnings per share are computed on the parent's share.",
  fix: "Check the sign of the non-controlling share: a loss of theirs reduces the parent's loss.",
  source: "IFRS 10.B94; ASC 810-10-45-19",
  examples: { passes: [], fails: [], quiet: [] },
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
