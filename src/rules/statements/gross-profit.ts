import { conceptSums, identity } from "../sums.ts";
import { defineRule } from "../rule.ts";

export const grossProfit = defineRule({
  name: "gross-profit",
  summary: "Gross profit is revenue less cost of revenue",
  why: "Gross profit and the margin on it are the first figures a reader takes from an income statement.",
  fix: "Compare revenue, cost of revenue and gross profit with the ledger; check the sign of the cost line.",
  source: "IAS 1.103 (function of expense method); SEC Regulation S-X 5-03",
  examples: { passes: [], fails: [], quiet: [] },
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
