import { add, type Decimal, sign } from "../../money/decimal.ts";
import { printedTie } from "../../relations/tie.ts";
import type { Relation } from "../../relations/relation.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const costs = `Aldermoor Limited
Results of operations (RMB in millions)
\tYear ended December 31, 2024
\tAmount\t% of revenue
Hardware revenue\t12,419\t94.2%
Services revenue\t766\t5.8%
Total revenue\t13,185\t100.0%
Cost of hardware\t9,871\t79.5%
Cost of services\t426\t55.6%
Total cost of revenue\t10,297\t78.1%
Research and development\t399\t3.0%
Selling and administrative\t1,383\t10.5%
Restructuring\t63\t0.5%
Total operating expenses\t1,845\t14.0%
`;

const ofAll = costs.replace("79.5%", "74.9%").replace("55.6%", "3.2%");

export const ownBase = defineReading({
  name: "own-base",
  summary: "The percentage is of the line's own revenue, not of all revenue",
  what: "For a percentage of the whole that does not tie, looks among the lines above the whole for one of a similar name, or for several of them together, of which the percentage is exactly the share. A line that shares no word with it clears nothing.",
  examples: {
    cleared: [{ title: "Costs in percent of their own line of revenue", filing: costs }],
    stands: [{ title: "A digit is wrong", filing: ofAll.replace("10.5%", "16.5%") }],
  },
  clear({ broken: { relation } }): Innocent | null {
    if (relation.rule !== "percentage" || relation.form.kind !== "quotient") return null;
    const [part, whole] = relation.terms;
    if (!part || !whole) return null;
    const own = basesOf(part, whole);
    const found = [...own.map((base) => [base]), own].find(
      (bases) => bases.length > 0 && isShareOf(relation, part, bases),
    );
    if (!found) return null;
    const names = found.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(" and ");
    return { sentence: `it is the share of ${names}`, figures: found };
  },
});

/** Lines of the same column up to the whole that share a word with the part. */
function basesOf(part: Figure, whole: Figure): readonly Figure[] {
  const words = wordsOf(part.row.caption);
  return part.table.rows.slice(0, whole.row.index).flatMap((row): Figure[] => {
    const figure = row.figures[whole.column.index];
    if (row === part.row || !readable(figure) || figure.nil || figure.unit !== whole.unit) return [];
    return [...wordsOf(row.caption)].some((word) => words.has(word)) ? [figure] : [];
  });
}

/** Words that lines of any business share. */
const common = new Set(
  "a an and cost expense for from in net of on or other revenue sale sold the to total".split(" "),
);

function wordsOf(caption: string): ReadonlySet<string> {
  const words = captionKey(caption)
    .replace(/\(\d+\)/g, " ")
    .split(/[^\p{L}]+/u)
    .map((word) => word.replace(/(?<=\p{L}{3})s$/u, ""));
  const own = words.filter((word) => word !== "" && !common.has(word));
  return new Set(own);
}

function isShareOf(relation: Relation, part: Figure, bases: readonly Figure[]): boolean {
  const [first] = bases;
  if (!first || bases.some(({ value }) => sign(value) <= 0)) return false;
  const value = bases.slice(1).reduce((sum: Decimal, base) => add(sum, base.value), first.value);
  const base: Figure = { ...first, value, units: Number(value.coefficient) };
  return printedTie({ ...relation, terms: [part, base], memo: {} }) === "exact";
}
