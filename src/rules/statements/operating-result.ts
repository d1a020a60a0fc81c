import { conceptSums, identity } from "../sums.ts";
import { defineRule } from "../rule.ts";

export const operatingResult = defineRule({
  name: "operating-result",
  summary: "Operating result is gross profit less operating expenses, or revenue less all costs and expenses",
  why: "The operating result carries the operating margin and starts most reconciliations.",
  fix: "Add up the expense lines again and compare their signs with those of the other columns.",
  source: "SEC Regulation S-X 5-03; IAS 1.85",
  examples: { passes: [], fails: [], quiet: [] },
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
