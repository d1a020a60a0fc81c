import { sign } from "../../money/decimal.ts";
import { conceptKey } from "../../statements/concepts.ts";
import { type Figure, periodKey } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const narrower = `Aldermoor Limited
Consolidated statements of cash flows (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net income\t41,360\t52,918
Depreciation\t39,240\t41,225
Impairment of assets\t3,079\t1,661
Net cash provided by operating activities\t83,679\t95,804
Net cash used in investing activities\t(61,207)\t(58,316)
Net increase in cash\t22,472\t37,488

Adjusted net income (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net income\t41,360\t52,918
Impairment of assets\t3,079\t1,452
Relocation\t1,206\t844
Adjusted net income\t45,645\t55,214
`;

/** The statement and a note have one amount, and the reconciliation alone has another. */
const alone = `${narrower}
Leases (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Rent\t8,117\t9,250
Impairment of assets\t3,079\t1,661
`;

/** Exact sums down one column of one table in which the figure takes part. */
function sumsOf(figure: Figure, scene: Scene): readonly Judged[] {
  return scene.touching(figure).filter(({ relation: { form, result, terms }, status, grade }) => {
    const parts = [result, ...terms];
    return (
      form.kind === "linear" &&
      status === "pass" &&
      grade === "exact" &&
      parts.filter(({ nil }) => !nil).length >= fewestParts &&
      parts.every(({ table, column }) => table === figure.table && column === figure.column)
    );
  });
}

/** A result and two lines. */
const fewestParts = 3;

/** In how many tables the amount of the figure stands under its caption for its period. */
function placesOf(figure: Figure, scene: Scene): number {
  const caption = conceptKey(figure.row.caption);
  const period = periodKey(figure.column.period);
  const same = scene
    .printed(figure.value)
    .filter(({ row, column }) => conceptKey(row.caption) === caption && periodKey(column.period) === period);
  return new Set([figure.table, ...same.map(({ table }) => table)]).size;
}

export const ownSums = defineReading({
  name: "own-sums",
  summary: "Two figures of one name each add up in their own table, so they are two facts",
  what: "Looks for a sum down the column in which each of the two figures ties to the unit. A line of a reconciliation or of a breakdown may cover less than the line of that name in a statement. A figure whose own table does not add up is still reported, and so is one that stands alone against two places that agree, and one of the opposite sign.",
  examples: {
    cleared: [{ title: "An adjustment narrower than the line of the statement", filing: narrower }],
    stands: [
      { title: "Two digits transposed", filing: narrower.replace("3,079\t1,452", "3,079\t1,616") },
      { title: "Two places agree against the reconciliation", filing: alone },
      {
        title: "A loss that is added back as a gain",
        filing: narrower.replace("3,079\t1,452", "3,079\t(1,661)").replace("55,214", "52,101"),
      },
    ],
  },
  clear({ broken: { relation } }, scene): Innocent | null {
    const [original] = relation.terms;
    const { result, form } = relation;
    if (form.kind !== "linear" || !original || relation.terms.length > 1) return null;
    if (original.table === result.table || result.wording || original.wording) return null;
    // Shares of a whole always add up, and a part of a line has the sign of the line.
    if (result.unit === "percent") return null;
    if (sign(result.value) !== (form.weights[0] ?? 1) * sign(original.value)) return null;
    const sums = [result, original].map((figure) => sumsOf(figure, scene)[0]);
    const [own, its] = sums;
    if (!own || !its) return null;
    if (placesOf(original, scene) > 1 && placesOf(result, scene) === 1) return null;
    const totals = [own, its].map((sum) => sum.relation.result);
    const [here, there] = totals.map(({ row, raw }) => `"${row.caption || "the total"}" (${raw})`);
    return {
      sentence: `${result.raw} adds up to ${here} and ${original.raw} to ${there}, each in its own table`,
      figures: totals,
    };
  },
});
