/**
 * Which row of the earlier table is which row of the later one. First by what the captions say; then, in
 * the gaps that leaves, by value; then by position where the captions share a word and nothing else fits.
 */
import { abs, negate } from "../money/decimal.ts";
import { meet, printedInterval } from "../money/interval.ts";
import { conceptKey } from "../statements/concepts.ts";
import type { Filing } from "../statements/filing.ts";
import type { Figure, Row, Table } from "../tables/table.ts";
import type { ColumnPair } from "./columns.ts";

export interface LinePair {
  readonly later: Row;
  readonly earlier: Row;
  readonly by: "caption" | "value" | "position";
}

/** Fewer digits than these agree by chance too often to be one line under two captions. */
const fewestDigits = 3;

export function matchLines(
  filing: Filing,
  prior: Filing,
  later: Table,
  earlier: Table,
  columns: readonly ColumnPair[],
): LinePair[] {
  const ours = later.rows.filter((row) => isLine(row));
  const theirs = earlier.rows.filter((row) => isLine(row));
  const pairs: LinePair[] = byCaption(filing, prior, ours, theirs);
  pairs.push(...inGaps(pairs, ours, theirs, (a, b) => byValue(a, b, columns)));
  // A reconciliation ends like that of another measure; only the statements have a fixed order.
  const isFace = filing.kindOf(later) !== "other";
  pairs.push(
    ...inGaps(pairs, ours, theirs, (a, b, isClosed) =>
      byPosition(a, b, isFace && isClosed ? likeWords : moreWords),
    ),
  );
  return pairs.sort((a, b) => a.later.index - b.later.index);
}

/** The figures of a pair in a column of both, when both print something of one kind there. */
export function figuresOf(
  { later, earlier }: Pick<LinePair, "later" | "earlier">,
  column: ColumnPair,
): readonly [Figure, Figure] | null {
  const a = later.figures[column.later];
  const b = earlier.figures[column.earlier];
  if (!a || !b || (a.nil && b.nil)) return null;
  return a.unit === b.unit || a.nil || b.nil ? [a, b] : null;
}

/** Whether two prints are the same amount as far as their digits go, whatever the sign. */
export function agree(a: Figure, b: Figure): boolean {
  const width = printedInterval(a.value);
  return meet(width, printedInterval(b.value)) || meet(width, printedInterval(negate(b.value)));
}

function isLine(row: Row): boolean {
  return row.kind === "item" && row.caption !== "";
}

function byCaption(filing: Filing, prior: Filing, ours: readonly Row[], theirs: readonly Row[]): LinePair[] {
  const pairs: LinePair[] = [];
  const taken = new Set<Row>();
  const match = (keyOf: (row: Row, of: Filing) => string | null): void => {
    const mine = uniquely(ours, taken, (row) => keyOf(row, filing));
    const other = uniquely(theirs, taken, (row) => keyOf(row, prior));
    for (const [key, row] of mine) {
      const found = other.get(key);
      if (!found) continue;
      pairs.push({ later: row, earlier: found, by: "caption" });
      taken.add(row);
      taken.add(found);
    }
  };
  match((row, of) => of.conceptOf(row));
  // Two lines of one caption ("Amounts due to related parties") are told apart by their headings.
  match((row) => `${row.unit} ${sectionKey(row)} ${conceptKey(row.caption)}`);
  match((row) => (isGeneric(row) ? null : `${row.unit} ${conceptKey(row.caption)}`));
  return pairs;
}

/** A caption that says nothing without its heading. */
function isGeneric(row: Row): boolean {
  return /^(?:others?|total|sub ?total|basic|diluted|basic and diluted|net)$/.test(conceptKey(row.caption));
}

function sectionKey(row: Row): string {
  return conceptKey(row.section.at(-1) ?? "");
}

