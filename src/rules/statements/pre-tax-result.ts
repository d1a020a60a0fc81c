import { missingLine } from "../missing-line.ts";
import { conceptSums } from "../sums.ts";
import { defineRule } from "../rule.ts";

export const preTaxResult = defineRule({
  name: "pre-tax-result",
  summary: "The result before tax is the operating result with all lines between the two",
  why: "Interest, exchange differences and other income change sign often; a slip there reaches the net result.",
  fix: "Add the lines from the operating result down, with the signs that the other columns use.",
  source: "SEC Regulation S-X 5-03; IAS 1.82",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    yield* conceptSums("pre-tax-result", filing, ["IncomeLossBeforeIncomeTaxes"]);
    for (const table of filing.tables) {
      const start = filing.rowOf(table, "OperatingIncomeLoss");
      const result = filing.rowOf(table, "IncomeLossBeforeIncomeTaxes");
      if (start && result) yield* missingLine("pre-tax-result", filing, table, start, result);
    }
  },
});
