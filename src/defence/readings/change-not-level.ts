import { abs, subtract } from "../../money/decimal.ts";
import { monthsOf } from "../../tables/period.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import { isTelling, prints, saidOf } from "../said.ts";

const change = `Aldermoor Limited
Fiscal Year 2024 Financial Results

Revenue was RMB160.9 million in 2024, compared with RMB145.4 million in 2023. Cost of revenue was RMB122.4 million in 2024, compared with RMB118.7 million in 2023. Restructuring costs were RMB14.6 million in 2024, compared with RMB11.1 million in 2023.

Operating loss was RMB25,182 thousand in 2024 above that of the year before.

Statements of operations (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenue\t145,377\t160,942
Cost of revenue\t118,728\t122,406
Restructuring costs\t11,118\t14,577
Operating loss\t(3,000)\t(28,182)
`;

/** Another column of the line, as long, from which the number is the change. */
function baseOf(said: Figure, cell: Figure): Figure | undefined {
  const lengthOf = ({ column: { period } }: Figure): number | null => period && monthsOf(period);
  return cell.row.figures.find(
    (other): other is Figure =>
      readable(other) &&
      other !== cell &&
      !other.nil &&
      other.unit === cell.unit &&
      other.column.currency === cell.column.currency &&
      lengthOf(other) === lengthOf(cell) &&
      prints(said, abs(subtract(cell.value, other.value))),
  );
}

export const changeNotLevel = defineReading({
  name: "change-not-level",
  summary: "The number is the change of the line, not its amount",
  what: "Looks in the line of the cell for another period of the same length, from which the number is the change to its last digit, in three digits or more.",
  examples: {
    cleared: [{ title: "A loss that grew, told by its growth", filing: change }],
    stands: [{ title: "Two digits transposed", filing: change.replace("RMB25,182", "RMB28,812") }],
  },
  clear({ broken: { relation } }): Innocent | null {
    const told = saidOf(relation);
    if (!told || !isTelling(told.said.value)) return null;
    const base = baseOf(told.said, told.cell);
    if (!base) return null;
    const { said, cell } = told;
    return {
      sentence: `${said.raw} is by how much "${cell.row.caption}" changed from ${base.raw} to ${cell.raw}`,
      figures: [cell, base],
    };
  },
});
