/**
 * Which rows of a table are sums of which others. A printed total closes the lines above it that no
 * other total has closed; so only runs of open lines that end at the total are tried (and such a run
 * added to an earlier total), which keeps the search linear and the chance of a false fit small. A fit
 * is judged over all columns at once: signs are settled per row, never cell by cell.
 */
import { captionKey } from "./caption.ts";
import {
  type Candidate,
  believable,
  evidenceNeeded,
  fit,
  isWholeBlock,
  type Line,
  rollsForward,
  roundingNoise,
  saysLess,
  type Sum,
} from "./fit.ts";
import { type Section, sectionOf } from "./section.ts";
import type { Row, Table, Unit } from "./table.ts";

/** Longest run of lines closed by one total. */
const longestRun = 80;
/** Longest run in which a line is turned for a total that neither caption nor form marks as one. */
const longestPlainRun = 12;
/** Earlier totals to which a run may be added. */
const mostAnchors = 14;

const totalWords =
  /^(?:sub ?)?total\b|\btotal$|^net cash|^cash (?:flow|generated|provided|used|from)\b.*\b(?:activity|operation)|^(?:adjusted|non gaap|normalized)\b|^(?:gross|operating|ordinary|net|comprehensive|consolidated net) (?:profit|margin|income|loss|earning|result)|\b(?:profit|income|loss|earning) (?:from operations?|before|for the|attributable)|^net interest income\b|\bfrom continuing operations?\b|\b(?:gross|at cost)$|^(?:gross|net) deferred tax (?:asset|liability)|\bresulting from operations$|^profit(?: \(loss\))?$|\b(?:at (?:the )?)?end of\b/;
/** Measures that close a reconciliation, and stand in lists of measures as well. */
const measureWords = /^(?:consolidated )?ebitdar?\b|^(?:nareit )?(?:funds from operations|ffo)\b/;
const deductionWords =
  /^less\b|^cost\b|\bexpense|\bcost of|\bcharge|\bdepreciation|\bprovision for|\btax\b|\bimpairment|\ballowance|\bloss(?:es)?\b(?! of)|^deduct|\beliminat|\bdividend|\bdiscount/;

export function findSums(table: Table): Sum[] {
  const sums: Sum[] = [];
  const byUnit = new Map<Unit, Row[]>();
  for (const row of table.rows) {
    if (row.kind !== "item" && row.kind !== "bare") continue;
    if (row.unit === "per-share") continue;
    const rows = byUnit.get(row.unit) ?? [];
    rows.push(row);
    byUnit.set(row.unit, rows);
  }
  for (const rows of byUnit.values()) sums.push(...findUnitSums(table, rows));
  return sums.sort((a, b) => a.result.index - b.result.index);
}

/** Rows as numbers, each column at its own last digit: columns may print in different scales. */
export function linesOf(rows: readonly Row[]): readonly Line[] {
  const bases = lastDigitsOf(rows);
  return rows.map((row) => makeLine(row, bases));
}

function findUnitSums(table: Table, rows: readonly Row[]): Sum[] {
  const sums: Sum[] = [];
  let open: Line[] = [];
  const totals: Line[] = [];
  const doubles = new Map<Row, Line>();
  for (const [i, line] of linesOf(rows).entries()) {
    const { row } = line;
    const before = rows[i - 1];
    if (before && isDouble(before, row)) {
      doubles.set(before, line);
      continue;
    }
    const found = bestSum(table, line, open, totals);
    if (found) {
      sums.push(withDoubles(found, line, doubles));
      if (found.turned) sums.push(found.turned);
      if (!isRemainder(row, found, rows[i + 1])) {
        open = open.filter((other) => !found.closed.includes(other));
        totals.push(line);
        if (totals.length > mostAnchors) totals.shift();
      }
    }
    open.push(line);
    if (open.length > 3 * longestRun) open = open.slice(-2 * longestRun);
  }
  return sums;
}

