import { decimal } from "../../money/decimal.ts";
import { ClaimTable } from "../../prose/claim-table.ts";
import type { Place } from "../../read/document.ts";
import { wrongTitles } from "../../headings/titles.ts";
import { twinColumns } from "../../headings/twins.ts";
import { defineRule, type Observation } from "../rule.ts";

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

const statements = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Revenues\t805,377\t831,094\t870,210
Cost of revenues\t(604,811)\t(631,204)\t(655,117)
Gross profit\t200,566\t199,890\t215,093
Operating expenses\t(148,002)\t(152,904)\t(142,058)
Income before income taxes\t52,564\t46,986\t73,035
Income tax expense\t(11,204)\t(18,760)\t(20,117)
Net income\t41,360\t28,226\t52,918

CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Net income\t41,360\t28,226\t52,918
Depreciation\t40,117\t39,240\t41,225
Net cash provided by operating activities\t81,477\t67,466\t94,143
Net cash used in investing activities\t(30,205)\t(44,310)\t(51,886)
Net cash used in financing activities\t(12,118)\t(10,904)\t(20,415)
Net increase in cash\t39,154\t12,252\t21,842
Cash at beginning of year\t60,211\t99,365\t111,617
Cash at end of year\t99,365\t111,617\t133,459
`;

const titled = `Aldermoor Limited
CONSOLIDATED STATEMENT OF PROFIT OR LOSS FOR THE YEAR ENDED 31 December 2024
RMB thousand\t2024\t2023
Revenue\t870,210\t831,094
Cost of revenue\t(655,117)\t(631,204)
Gross profit\t215,093\t199,890
`;

/** The second table is under the title, too, but the date above the first one is not its own. */
const movements = `Aldermoor Limited
STATEMENTS OF CHANGES IN EQUITY
For the year ended December 31, 2024

\tShare capital\tReserves\tTotal
\tRMB\tRMB\tRMB
Balance at December 31, 2023\t10,000\t85,204\t95,204
Profit for the year\t-\t12,811\t12,811
Balance at December 31, 2024\t10,000\t98,015\t108,015

For the year ended December 31, 2023

\tShare capital\tReserves\tTotal
\tRMB\tRMB\tRMB
Balance at December 31, 2022\t10,000\t74,119\t84,119
Profit for the year\t-\t11,085\t11,085
Balance at December 31, 2023\t10,000\t85,204\t95,204
`;

const twins = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS FOR THE YEARS ENDED DECEMBER 31 (in thousands)
\t2024\t2024
\tRMB\tRMB
Revenues\t870,210\t831,094
Cost of revenues\t(655,117)\t(631,204)
Gross profit\t215,093\t199,890
Operating expenses\t(142,058)\t(152,904)
Income before income taxes\t73,035\t46,986
Income tax expense\t(20,117)\t(18,760)
Net income\t52,918\t28,226
`;

const restated = twins.replace("\t2024\t2024", "\t2024\t2024 (restated)");

const otherScale = "CASH FLOWS (in thousands)";

/** Its statement of operations is in millions, and prints them. */
const twoScales = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF OPERATIONS (in millions)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Revenues\t805.4\t831.1\t870.2
Cost of revenues\t(604.8)\t(631.2)\t(655.1)
Gross profit\t200.6\t199.9\t215.1
Operating expenses\t(148.0)\t(152.9)\t(142.1)
Income before income taxes\t52.6\t47.0\t73.0
Income tax expense\t(11.2)\t(18.8)\t(20.1)
Net income\t41.4\t28.2\t52.9
${statements.slice(statements.indexOf("\nCONSOLIDATED STATEMENTS OF CASH"))}`;

const name = "header";

/** Figures of headers are numbered above those of tables, of sentences and of an earlier filing. */
const numberedApart = 2_500_000_000;

export const header = defineRule({
  name,
  summary: "Headers and notes say the rate, the scale and the dates that the figures below them have",
  what: "Where the figures of many lines suggest that one header was mistyped (the rate of a translation, the scale of a statement, the year of a column), reads the filing again with that one print changed. It is named where the change makes relations tie that did not and breaks hardly any, and all other rules then go by what is meant. Also compares the year in the title of a statement with its columns, and tells where both of its columns are headed by the same date. Rates of two dates, and statements that are in two scales, are left alone.",
  why: "Headers are carried over from the last filing. A wrong one misstates every figure below it.",
  fix: "Correct the header: the print that makes the figures tie is given.",
  source: "IAS 1.51 (period, currency and level of rounding are displayed); Regulation S-X 3-20",
  severity: "warning",
  examples: {
    passes: [{ title: "A balance sheet translated at the rate that the text states", filing: sound }],
    fails: [
      { title: "Two digits of the rate transposed", filing: sound.replace("7.1234", "7.1324") },
      {
        title: "A statement in millions that prints thousands",
        filing: statements.replace(otherScale, "CASH FLOWS (in millions)"),
      },
      { title: "Two columns of one year", filing: twins },
      {
        title: "The year of the next statement in a title",
        filing: titled.replace("31 December 2024", "31 December 2025"),
      },
      {
        title: "The year of the next statement in the line under a title",
        filing: titled.replace(
          " FOR THE YEAR ENDED 31 December 2024",
          "\nFor the year ended 31 December 2025",
        ),
      },
      {
        title: "The year of the next statement above movements in equity",
        filing: movements
          .slice(0, movements.indexOf("\nFor the year ended December 31, 2023"))
          .replace("ended December 31, 2024", "ended December 31, 2025"),
      },
      { title: "The date of the year before", filing: sound.replace("Dec 31, 2024", "Dec 31, 2023") },
    ],
    quiet: [
      { title: "One year as reported and restated", filing: restated },
      { title: "Columns at the rate of another day", filing: otherDay },
      { title: "Two rates, each of its own day", filing: twoRates },
      { title: "Statements in two scales", filing: twoScales },
      { title: "The movements of two years, each under its date", filing: movements },
      {
        title: "A line under the title that says more than its date",
        filing: titled.replace(
          " FOR THE YEAR ENDED 31 December 2024",
          "\nAs amended for the year ended 31 December 2025",
        ),
      },
      {
        title: "A year named after its beginning",
        filing: titled.replace("31 December 2024", "31 March 2025"),
      },
    ],
  },
  *check(filing) {
    const into = new ClaimTable(numberedApart, numberedApart);
    for (const { subject, printed, meant, place, figures, relations } of filing.misprints) {
      const tie = relations === 1 ? "1 relation ties that does" : `${relations} relations tie that do`;
      yield {
        ...misprint(into, subject, printed, place),
        said: `${subject}: printed ${printed}; with ${meant} ${tie} not now, between ${figures} figures`,
        reading: meant,
      };
    }
    for (const { printed, place, label } of twinColumns(filing)) {
      yield {
        ...misprint(into, "Date over a column of a statement", printed, place),
        said: `Date over a column of a statement: printed ${printed}; both columns are headed "${label}"`,
      };
    }
    for (const { printed, place, years } of wrongTitles(filing)) {
      yield {
        ...misprint(into, "Year in the title of a statement", printed, place),
        said: `Year in the title of a statement: printed ${printed}; its columns are of ${years.join(" and ")}`,
      };
    }
  },
});

/** What is printed in a header or title, as a figure that can be pointed at. */
function misprint(into: ClaimTable, subject: string, printed: string, place: Place): Observation {
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
  const message = "is not what the figures below it say";
  return { rule: name, title: subject, figure, message, stands: true, confidence: "likely" };
}
