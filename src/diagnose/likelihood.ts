/**
 * How likely a change is what happened, in powers of ten: of two cells that explain a break equally well,
 * the one whose truth is a common slip from its print comes first, then the one whose truth suits its line
 * better. It only orders suspects; it never makes or unmakes one.
 */
import { abs, compare, type Decimal, sign, toNumber } from "../money/decimal.ts";
import type { Figure } from "../tables/table.ts";
import { copyOf, nameDigits } from "./slips.ts";

/** A change that is not a slip anyone knows: every other value was as likely. */
const noSlip = -6;
/** The print is that of a neighbour, which by chance it hardly ever is; lines that stand still are commoner. */
const copied = { neighbour: -2, stale: -4 };
/** A truth that suits its line worse than the print says little against it: lines do jump. */
const leastGain = -1.5;

export function likelihood(figure: Figure, truth: Decimal): number {
  const gain = suits(figure, truth) - suits(figure, figure.value);
  return slipLikelihood(figure, truth) + Math.max(leastGain, gain) + (standsStill(figure, truth) ? 2 : 0);
}

/** The truth is the very figure of another period: goodwill, share counts and the like do not move. */
function standsStill(figure: Figure, truth: Decimal): boolean {
  return othersOf(figure).some((other) => compare(other.value, truth) === 0);
}

/** One slip of its kind among all that the print could have suffered. */
function slipLikelihood(figure: Figure, truth: Decimal): number {
  const digits = abs(figure.value).coefficient.toString().length;
  switch (nameDigits(figure, truth, false).slip) {
    case "sign":
      return among(1);
    case "transposition":
      return among(digits - 1);
    case "scale":
      return among(3);
    case "digit-added":
      return among(digits);
    case "digit":
      return among(9 * digits);
    case "digit-dropped":
      return among(10 * (digits + 1));
    default: {
      const copy = copyOf(figure);
      return copy ? copied[copy.slip] : noSlip;
    }
  }
}

/** One in ten slips is of a kind; each of its ways is as likely. */
function among(ways: number): number {
  return -1 - Math.log10(Math.max(1, ways));
}

/** Figures of a line that never move apart are never closer than this, as powers of ten. */
const leastSpread = 0.02;
const usualSpread = 0.5;
/** More than this no likeness of a line can say. */
const most = 3;
const otherSign = 1.5;

/** The figures of the line in other periods. */
function othersOf(figure: Figure): Figure[] {
  return figure.row.figures.filter(
    (other): other is Figure =>
      other !== undefined &&
      other !== figure &&
      !other.nil &&
      other.damage === null &&
      other.column.role === figure.column.role &&
      other.column.currency === figure.column.currency,
  );
}

/** How well a value suits the other periods of its line: by size, on the scale on which the line moves, and by sign. */
function suits(figure: Figure, value: Decimal): number {
  const others = othersOf(figure);
  if (others.length === 0 || sign(value) === 0) return 0;
  const sizes = others.map((other) => sizeOf(other.value));
  const size = sizeOf(value);
  const away = Math.min(...sizes.map((other) => Math.abs(other - size))) / spreadOf(sizes);
  const turned = others.filter((other) => sign(other.value) !== sign(value)).length / others.length;
  return -Math.min(most, away) - otherSign * turned;
}

function sizeOf(value: Decimal): number {
  return Math.log10(Math.max(Number.MIN_VALUE, toNumber(abs(value))));
}

/** The usual step between neighbours in size. */
function spreadOf(sizes: readonly number[]): number {
  if (sizes.length < 2) return usualSpread;
  const sorted = [...sizes].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((size, i) => size - (sorted[i] ?? size));
  const middle = steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? usualSpread;
  return Math.max(leastSpread, middle);
}