/** The finest last digit of each column, so that all its figures are whole numbers of it. */
function lastDigitsOf(rows: readonly Row[]): readonly number[] {
  const finest: number[] = [];
  for (const row of rows) {
    for (const [col, figure] of row.figures.entries()) {
      if (figure && !figure.nil)
        finest[col] = Math.min(finest[col] ?? figure.value.exponent, figure.value.exponent);
    }
  }
  return finest;
}

function makeLine(row: Row, bases: readonly number[]): Line {
  return {
    row,
    values: row.figures.map((figure, col) => {
      if (!figure || (figure.nil && !figure.damage)) return 0;
      // The halves of a split row are read whole; only which row they belong to was in doubt.
      if (figure.damage !== null && figure.damage.kind !== "split") return null;
      return Number(figure.value.coefficient) * 10 ** (figure.value.exponent - (bases[col] ?? 0));
    }),
    blank: row.figures.map((figure) => figure === undefined),
    deduction: deductionWords.test(captionKey(row.caption)),
  };
}

interface Found {
  readonly sum: Sum;
  readonly lines: readonly Line[];
  readonly closed: readonly Line[];
  /** The same lines with other signs, in the columns in which the sum breaks. */
  readonly turned?: Sum;
}

/**
 * The last part of a total above ("attributable to: owners, others"), with the total again below it: the parts
 * are still to be added up.
 */
function isRemainder(row: Row, { lines, closed, sum }: Found, next: Row | undefined): boolean {
  const [whole, ...parts] = lines;
  if (!next || isMarkedTotal(row) || !whole || closed.includes(whole)) return false;
  const isAgain =
    isMarkedTotal(next) &&
    next.figures.some((figure, i) => figure && !figure.nil && figure.raw === whole.row.figures[i]?.raw);
  if (next.kind !== "bare" && !isAgain) return false;
  return parts.length > 0 && sum.terms.slice(1).every(({ weight }) => weight === -1);
}

/** A line printed twice in succession, to the letter, the words beside its figures among them. */
function isDouble(before: Row, row: Row): boolean {
  return (
    row.index === before.index + 1 &&
    row.words === before.words &&
    row.caption !== "" &&
    row.caption === before.caption &&
    row.figures.some((figure) => figure && !figure.nil) &&
    row.figures.every(
      (figure, i) => figure?.raw === before.figures[i]?.raw && !figure?.damage && !before.figures[i]?.damage,
    )
  );
}

/**
 * The sum as printed, with the second print of a doubled line. Where a scanner read other lines of the
 * table twice it may have done so here, so there the second print is left out in silence.
 */
function withDoubles(found: Found, result: Line, doubles: ReadonlyMap<Row, Line>): Sum {
  const { sum, lines } = found;
  const readTwice = sum.table.rows.some((row) => row.kind === "ghost");
  if (readTwice || sum.ties.length === 0 || !lines.some((line) => doubles.has(line.row))) return sum;
  const weighed = lines.flatMap((line, i): [Line, 1 | -1][] => {
    const weight = sum.terms[i]?.weight ?? 1;
    const double = doubles.get(line.row);
    return double
      ? [
          [line, weight],
          [double, weight],
        ]
      : [[line, weight]];
  });
  const printed = fit(sum.table, result, {
    lines: weighed.map(([line]) => line),
    weights: weighed.map(([, weight]) => weight),
    structure: sum.structure,
    closed: [],
    tried: 0,
  });
  return printed ? { ...printed, structure: sum.structure, doubled: true } : sum;
}

