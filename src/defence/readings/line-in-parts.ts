import { add, compare, abs, sign } from "../../money/decimal.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import { holds, isTelling, prints, saidOf, wordsOf } from "../said.ts";

const twoParts = `Aldermoor Limited
Fiscal Year 2024 Financial Results

Revenue was RMB160.9 million in 2024, compared with RMB145.4 million in 2023. Cost of revenue was RMB122.4 million in 2024, compared with RMB118.7 million in 2023.

As of December 31, 2024, the lease liability was RMB19,317 thousand and long-term debt was RMB18,000 thousand.

Statements of operations (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenue\t145,377\t160,942
Cost of revenue\t118,728\t122,406

Balance sheets (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Lease liabilities, current portion\t2,891\t6,080
Lease liability\t19,317\t13,237
Long-term debt\t20,000\t18,000
`;

const digit = twoParts.replace("RMB19,317", "RMB13,327");

/** Lines of one name that are tried beside each other. */
const mostParts = 6;

/** Cells of the same column whose lines have all the words of what the sentence speaks of. */
function partsBeside(cell: Figure, subject: string): readonly Figure[] {
  const wanted = wordsOf(subject);
  return cell.table.rows
    .filter((row) => row !== cell.row && row.kind === "item" && holds(wordsOf(row.caption), wanted))
    .flatMap((row) => row.figures[cell.column.index] ?? [])
    .filter((figure) => readable(figure) && !figure.nil && figure.unit === cell.unit)
    .slice(0, mostParts);
}

export const lineInParts = defineReading({
  name: "line-in-parts",
  summary: "The sentence speaks of a line that the table prints in parts, current and non-current",
  what: "Looks in the column of the cell for lines whose name contains all the words that the sentence uses. The number must be the cell and one of them together, or all of them, to its last digit, and have three digits or more.",
  examples: {
    cleared: [{ title: "A liability, its current portion in a line of its own", filing: twoParts }],
    stands: [{ title: "Two digits transposed", filing: digit }],
  },
  clear({ broken: { relation } }): Innocent | null {
    const told = saidOf(relation);
    if (!told || !isTelling(told.said.value)) return null;
    const { said, cell } = told;
    const parts = partsBeside(cell, said.row.caption).filter(
      ({ value }) => sign(value) === sign(cell.value) && compare(abs(value), abs(cell.value)) !== 0,
    );
    const ways = [...parts.map((part) => [part]), ...(parts.length > 1 ? [parts] : [])];
    const way = ways.find((others) =>
      prints(
        said,
        others.reduce((sum, { value }) => add(sum, value), cell.value),
      ),
    );
    if (!way) return null;
    const names = [cell, ...way].map(({ row, raw }) => `"${row.caption}" (${raw})`).join(" and ");
    return { sentence: `${said.raw} is ${names} together`, figures: [cell, ...way] };
  },
});
