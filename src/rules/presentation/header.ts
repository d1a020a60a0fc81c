import { decimal } from "../../money/decimal.ts";
import { ClaimTable } from "../../prose/claim-table.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
Translations from RMB to US$ are made at RMB7.1234 to US$1.00.
CONDENSED BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tUS$
Trade receivables\t205,377\t231,094\t32,442
Inventories\t41,206\t38,115\t5,351
Deposits\t12,708\t13,960\t1,960
Equipment\t412,060\t455,981\t64,012
Intangible assets\t33,715\t29,408\t4,128
Goodwill\t91,377\t91,377\t12,828
Land use rights\t51,204\t50,108\t7,034
Other assets\t17,330\t19,465\t2,733
`;

/** The rate of another day is in the columns: no slip of digits leads from the one to the other. */
const otherDay = sound.replace(
  "RMB7.1234 to US$1.00.",
  "RMB6.8972 to US$1.00, the rate of December 31, 2022.",
);

const twoRates = sound.replace(
  "RMB7.1234 to US$1.00.",
  "RMB7.1324 to US$1.00, the rate of December 31, 2023, for the year 2023.\nTranslations of the year 2024 are made at RMB7.1234 to US$1.00, the rate of December 31, 2024.",
);

const name = "header";

/** Figures of headers are numbered above those of tables, of sentences and of an earlier filing. */
const numberedApart = 2_500_000_000;

export const header = defineRule({
  name,
  summary: "Headers and notes say the rate, the scale and the dates that the figures below them have",
  what: "Where the figures of many lines suggest that one header was mistyped (the rate of a translation, the scale of a statement, the year of a column), reads the filing again with that one print changed. It is named where the change makes relations tie that did not and breaks none, and all other rules then go by what is meant. Rates of two dates, and statements that are in two scales, are left alone.",
  why: "Headers are carried over from the last filing. A wrong one misstates every figure below it.",
  fix: "Correct the header: the print that makes the figures tie is given.",
  source: "IAS 1.51 (period, currency and level of rounding are displayed); Regulation S-X 3-20",
  severity: "warning",
  examples: {
    passes: [{ title: "A balance sheet translated at the rate that the text states", filing: sound }],
    fails: [{ title: "Two digits of the rate transposed", filing: sound.replace("7.1234", "7.1324") }],
    quiet: [
      { title: "Columns at the rate of another day", filing: otherDay },
      { title: "Two rates, each of its own day", filing: twoRates },
    ],
  },
  *check(filing) {
    const into = new ClaimTable(numberedApart, numberedApart);
    for (const { subject, printed, meant, place, figures, relations } of filing.misprints) {
      const figure = into.add(into.row(subject, place.line), {
        raw: printed,
        place,
        value: decimal(0n),
        unit: "count",
        scale: 0,
        period: null,
        currency: null,
        wording: { before: "", after: "", signInWords: false },
      });
      const tie = relations === 1 ? "1 relation ties" : `${relations} relations tie`;
      yield {
        rule: name,
        title: subject,
        figure,
        message: `is not what the figures say`,
        stands: true,
        said: `${subject}: printed ${printed}; with ${meant} ${tie} that ${relations === 1 ? "does" : "do"} not now, between ${figures} figures`,
        reading: meant,
        confidence: "likely",
      };
    }
  },
});