function bestSum(table: Table, result: Line, open: readonly Line[], totals: readonly Line[]): Found | null {
  let best: (Found & { readonly score: number }) | null = null;
  const section = sectionOf(table, result, open);
  const structural = section?.run ?? null;
  const printed = section?.isSigned === true ? asPrinted(table, result, section) : null;
  // A column of the section ties as it is printed: then no line of another is turned.
  const signed = printed !== null && printed.sum.ties.length > 0;
  const fits: Fit[] = [];
  const marked = isMarkedTotal(result.row);
  const ruled = isRuledOff(result, totals);
  const measures = measureWords.test(captionKey(result.row.caption));
  for (const candidate of candidates(result, marked, open, totals, structural)) {
    if (signed && candidate.structure && candidate.weights.includes(-1)) continue;
    const sum = fit(table, result, candidate);
    if (!sum) continue;
    fits.push({ sum, candidate });
    const told =
      marked ||
      saysLess(candidate) ||
      rollsForward(candidate, result.row) ||
      (ruled && !candidate.weights.includes(-1)) ||
      leavesNet(result.row, candidate, totals) ||
      (measures && isWholeBlock(table, candidate));
    const isTold = candidate.structure || told;
    const needed = evidenceNeeded(table, candidate, isTold, marked && ruled, sum);
    if (!believable(sum, candidate.tried, needed)) continue;
    // What a caption may mean counts where the figures alone prove the sum.
    const structure =
      isTold || measureWords.test(captionKey(result.row.caption)) || closesTwo(result, candidate, totals);
    const score =
      sum.independent * 1_000 +
      sum.ties.length * 100 -
      sum.breaks.length * 90 +
      (candidate.structure ? 50 : 0) +
      (isWholeBlock(table, candidate) ? 20 : 0) -
      candidate.weights.filter((weight) => weight < 0).length * 5;
    if (!best || score > best.score)
      best = {
        sum: { ...sum, structure, ...(signed && candidate.structure ? { signed } : {}) },
        lines: candidate.lines,
        closed: candidate.closed,
        score,
      };
  }
  if (best) return bySigns(best, fits);
  if (printed && signed) return { ...printed, sum: { ...printed.sum, signed } };
  return (section && asPrinted(table, result, section)) ?? carriedOver(table, result, open);
}

/**
 * A total that holds nothing but the subtotal right above it ("Total current liabilities" … "Total
 * liabilities"): the same lines in fewer words, and the same figures.
 */
function carriedOver(table: Table, result: Line, open: readonly Line[]): Found | null {
  const before = open.at(-1);
  if (before?.row.index !== result.row.index - 1) return null;
  const [whole, part] = [result, before].map(({ row }) => captionKey(row.caption).split(" "));
  if (whole?.[0] !== "total" || part?.[0] !== "total" || part.length <= whole.length) return null;
  if (!whole.every((word) => part.includes(word))) return null;
  const sum = fit(table, result, {
    lines: [before],
    weights: [1],
    structure: true,
    closed: [before],
    tried: 0,
  });
  if (!sum || sum.ties.length === 0 || sum.breaks.length > 1) return null;
  return { sum: { ...sum, structure: true }, lines: [before], closed: [before] };
}

interface Fit {
  readonly sum: Sum;
  readonly candidate: Candidate;
}

/** One column that ties with another sign has a wrong one; as many as these are of another kind. */
const fewestTurned = 2;

/** Where all columns in which a sum breaks print the same lines with other signs, it is a sum of each kind. */
function bySigns(found: Found, fits: readonly Fit[]): Found {
  const { sum, lines, closed } = found;
  if (sum.breaks.length < fewestTurned || sum.ties.length < fewestTurned) return found;
  const other = fits.find(
    ({ sum: { ties }, candidate }) =>
      candidate.lines.length === lines.length &&
      candidate.lines.every((line, i) => line === lines[i]) &&
      sum.breaks.every((col) => ties.includes(col)),
  );
  if (!other) return found;
  const restricted = (whole: Sum, cols: readonly number[]): Sum => ({
    ...whole,
    structure: sum.structure,
    ties: cols.filter((col) => whole.ties.includes(col)),
    breaks: [],
    unknown: whole.unknown.filter((col) => cols.includes(col)),
    only: new Set(cols),
  });
  return {
    sum: restricted(sum, [...sum.ties, ...sum.unknown]),
    lines,
    closed,
    turned: restricted(other.sum, sum.breaks),
  };
}

