/**
 * Whether lines add up to a result: a fit over all columns at once, and whether the figures it explains are
 * evidence enough that it is no accident.
 */
import { isBalance } from "./balances.ts";
import { captionKey } from "./caption.ts";
import type { Column, Row, Table } from "./table.ts";

export interface Term {
  readonly row: Row;
  readonly weight: 1 | -1;
}

export interface Sum {
  readonly table: Table;
  readonly result: Row;
  readonly terms: readonly Term[];
  /** Columns in which it ties, breaks, or cannot be tried because a cell is damaged. */
  readonly ties: readonly number[];
  readonly breaks: readonly number[];
  readonly unknown: readonly number[];
  /** Ties in different periods; a translated column is not independent of its source. */
  readonly independent: number;
  /** Heading, caption or position mark the row as the total of just these lines. */
  readonly structure: boolean;
  /** A line is printed twice in succession: it ties but for the second print, which is among the terms. */
  readonly doubled: boolean;
  /**
   * The columns it is of, where others print the same lines with other signs: costs are positive among the
   * amounts, and among the variances a rise of them is negative. Absent: all columns.
   */
  readonly only?: ReadonlySet<number>;
  /** Nothing can be missing between its lines. */
  readonly complete?: true;
  /** Its lines are added as they are printed, so that a sign that does not fit is a wrong one. */
  readonly signed?: true;
  /** In how many columns of other tables the same lines make the same total. */
  readonly elsewhere?: number;
}

/** One row as numbers at the table's common last digit. null: damaged. NaN never occurs. */
export interface Line {
  readonly row: Row;
  readonly values: readonly (number | null)[];
  readonly blank: readonly boolean[];
  /** "Less: …", costs and the like: a positive print may be meant as a deduction. */
  readonly deduction: boolean;
  /** Its caption says that it is deducted ("Less: …", "(Less) …"), and it is printed without brackets. */
  readonly less: boolean;
}

/** Note references, prices and averages, and percentages of change are no parts of anything. */
export function addsUp(column: Column | undefined): boolean {
  if (!column || column.role === "note" || column.role === "rate") return false;
  return (
    column.role !== "percent" ||
    !/\bchange|\bincrease|\bdecrease|\bgrowth|\bvariance|y-?o-?y/i.test(column.label)
  );
}

export interface Candidate {
  readonly lines: readonly Line[];
  readonly weights: readonly (1 | -1)[];
  readonly structure: boolean;
  /** Lines that the total closes; an earlier total used again is not among them. */
  readonly closed: readonly Line[];
  /** How many ways as simple as this one were tried before it. */
  readonly tried: number;
  /** In how many columns it must tie; in one where absent. */
  readonly ties?: number;
}

/** Difference in units of the last digit that ordinary rounding of n addends explains. */
export function roundingNoise(addends: number): number {
  return Math.max(1, Math.floor(3 * Math.sqrt((addends + 1) / 12)));
}

export function fit(
  table: Table,
  result: Line,
  candidate: Candidate,
): (Sum & { readonly chance: number }) | null {
  const ties: number[] = [];
  const breaks: number[] = [];
  const unknown: number[] = [];
  const periods = new Set<string>();
  const noise = roundingNoise(candidate.lines.length);
  let chance = 0;
  for (let col = 0; col < table.columns.length; col++) {
    const target = result.values[col];
    if (target === undefined || result.blank[col] || !addsUp(table.columns[col])) continue;
    let sum = 0;
    const live: number[] = [];
    let known = target !== null;
    for (const [i, line] of candidate.lines.entries()) {
      const value = line.values[col];
      if (value === null || value === undefined) known = false;
      else if (value !== 0) {
        const signed = value * (candidate.weights[i] ?? 1);
        sum += signed;
        live.push(signed);
      }
    }
    if (!known || target === null) {
      unknown.push(col);
      continue;
    }
    if (target === 0 && live.length === 0) continue;
    const difference = Math.abs(target - sum);
    if (difference <= noise) {
      ties.push(col);
      const column = table.columns[col];
      const period = column?.period
        ? `${column.role}${column.period.end}${column.period.kind}${"start" in column.period ? column.period.start : ""}`
        : `${col}`;
      if (!periods.has(period) && addsSomething(live, target)) {
        periods.add(period);
        chance += Math.log10(
          Math.max(1, Math.abs(target) / roundnessOf(live, target)) / (2 * difference + 1),
        );
      }
    } else breaks.push(col);
  }
  if (ties.length + breaks.length === 0 || ties.length < (candidate.ties ?? 0)) return null;
  return {
    table,
    result: result.row,
    terms: candidate.lines.map((line, i) => ({ row: line.row, weight: candidate.weights[i] ?? 1 })),
    ties,
    breaks,
    unknown,
    independent: periods.size,
    structure: candidate.structure,
    doubled: false,
    chance,
  };
}

