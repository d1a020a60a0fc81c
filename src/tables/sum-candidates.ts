/** Which runs of open lines may be what a total closes: those whose figures tie in some column. */
import { type Candidate, type Line, roundingNoise } from "./fit.ts";

/** Longest run of lines closed by one total. */
export const longestRun = 80;
/** Longest run in which a line is turned for a total that neither caption nor form marks as one. */
const longestPlainRun = 12;

const changeWords = /\b(?:change|increase|decrease|growth|difference)\b/i;

/**
 * Runs that tie in some column. Sums are carried from each run
 * to the next longer one, so a run costs one pass over the columns and nothing is allocated for it.
 */
export function* candidates(
  result: Line,
  marked: boolean,
  open: readonly Line[],
  totals: readonly Line[],
  structural: readonly Line[] | null,
): Generator<Candidate> {
  const first = Math.max(0, open.length - longestRun);
  const plain = new Array<number>(result.values.length).fill(0);
  const deducted = new Array<number>(result.values.length).fill(0);
  const anchored = new Array<number>(result.values.length).fill(0);
  const lessSaid = new Array<number>(result.values.length).fill(0);
  const isChange = changeWords.test(result.row.caption);
  let deductions = 0;
  let saidLess = 0;
  let turns = 0;
  let anchors = 0;
  for (let start = open.length - 1; start >= first; start--) {
    const lead = open[start];
    if (!lead) continue;
    const length = open.length - start;
    const structure = structural !== null && length === structural.length;
    const run = (tries: number, weight: (line: Line, i: number) => 1 | -1): Candidate => {
      const lines = open.slice(start);
      return { lines, weights: lines.map(weight), structure, closed: lines, tried: tries };
    };
    // The lead line of a run is never a deduction: something must be there to deduct from.
    if (length >= 2) {
      addLine(anchored, deducted, lead, 1);
      const tied = tiesSomewhere(result, plain, lead, 1);
      if (tied) yield run(length - 1, () => 1);
      if ((length === 2 || marked) && tiesSomewhere(result, plain, lead, -1))
        yield run(2 * length, (_, i) => (i === 0 ? 1 : -1));
      const last = length === 2 && totals.includes(lead) ? open[start + 1] : undefined;
      // What is owed, then what is there for it: only between two totals is the first one deducted.
      if (last && totals.includes(last) && tiesSomewhere(result, negated(lead), last, 1))
        yield run(2 * length, (_, i) => (i === 0 ? -1 : 1));
      // "Contract assets, January 1", the same on June 30, and the change between them.
      const closes = length === 2 && isChange ? open[start + 1] : undefined;
      if (closes && closes !== last && tiesSomewhere(result, negated(lead), closes, 1))
        yield run(2 * length, (_, i) => (i === 0 ? -1 : 1));
      if (deductions > 0 && tiesSomewhere(result, anchored, null, 1)) {
        yield run(2 * length, (line, i) => (i > 0 && line.deduction ? -1 : 1));
      }
      // A cash flow adds what its captions call expenses, and deducts what they call "less".
      if (saidLess > 0 && saidLess < deductions && tiesSomewhere(result, lessSaid, lead, 1))
        yield run(2 * length, (line, i) => (i > 0 && line.less ? -1 : 1));
      turns += length;
      if (marked || length <= longestPlainRun)
        yield* turned(result, plain, open, start, structure, 2 * length + turns);
    }
    addLine(plain, plain, lead, 1);
    // Expenses are listed as they are below their heading, and their total is printed in brackets.
    const inSection = lead.row.section.at(-1) === result.row.section.at(-1);
    if (length >= 2 && marked && inSection && tiesSomewhere(result, plain, null, -1))
      yield run(2 * length, () => -1);
    addLine(deducted, deducted, lead, lead.deduction ? -1 : 1);
    if (lead.deduction) deductions++;
    addLine(lessSaid, lessSaid, lead, lead.less ? -1 : 1);
    if (lead.less) saidLess++;
    if (length > 30) continue;
    anchors += totals.length;
    for (const anchor of totals) {
      const at = open.indexOf(anchor);
      // Right above the run it is the next line of it.
      if (at >= 0 && at >= start - 1) continue;
      for (const [sums, weigh] of [
        [plain, (): 1 | -1 => 1],
        [deducted, (line: Line): 1 | -1 => (line.deduction ? -1 : 1)],
      ] as const) {
        if ((sums === deducted && deductions === 0) || !tiesSomewhere(result, sums, anchor, 1)) continue;
        const closed = open.slice(start);
        const weights = [1 as const, ...closed.map(weigh)];
        yield { lines: [anchor, ...closed], weights, structure: false, closed, tried: 2 * length + anchors };
      }
      if ((length === 1 || marked) && tiesSomewhere(result, plain, anchor, -1)) {
        const closed = open.slice(start);
        yield {
          lines: [anchor, ...closed],
          weights: [1, ...closed.map((): -1 => -1)],
          structure: false,
          closed,
          tried: 2 * length + anchors,
        };
      }
    }
  }
}

function negated({ values }: Line): number[] {
  return values.map((value) => (value === null ? Number.NaN : -value));
}

/** target = from + sign × line, column by column; a damaged cell stays damaged (NaN). */
function addLine(target: number[], from: readonly number[], line: Line, weight: 1 | -1): void {
  for (let col = 0; col < target.length; col++) {
    target[col] = (from[col] ?? 0) + weight * (line.values[col] ?? Number.NaN);
  }
}

/** Whether lead + sign × sums is within rounding of the result in some column that says anything. */
function tiesSomewhere(result: Line, sums: readonly number[], lead: Line | null, weight: 1 | -1): boolean {
  for (let col = 0; col < sums.length; col++) {
    const target = result.values[col];
    if (target === null || target === undefined || target === 0) continue;
    const total = weight * (sums[col] ?? 0) + (lead ? (lead.values[col] ?? Number.NaN) : 0);
    if (Math.abs(total - target) <= mostNoise) return true;
  }
  return false;
}

/**
 * One line of the run printed with the other sign ("Interest expense 46,992"): found by value, since
 * turning a line moves the sum by twice its amount. A column that ties as it stands says nothing: the line
 * may be nil there.
 */
function* turned(
  result: Line,
  sums: readonly number[],
  open: readonly Line[],
  start: number,
  structure: boolean,
  tried: number,
): Generator<Candidate> {
  const lead = open[start];
  const known: number[] = [];
  let columns = 0;
  for (let col = 0; col < result.values.length && columns < columnsTurned; col++) {
    const target = result.values[col];
    const total = (sums[col] ?? 0) + (lead?.values[col] ?? Number.NaN);
    if (target === null || target === undefined || target === 0 || Number.isNaN(total)) continue;
    if (Math.abs(total - target) <= mostNoise) continue;
    columns++;
    const half = (total - target) / 2;
    for (let i = start + 1; i < open.length; i++) {
      if (open[i]?.values[col] !== half || half === 0 || known.includes(i)) continue;
      known.push(i);
      const lines = open.slice(start);
      const at = i - start;
      const weights = lines.map((_, j): 1 | -1 => (j === at ? -1 : 1));
      const ties = columns > 1 ? fewestTurnedTies : 1;
      yield { lines, weights, structure, closed: lines, tried, ties };
    }
  }
}

/** Another column finds the same line, but where the first is wrong or a unit out; then more must agree with it. */
const columnsTurned = 2;
const fewestTurnedTies = 3;

/** What the longest run may be out by. */
const mostNoise = roundingNoise(longestRun);
