import { defineRule } from "../rule.ts";
import { isAdjustment, repeatsOf, repeatRelations } from "./repeats.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Research and development expenses\t(131,020)\t(140,307)\t(139,912)
Income tax expense\t(11,204)\t(8,760)\t(20,117)

EXPENSES BY FUNCTION (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Rent\t18,117\t19,250\t20,421
Research and development expenses\t131,020\t140,307\t139,912
`;

const otherFacts = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Depreciation\t131,020\t140,307\t139,912
Income tax expense\t11,204\t8,760\t20,117

CONDENSED STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Depreciation and amortization\t131,020\t140,307\t148,205
Income tax paid\t11,204\t10,155\t17,993
Income tax expense of subsidiaries\t11,204\t8,706\t20,117
`;

export const sameFigure = defineRule({
  name: "same-figure",
  summary: "One fact printed in two tables is the same in both",
  what: "Links lines of two tables that print the same amounts for the same periods and currencies, and reports the column in which they differ. Lines that agree only here and there are taken for different facts.",
  why: "Readers compare tables. Two values for one fact mean that one of them was not updated.",
  fix: "Find out which of the two is right, and correct the other.",
  source: "Internal consistency of a filing (tie-out)",
  examples: {
    passes: [{ title: "An expense repeated with the sign turned", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("\t140,307", "\t143,007") }],
    quiet: [{ title: "Other lines that agree in some years", filing: otherFacts }],
  },
  *check(filing) {
    for (const repeat of repeatsOf(filing)) {
      if (!isAdjustment(repeat.repeat.section)) yield* repeatRelations("same-figure", filing, repeat);
    }
  },
});
