import { conceptSums, identity } from "../sums.ts";
import { defineRule } from "../rule.ts";

export const comprehensiveIncome = defineRule({
  name: "comprehensive-income",
  summary: "Comprehensive income is the net result and other comprehensive income",
  why: "Translation differences are large where the parent reports in another currency, and turn sign from quarter to quarter.",
  fix: "Add the net result and each line of other comprehensive income with its printed sign.",
  source: "IAS 1.81A; ASC 220-10-45",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    yield* conceptSums("comprehensive-income", filing, [
      "ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest",
      "OtherComprehensiveIncomeLossNetOfTax",
    ]);
    for (const table of filing.tables) {
      yield* identity(
        "comprehensive-income",
        filing,
        table,
        "ComprehensiveIncomeNetOfTaxIncludingNoncontrollingInterest",
        [
          ["ProfitLoss", 1],
          ["OtherComprehensiveIncomeLossNetOfTax", 1],
        ],
      );
    }
  },
});
