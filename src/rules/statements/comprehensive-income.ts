import { identity } from "../identity.ts";
import { conceptSums } from "../sums.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF COMPREHENSIVE LOSS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(402,118)\t(358,640)
Other comprehensive income (loss), net of nil tax\t24,310\t(8,702)
Comprehensive loss\t(377,808)\t(367,342)
`;

const severalLines = `Aldermoor Limited
CONDENSED STATEMENTS OF COMPREHENSIVE LOSS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(402,118)\t(358,640)
Other comprehensive income (loss):
Foreign currency translation adjustments\t24,310\t(8,702)
Unrealized (loss) gain on debt securities\t(3,206)\t1,174
Reclassified to net loss\t-\t(412)
Comprehensive loss\t(381,014)\t(366,580)
`;

const selected = `Aldermoor Limited
SELECTED RESULTS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(402,118)\t(358,640)
Net loss attributable to ordinary shareholders\t(389,712)\t(349,525)
Comprehensive loss\t(377,808)\t(367,342)
Comprehensive loss attributable to ordinary shareholders\t(366,010)\t(358,449)
`;

export const comprehensiveIncome = defineRule({
  name: "comprehensive-income",
  summary: "Comprehensive income is the net result and other comprehensive income",
  what: "Takes the net result, each line of other comprehensive income (or their total) and comprehensive income.",
  why: "Translation differences can be larger than the result itself where the parent reports in another currency, and their sign changes from quarter to quarter.",
  fix: "Add the net result and each line of other comprehensive income with its printed sign.",
  source: "IAS 1.81A; ASC 220-10-45",
  examples: {
    passes: [{ title: "A translation difference that turns its sign", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("(367,342)", "(376,342)") }],
    quiet: [
      { title: "Other comprehensive income line by line, one of them nil in a year", filing: severalLines },
      { title: "A selection without other comprehensive income", filing: selected },
    ],
  },
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
