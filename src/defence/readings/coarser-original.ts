import { abs, compare, decimal, isZero, multiply, subtract } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { periodKey } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import { defineReading, type Innocent } from "../reading.ts";

const yen = `Aldermoor Limited
CONSOLIDATED BALANCE SHEETS
\tMillions of yen\t\tThousands of U.S. dollars
\tDec 31, 2023\tDec 31, 2024\tDec 31, 2024
\tJPY\tJPY\tUSD
Cash\t304,007\t335,239\t2,741,344
Receivables\t161,332\t168,221\t1,375,590
Inventories\t256,366\t308,385\t2,521,751
Other current assets\t13,160\t16,797\t137,353
Total current assets\t734,865\t828,643\t6,776,047
`;

/** What the parts and the result may be out by their own rounding, in half units of their last digit. */
function isRounding({ relation, difference }: Judged, original: Judged): boolean {
  const { result, terms } = relation;
  const base = original.relation.result.value;
  if (!difference || !original.difference) return false;
  // difference / result = difference of the original / result of the original, but for the rounding.
  const off = abs(subtract(multiply(difference, base), multiply(original.difference, result.value)));
  const halves = decimal(5n * BigInt(terms.length + 1), result.value.exponent - 1);
  return compare(off, abs(multiply(halves, base))) <= 0;
}

function isColumnSum({ form, result, terms }: Relation): boolean {
  return (
    form.kind === "linear" &&
    !result.wording &&
    result.unit === "currency" &&
    terms.every(({ column, table }) => table === result.table && column === result.column)
  );
}

export const coarserOriginal = defineReading({
  name: "coarser-original",
  summary: "The sum misses in a translated column by what it misses in the original by rounding",
  what: "Amounts translated from an original that is printed in a coarser unit (millions of yen, thousands of dollars) miss their sum by what the original misses it, translated. The same sum in the original column of the same period must be out by rounding, and the translated one by that share of its result, to the rounding of its own figures. A sum that is exact in the original explains nothing.",
  examples: {
    cleared: [{ title: "A million of yen is eight thousand dollars", filing: yen }],
    stands: [{ title: "A digit is wrong", filing: yen.replace("6,776,047", "6,776,947") }],
  },
  clear({ broken }, scene): Innocent | null {
    const { relation } = broken;
    if (!isColumnSum(relation)) return null;
    const { column } = relation.result;
    const original = scene.siblings(relation).find(({ relation: { result }, status, difference }) => {
      if (status !== "pass" || !difference || isZero(difference) || isZero(result.value)) return false;
      if (result.column.currency === null || result.column.currency === column.currency) return false;
      return column.period !== null && periodKey(result.column.period) === periodKey(column.period);
    });
    if (!original || !isRounding(broken, original)) return null;
    const { result } = original.relation;
    return {
      sentence: `the original sum of ${result.raw} is out by its rounding, and this one by as much translated`,
      figures: [result],
    };
  },
});
