import { missingLine } from "../missing-line.ts";
import { identity } from "../identity.ts";
import { conceptSums } from "../sums.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Income before income tax\t35,395\t87,992
Income tax expense\t(8,760)\t(20,117)
Net income\t26,635\t67,875
`;

const discontinued = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Income before income tax\t35,395\t87,992
Income tax expense\t8,760\t20,117
Income from continuing operations\t26,635\t67,875
Loss from discontinued operations, net of tax\t(4,118)\t(1,260)
Net income\t22,517\t66,615
`;

const associates = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
(Loss) income before income tax\t(35,395)\t87,992
Income tax benefit (expense)\t8,760\t(20,117)
Share of results of equity method investees\t(2,204)\t317
Net (loss) income\t(28,839)\t68,192
`;

export const netResult = defineRule({
  name: "net-result",
  summary: "The net result is the result before tax and income tax",
  what: "Takes the result before tax, the income tax and the net result, with what stands between them, such as discontinued operations or associates.",
  why: "Equity, earnings per share and the cash-flow statement all start from the net result.",
  fix: "Check whether the tax is an expense or a benefit in this column, then add again.",
  source: "IAS 1.81A; SEC Regulation S-X 5-03",
  examples: {
    passes: [{ title: "Tax in brackets", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("67,875", "67,785") }],
    quiet: [
      { title: "Discontinued operations between tax and the net result", filing: discontinued },
      {
        title: "A benefit in one year, an expense in the next, and associates below tax",
        filing: associates,
      },
    ],
  },
  *check(filing) {
    yield* conceptSums("net-result", filing, ["ProfitLoss"]);
    for (const table of filing.tables) {
      const parts = [
        ["IncomeLossBeforeIncomeTaxes", 1],
        ["IncomeTaxExpenseBenefit", -1],
      ] as const;
      yield* identity("net-result", filing, table, "ProfitLoss", parts, [[1, 1]]);
      const start = filing.rowOf(table, "IncomeLossBeforeIncomeTaxes");
      const result = filing.rowOf(table, "ProfitLoss");
      if (start && result) yield* missingLine("net-result", filing, table, start, result);
    }
  },
});
