import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import { holds, isSamePeriod, isTelling, prints, saidOf, wordsOf } from "../said.ts";
import type { Scene } from "../scene.ts";

const wider = `Aldermoor Limited
Fiscal Year 2024 Financial Results

Revenue was RMB160.9 million in 2024, compared with RMB145.4 million in 2023. Cost of revenue was RMB122.4 million in 2024, compared with RMB118.7 million in 2023. Restructuring costs were RMB14.6 million in 2024, compared with RMB9.1 million in 2023.

As of December 31, 2024, cash and cash equivalents were RMB128,967 thousand. As of December 31, 2024, accounts payable were RMB31,440 thousand.

Statements of operations (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenue\t145,377\t160,942
Cost of revenue\t118,728\t122,406
Restructuring costs\t9,118\t14,577

Balance sheets (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Cash and cash equivalents\t101,640\t128,907
Restricted cash\t50\t60
Accounts payable\t27,118\t31,440
Cash, cash equivalents and restricted cash\t101,690\t128,967
`;

/** Figures of other lines, of the cell's period, whose names have the words of what the sentence speaks of and more. */
function* otherLines(cell: Figure, subject: string, { filing }: Scene): Generator<Figure> {
  const wanted = wordsOf(subject);
  for (const figure of filing.figures) {
    if (figure.row === cell.row || figure.unit !== cell.unit || !readable(figure) || figure.nil) continue;
    if (!isSamePeriod(figure.column, cell.column) || figure.column.currency !== cell.column.currency)
      continue;
    if (figure.column.role !== "amount") continue;
    const words = wordsOf(figure.row.caption);
    if (words.size > wanted.size && holds(words, wanted)) yield figure;
  }
}

export const anotherLine = defineReading({
  name: "another-line",
  summary: "The number belongs to another line, whose longer name contains all the words of the sentence",
  what: "Looks in all tables, in the period of the cell, for a line whose name contains all the words that the sentence uses and more, and that prints the number to its last digit. A number of one or two digits matches something by chance and clears nothing. Nor does a line of the same name, which is the same fact again, or a number of which only the sign is wrong.",
  examples: {
    cleared: [{ title: "Cash with what is restricted, under a shorter name", filing: wider }],
    stands: [
      { title: "Two digits transposed", filing: wider.replace("RMB128,967", "RMB128,097") },
      {
        title: "Another table prints the line otherwise",
        filing: wider.replace(
          "Cash, cash equivalents and restricted cash",
          "Total cash and cash equivalents",
        ),
      },
    ],
  },
  clear({ broken: { relation } }, scene): Innocent | null {
    const told = saidOf(relation);
    if (!told || !isTelling(told.said.value) || prints(told.said, told.cell.value)) return null;
    const { said, cell } = told;
    // Of its sign alone the digits say nothing.
    if (prints(said, cell.value)) return null;
    for (const figure of otherLines(cell, said.row.caption, scene)) {
      if (!prints(said, figure.value)) continue;
      return {
        sentence: `${said.raw} is "${figure.row.caption}" (${figure.raw}) of the same period`,
        figures: [figure],
      };
    }
    return null;
  },
});
