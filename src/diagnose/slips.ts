/** The kind of slip between the printed and the implied value: named only when it explains the whole difference. */
import { columnWords } from "../tables/column-words.ts";
import { abs, type Decimal, roundTo } from "../money/decimal.ts";
import { looksLike } from "../money/figure.ts";
import type { Slip } from "../report/report.ts";
import type { Figure } from "../tables/table.ts";

export interface NamedSlip {
  readonly slip: Slip;
  /** "two digits transposed". */
  readonly words: string;
}

const unknown: NamedSlip = { slip: "unknown", words: "" };

/**
 * `truth` at the precision of the print. `scanned`: the filing shows OCR damage, so a digit may have been
 * misread rather than mistyped.
 */
export function nameSlip(figure: Figure, truth: Decimal, scanned: boolean): NamedSlip {
  const digits = nameDigits(figure, truth, scanned);
  return digits.slip === "unknown" ? (copyOf(figure) ?? digits) : digits;
}

/** What happened to sign and digits alone, whatever stands beside the figure. */
export function nameDigits(figure: Figure, truth: Decimal, scanned: boolean): NamedSlip {
  const { exponent, coefficient } = figure.value;
  const implied = roundTo(truth, exponent).coefficient;
  if (coefficient === -implied && coefficient !== 0n) {
    if (figure.wording?.signWord)
      return { slip: "sign", words: `the word "${figure.wording.signWord.said}"` };
    return { slip: "sign", words: coefficient < 0n ? "brackets added" : "brackets or minus lost" };
  }
  if (coefficient < 0n !== implied < 0n && implied !== 0n) return unknown;
  return digitSlip(magnitude(coefficient), magnitude(implied), scanned);
}

/** Whether sign and digits of the truth are one common slip from the print, or the print is a neighbour's. */
export function isSlip(figure: Figure, truth: Decimal): boolean {
  return nameSlip(figure, truth, false).slip !== "unknown";
}

function magnitude(value: bigint): string {
  return (value < 0n ? -value : value).toString();
}

/** Printed and true digits of one sign. */
function digitSlip(printed: string, truth: string, scanned: boolean): NamedSlip {
  const zeros = /^(\d+?)(0+)$/;
  if (truth !== printed) {
    if (truth.startsWith(printed) && /^0+$/.test(truth.slice(printed.length))) {
      return {
        slip: "scale",
        words: `${"1".padEnd(truth.length - printed.length + 1, "0")} times too small`,
      };
    }
    if (printed.startsWith(truth) && /^0+$/.test(printed.slice(truth.length)) && zeros.test(printed)) {
      return {
        slip: "scale",
        words: `${"1".padEnd(printed.length - truth.length + 1, "0")} times too large`,
      };
    }
  }
  if (printed.length === truth.length) {
    const off = [...printed].flatMap((digit, i) => (digit === truth[i] ? [] : [i]));
    const [i, j] = off;
    if (
      off.length === 2 &&
      i !== undefined &&
      j !== undefined &&
      printed[i] === truth[j] &&
      printed[j] === truth[i]
    ) {
      return { slip: "transposition", words: "two digits transposed" };
    }
    if (off.length === 1 && i !== undefined) {
      const pair = [printed[i] ?? "", truth[i] ?? ""] as const;
      const misread = scanned && looksLike(pair[0], pair[1]);
      return misread
        ? { slip: "ocr", words: `${pair[1]} read as ${pair[0]}` }
        : { slip: "digit", words: `one digit: ${pair[0]} for ${pair[1]}` };
    }
  }
  if (printed.length + 1 === truth.length && lacksOne(printed, truth))
    return { slip: "digit-dropped", words: "a digit dropped" };
  if (printed.length === truth.length + 1 && lacksOne(truth, printed))
    return { slip: "digit-added", words: "a digit added" };
  return unknown;
}

/** Whether leaving one digit out of `long` gives `short`. */
function lacksOne(short: string, long: string): boolean {
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  return short.slice(i) === long.slice(i + 1);
}

/** Fewer digits than these are equal by chance. */
const fewestDigits = 3;

/** A figure that prints what a figure beside it prints. */
export interface Copy extends NamedSlip {
  readonly slip: "stale" | "neighbour";
}

/** The very figure of another period in the row, or of a row beside it. */
export function copyOf(figure: Figure): Copy | null {
  if (magnitude(abs(figure.value).coefficient).length < fewestDigits) return null;
  const same = (other: Figure | undefined): boolean =>
    other !== undefined &&
    other !== figure &&
    !other.nil &&
    other.value.coefficient === figure.value.coefficient &&
    other.value.exponent === figure.value.exponent;
  const own = figure.row.figures.find(
    (other) => same(other) && other?.column.currency === figure.column.currency,
  );
  if (own) {
    const before = (own.column.period?.end ?? "") < (figure.column.period?.end ?? "");
    return before
      ? { slip: "stale", words: `the figure of ${columnWords(own.column, own.table)}` }
      : { slip: "neighbour", words: `the figure of ${columnWords(own.column, own.table)}` };
  }
  const { rows } = figure.table;
  for (const step of [-1, 1, -2, 2]) {
    const row = rows[figure.row.index + step];
    if (row && row.kind !== "ghost" && same(row.figures[figure.column.index])) {
      return { slip: "neighbour", words: `the figure of the line ${step < 0 ? "above" : "below"}` };
    }
  }
  return null;
}

/**
 * Values one common slip away from the print: the sign, transposed neighbours, one digit, one digit too
 * many or too few, a power of ten.
 */
export function* slipsOf(value: Decimal): Generator<Decimal> {
  const { coefficient, exponent } = value;
  const negative = coefficient < 0n;
  const digits = magnitude(coefficient);
  const make = (text: string): Decimal => ({
    coefficient: negative ? -BigInt(text) : BigInt(text),
    exponent,
  });
  yield { coefficient: -coefficient, exponent };
  for (let i = 0; i + 1 < digits.length; i++) {
    if (digits[i] !== digits[i + 1])
      yield make(`${digits.slice(0, i)}${digits[i + 1]}${digits[i]}${digits.slice(i + 2)}`);
  }
  for (let i = 0; i < digits.length; i++) {
    for (let digit = 0; digit < 10; digit++) {
      if (String(digit) !== digits[i]) yield make(`${digits.slice(0, i)}${digit}${digits.slice(i + 1)}`);
    }
  }
  for (let zeros = 1; zeros <= 3; zeros++) {
    yield { coefficient: coefficient * 10n ** BigInt(zeros), exponent };
    if (digits.endsWith("0".repeat(zeros)) && digits.length > zeros) yield make(digits.slice(0, -zeros));
  }
  for (let i = 0; i <= digits.length; i++) {
    if (i < digits.length && digits.length > 1) yield make(digits.slice(0, i) + digits.slice(i + 1));
    // A nought in front prints nothing.
    for (let digit = i === 0 ? 1 : 0; digit < 10; digit++) {
      yield make(`${digits.slice(0, i)}${digit}${digits.slice(i)}`);
    }
  }
}
