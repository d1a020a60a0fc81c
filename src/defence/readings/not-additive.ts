import { abs, compare, type Decimal, sign } from "../../money/decimal.ts";
import { isSlip } from "../../diagnose/slips.ts";
import { evaluateTie } from "../../relations/tie.ts";
import type { Relation } from "../../relations/relation.ts";
import type { Figure } from "../../tables/table.ts";
import { type Accusation, defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const balances = `Aldermoor Limited
SELECTED DATA (in thousands)
\tThree Months Ended\t\t\t\tTwelve Months Ended
\tMar 31, 2024\tJun 30, 2024\tSep 30, 2024\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tRMB\tRMB\tRMB
Purchases of equipment\t31,207\t28,415\t40,118\t36,902\t136,642
Depreciation\t12,044\t12,310\t12,988\t13,571\t50,913
Share-based compensation\t5,316\t4,902\t4,711\t4,850\t19,779
Rent\t5,011\t5,104\t5,090\t5,216\t20,421
Interest paid\t2,790\t2,640\t2,655\t2,601\t10,686
Deposits of customers\t275,118\t281,407\t277,350\t288,016\t288,016
`;

const flows = `Aldermoor Limited
SELECTED DATA (in thousands)
\tThree Months Ended\t\t\t\tTwelve Months Ended
\tMar 31, 2024\tJun 30, 2024\tSep 30, 2024\tDec 31, 2024\tDec 31, 2024
\tRMB\tRMB\tRMB\tRMB\tRMB
Purchases of equipment\t31,207\t28,415\t40,118\t36,902\t136,642
Depreciation\t12,044\t12,310\t12,988\t13,571\t50,913
Share-based compensation\t5,316\t4,902\t4,711\t4,850\t19,779
Rent\t5,011\t5,104\t5,090\t5,216\t20,421
Interest paid\t2,790\t2,640\t2,655\t2,601\t10,686
`;

interface Parts {
  readonly parts: readonly Figure[];
  readonly least: Figure;
  readonly most: Figure;
}

/** The parts of a sum of figures of one sign, none of them deducted; null where there are not two. */
function partsOf({ form, result, terms }: Relation): Parts | null {
  if (form.kind !== "linear" || form.weights.some((weight) => weight === -1) || result.nil) return null;
  const parts = terms.filter(({ nil }) => !nil).sort((a, b) => compare(a.value, b.value));
  const [least] = parts;
  const most = parts.at(-1);
  if (!least || !most || parts.length < 2) return null;
  const isOneSign = parts.every(({ value }) => sign(value) === sign(least.value)) && sign(least.value) !== 0;
  return isOneSign ? { parts, least, most } : null;
}

function isBetween(value: Decimal, { least, most }: Parts): boolean {
  return compare(least.value, value) < 0 && compare(value, most.value) < 0;
}

/** Fewer digits are a digit away from many numbers. */
const fewestDigits = 3;

/** Whether a slip of the pen makes one of the figures what it should be: then it may as well be a misprint. */
function mayBeSlip({ broken: { relation }, cause }: Accusation): boolean {
  return cause.suspects.some(
    ({ figure, value }) =>
      abs(relation.result.value).coefficient.toString().length >= fewestDigits && isSlip(figure, value),
  );
}

export const notAdditive = defineReading({
  name: "not-additive",
  summary: "The figures are balances or averages, which do not add up",
  what: "Where periods fill a longer one, a figure of the longer period that equals that of its last part is a balance, and one that lies between its parts is an average. Where lines are added up, a total that lies between its parts in every column is an average. This clears nothing where one mistyped digit would make the figure the sum, or where the sum ties in a column.",
  examples: {
    cleared: [{ title: "A balance at the end of each quarter and of the year", filing: balances }],
    stands: [{ title: "A digit of the year is lost", filing: flows.replace("136,642", "36,642") }],
  },
  clear(accusation, scene): Innocent | null {
    const { relation } = accusation.broken;
    const found = partsOf(relation);
    if (!found) return null;
    return relation.rule === "period-sum" ? ofPeriods(accusation, found) : ofLines(relation, found, scene);
  },
});

function ofPeriods(accusation: Accusation, found: Parts): Innocent | null {
  const { result, terms } = accusation.broken.relation;
  const last = terms.at(-1);
  if (last && !last.nil && terms.every(({ nil }) => !nil) && compare(last.value, result.value) === 0) {
    return { sentence: `${result.raw} is that of the last of its periods, as of a balance`, figures: [last] };
  }
  if (!isBetween(result.value, found) || mayBeSlip(accusation)) return null;
  return average(result, found);
}

function ofLines(relation: Relation, found: Parts, scene: Scene): Innocent | null {
  if (!isBetween(relation.result.value, found)) return null;
  const columns = scene.siblings(relation).map(({ relation: other }) => other);
  const told = columns.filter((other) => partsOf(other) !== null);
  const isAverage = (other: Relation): boolean => {
    const parts = partsOf(other);
    return parts !== null && evaluateTie(other) === false && isBetween(other.result.value, parts);
  };
  return told.length >= 2 && told.every(isAverage) ? average(relation.result, found) : null;
}

function average(result: Figure, { least, most }: Parts): Innocent {
  return {
    sentence: `${result.raw} lies between its parts ${least.raw} and ${most.raw}, as an average does`,
    figures: [least, most],
  };
}
