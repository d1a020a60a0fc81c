/** What the languages of Europe and Latin America have in common: how they write dates, and the marks of money. */
import { dateTerm, monthsOf, spanTerm, type Vocabulary } from "./vocabulary.ts";

type Phrases = Vocabulary["phrases"];

export interface Calendar {
  /** Names of each month, whole and short, without accents and points. */
  readonly months: readonly (readonly string[])[];
  /** What stands before the day on which a period of so many months ends. */
  readonly ended: Readonly<Partial<Record<3 | 6 | 9 | 12, readonly string[]>>>;
  /** What stands before the day of a balance sheet. */
  readonly at: readonly string[];
  /** "1. Halbjahr", with the number as the first group; {Y} stands for the year. */
  readonly half: readonly string[];
  readonly quarter: readonly string[];
  /** "Geschäftsjahr 2024". */
  readonly year: readonly string[];
}

const ordinals: Readonly<Record<string, string>> = { i: "1", ii: "2", iii: "3", iv: "4" };

/** The number of a half or a quarter, in digits or as Romans write it. */
function numberOf(printed: string): string {
  return ordinals[printed.toLowerCase()] ?? printed;
}

/** Dates first, so that what stands before them finds them in English. */
export function datesOf(calendar: Calendar): Phrases {
  const { pattern, numberOf: monthOf } = monthsOf(calendar.months);
  const english =
    "(?=\\s*(?:January|February|March|April|May|June|July|August|September|October|November|December)\\b|\\s*\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4})";
  const year = "(?:\\s*(?:de|del|of)?\\s*((?:19|20)\\d\\d)\\b)";
  const withYear = (forms: readonly string[]): string[] =>
    forms.map((form) => form.replace("{Y}", "((?:19|20)?\\d\\d)"));
  return [
    [
      `(?<![\\p{L}\\d])(\\d{1,2})(?:\\.|er|º|°|o)?\\s*(?:de\\s+|del\\s+)?(${pattern})(?!\\p{L})\\.?${year}?`,
      (day, month, of) => dateTerm(of ?? "", monthOf(month ?? ""), day),
    ],
    [
      `(?<!\\p{L})(${pattern})(?!\\p{L})\\.?\\s+(?:de\\s+|del\\s+)?((?:19|20)\\d\\d)\\b`,
      (month, of) => dateTerm(of ?? "", monthOf(month ?? "")),
    ],
    ...([12, 9, 6, 3] as const).flatMap((count) =>
      (calendar.ended[count] ?? []).map((words): Phrases[number] => [
        `(?<!\\p{L})${words}${english}`,
        `${spanTerm(count)} `,
      ]),
    ),
    ...calendar.at.map((words): Phrases[number] => [`(?:^|(?<=\\s))${words}${english}`, "At "]),
    ...withYear(calendar.half).map((form): Phrases[number] => [
      `(?<!\\p{L})${form}(?![\\p{L}\\d])`,
      (number, of) => `H${numberOf(number ?? "")} ${of ?? ""}`,
    ]),
    ...withYear(calendar.quarter).map((form): Phrases[number] => [
      `(?<!\\p{L})${form}(?![\\p{L}\\d])`,
      (number, of) => `Q${numberOf(number ?? "")} ${of ?? ""}`,
    ]),
    ...calendar.year.map((words): Phrases[number] => [
      `(?<!\\p{L})${words}\\s+(?=(?:19|20)\\d\\d\\b)`,
      "Year ",
    ]),
  ];
}

/** Marks of money with an abbreviated scale: "Mio. €", "T€", "k€", "M€", "€ mln". */
export const marks: Phrases = [
  ["\\b(?:mio|mill)\\.?\\s?(€|eur\\b|chf\\b|usd\\b|us\\$|\\$)", "$1 million"],
  ["(€|\\beur|\\bchf|\\busd|us\\$)\\s?(?:mio|mln|mill)\\b\\.?", "$1 million"],
  ["\\b(?:mrd|mld|mds)\\.?\\s?(€|eur\\b|chf\\b|usd\\b)", "$1 billion"],
  ["(?<![a-z])m(?:io)?\\s?(€)", "$1 million"],
  ["(?<![a-z])t\\s?(€)", "$1 in thousands"],
  ["(?<![a-z])k\\s?(€)", "$1 in thousands"],
  ["\\bt(?:sd)?\\.?\\s?(eur|chf|usd)\\b", "$1 in thousands"],
  ["\\bk(eur|chf|usd)\\b", "$1 in thousands"],
  ["\\bm(eur|chf|usd)\\b", "$1 million"],
  ["x\\s?(€|eur)\\s?1[.\\s]000\\b", "$1 in thousands"],
  ["x\\s?(€|eur)\\s?1[.\\s]000[.\\s]000\\b", "$1 million"],
];