/**
 * The total of a section as its headings say it, where figures alone prove nothing: it ties in no column
 * (whether that may be reported is judged later), or but for one line the section is empty.
 */
function asPrinted(table: Table, result: Line, { run, isInnermost, isComplete }: Section): Found | null {
  const weights = run.map(() => 1 as const);
  const candidate = { lines: run, weights, structure: true, closed: run, tried: 0 };
  const sum = fit(table, result, candidate);
  if (!sum || (run.length === 1 && sum.breaks.length >= sum.ties.length)) return null;
  // What stands under a heading further up may hold lines that are no parts.
  if (!isInnermost && sum.ties.length === 0) return null;
  const complete = isComplete === true && sum.breaks.length === 1 && sum.unknown.length === 0;
  return {
    sum: { ...sum, structure: true, ...(complete ? { complete } : {}) },
    lines: run,
    closed: run,
  };
}

/** Caption or form mark the row as a total. */
function isMarkedTotal(row: Row): boolean {
  return row.kind === "bare" || totalWords.test(captionKey(row.caption));
}

/** A rule line stands above the row, and not because the line before it is a total. */
function isRuledOff({ row }: Line, totals: readonly Line[]): boolean {
  return row.ruled === true && totals.at(-1)?.row.index !== row.index - 1;
}

const netAmounts = /^net (?:current )?(?:asset|liability)(?: net (?:current )?(?:asset|liability))?$/;

/**
 * "Net current assets" behind two totals; "Net assets" that are "Total assets less current liabilities" with all
 * lines between: how British and Hong Kong balance sheets are laid out (Companies Act 2006, format 1).
 */
function leavesNet({ caption }: Row, candidate: Candidate, totals: readonly Line[]): boolean {
  const key = captionKey(caption)
    .replace(/[^a-z ]/g, "")
    .trim();
  if (!netAmounts.test(key)) return false;
  const [lead] = candidate.lines;
  if (!lead || !totals.includes(lead)) return false;
  const isOneWay = candidate.weights.slice(1).every((weight) => weight === candidate.weights[1]);
  if (!isOneWay) return false;
  if (key.includes("current"))
    return candidate.lines.length === 2 && totals.includes(candidate.lines[1] ?? lead);
  return /\bless current liability\b/.test(captionKey(lead.row.caption));
}

/** The difference of two totals, of which one stands right above it: "Total income", "Total expenses", "Net income". */
function closesTwo(result: Line, { lines, weights }: Candidate, totals: readonly Line[]): boolean {
  const [first, second] = lines;
  if (!first || !second || lines.length !== 2 || weights[0] === weights[1]) return false;
  if (!totals.includes(first) || !totals.includes(second)) return false;
  return second.row.index === result.row.index - 1;
}

/**
 * Runs that tie in some column. Sums are carried from each run
 * to the next longer one, so a run costs one pass over the columns and nothing is allocated for it.
 */
function* candidates(
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
  let deductions = 0;
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
      if (deductions > 0 && tiesSomewhere(result, anchored, null, 1)) {
        yield run(2 * length, (line, i) => (i > 0 && line.deduction ? -1 : 1));
      }
      turns += length;
      if (marked || length <= longestPlainRun)
        yield* turned(result, plain, open, start, structure, 2 * length + turns);
    }
    addLine(plain, plain, lead, 1);
    // Expenses are listed as they are, and their total is printed in brackets.
    if (length >= 2 && marked && tiesSomewhere(result, plain, null, -1)) yield run(2 * length, () => -1);
    addLine(deducted, deducted, lead, lead.deduction ? -1 : 1);
    if (lead.deduction) deductions++;
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
