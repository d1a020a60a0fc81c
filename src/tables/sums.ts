/**
 * Which rows of a table are sums of which others. A printed total closes the lines above it that no
 * other total has closed; so only runs of open lines that end at the total are tried (and such a run
 * added to an earlier total), which keeps the search linear and the chance of a false fit small. A fit
 * is judged over all columns at once: signs are settled per row, never cell by cell.
 */
import { append } from "../lists.ts";
import { isBalance, movementsOf } from "./balances.ts";
import { captionKey } from "./caption.ts";
import {
  type Candidate,
  believable,
  evidenceNeeded,
  fit,
  isWholeBlock,
  type Line,
  rollsForward,
  saysLess,
  type Sum,
} from "./fit.ts";
import { isRate } from "./rates.ts";
import { sectionOf } from "./section.ts";
import { candidates, longestRun } from "./sum-candidates.ts";
import { linesOf } from "./sum-lines.ts";
import type { Row, Table, Unit } from "./table.ts";
import { asPrinted, cancelled, carriedOver, type Fit, type Found, sameAgain, soleLine } from "./told-sums.ts";
import { closesTwo, isEmphasised, isMarkedTotal, isRuledOff, leavesNet } from "./total-marks.ts";

/** Earlier totals to which a run may be added. */
const mostAnchors = 14;

/** Measures that close a reconciliation, and stand in lists of measures as well. */
const measureWords = /^(?:consolidated )?ebitdar?\b|^(?:nareit )?(?:funds from operations|ffo)\b/;
export function findSums(table: Table): Sum[] {
  const sums: Sum[] = [];
  const byUnit = new Map<Unit, Row[]>();
  // Lines of shares alone between two balances in money, of which other columns count the shares.
  const moved = new Set(movementsOf(table.rows).filter(({ unit }) => unit === "shares"));
  for (const row of table.rows) {
    if (row.kind !== "item" && row.kind !== "bare") continue;
    if (isRate(row)) continue;
    const unit = moved.has(row) ? "currency" : row.unit;
    const rows = byUnit.get(unit) ?? [];
    rows.push(row);
    byUnit.set(unit, rows);
  }
  for (const [unit, rows] of byUnit) {
    const found = findUnitSums(table, rows);
    append(sums, unit === "per-share" ? found.filter(isBridge) : found);
  }
  return sums.sort((a, b) => a.result.index - b.result.index);
}

const saysPerShare = /\bper\b|\beps\b/i;

/** Amounts per share do not add up, but from one result per share to another through what each adjustment makes of it. */
function isBridge({ result, terms: [lead, ...adjustments] }: Sum): boolean {
  return (
    lead?.weight === 1 &&
    saysPerShare.test(lead.row.caption) &&
    saysPerShare.test(result.caption) &&
    adjustments.length > 0 &&
    adjustments.every(({ row }) => row.caption !== "" && !saysPerShare.test(row.caption))
  );
}

function findUnitSums(table: Table, rows: readonly Row[]): Sum[] {
  const sums: Sum[] = [];
  let open: Line[] = [];
  // What stands below the last total that headings or marks tell, closed by an accident or not.
  let since: Line[] = [];
  const totals: Line[] = [];
  const doubles = new Map<Row, Line>();
  for (const [i, line] of linesOf(rows).entries()) {
    const { row } = line;
    const before = rows[i - 1];
    if (before && isDouble(before, row)) {
      if (!isCarriedForward(before, row, totals, table.rows[row.index + 1])) doubles.set(before, line);
      continue;
    }
    const likely = bestSum(table, line, open, totals) ?? withoutParts(table, line, open, totals);
    const whole = (likely?.sum.ties.length ?? 0) > 0 ? null : reopened(table, line, since, sums);
    const found = whole ?? likely;
    let filled = line;
    since.push(line);
    if (whole) {
      const lines = new Set(whole.lines.map((part) => part.row));
      for (let k = sums.length - 1; k >= 0; k--) if (lines.has(sums[k]?.result ?? row)) sums.splice(k, 1);
      open = open.filter((other) => !lines.has(other.row));
    }
    if (found?.sum.structure) since = [];
    if (since.length > 3 * longestRun) since = since.slice(-2 * longestRun);
    if (found) {
      sums.push(withDoubles(found, line, doubles));
      if (found.turned) sums.push(found.turned);
      if (!isRemainder(row, found, rows[i + 1], totals)) {
        open = open.filter((other) => !found.closed.includes(other));
        filled = withParts(line, found);
        totals.push(filled);
        if (totals.length > mostAnchors) totals.shift();
      }
    }
    open.push(filled);
    if (open.length > 3 * longestRun) open = open.slice(-2 * longestRun);
  }
  return sums;
}

