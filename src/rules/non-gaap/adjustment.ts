import { repeatsOf, repeatRelations } from "../agreement/repeats.ts";
import { isAdjustment } from "../agreement/repeats.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Interest expense\t(46,992)\t(51,208)
Income tax expense\t(8,760)\t(20,117)

RECONCILIATION OF NON-GAAP RESULTS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Adjustments:
Interest expense\t46,992\t51,208
Income tax expense\t8,760\t20,117
Share-based compensation\t88,304\t71,925
`;

const otherAmount = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Depreciation of equipment\t(120,433)\t(131,208)
Interest expense\t(46,992)\t(51,208)

RECONCILIATION OF NON-GAAP RESULTS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Adjustments:
Depreciation and amortization\t120,433\t138,954
Interest expense, net of interest income\t43,784\t51,208
Share-based compensation\t88,304\t71,925
`;

export const adjustment = defineRule({
  name: "adjustment",
  summary: "An adjustment has the amount of the line of the statements that it takes out",
  what: "Finds adjustments that print the same amounts as a line of the statements, with the same or the opposite sign, and reports the column in which the two differ. An adjustment that is wider than the line is left alone.",
  why: "An adjustment takes a line of the statements out of the measure; another amount takes out something else.",
  fix: "Compare the adjustment with the line of the income statement in the same column; the sign is turned.",
  source: "SEC Regulation G, 17 CFR 244.100(a)(2)",
  examples: {
    passes: [{ title: "Expenses added back", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("\t51,208", "\t52,108") }],
    quiet: [
      {
        title: "An adjustment that is wider than the line, and the same by chance in one year",
        filing: otherAmount,
      },
    ],
  },
  *check(filing) {
    for (const repeat of repeatsOf(filing)) {
      if (isAdjustment(repeat.repeat.section)) yield* repeatRelations("adjustment", filing, repeat);
    }
  },
});
