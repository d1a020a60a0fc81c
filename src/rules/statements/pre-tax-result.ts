import { missingLine } from "../missing-line.ts";
import { conceptSums } from "../sums.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Operating income\t46,362\t92,599
Interest income\t3,208\t4,117
Interest expense\t(12,645)\t(10,928)
Foreign exchange gain (loss)\t(1,530)\t2,204
Income before income tax\t35,395\t87,992
`;

const positiveInterest = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Operating income (loss)\t46,362\t(5,207)
Interest income\t3,208\t4,117
Interest expense\t12,645\t10,928
Foreign exchange (loss) gain\t(1,530)\t2,204
Income (loss) before income tax\t35,395\t(9,814)
`;

const selected = `Aldermoor Limited
SELECTED RESULTS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Operating income\t46,362\t92,599
Interest expense\t(12,645)\t(10,928)
Income before income tax\t35,395\t87,992
Net income\t26,635\t67,875
`;

export const preTaxResult = defineRule({
  name: "pre-tax-result",
  summary: "The result before tax is the operating result with the lines printed between the two",
  what: "Adds the lines between the operating result and the result before tax (interest, exchange differences, other income), each with the sign that all columns together give it.",
  why: "These lines change sign often, and a slip in one of them goes straight into the net result.",
  fix: "Start from the operating result and add the lines down to the result before tax. Check whether an expense is printed with or without brackets in the other columns, and whether a line was left out.",
  source: "SEC Regulation S-X 5-03; IAS 1.82",
  examples: {
    passes: [{ title: "Four lines below the operating result", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("87,992", "78,992") }],
    quiet: [
      { title: "Interest expense printed without brackets", filing: positiveInterest },
      { title: "A selection that leaves lines out", filing: selected },
    ],
  },
  *check(filing) {
    yield* conceptSums("pre-tax-result", filing, ["IncomeLossBeforeIncomeTaxes"]);
    for (const table of filing.tables) {
      const start = filing.rowOf(table, "OperatingIncomeLoss");
      const result = filing.rowOf(table, "IncomeLossBeforeIncomeTaxes");
      if (start && result) yield* missingLine("pre-tax-result", filing, table, start, result);
    }
  },
});
