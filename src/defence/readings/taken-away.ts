import type { Relation } from "../../relations/relation.ts";
import { printedTie } from "../../relations/tie.ts";
import type { Figure } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const assets = `Aldermoor Limited
Capital assets (in thousands)
\tOpening balance\tIncreases\tDecreases\tTransfers\tClosing balance
\tRMB\tRMB\tRMB\tRMB\tRMB
Land\t26,640,606\t-\t498,815\t17,187\t26,158,978
Construction in progress\t10,738,313\t7,411,070\t-\t1,407,862\t19,557,245
Total not depreciated\t37,378,919\t7,411,070\t498,815\t1,425,049\t45,716,223
Buildings\t61,204,118\t902,331\t(1,204,400)\t-\t60,902,049
Equipment\t8,100,240\t310,900\t(95,118)\t-\t8,316,022
Vehicles\t9,310,442\t118,208\t(310,015)\t-\t9,118,635
`;

const lost = `Aldermoor Limited
Capital assets (in thousands)
\tOpening balance\tIncreases\tDecreases\tTransfers\tClosing balance
\tRMB\tRMB\tRMB\tRMB\tRMB
Land\t26,640,606\t-\t498,815\t17,187\t26,158,978
Construction in progress\t10,738,313\t7,411,070\t-\t1,407,862\t19,557,245
Buildings\t61,204,118\t902,331\t(1,204,400)\t-\t60,902,049
Vehicles\t9,310,442\t118,208\t(310,015)\t-\t9,118,635
Total\t107,893,479\t8,431,609\t(2,013,230)\t1,425,049\t115,736,907
`;

const takesAway =
  /\b(?:decreases?|deductions?|disposals?|retirements?|deletions?|reductions?|redemptions?|repayments?)\b/i;

/** A sum to the digit of figures of its own column that takes it with the sign it is printed with. */
function isMeantSo(figure: Figure, scene: Scene): boolean {
  return scene
    .touching(figure)
    .some(
      ({ relation: { form, result, terms }, grade }) =>
        grade === "exact" &&
        form.kind === "linear" &&
        terms.length > 1 &&
        [result, ...terms].every(({ column, table }) => column === figure.column && table === figure.table),
    );
}

function turned({ form, ...relation }: Relation, at: number): Relation {
  const own = form.kind === "linear" ? form.weights : [];
  const weights = own.map((weight, i): 1 | -1 => (i === at ? (weight === 1 ? -1 : 1) : weight));
  return { ...relation, form: { kind: "linear", weights }, memo: {} };
}

export const takenAway = defineReading({
  name: "taken-away",
  summary: "A column of decreases prints some of them in brackets and some as sizes",
  what: "A column whose head says that its amounts are taken away (decreases, disposals, retirements) may print sizes in one block and brackets in another. The row must tie to the digit when the amount is taken away, and the amount must make a sum of its own column to the digit with the sign that it has: a bracket that was lost in one cell spoils that sum.",
  examples: {
    cleared: [{ title: "Sizes in the block of land", filing: assets }],
    stands: [{ title: "Brackets lost in one cell", filing: lost }],
  },
  clear({ broken: { relation } }, scene): Innocent | null {
    const { form, result, terms } = relation;
    if (form.kind !== "linear" || terms.length < 2) return null;
    if (terms.some(({ row, table }) => table !== result.table || row !== result.row)) return null;
    for (const [i, term] of terms.entries()) {
      if (term.nil || !takesAway.test(term.column.label)) continue;
      if (printedTie(turned(relation, i)) !== "exact" || !isMeantSo(term, scene)) continue;
      return { sentence: `it ties when "${term.column.label}" (${term.raw}) is taken away`, figures: [term] };
    }
    return null;
  },
});
