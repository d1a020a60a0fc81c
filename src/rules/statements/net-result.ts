import { missingLine } from "../missing-line.ts";
import { conceptSums, identity } from "../sums.ts";
import { defineRule } from "../rule.ts";

export const netResult = defineRule({
  name: "net-result",
  summary: "The net result is the result before tax and income tax",
  why: "The net result feeds equity, earnings per share and the cash-flow statement.",
  fix: "Check whether tax is an expense or a benefit in this column, then add again.",
  source: "IAS 1.81A; SEC Regulation S-X 5-03",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    yield* conceptSums("net-result", filing, ["ProfitLoss"]);
    for (const table of filing.tables) {
      const parts = [
        ["IncomeLossBeforeIncomeTaxes", 1],
        ["IncomeTaxExpenseBenefit", -1],
      ] as const;
      yield* identity("net-result", filing, table, "ProfitLoss", parts, [[1, 1]]);
      const start = filing.rowOf(table, "IncomeLossBeforeIncomeTaxes");
      const result = filing.rowOf(table, "ProfitLoss");
      if (start && result) yield* missingLine("net-result", filing, table, start, result);
    }
  },
});
