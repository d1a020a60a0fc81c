import { abs, compare, type Decimal, decimal, isZero, sign, subtract, zero } from "../../money/decimal.ts";
import { evaluateTie } from "../../relations/tie.ts";
import type { Relation } from "../../relations/relation.ts";
import { type Column, type Figure, readable, type Row, type Table } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const bySize = `Aldermoor Limited
Results of operations (in thousands)
\t2023\t2024\tIncrease (decrease)
\tRMB\tRMB\tRMB
Revenue\t145,377\t160,942\t15,565
Cost of revenue\t118,728\t122,406\t3,678
Gross profit\t26,649\t38,536\t11,887
Administrative expenses\t240,009\t223,110\t(16,899)
Loss from operations\t(213,360)\t(184,574)\t(28,786)
Interest expense\t(10,265)\t(56,719)\t46,454
Net loss\t(223,625)\t(241,293)\t17,668
`;

const tax = `Aldermoor Limited
Results of operations (in thousands)
\t2023\t2024\tChange\t% change
\tRMB\tRMB\tRMB\t
Revenue\t145,377\t160,942\t15,565\t11%
Costs\t118,728\t122,406\t3,678\t3%
Income before tax\t26,649\t38,536\t11,887\t45%
Income tax expense\t(1,300)\t(6,071)\t4,771\t367%
`;

const inPercent = `Aldermoor Limited
Results of operations (in thousands)
\tYear ended December 31,
\t2024\t2023\tChange\t% Change
\tRMB\tRMB\tRMB
Gross profit\t448,665\t716,146\t(267,481)\t(37.3%)
Operating expenses\t(645,744)\t(579,978)\t(65,766)\t11.3%
Interest and other, net\t(22,931)\t(40,772)\t(17,841)\t(43.8%)
Net income\t(220,010)\t95,396\t(315,406)\t(330.6%)
`;

/** Two lines of expenses have their sign, and the loss that grew has a percentage that says nothing. */
const amongSigned = inPercent
  .replace("Interest and other", "Depreciation\t(12,102)\t(10,048)\t(2,054)\t20.4%\nInterest and other")
  .replace("(220,010)\t95,396\t(315,406)", "(232,112)\t85,348\t(317,460)");

/** Every line but the loss from operations has its change with the sign that the line has in the statement. */
const bracketLost = bySize
  .replace("\t(28,786)", "\t28,689")
  .replace("\t46,454", "\t(46,454)")
  .replace("\t17,668", "\t(17,668)");

const ofChanges = /\b(?:changes?|increases?|decreases?|variances?|inc|dec)\b/i;

/** The two columns whose difference a column of changes is. */
interface Levels {
  readonly now: Column;
  readonly before: Column;
}

/** Columns of amounts left of a column of changes among which its two are looked for. */
const mostLevels = 8;
/** Lines whose change is the difference of the two, before the columns are known. */
const fewestLines = 3;

function levelsOf(table: Table, change: Column): Levels | null {
  const amounts = table.columns
    .filter(({ role, index }) => role === "amount" && index !== change.index)
    .slice(0, mostLevels);
  let best: Levels | null = null;
  let most = fewestLines - 1;
  for (const now of amounts) {
    for (const before of amounts) {
      if (now === before) continue;
      const { tied, printed } = countTied(table, change, { now, before });
      if (tied > most && tied * 2 > printed) [best, most] = [{ now, before }, tied];
    }
  }
  return best;
}

function countTied(table: Table, change: Column, levels: Levels): { tied: number; printed: number } {
  let tied = 0;
  let printed = 0;
  for (const row of table.rows) {
    const line = lineOf(row, change, levels);
    if (!line) continue;
    printed++;
    // Which of the two is the later one the lines without negative amounts say.
    if (line.isDifference && (line.tells || line.isSigned)) tied++;
  }
  return { tied, printed };
}

/** Whether another cell of the line prints the change of the two sizes in percent, with the sign of this one. */
function isInPercent({ change: { row, column, table, value }, areLosses }: Line, levels: Levels): boolean {
  const [now, before] = [levels.now, levels.before].map(({ index }) => row.figures[index]);
  if (!areLosses || !readable(now) || !readable(before) || now.nil || before.nil) return false;
  // The percentage of a loss that grew is positive in either convention: the other lines say which it is.
  const { sizes, signed } = countSizes(linesOf(table, column, levels));
  if (signed > sizes) return false;
  return row.figures.some((other) => {
    if (!readable(other) || other.nil || other.unit !== "percent") return false;
    if (sign(other.value) !== sign(value)) return false;
    const belief = { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 };
    const form = { kind: "change", magnitude: true } as const;
    const relation = { rule: "", title: "", form, result: other, terms: [now, before], belief, pattern: "" };
    return evaluateTie(relation) === true;
  });
}

/** The change of one line against its two levels. */
interface Line {
  readonly change: Figure;
  /** It has the size of the difference, whatever its sign. */
  readonly isDifference: boolean;
  /** It has the sign of the difference too. */
  readonly isSigned: boolean;
  /** One of the levels is negative: only there do sizes and signs part. */
  readonly tells: boolean;
  /** Neither of the levels is positive. */
  readonly areLosses: boolean;
}

