/** What slip turned the true figure into the printed one, and how often that would look so by chance. */
import { nameSlip } from "../../diagnose/slips.ts";
import { abs, toNumber } from "../../money/decimal.ts";
import type { Slip } from "../../report/report.ts";
import { kinds } from "./kinds.ts";
import { type Charge, type EvidenceItem, yes } from "./item.ts";

const slips = new WeakMap<Charge, Slip>();

/** The slip that the diagnosis will name. */
export function slipOf(charge: Charge): Slip {
  const known = slips.get(charge);
  if (known) return known;
  const { cause, fix } = charge;
  const slip = cause.row ? cause.row.slip : fix ? nameSlip(fix.figure, fix.value, false).slip : "unknown";
  slips.set(charge, slip);
  return slip;
}

const ofDigits: ReadonlySet<Slip> = new Set([
  "transposition",
  "digit",
  "digit-dropped",
  "digit-added",
  "ocr",
]);

/** More says nothing more. */
const mostPowers = 4;

/** About this many values are one slip of a digit away from a print of n digits: 20 for each. */
const slipsPerDigit = 20;

/**
 * A value taken at random among those of its length is one slip of a digit from a print of n digits in
 * 20n of 10^n cases, and each figure of the relation is one more chance.
 */
function surprise(charge: Charge): number {
  const { fix, shown } = charge;
  if (!fix || !ofDigits.has(slipOf(charge))) return 0;
  const digits = abs(fix.figure.value).coefficient.toString().length;
  const chances = slipsPerDigit * digits * (1 + shown.relation.terms.length);
  return Math.min(mostPowers, Math.max(0, digits - Math.log10(chances)));
}

/** A difference this small may be of rounding. */
const fewUnits = 2;

function unitsOff({ shown: { difference, relation } }: Charge): number {
  return difference
    ? toNumber(abs(difference)) / 10 ** relation.result.value.exponent
    : Number.POSITIVE_INFINITY;
}

const unlikeSlips: ReadonlySet<Slip> = new Set([
  "sign",
  "scale",
  "neighbour",
  "stale",
  "row-dropped",
  "row-doubled",
]);

/** Whether what settles it is no slip of digits, or of digits too few to say so. */
function isUnlike(charge: Charge, kind: readonly string[], others: boolean): boolean {
  if (!kind.includes(charge.shown.relation.rule) || surprise(charge) > 0) return false;
  return !(others && unlikeSlips.has(slipOf(charge)));
}

const mostDigits = 7;

/** The digits of the result as printed, without the noughts before them. */
function printedDigits({ shown: { relation } }: Charge): number {
  return Math.min(mostDigits, relation.result.raw.replace(/\D/g, "").replace(/^0+/, "").length);
}

export const slipEvidence: readonly EvidenceItem[] = [
  {
    name: "digits",
    what: "the figure is one slip of its digits from what settles it; powers of ten against chance",
    measure: surprise,
  },
  {
    name: "short-digits",
    what: "one slip of its digits, in a figure too short for that to say much",
    measure: (charge) => yes(ofDigits.has(slipOf(charge)) && surprise(charge) === 0),
  },
  {
    name: "printed-digits",
    what: "digits of the result as printed, at most 7",
    measure: printedDigits,
  },
  {
    name: "sentence-unlike",
    what: "a sentence whose number is no slip of digits from the table's",
    measure: (charge) => yes(isUnlike(charge, kinds.sentence, false)),
  },
  {
    name: "quotient-unlike",
    what: "a quotient that no slip of digits settles",
    measure: (charge) => yes(isUnlike(charge, kinds.quotient, false)),
  },
  {
    name: "sum-unlike",
    what: "a sum that no known slip settles",
    measure: (charge) => yes(isUnlike(charge, [...kinds.down, ...kinds.across, ...kinds.statement], true)),
  },
  {
    name: "sign",
    what: "only the sign is off",
    measure: (charge) => yes(slipOf(charge) === "sign"),
  },
  {
    name: "scale",
    what: "off by a power of ten",
    measure: (charge) => yes(slipOf(charge) === "scale"),
  },
  {
    name: "copied",
    what: "the print is that of a neighbour or of another period",
    measure: (charge) => yes(["neighbour", "stale"].includes(slipOf(charge))),
  },
  {
    name: "row-dropped",
    what: "several columns lack a line: as likely the wrong lines were taken",
    measure: (charge) => yes(slipOf(charge) === "row-dropped"),
  },
  {
    name: "row-doubled",
    what: "a line is printed twice",
    measure: (charge) => yes(slipOf(charge) === "row-doubled"),
  },
  {
    name: "no-suspect",
    what: "no single figure explains it",
    measure: ({ cause, fix }) => yes(!cause.row && !fix),
  },
  {
    name: "suspects",
    what: "figures that explain it equally well, as a power of two",
    measure: ({ cause }) => Math.log2(Math.max(1, cause.suspects.length)),
  },
  {
    name: "few-units",
    what: "off by one or two units of the last digit",
    measure: (charge) => yes(unitsOff(charge) <= fewUnits),
  },
];