/** Rows by a key that no other row has, taken or not: what is printed twice is not sure. */
function uniquely(
  rows: readonly Row[],
  taken: ReadonlySet<Row>,
  keyOf: (row: Row) => string | null,
): Map<string, Row> {
  const found = new Map<string, Row>();
  const twice = new Set<string>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    if (found.has(key)) twice.add(key);
    else found.set(key, row);
  }
  for (const [key, row] of found) if (twice.has(key) || taken.has(row)) found.delete(key);
  return found;
}

/** Pairs among the rows that stand between the same two matched rows in both tables. */
function inGaps(
  pairs: readonly LinePair[],
  ours: readonly Row[],
  theirs: readonly Row[],
  match: (ours: readonly Row[], theirs: readonly Row[], isClosed: boolean) => readonly LinePair[],
): LinePair[] {
  const of = new Map(pairs.map((pair) => [pair.later, pair.earlier]));
  const known = new Set(pairs.map((pair) => pair.earlier));
  const found: LinePair[] = [];
  let gap: Row[] = [];
  let from = 0;
  const close = (until: number, isClosed: boolean): void => {
    if (gap.length > 0 && until > from) {
      found.push(
        ...match(
          gap,
          theirs.slice(from, until).filter((row) => !known.has(row)),
          isClosed && from > 0,
        ),
      );
    }
    gap = [];
  };
  for (const row of ours) {
    const other = of.get(row);
    if (!other) {
      gap.push(row);
      continue;
    }
    const at = theirs.indexOf(other);
    // A line that moved closes no gap.
    if (at < from) continue;
    close(at, true);
    from = at + 1;
  }
  close(theirs.length, false);
  return found;
}

/** Rows that print the same, to the sign, in every column they share, and share that with no other row. */
function byValue(
  ours: readonly Row[],
  theirs: readonly Row[],
  columns: readonly ColumnPair[],
): readonly LinePair[] {
  return ours.flatMap((row): LinePair[] => {
    const same = theirs.filter((other) => printsSame(row, other, columns));
    const [found] = same;
    if (!found || same.length > 1 || ours.some((o) => o !== row && printsSame(o, found, columns))) return [];
    return [{ later: row, earlier: found, by: "value" }];
  });
}

function printsSame(later: Row, earlier: Row, columns: readonly ColumnPair[]): boolean {
  if (later.unit !== earlier.unit) return false;
  let same = 0;
  for (const column of columns) {
    const figures = figuresOf({ later, earlier }, column);
    if (!figures) continue;
    const [a, b] = figures;
    // A damaged cell says neither.
    if (a.damage || b.damage) continue;
    if (!agree(a, b)) return false;
    if ([a, b].every(({ value }) => abs(value).coefficient.toString().length >= fewestDigits)) same++;
  }
  return same > 0;
}

/** The only row left on each side of a gap, under the same heading, when the captions are alike. */
function byPosition(
  ours: readonly Row[],
  theirs: readonly Row[],
  alike: (a: readonly string[], b: readonly string[]) => boolean,
): readonly LinePair[] {
  const [later] = ours;
  const [earlier] = theirs;
  if (!later || !earlier || ours.length > 1 || theirs.length > 1) return [];
  if (later.unit !== earlier.unit || sectionKey(later) !== sectionKey(earlier)) return [];
  return alike(wordsOf(later), wordsOf(earlier)) ? [{ later, earlier, by: "position" }] : [];
}

/** The same words but for their sign ("other gain, net", "other loss, net"), or a telling word in common. */
function likeWords(a: readonly string[], b: readonly string[]): boolean {
  return moreWords(a, b) || a.some((word) => isTelling(word) && b.includes(word));
}

/** One caption says all that the other says. */
function moreWords(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.length > 0 && few.every((word) => many.includes(word));
}

function isTelling(word: string): boolean {
  return word.length > 3 && !["total", "other", "from", "with", "result"].includes(word);
}

/** The words of a caption, income and loss being one. */
function wordsOf(row: Row): readonly string[] {
  const key = conceptKey(row.caption).replace(/\b(?:income|loss|profit|earning|gain|expense)\b/g, "result");
  return [...new Set(key.split(" "))];
}
