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

const withdrawn = `Aldermoor Limited
CONDENSED BALANCE SHEETS (in thousands)
\tDecember 31,
\t2023\t2024
\tRMB\tRMB
Cash\t264,592\t281,407
Deferred income taxes\t26,225\t-

STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net income\t118,420\t125,066
Adjustments to reconcile net income to cash:
Deferred income taxes\t26,225\t(26,225)
Depreciation\t120,433\t131,208
Net cash provided by operating activities\t265,078\t230,049
`;

/** "Earnings excluding identified items": what follows is what is left, not what is taken out. */
const withoutItems =
  /\b(?:earnings|income|profit|loss|revenues?|sales|results?)\b.*\b(?:excluding|adjusted for)\b/i;

export const adjustment = defineRule({
  name: "adjustment",
  summary: "An adjustment has the amount of the line in the statements that it removes",
  what: "Finds adjustments that print the same amounts as a line of the statements, with the same or the opposite sign, and reports the column in which the two differ. An adjustment that covers more than the line is left alone, and so is a dash. Balances are not compared: only income and expenses are removed from a measure.",
  why: "An adjustment removes a line of the statements from the measure. With another amount, it removes something else.",
  fix: "Compare the adjustment with the line of the income statement in the same column. Its sign is usually the opposite.",
  source: "SEC Regulation G, 17 CFR 244.100(a)(2)",
  examples: {
    passes: [{ title: "Expenses added back", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("\t51,208", "\t52,108") }],
    quiet: [
      {
        title: "An adjustment that is wider than the line, and the same by chance in one year",
        filing: otherAmount,
      },
      { title: "The change of a balance that began at nothing", filing: withdrawn },
    ],
  },
  *check(filing) {
    for (const repeat of repeatsOf(filing)) {
      const { section } = repeat.repeat;
      if (!isAdjustment(section) || withoutItems.test(section.at(-1) ?? "")) continue;
      // A dash says that there is nothing to adjust, and a line of the same table is a measure before and after.
      const pairs = repeat.pairs.filter(
        ([figure, other]) =>
          !figure.nil &&
          !other.nil &&
          figure.table !== other.table &&
          filing.kindOf(other.table) !== "balance",
      );
      yield* repeatRelations("adjustment", filing, { ...repeat, pairs });
    }
  },
});
