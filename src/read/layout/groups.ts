/**
 * Headers over several columns. A short one centred over its columns touches only those in the middle, so
 * where it stands is told by its own middle and that of the columns, for all headers of a line together.
 */
import { largest } from "../../lists.ts";
import { isHeaderItem, overChange, overGroup } from "./header-words.ts";
import type { Extent, Line, Word } from "./line.ts";

export interface HeaderCell {
  readonly line: Line;
  readonly words: readonly Word[];
  readonly text: string;
  /** A rule line right below it says which columns it stands over. */
  readonly ruled: boolean;
  /** The columns it stands over; -1 for the column of captions. */
  first: number;
  last: number;
}

/** What a column without a header of the line counts against half a column that a header is off its middle. */
const perUncovered = 0.5;
/** The same where another column has its label, so that only a header above tells the two apart. */
const perUncoveredTwin = 0.9;
/** What two columns with the same headers below count in half columns: a date is of one, other words may come again. */
const perRepeat = 1;
const perRepeatedDate = 4;

/**
 * Periods and changes of a line are given the columns that they stand over, where a line below tells more
 * columns apart. `boxes` are the columns by what heads each of them, `below` the lines below.
 */
export function placeGroups(
  cells: readonly HeaderCell[],
  boxes: readonly Extent[],
  below: readonly (readonly HeaderCell[])[],
  startAlike: boolean,
): void {
  const own = cells.filter(({ first }) => first >= 0);
  const apart = largest(
    below.map((row) => row.filter(({ first }) => first >= 0).length),
    0,
  );
  const isPeriod = ({ text }: HeaderCell): boolean =>
    apart > own.length && (overGroup.test(text) || isHeaderItem(text));
  const kinds = own.map(
    (cell): Kind =>
      cell.ruled ? "fixed" : overChange.test(cell.text) ? "change" : isPeriod(cell) ? "period" : "fixed",
  );
  if (boxes.length < 2 || kinds.every((kind) => kind === "fixed")) return;
  const labels = labelsOf(below, boxes.length);
  const spans = bestSpans({ own, kinds, boxes, labels, half: halfPitch(boxes), startAlike });
  for (const [i, [first, last]] of (spans ?? []).entries()) {
    const cell = own[i];
    if (!cell) continue;
    cell.first = first;
    cell.last = last;
  }
}

/** A period stands over all columns that it can, a change over no more than it must. */
type Kind = "period" | "change" | "fixed";

interface Search {
  readonly own: readonly HeaderCell[];
  readonly kinds: readonly Kind[];
  readonly boxes: readonly Extent[];
  readonly labels: readonly string[];
  readonly half: number;
  readonly startAlike: boolean;
}

interface Found {
  readonly cost: number;
  readonly spans: readonly (readonly [number, number])[];
}

/** The columns of each header, in order and without overlap; null where they are not in order. */
function bestSpans(search: Search): readonly (readonly [number, number])[] | null {
  const { own, kinds, boxes } = search;
  const known = new Map<string, Found | null>();
  const from = (at: number, column: number): Found | null => {
    const cell = own[at];
    if (!cell) return { cost: uncovered(search, column, boxes.length), spans: [] };
    const key = `${at} ${column}`;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    let best: Found | null = null;
    const isFixed = kinds[at] === "fixed";
    const end = (own[at + 1]?.first ?? boxes.length) - 1;
    for (let first = cell.first; first >= column; first--) {
      for (let last = cell.last; last <= Math.max(cell.last, end); last++) {
        const rest = from(at + 1, last + 1);
        if (rest) {
          const cost = rest.cost + uncovered(search, column, first) + costOf(search, at, first, last);
          if (!best || cost < best.cost - 1e-9) best = { cost, spans: [[first, last], ...rest.spans] };
        }
        if (isFixed) break;
      }
      if (isFixed) break;
    }
    known.set(key, best);
    return best;
  };
  return from(0, 0)?.spans ?? null;
}

/** How ill a header stands over a run of columns. */
function costOf(
  { own, kinds, boxes, labels, half, startAlike }: Search,
  at: number,
  first: number,
  last: number,
): number {
  const cell = own[at];
  if (!cell || kinds[at] === "fixed") return 0;
  const added = kinds[at] === "change" ? last - first - (cell.last - cell.first) : 0;
  const off = offCentre(cell, boxes, first, last);
  return (
    (startAlike ? Math.min(off, offStart(cell, boxes, first)) : off) +
    added * perUncoveredTwin * half * 1.01 +
    repeats(labels.slice(first, last + 1)) * half
  );
}

/** What the columns from one to before another count for standing below no header. */
function uncovered({ labels, half }: Search, from: number, to: number): number {
  let cost = 0;
  for (const label of labels.slice(from, to)) {
    const isTwin = label !== "" && labels.indexOf(label) !== labels.lastIndexOf(label);
    cost += (isTwin ? perUncoveredTwin : perUncovered) * half;
  }
  return cost;
}

/** No two columns below one header are the same. */
function repeats(labels: readonly string[]): number {
  return labels.reduce((sum, label, i) => {
    if (label === "" || labels.indexOf(label) === i) return sum;
    return sum + (/(?:19|20)\d\d/.test(label) ? perRepeatedDate : perRepeat);
  }, 0);
}

/** How far the middle of a header is from that of its columns. */
function offCentre({ words }: HeaderCell, boxes: readonly Extent[], first: number, last: number): number {
  const own = ((words[0]?.left ?? 0) + (words.at(-1)?.right ?? 0)) / 2;
  return Math.abs(own - ((boxes[first]?.left ?? 0) + (boxes[last]?.right ?? 0)) / 2);
}

/** How far the left edge of a header is from that of its first column. */
function offStart({ words }: HeaderCell, boxes: readonly Extent[], first: number): number {
  return Math.abs((words[0]?.left ?? 0) - (boxes[first]?.left ?? 0));
}

/** What the lines below say over each column. */
function labelsOf(below: readonly (readonly HeaderCell[])[], columns: number): string[] {
  return Array.from({ length: columns }, (_, i) =>
    below
      .flatMap((row) => row.filter(({ first, last }) => first <= i && i <= last).map(({ text }) => text))
      .join(" "),
  );
}

/** Half of the usual distance between the middles of two neighbours: so far is a header off that has a column too few. */
function halfPitch(boxes: readonly Extent[]): number {
  const middles = boxes.map(({ left, right }) => (left + right) / 2);
  const steps = middles.slice(1).map((middle, i) => middle - (middles[i] ?? middle));
  steps.sort((a, b) => a - b);
  return Math.max(1, (steps[Math.floor(steps.length / 2)] ?? 2) / 2);
}
