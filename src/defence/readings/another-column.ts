import { abs, compare, roundTo } from "../../money/decimal.ts";
import { monthsOf } from "../../tables/period.ts";
import { conceptKey } from "../../statements/concepts.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const tables = `
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tThree months ended September 30,\t\tNine months ended September 30,
\t2023\t2024\t2023\t2024
\tRMB\tRMB\tRMB\tRMB
Revenues\t591,482\t614,616\t1,690,318\t1,804,205
Cost of services\t412,704\t418,319\t1,241,206\t1,249,873
Operating profit\t178,778\t196,297\t449,112\t554,332
`;

const said = (amount: string): string => `Aldermoor Limited
Third Quarter 2024 Financial Results

Revenues were RMB614.6 million in the three months ended September 30, 2024, compared with RMB591.5 million in the three months ended September 30, 2023. Operating profit was RMB196.3 million in the three months ended September 30, 2024, compared with RMB178.8 million in the three months ended September 30, 2023.

Cost of services was ${amount} in the three months ended September 30, 2024, compared with RMB412.7 million in the three months ended September 30, 2023.
${tables}`;

const margin = (rate: string): string =>
  said("RMB418.3 million").replace(
    "Cost of services was",
    `Operating margin was ${rate} in the three months ended September 30, 2024, compared with 30.2% in the three months ended September 30, 2023.\n\nCost of services was`,
  );

/** A paragraph that one line of the source holds may be as long as this, with its markup. */
const longest = 2_000;

/** Whether the paragraph prints this amount twice: one of the two is then a copy. */
function isCopied(figure: Figure, scene: Scene): boolean {
  return scene.said.some(
    (other) =>
      other !== figure &&
      other.place.line === figure.place.line &&
      Math.abs(other.place.column - figure.place.column) <= longest &&
      compare(abs(other.value), abs(figure.value)) === 0,
  );
}

/** Whether the sentence's number is the cell's, as far as it is printed, whatever the sign. */
function isPrintOf(figure: Figure, cell: Figure): boolean {
  if (cell.unit !== figure.unit || cell.column.currency !== figure.column.currency) return false;
  const rounded = roundTo(abs(cell.value), figure.value.exponent);
  return compare(rounded, abs(figure.value)) === 0;
}

/** The same line in the year or quarter before: whoever rolls a document forward leaves such numbers behind. */
function isStale(cell: Figure, fact: Figure): boolean {
  const [own, other] = [fact.column.period, cell.column.period];
  if (cell.row !== fact.row || !own || !other || own.end === other.end) return false;
  return own.kind === other.kind && monthsOf(own) === monthsOf(other);
}

/** Fewer digits are some cell's by chance, where a line has many. */
const fewestDigits = 2;

/** The quotient of the same two lines in another column, which the sentence prints. */
function inAnotherColumn(relation: Relation): Innocent | null {
  const { result, terms, form } = relation;
  const [part, whole] = terms;
  if (!result.wording || form.kind !== "quotient" || !part || !whole || part.column !== whole.column)
    return null;
  for (const other of part.row.figures) {
    const beside = other && whole.row.figures[other.column.index];
    if (!readable(other) || other === part || !readable(beside) || beside.nil || other.nil) continue;
    if (evaluateTie({ ...relation, terms: [other, beside], memo: {} }) !== true) continue;
    return {
      sentence: `${other.raw} / ${beside.raw} in the column "${other.column.label}" is what the sentence says`,
      figures: [result, other, beside],
    };
  }
  return null;
}

export const anotherColumn = defineReading({
  name: "another-column",
  summary: "The sentence gives the same line for another period, or for another part of the company",
  what: "Looks through all lines of the name that the sentence speaks of, in every table, for a cell that prints its number: another period, a segment, a column that the sentence's heading is about. The figure of the period before does not count, since that is what is left behind when a document is rolled forward; nor does a number that the paragraph prints twice, since the copy of a neighbour is a common slip; nor a number of one digit.",
  examples: {
    cleared: [
      { title: "The nine months in a sentence about the quarter", filing: said("RMB1,249.9 million") },
      { title: "The margin of the nine months", filing: margin("30.7%") },
    ],
    stands: [
      { title: "A margin with a digit wrong", filing: margin("39.1%") },
      { title: "A digit is wrong", filing: said("RMB481.3 million") },
    ],
  },
  clear({ broken: { relation } }, scene): Innocent | null {
    const quotient = inAnotherColumn(relation);
    if (quotient) return quotient;
    const { result, terms, form } = relation;
    const [fact] = terms;
    if (!result.wording || result.wording.direction || terms.length !== 1 || !fact || fact.wording)
      return null;
    if (form.kind !== "linear" || abs(result.value).coefficient.toString().length < fewestDigits) return null;
    // Of its sign alone the digits say nothing.
    if (isPrintOf(result, fact)) return null;
    const subject = conceptKey(fact.row.caption);
    const cell = scene.filing.figures.find(
      (other) =>
        other !== fact &&
        !isStale(other, fact) &&
        !other.nil &&
        other.damage === null &&
        isPrintOf(result, other) &&
        conceptKey(other.row.caption) === subject,
    );
    if (!cell || isCopied(result, scene)) return null;
    return {
      sentence: `"${cell.row.caption}" is ${cell.raw} in the column "${cell.column.label}", which is what the sentence says`,
      figures: [result, cell],
    };
  },
});
