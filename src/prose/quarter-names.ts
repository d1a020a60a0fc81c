/** How a filing calls its latest quarter: "the second quarter of fiscal 2023", whenever its years end. */
import type { Period } from "../tables/table.ts";

type Duration = Extract<Period, { kind: "duration" }>;

export interface NamedQuarter {
  readonly n: number;
  readonly year: number;
  readonly period: Duration;
}

const ordinals = ["first", "second", "third", "fourth"];
const names =
  /\b(first|second|third|fourth)[- ](?:fiscal )?quarter,? (?:(?:of|in) )?(?:the )?(?:fiscal )?(?:year )?((?:19|20)\d\d)\b|\b((?:19|20)\d\d) (first|second|third|fourth)[- ]quarter\b|\bq([1-4]) (?:of )?(?:fiscal )?(?:year )?((?:19|20)\d\d)\b|\b((?:19|20)\d\d) q([1-4])\b/gi;

/** "Q2 FY23", "Q2 '23", "Q2 23’", "2Q23", "2Q 2023". */
const inShort =
  /\bq([1-4])\s?(?:(?:fy\s?['’‘]?|['’‘])(\d\d)(?!\d)|(\d\d)['’](?!\w))|\b([1-4])q\s?(?:fy\s?)?['’‘]?((?:20)?\d\d)(?!\d)/gi;

/**
 * The latest quarter is among those named most often, whatever the year: a release tells of the year before as
 * often as of its own. By calendar years it is called after the month it ends in; else it is the latest of the
 * names that are used.
 */
export function nameOf(period: Duration, texts: Iterable<string>): NamedQuarter | null {
  const [endYear = 0, endMonth = 0] = period.end.split("-").map(Number);
  const counts = new Map<number, number>();
  for (const text of texts) {
    if (!/quarter|\bq[1-4]|\b[1-4]q/i.test(text)) continue;
    for (const [n, number] of namedIn(text)) {
      // A year that ends early in the next calendar year is called after either.
      if (number < endYear - 1 || number > endYear + 1) continue;
      const key = number * 4 + (n - 1);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  if (counts.size === 0) return null;
  /** Of all years: the same quarter. */
  const ofQuarter = (key: number): number =>
    [...counts].reduce((sum, [name, count]) => (name % 4 === key % 4 ? sum + count : sum), 0);
  const most = Math.max(...[...counts.keys()].map(ofQuarter));
  const byCalendar = endYear * 4 + Math.round(endMonth / 3) - 1;
  const isCalendar = endMonth % 3 === 0 && counts.has(byCalendar) && ofQuarter(byCalendar) * 3 >= most;
  const isUsed = ([name, count]: readonly [number, number]): boolean =>
    ofQuarter(name) * 2 >= most && count * 4 >= ofQuarter(name) - count;
  const used = [...counts].filter(isUsed).map(([name]) => name);
  const key = isCalendar ? byCalendar : Math.max(...used);
  return { n: (key % 4) + 1, year: Math.floor(key / 4), period };
}

/** The quarters that a text names, each with its year. */
function* namedIn(text: string): Generator<readonly [number, number]> {
  for (const match of text.matchAll(names)) {
    const [, nth, year, yearBefore, nthBehind, q, qYear, yearQ, qBehind] = match;
    const word = nth ?? nthBehind;
    yield [
      word ? ordinals.indexOf(word.toLowerCase()) + 1 : Number(q ?? qBehind),
      Number(year ?? yearBefore ?? qYear ?? yearQ),
    ];
  }
  for (const [, q, marked, markedBehind, qBehind, year] of text.matchAll(inShort)) {
    const digits = marked ?? markedBehind ?? year ?? "";
    yield [Number(q ?? qBehind), digits.length === 2 ? 2000 + Number(digits) : Number(digits)];
  }
}
