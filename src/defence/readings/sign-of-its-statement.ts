import { sign } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import type { Filing } from "../../statements/filing.ts";
import type { Figure } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import { prints, saidOf } from "../said.ts";

const wrongCaption = `Aldermoor Limited
Fiscal Year 2024 Financial Results

Net cash provided by operating activities was RMB95.8 million in 2024, compared with RMB83.7 million in 2023. Net cash used in investing activities was RMB58.3 million in 2024, compared with RMB61.2 million in 2023.

Net cash provided by financing activities was RMB12,374 thousand in 2024.

Consolidated statements of cash flows (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net cash provided by operating activities\t83,679\t95,804
Net cash used in investing activities\t(61,207)\t(58,316)
Net cash used in financing activities\t4,118\t12,374
Net increase in cash\t26,590\t49,862
`;

const wrongWord = wrongCaption
  .replace("Net cash used in financing", "Net cash received by financing")
  .replace("Net cash provided by financing", "Net cash used in financing")
  .replace("Net cash received by financing", "Net cash provided by financing");

/** What a sum of a statement comes to where its result is what was earned, or what came in. */
const results = new Set([
  "GrossProfit",
  "OperatingIncomeLoss",
  "IncomeLossBeforeIncomeTaxes",
  "ProfitLoss",
  "NetIncomeLoss",
  "CashPeriodIncreaseDecrease",
]);

/** The sign with which the figure goes into a result; null where it goes into none. */
function signInto(relation: Relation, figure: Figure, filing: Filing): number | null {
  const { form, result, terms } = relation;
  const concept = filing.conceptOf(result.row);
  const at = terms.indexOf(figure);
  if (form.kind !== "linear" || at < 0 || !concept || !results.has(concept)) return null;
  return (form.weights[at] ?? 1) * sign(figure.value);
}

export const signOfItsStatement = defineReading({
  name: "sign-of-its-statement",
  summary:
    "The statement adds the line up with the sign that the sentence gives it, whatever its caption says",
  what: "The number of the sentence and the cell have the same digits, and only the sign is off. Looks for a sum of the cell's own statement that ties and whose result is a profit or the change in cash: with the sign that the line has in it, the sentence is right. A sentence that has only the sign of the caption is still reported.",
  examples: {
    cleared: [{ title: "Cash came in under a caption that says it was used", filing: wrongCaption }],
    stands: [{ title: "Cash came in, and the sentence says it was used", filing: wrongWord }],
  },
  clear({ broken: { relation } }, scene): Innocent | null {
    const told = saidOf(relation);
    if (!told || !prints(told.said, told.cell.value)) return null;
    const { said, cell } = told;
    for (const { relation: other, status } of scene.touching(cell)) {
      if (status !== "pass" || other.rule === "prose") continue;
      if (signInto(other, cell, scene.filing) !== sign(said.value)) continue;
      const { row, raw } = other.result;
      return {
        sentence: `"${cell.row.caption}" goes into "${row.caption}" (${raw}) with the sign that the sentence gives it`,
        figures: [cell, other.result],
      };
    }
    return null;
  },
});