function lineOf(row: Row, { index }: Column, { now, before }: Levels): Line | null {
  const [change, a, b] = [index, now.index, before.index].map((col) => row.figures[col]);
  if (!readable(change) || change.nil) return null;
  const levels = [a, b].flatMap((figure) => figure ?? []);
  if (levels.length === 0 || !levels.every((figure) => readable(figure) && figure.unit === change.unit))
    return null;
  // A line that came up or went away prints one amount only.
  const [later, earlier] = [a?.value ?? zero, b?.value ?? zero];
  const difference = subtract(later, earlier);
  return {
    change,
    isDifference: isWithinAUnit(subtract(abs(difference), abs(change.value)), change),
    isSigned: sign(difference) === sign(change.value),
    tells: (sign(later) < 0 || sign(earlier) < 0) && !isZero(difference),
    areLosses: sign(later) <= 0 && sign(earlier) <= 0,
  };
}

/** Changes of rounded amounts are often taken before rounding. */
function isWithinAUnit(apart: Decimal, { value }: Figure): boolean {
  return compare(abs(apart), decimal(1n, value.exponent)) <= 0;
}

/** Lines of losses that print the size of their change, against those that print it with its sign. */
const fewestBySize = 2;

function printsSizes(table: Table, change: Column, levels: Levels, own: readonly Line[]): boolean {
  const [all, inSum] = [linesOf(table, change, levels), own].map(countSizes);
  return [all, inSum].some(
    (count) => count !== undefined && count.sizes >= fewestBySize && count.sizes >= count.signed,
  );
}

function linesOf(table: Table, change: Column, levels: Levels): readonly Line[] {
  return table.rows.flatMap((row) => lineOf(row, change, levels) ?? []);
}

/** What turned from a loss to a profit has a sign in any column. */
function countSizes(lines: readonly Line[]): { readonly sizes: number; readonly signed: number } {
  const telling = lines.filter(({ tells, areLosses, isDifference }) => tells && areLosses && isDifference);
  const signed = telling.filter(({ isSigned }) => isSigned).length;
  return { sizes: telling.length - signed, signed };
}

/**
 * Whether the percentage beside the change of a line of losses or expenses has the sign of the change, in a column
 * in which no such line has the sign of the difference.
 */
function saidByPercent({ change: { row, column, table, value }, areLosses }: Line, levels: Levels): boolean {
  if (!areLosses || countSizes(linesOf(table, column, levels)).signed > 0) return false;
  const percent = row.figures
    .slice(column.index + 1, column.index + 3)
    .find((figure) => figure?.unit === "percent" && readable(figure) && !figure.nil);
  return percent !== undefined && sign(percent.value) === sign(value);
}

/** The change of one line against its own two amounts: right but for the sign. */
function ofOneLine({ rule, result, terms }: Relation): Line | null {
  const [now, before] = terms;
  if (rule !== "change-column" || !now || !before || terms.length !== 2) return null;
  const levels = { now: now.column, before: before.column };
  const line = lineOf(result.row, result.column, levels);
  return line?.isDifference && !line.isSigned && saidByPercent(line, levels) ? line : null;
}

/** The lines of a sum of changes that have the size of their change without its sign; none where that is not told. */
function ofSum({ form, result, terms }: Relation): readonly Line[] {
  const { table, column } = result;
  if (form.kind !== "linear" || (column.role !== "change" && !ofChanges.test(column.label))) return [];
  if (terms.some((term) => term.table !== table || term.column !== column)) return [];
  const levels = levelsOf(table, column);
  if (!levels) return [];
  const printed = [result, ...terms].filter(({ nil }) => !nil);
  const lines = printed.flatMap(({ row }) => lineOf(row, column, levels) ?? []);
  if (lines.length < printed.length || !lines.every(({ isDifference }) => isDifference)) return [];
  const sizes = lines.filter(({ isSigned }) => !isSigned);
  const isTold =
    printsSizes(table, column, levels, lines) ||
    sizes.every((line) => saidByPercent(line, levels) || isInPercent(line, levels));
  return isTold ? sizes : [];
}

export const changeInSize = defineReading({
  name: "change-in-size",
  summary:
    "A column of changes prints by how much losses and expenses grew, not the change of a negative number",
  what: "In a column of changes the loss that grew from (10) to (15) may have the change 5. Such changes do not add up as the amounts do. Each figure of the broken sum must be the difference of the two amounts in its own line, whatever its sign, and most lines of negative amounts in that column, or in that sum, must print the size; or the percentage beside the change has its sign, or is that of the sizes. A column that prints signs, and lost one, is still reported.",
  examples: {
    cleared: [
      { title: "A loss that shrank in brackets, one that grew without", filing: bySize },
      { title: "An expense that fell, in percent as well", filing: inPercent },
    ],
    stands: [
      { title: "A bracket is lost where all other lines have theirs", filing: bracketLost },
      { title: "The percentage has the other sign", filing: tax.replace("\t367%", "\t(367%)") },
      {
        title: "A wrong total of changes",
        filing: inPercent.replace("(17,841)", "17,841").replace("(315,406)", "(315,460)"),
      },
      { title: "The other lines have their signs", filing: amongSigned },
      { title: "A digit is wrong", filing: bySize.replace("\t11,887", "\t11,987") },
    ],
  },
  clear({ broken: { relation } }): Innocent | null {
    const single = ofOneLine(relation);
    const lines = single ? [single] : ofSum(relation);
    if (lines.length === 0) return null;
    const figures = lines.map(({ change }) => change);
    const names = figures.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(", ");
    return { sentence: `the column prints changes by their size, as for ${names}`, figures };
  },
});
