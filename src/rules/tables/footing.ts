import { defineRule } from "../rule.ts";
import { relationsOf } from "../sums.ts";

const sound = `Aldermoor Limited
Receivables (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Trade\t205,377\t231,094
Value-added tax\t41,206\t38,115
Deposits\t12,708\t13,960
Less: allowance\t(14,310)\t(15,529)
Total receivables\t244,981\t267,640
`;

const ofWhich = `Aldermoor Limited
Receivables (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Trade\t205,377\t231,094
of which due from related parties\t31,208\t29,440
Value-added tax\t41,206\t38,115
including amounts past due\t-\t1,204
Less: allowance\t14,310\t15,529
Total receivables\t232,273\t253,680
`;

const selected = `Aldermoor Limited
Selected assets (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Trade receivables\t205,377\t231,094
Inventories\t41,206\t38,115
Equipment\t412,060\t455,981
Total assets\t961,594\t991,601
Average total assets\t950,118\t976,598
`;

const rounded = `Aldermoor Limited
Employees' remuneration (in millions)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Salaries\t140.2\t139.9
Bonuses\t31.3\t29.4
Social insurance\t22.4\t23.3
Total\t193.8\t192.7
`;

export const footing = defineRule({
  name: "footing",
  summary: "A printed total or subtotal is the sum of the lines it closes",
  what: 'Finds the lines that each total closes, from headings, captions and the figures of all columns, and adds them up. Deductions without brackets, lines that are part of the line above ("of which") and totals that include more than the printed lines are recognised. A total whose lines cannot be told from the figures is left alone.',
  why: "A column that does not add up has a wrong figure, a lost bracket or a missing line.",
  fix: "Add the lines again. Look for a transposed figure, a lost bracket, a line left out or a line printed twice.",
  source:
    "Footing, as in the recalculation of schedules (ISA 500.A19; PCAOB AS 1105.19); rounding by XBRL Calculations 1.1",
  examples: {
    passes: [{ title: "A deduction in brackets", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("38,115", "31,815") }],
    quiet: [
      { title: "Lines that are part of the line above, a deduction without brackets", filing: ofWhich },
      { title: "A total of more than the lines above it", filing: selected },
      { title: "Totals out by a unit of rounding", filing: rounded },
    ],
  },
  *check(filing) {
    for (const table of filing.tables) {
      for (const sum of filing.sumsOf(table)) yield* relationsOf("footing", filing, sum);
    }
  },
});
