import { compare } from "../../money/decimal.ts";
import type { Column } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const extract = `Aldermoor Limited
Revision of the statement of cash flows (in millions)
\tAs previously reported\tAdjustment\tAs revised
\tRMB\tRMB\tRMB
Cash flows from operating activities
Net loss\t(991)\t16\t(975)
Deferred income taxes\t34\t(4)\t30
Other items, net\t6\t(14)\t(8)
Other assets and liabilities, net\t(165)\t2\t(163)
Net cash used in operating activities\t(340)\t-\t(340)
`;

const whole = `Aldermoor Limited
Revision of the statement of cash flows (in millions)
\tAs previously reported\tAdjustment\tAs revised
\tRMB\tRMB\tRMB
Cash flows from operating activities
Net loss\t(991)\t16\t(975)
Deferred income taxes\t134\t(4)\t130
Other items, net\t206\t(14)\t192
Other assets and liabilities, net\t(165)\t2\t(163)
Net cash used in operating activities\t(816)\t-\t(861)
`;

const before = /\b(?:previously|originally|original)\b|\bas (?:initially )?(?:reported|filed|presented)\b/i;
const after = /\b(?:restated|revised|recast|adjusted|corrected)\b/i;

function isBefore({ label }: Column): boolean {
  return before.test(label) && !after.test(label);
}

export const extractOfChanges = defineReading({
  name: "extract-of-changes",
  summary: "A table of what was reported and what is revised prints only the lines that changed",
  what: "Where the columns are as previously reported and as revised, a sum that does not tie in either by the very same difference lacks lines that were left as they were. Two differences that are not the same clear nothing.",
  examples: {
    cleared: [{ title: "The lines that did not change are left out", filing: extract }],
    stands: [{ title: "Two digits transposed in the revised column", filing: whole }],
  },
  clear({ broken: { relation, difference } }, scene): Innocent | null {
    const { column } = relation.result;
    if (relation.form.kind !== "linear" || !difference) return null;
    const isOne = isBefore(column);
    if (!isOne && !after.test(column.label)) return null;
    const other = scene
      .siblings(relation)
      .find(
        ({ relation: sibling, difference: its }) =>
          its !== undefined &&
          sibling.result.column !== column &&
          (isOne ? after.test(sibling.result.column.label) : isBefore(sibling.result.column)) &&
          compare(its, difference) === 0,
      );
    if (!other) return null;
    const { result } = other.relation;
    return {
      sentence: `it lacks the same in "${result.column.label}" (${result.raw}): lines that were not revised`,
      figures: [result],
    };
  },
});
