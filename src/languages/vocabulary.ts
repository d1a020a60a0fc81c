/**
 * What a language calls the things that a filing speaks of, as data. The code that reads filings knows each of
 * them by one name, the English term ("Total assets", "Year ended December 31, 2025"); a vocabulary says which
 * printed words mean it. A language is added by one file of this shape, its entry in `languages.ts` and a sample.
 *
 * Patterns are sources of regular expressions, matched without regard to case, on text that `fold` has been
 * applied to. In a caption `{R}` stands for any word of result, profit or loss, in the term for the one that was
 * printed.
 */
import type { Reader } from "./reader.ts";
import type { SentenceReader } from "./sentence.ts";

/** See above. */
export interface Vocabulary {
  /** BCP 47: "zh". */
  readonly code: string;
  /** In English: "Chinese". */
  readonly name: string;
  /** Makes the ways of writing one word alike: accents, traditional and simplified characters. */
  readonly fold?: (text: string) => string;
  /** Words of result in general, of profit and of loss. */
  readonly results: { readonly neutral?: string; readonly profit: string; readonly loss: string };
  /** What may stand around a caption and says nothing of the line: numbers of lines, how to fill in a form. */
  readonly noise: readonly string[];
  /** What stands before a caption and says how its line counts: "Less: ". */
  readonly leads: readonly (readonly [pattern: string, term: string])[];
  /** Whole captions and headings, by the term that they mean. The first that matches stands. */
  readonly captions: Readonly<Record<string, readonly string[]>>;
  /** The same for a caption with figures beside it, where the heading of a section has its total. */
  readonly withFigures?: Readonly<Record<string, readonly string[]>>;
  /**
   * Words wherever they stand in a caption, a header or a title: dates, units, currencies, totals. They are put
   * in place in this order; `$1` is the first group.
   */
  readonly phrases: readonly (readonly [
    pattern: string,
    term: string | ((...groups: readonly string[]) => string),
  ])[];
  /** Reads its sentences, where that is known; the subjects through the vocabulary. */
  readonly sentences?: (read: Reader) => SentenceReader;
  /** Whether a number in three digits behind a point, "1.234", is by custom a number of thousands. */
  readonly pointsPartThousands?: true;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "December 31, 2025" from what stands for year, month and day; each may be missing. */
export function dateTerm(year: string, month: string, day = ""): string {
  const name = months[Number(month) - 1] ?? "";
  const end = day === "" ? "" : ` ${Number(day)}`;
  return year === "" ? `${name}${end}` : `${name}${end}${day === "" ? "" : ","} ${year}`;
}

/** Months by their names in a language, in order: a pattern for one, and its number. */
export function monthsOf(names: readonly (readonly string[])[]): {
  readonly pattern: string;
  readonly numberOf: (name: string) => string;
} {
  const all = names.flatMap((own, i) => own.map((name) => [name, String(i + 1)] as const));
  const sorted = all.toSorted(([a], [b]) => b.length - a.length);
  const numbers = new Map(all);
  return {
    pattern: `(?:${sorted.map(([name]) => name).join("|")})`,
    numberOf: (name) => numbers.get(name.toLowerCase()) ?? "",
  };
}

const counted: Readonly<Record<string, string>> = { 3: "Three", 6: "Six", 9: "Nine", 12: "Twelve" };

/** "Six months ended", "Year ended". */
export function spanTerm(count: number): string {
  return count === 12 ? "Year ended" : `${counted[count] ?? String(count)} months ended`;
}

/** Accents taken off: "rückstellungen" and "ruckstellungen" are one word, in a file as in a filing. */
export function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
}
