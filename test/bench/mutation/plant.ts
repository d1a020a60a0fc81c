/** One slip put into the text of a filing, at the precision of the print. */
import { type Print, takeApart, withDigits, withOtherSign } from "./print.ts";
import type { Random } from "./random.ts";
import { splice } from "./splice.ts";
import type { Line, Target } from "./targets.ts";

export const cellSlips = [
  "digit",
  "transposition",
  "sign",
  "digit-dropped",
  "digit-added",
  "scale",
  "neighbour",
  "stale",
] as const;
export type CellSlip = (typeof cellSlips)[number];
export const rowSlips = ["row-dropped", "row-doubled"] as const;
export type RowSlip = (typeof rowSlips)[number];

/** What the cell prints after the slip; null where the slip changes nothing or cannot be made. */
export function slipped(slip: CellSlip, target: Target, random: Random): string | null {
  const print = takeApart(target.raw);
  if (!print) return null;
  const printed = misprint(slip, target, print, random);
  return printed === null || printed === target.raw ? null : printed;
}

function misprint(slip: CellSlip, target: Target, print: Print, random: Random): string | null {
  const { digits } = print;
  switch (slip) {
    case "digit": {
      const at = random.below(digits.length);
      const others = [..."0123456789"].filter((d) => d !== digits[at] && !(at === 0 && d === "0"));
      return withDigits(print, digits.slice(0, at) + (random.pick(others) ?? "") + digits.slice(at + 1));
    }
    case "transposition": {
      const places = [...digits].flatMap((d, i) => {
        const next = digits[i + 1];
        return next === undefined || next === d || (i === 0 && next === "0") ? [] : [i];
      });
      const at = random.pick(places);
      if (at === undefined) return null;
      return withDigits(
        print,
        digits.slice(0, at) + (digits[at + 1] ?? "") + (digits[at] ?? "") + digits.slice(at + 2),
      );
    }
    case "sign":
      return withOtherSign(target.raw);
    case "digit-dropped": {
      const at = random.below(digits.length);
      const left = digits.slice(0, at) + digits.slice(at + 1);
      return digits.length < 2 || !/[1-9]/.test(left) ? null : withDigits(print, left);
    }
    case "digit-added": {
      const at = random.below(digits.length + 1);
      const digit = String(at === 0 ? 1 + random.below(9) : random.below(10));
      return withDigits(print, digits.slice(0, at) + digit + digits.slice(at));
    }
    case "scale": {
      const factor = random.below(3);
      if (factor === 0) return withDigits(print, `${digits}0`);
      if (factor === 1) return withDigits(print, `${digits}000`);
      return digits.length < 2 ? null : withDigits(print, digits.slice(0, -1));
    }
    case "neighbour":
      return random.pick(target.neighbours) ?? null;
    case "stale":
      return random.pick(target.others) ?? null;
  }
}

/** Whether only the last printed digit differs: what ordinary rounding may hide. */
export function lastDigitOnly(before: string, after: string): boolean {
  const [a, b] = [takeApart(before), takeApart(after)];
  if (!a || !b || a.before !== b.before) return false;
  return a.digits.length === b.digits.length && a.digits.slice(0, -1) === b.digits.slice(0, -1);
}

/** The lines with `print` at the place of the target; null where it cannot be put there. */
export function plantCell(lines: readonly string[], target: Target, print: string): string[] | null {
  const { line, column, endColumn } = target.place;
  const at = line - 1;
  // The brackets of a number may stand on the lines beside it.
  const from = Math.max(0, at - linesBeside);
  const source = lines.slice(from, at + linesBeside + 1);
  const start = lines.slice(from, at).join("").length + column - 1;
  const spliced = splice(source.join(""), start, start + endColumn - column, target.raw, print);
  if (spliced === null) return null;
  return [...lines.slice(0, from), ...linesOf(spliced), ...lines.slice(from + source.length)];
}

/** Each line with its end. */
export function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

const linesBeside = 4;

export function plantRow(lines: readonly string[], target: Line, slip: RowSlip): string[] {
  const at = target.line - 1;
  return slip === "row-dropped"
    ? [...lines.slice(0, at), ...lines.slice(at + 1)]
    : [...lines.slice(0, at + 1), ...lines.slice(at)];
}