/** Three amounts in tens are nothing out of the ordinary. */
const leastRound = 100;

/** Round amounts add up to round ones by chance: 500 and 500 make 1,000. The power of ten of which all are multiples. */
function roundnessOf(live: readonly number[], target: number): number {
  let step = 1;
  while (target % (step * 10) === 0 && live.every((value) => value % (step * 10) === 0)) step *= 10;
  return step < leastRound ? 1 : step;
}

/**
 * Whether a tie says that the lines add up: a single line carried over does not, nor do equal figures that
 * cancel each other (1,000 = 1,000 - 1,000 + 1,000).
 */
function addsSomething(live: readonly number[], target: number): boolean {
  if (live.length < 2) return false;
  const left = [-target];
  for (const value of live) {
    const at = left.indexOf(-value);
    if (at >= 0) left.splice(at, 1);
    else left.push(value);
  }
  return left.length > 1;
}

/** Digits to spare that a fit must explain: with nothing but the figures, and with a mark of a total. */
const plainEvidence = 3.5;
const markedEvidence = 2;
/** Where wording says how the lines are taken together, or a total closes just what stands above it. */
const toldEvidence = 1;

/** How much the figures must say: the less, the more the wording and the layout say. */
export function evidenceNeeded(
  table: Table,
  candidate: Candidate,
  structure: boolean,
  isRuledOff: boolean,
  { ties, breaks, independent, result }: Sum,
): number {
  if (breaks.length === 0 && (saysLess(candidate, result) || rollsForward(candidate, result)))
    return toldEvidence;
  // Neither wording nor layout calls it a sum, and as often as not it is none: an accident.
  if (!structure) return breaks.length < ties.length ? plainEvidence : Number.POSITIVE_INFINITY;
  if (!isWholeBlock(table, candidate)) return markedEvidence;
  return isRuledOff || (breaks.length === 0 && independent >= 2) ? toldEvidence : markedEvidence;
}

/**
 * "Total …", "Less: …": the lines that say so are deducted, or printed in brackets, and no other is deducted. Before
 * what is called net of them ("Equipment, net") accumulated depreciation and allowances say so by their names.
 */
export function saysLess({ lines, weights }: Candidate, result: Row): boolean {
  const isNet = /\bnet$/.test(captionKey(result.caption));
  const less = lines.map(({ row }) => isLess(row) || (isNet && contra.test(captionKey(row.caption))));
  return (
    less.includes(true) &&
    less[0] === false &&
    lines.every((line, i) => (less[i] ? weights[i] === -1 || isNegative(line) : weights[i] === 1))
  );
}

const contra =
  /^accumulated (?:depreciation|amorti[sz]ation|depletion|impairment)\b|^(?:valuation )?allowances?\b/;

/** Whether the caption says that the line is deducted. */
export function isLess({ caption }: Row): boolean {
  return /^\(?less\b/.test(captionKey(caption));
}

/** "Balance at …", movements as they are printed, "Balance at …". */
export function rollsForward({ lines, weights }: Candidate, result: Row): boolean {
  const [lead] = lines;
  return (
    lead !== undefined &&
    lines.length >= 3 &&
    !weights.includes(-1) &&
    isBalance(lead.row.caption) &&
    isBalance(result.caption)
  );
}

/** In most columns: one bracket may have been lost. */
export function isNegative({ values }: Pick<Line, "values">): boolean {
  const signs = values.filter((value) => value !== null && value !== 0).map((value) => Math.sign(value ?? 0));
  return signs.filter((sign) => sign < 0).length * 2 >= signs.length;
}

/** All lines below a heading, or from the top of the table, added up as they are printed. */
export function isWholeBlock(table: Table, { lines, weights, closed }: Candidate): boolean {
  const [lead] = closed;
  if (!lead || closed.length !== lines.length || weights.includes(-1)) return false;
  const before = table.rows[lead.row.index - 1];
  return before === undefined || before.kind === "heading";
}

/**
 * Whether the fit is no accident: the digits it explains over independent columns, less the number of
 * runs tried, must leave a margin; and a pattern that mostly breaks is none.
 */
export function believable(sum: Sum & { readonly chance: number }, tried: number, needed: number): boolean {
  if (sum.independent === 0 || sum.breaks.length > sum.ties.length) return false;
  return sum.chance - Math.log10(tried + 1) >= needed;
}
