/**
 * Which breaks of sentences are slips. Where other numbers of a statement fit the same line, the one that
 * does not is one. Where only the words say what a number is of, they may have been misread: then the rest of
 * the filing must have been read well, and the number must look like the right one mistyped.
 */
import { abs, compare, type Decimal, decimal, roundTo, subtract } from "../../money/decimal.ts";
import { digits, isMistyped } from "../../prose/mistyped.ts";
import type { Claim } from "../../prose/claim.ts";
import type { Told } from "../../prose/relations.ts";
import { expectedResult, noReadings } from "../../relations/evaluate.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { monthsOf } from "../../tables/period.ts";
import { type Figure, type Period, periodKey, type Table } from "../../tables/table.ts";

/** How the sentences of a filing tie to its tables. */
export interface Record {
  readonly tiesOf: ReadonlyMap<Table, number>;
  readonly ties: number;
  /** Breaks of numbers that only the words lead to. */
  readonly breaks: number;
}

export function recordOf(told: readonly Told[]): Record {
  const tiesOf = new Map<Table, number>();
  let ties = 0;
  let breaks = 0;
  for (const { relation, standing } of told) {
    const tie = evaluateTie(relation);
    if (tie === true) {
      ties++;
      for (const table of new Set(relation.terms.map((term) => term.table))) {
        tiesOf.set(table, (tiesOf.get(table) ?? 0) + 1);
      }
    } else if (tie === false && standing === "alone") breaks++;
  }
  return { tiesOf, ties, breaks };
}

/** Ties of the filing for one break of a number that stands alone: where more breaks, sentences are misread. */
const tiesForOneBreak = 4;

/** The relations of a section without breaks that may be of something else than it seems. */
export function credible(told: readonly Told[], record: Record): Relation[] {
  const undated = told.filter(({ claim }) => claim && !claim.dated);
  const byHeading = undated.filter(({ relation }) => evaluateTie(relation) === true).length;
  const tiedLines = new Set(
    told.flatMap(({ relation, claim }) =>
      claim?.fact && evaluateTie(relation) === true ? [lineSaid(claim, relation)] : [],
    ),
  );
  return told.flatMap((one) => {
    const { relation, standing, claim } = one;
    if (evaluateTie(relation) !== false) return [relation];
    if (hasMark(relation)) return [];
    if (standing === "sure" && !claim) return [relation];
    if (standing === "sure" || standing === "own") return isSlip(relation) ? [relation] : [];
    if (standing === "none" || !claim) return [];
    const isRead =
      record.ties >= record.breaks * tiesForOneBreak &&
      relation.terms.every(({ table }) => table.title === "text" || (record.tiesOf.get(table) ?? 0) > 0);
    if (isLevelOfLine(one, tiedLines)) return [relation];
    const isDated = claim.dated || byHeading > 0;
    return isRead && isDated && isSlip(relation, claim.dated) ? [relation] : [];
  });
}

/** Fewer digits are one slip from too many amounts. */
const fewestDigits = 3;

/** The sentence, and the line of the table that a number of it is held against. */
function lineSaid({ sentence }: Claim, { terms: [term] }: Relation): string {
  return `${sentence} ${term?.table.index}:${term?.row.index}`;
}

/**
 * A level that the sentence itself dates, one slip of its digits away from a line of which another number of the
 * sentence is: it need not wait for other sentences.
 */
function isLevelOfLine({ relation, claim }: Told, tiedLines: ReadonlySet<string>): boolean {
  const { form, result, terms } = relation;
  const [term] = terms;
  if (!claim?.dated || form.kind !== "linear" || !term || terms.length > 1 || term.wording) return false;
  if (!tiedLines.has(lineSaid(claim, relation))) return false;
  const right = roundTo(term.value, result.value.exponent);
  const off = abs(subtract(abs(right), abs(result.value)));
  // A unit is what cutting off instead of rounding leaves.
  if (compare(off, decimal(1n, result.value.exponent)) <= 0) return false;
  const [said, wanted] = [digits(result.value.coefficient), digits(right.coefficient)];
  return said.length >= fewestDigits && said.length === wanted.length && isMistyped(said, wanted);
}

/** "US$117,719.2" for US$17,719.2: text taken from pages loses that the first digit is a raised mark of a footnote. */
function hasMark(relation: Relation): boolean {
  const { result } = relation;
  if (result.wording?.before === "") return false;
  const expected = expectedResult(relation, noReadings);
  if (!expected) return false;
  const said = digits(result.value.coefficient);
  return (
    /^[1-9]/.test(said) &&
    said.slice(1) === digits(roundTo(expected.value, result.value.exponent).coefficient)
  );
}

/**
 * Whether a number is the right one mistyped: a digit or two, the sign, the scale, or the line's other period
 * (of any length where the words alone, in full, name the period).
 */
function isSlip(relation: Relation, anyLength = false): boolean {
  const { result, terms, form } = relation;
  if (form.kind === "direction") return true;
  const expected = expectedResult(relation, noReadings);
  if (!expected) return false;
  const right = roundTo(expected.value, result.value.exponent);
  if (compare(abs(right), abs(result.value)) === 0) return true;
  if (isRounding(result, expected.value)) return false;
  const [term] = terms;
  if (form.kind === "linear" && term && printsAnotherPeriod(result, term, anyLength)) return true;
  return (
    isMistyped(digits(result.value.coefficient), digits(right.coefficient)) ||
    isScaled(result, expected.value)
  );
}

/** A unit of the last of so many digits comes of rounding anew. */
const manyDigits = 5;

function isRounding({ value }: Figure, right: Decimal): boolean {
  if (digits(value.coefficient).length < manyDigits) return false;
  const off = subtract(abs(right), abs(value));
  return compare(abs(off), decimal(1n, value.exponent)) <= 0;
}

function lengthOf(period: Period | null): number | null {
  return period && monthsOf(period);
}

/** The line prints it for another period as long: of another length it is the words that were misread. */
function printsAnotherPeriod(result: Figure, { row, column }: Figure, anyLength: boolean): boolean {
  return row.figures.some(
    (other) =>
      other !== undefined &&
      !other.nil &&
      other.column.currency === column.currency &&
      periodKey(other.column.period) !== periodKey(column.period) &&
      (anyLength || lengthOf(other.column.period) === lengthOf(column.period)) &&
      compare(abs(roundTo(other.value, result.value.exponent)), abs(result.value)) === 0,
  );
}

/** The same digits in another scale. */
function isScaled({ value }: Figure, right: Decimal): boolean {
  for (const power of [-9, -6, -3, -2, -1, 1, 2, 3, 6, 9]) {
    const moved = { coefficient: value.coefficient, exponent: value.exponent + power };
    if (compare(abs(roundTo(right, moved.exponent)), abs(moved)) === 0) return true;
  }
  return false;
}