/**
 * The total of all lines since the last one that is marked, where none was found among those that are open: an
 * unmarked line that is the sum of a few others is one by accident then.
 */
function reopened(table: Table, line: Line, since: readonly Line[], sums: readonly Sum[]): Found | null {
  const isClosed = since.some(({ row }) => sums.some(({ result }) => result === row));
  if (!isMarkedTotal(line.row) || !isClosed) return null;
  const found = bestSum(table, line, since, []);
  return found && found.sum.breaks.length === 0 && found.sum.ties.length > 0 ? found : null;
}

/** The same lines but for those that say that they are part of the line above them. */
function withoutParts(
  table: Table,
  line: Line,
  open: readonly Line[],
  totals: readonly Line[],
): Found | null {
  const whole = open.filter(({ row }) => !partOf.test(row.caption));
  return whole.length < open.length ? bestSum(table, line, whole, totals) : null;
}

const partOf = /^\W*(?:of which|thereof)\b/i;

/**
 * The last part of a total above ("attributable to: owners, others"), with the total again below it: the parts
 * are still to be added up.
 */
function isRemainder(
  row: Row,
  { lines, closed, sum }: Found,
  next: Row | undefined,
  totals: readonly Line[],
): boolean {
  const [whole, ...parts] = lines;
  if (!next || isMarkedTotal(row) || !whole) return false;
  if (closed.includes(whole) && !totals.includes(whole)) return false;
  const isAgain =
    isMarkedTotal(next) &&
    next.figures.some((figure, i) => figure && !figure.nil && figure.raw === whole.row.figures[i]?.raw);
  if (next.kind !== "bare" && !isAgain) return false;
  return parts.length > 0 && sum.terms.slice(1).every(({ weight }) => weight === -1);
}

/**
 * A subtotal that is printed in some columns only ("Comprehensive income" in the column of the total) stands for its
 * parts in the others, too.
 */
function withParts(line: Line, { sum, lines }: Found): Line {
  if (sum.ties.length === 0 || line.row.ragged === true || sum.only !== undefined) return line;
  const values = line.blank.map((blank, col): number | null => {
    const own = line.values[col] ?? null;
    if (!blank || lines.some(({ row }) => row.ragged === true)) return own;
    return lines.reduce((total: number | null, part, i) => {
      const value = part.values[col] ?? null;
      return total === null || value === null ? null : total + value * (sum.terms[i]?.weight ?? 1);
    }, 0);
  });
  return { ...line, values };
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

const carried = /\b(?:income|loss|profit|earnings?|surplus|deficit|brought forward|carried forward)\b/i;

/**
 * The result of one block, which is printed again as the first line of the next one: behind an empty row, or before
 * the first heading of the next statement.
 */
function isCarriedForward(before: Row, row: Row, totals: readonly Line[], next: Row | undefined): boolean {
  if (totals.at(-1)?.row !== before) return false;
  return row.apart === true || (carried.test(before.caption) && next?.kind === "heading");
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
  const emphasised = isEmphasised(result, totals);
  const measures = measureWords.test(captionKey(result.row.caption));
  for (const candidate of candidates(result, marked, open, totals, structural)) {
    if (signed && candidate.structure && candidate.weights.includes(-1)) continue;
    const sum = fit(table, result, candidate);
    if (!sum || leavesMovements(candidate, result, open, sum)) continue;
    fits.push({ sum, candidate });
    const told =
      marked ||
      saysLess(candidate, result.row) ||
      rollsForward(candidate, result.row) ||
      (ruled && !candidate.weights.includes(-1)) ||
      (emphasised && !candidate.weights.includes(-1) && isWholeBlock(table, candidate)) ||
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
  return (
    (section && asPrinted(table, result, section)) ??
    carriedOver(table, result, open, fits) ??
    soleLine(table, result, open) ??
    sameAgain(table, result, open) ??
    cancelled(table, result, open)
  );
}

/** Every line between two balances is a movement: a run that passes some of them by, and breaks, is not what rolls. */
function leavesMovements(
  { lines, closed }: Candidate,
  { row }: Line,
  open: readonly Line[],
  { breaks }: Sum,
): boolean {
  const [lead] = lines;
  if (!lead || breaks.length === 0 || closed.length === lines.length) return false;
  return open.includes(lead) && isBalance(lead.row.caption) && isBalance(row.caption);
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
