import { abs, compare, decimal } from "../../money/decimal.ts";
import type { Figure } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const leases = `Aldermoor Limited
Leases by year of expiry (in thousands)
\tRent\t% of total
\tRMB\t
2025\t6,184\t8.44%
2026\t9,204\t12.56%
2027\t9,114\t12.44%
2028\t9,194\t12.55%
2029\t9,234\t12.61%
2030\t8,584\t11.72%
2031\t14,055\t19.19%
2032 and thereafter\t7,671\t10.49%
Total\t73,240\t100.00%
`;

const offset = leases.replace("12.56%", "12.60%").replace("12.55%", "12.51%");

/** Fewer shares leave no more than their own rounding. */
const fewestParts = 3;

/** The sum of its own column that takes the figure and ties to the digit. */
function footingOf(figure: Figure, scene: Scene): Judged | undefined {
  return scene
    .touching(figure)
    .find(
      ({ relation: { form, result, terms }, grade }) =>
        grade === "exact" &&
        form.kind === "linear" &&
        result !== figure &&
        terms.length >= fewestParts &&
        [result, ...terms].every(({ column, table }) => column === figure.column && table === figure.table),
    );
}

/** A share that is rounded as it should be. */
function isProperShare(figure: Figure, scene: Scene): boolean {
  const own = scene
    .touching(figure)
    .filter(({ relation: { form, result } }) => form.kind === "quotient" && result === figure);
  return figure.nil || (own.length > 0 && own.every(({ status }) => status === "pass"));
}

export const madeToAddUp = defineReading({
  name: "made-to-add-up",
  summary: "One percentage of the column was rounded otherwise so that all of them make the total",
  what: "Shares that are rounded one by one rarely make 100, so one of them is turned by what is left. Cleared is a percentage that is out by no more than half a unit for each line of the column, while the printed percentages make their total to the digit, the amounts beneath make theirs, and all other percentages are rounded as they should be. A mistyped percentage would spoil its total.",
  examples: {
    cleared: [{ title: "The last line takes what is left", filing: leases }],
    stands: [
      { title: "A digit is wrong", filing: leases.replace("12.56%", "12.96%") },
      { title: "Two of them are out, and make up for each other", filing: offset },
    ],
  },
  clear({ broken: { relation, difference } }, scene): Innocent | null {
    const { form, result, terms } = relation;
    const [amount] = terms;
    if (!difference || !amount || form.kind !== "quotient" || result.unit !== "percent") return null;
    if (result.wording) return null;
    const footing = footingOf(result, scene);
    if (!footing || !footingOf(amount, scene)) return null;
    if (!footing.relation.terms.every((term) => term === result || isProperShare(term, scene))) return null;
    const parts = BigInt(footing.relation.terms.length);
    const most = decimal(5n * parts, result.value.exponent - 1);
    if (compare(abs(difference), most) > 0) return null;
    return {
      sentence: `with it the column makes ${footing.relation.result.raw} to the digit`,
      figures: [footing.relation.result],
    };
  },
});
