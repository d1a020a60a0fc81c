import { abs, compare, isZero, sign, subtract } from "../../money/decimal.ts";
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

/** The change of one line against its two levels. */
interface Line {
  readonly change: Figure;
  /** It has the size of the difference, whatever its sign. */
  readonly isDifference: boolean;
  /** It has the sign of the difference too. */
  readonly isSigned: boolean;
  /** One of the levels is negative: only there do sizes and signs part. */
  readonly tells: boolean;
}

function lineOf(row: Row, { index }: Column, { now, before }: Levels): Line | null {
  const [change, a, b] = [index, now.index, before.index].map((col) => row.figures[col]);
  if (!readable(change) || !readable(a) || !readable(b) || change.nil || change.unit !== a.unit) return null;
  const difference = subtract(a.value, b.value);
  return {
    change,
    isDifference: compare(abs(difference), abs(change.value)) === 0,
    isSigned: sign(difference) === sign(change.value),
    tells: (sign(a.value) < 0 || sign(b.value) < 0) && !isZero(difference),
  };
}

/** Lines of losses that print the size of their change, against those that print it with its sign. */
const fewestBySize = 2;

function printsSizes(table: Table, change: Column, levels: Levels): boolean {
  let bySizes = 0;
  let signed = 0;
  for (const row of table.rows) {
    const line = lineOf(row, change, levels);
    if (!line?.tells || !line.isDifference) continue;
    if (line.isSigned) signed++;
    else bySizes++;
  }
  return bySizes >= fewestBySize && bySizes >= signed;
}

export const changeInSize = defineReading({
  name: "change-in-size",
  summary:
    "A column of changes prints by how much losses and expenses grew, not the change of a negative number",
  what: "In a column of changes the loss that grew from (10) to (15) may have the change 5. Such changes do not add up as the amounts do. Each figure of the broken sum must be the difference of the two amounts in its own line, whatever its sign, and most lines of negative amounts in that column must print the size. A column that prints signs, and lost one, stays accused.",
  examples: {
    cleared: [{ title: "A loss that shrank in brackets, one that grew without", filing: bySize }],
    stands: [
      { title: "A bracket is lost where all other lines have theirs", filing: bracketLost },
      { title: "A digit is wrong", filing: bySize.replace("\t11,887", "\t11,987") },
    ],
  },
  clear({ broken: { relation } }): Innocent | null {
    const { form, result, terms } = relation;
    const { table, column } = result;
    if (form.kind !== "linear" || (column.role !== "change" && !ofChanges.test(column.label))) return null;
    if (terms.some((term) => term.table !== table || term.column !== column)) return null;
    const levels = levelsOf(table, column);
    if (!levels) return null;
    const lines = [result, ...terms].filter(({ nil }) => !nil).map(({ row }) => lineOf(row, column, levels));
    if (!lines.every((line) => line?.isDifference)) return null;
    const sizes = lines.filter((line) => line?.isSigned === false);
    if (sizes.length === 0 || !printsSizes(table, column, levels)) return null;
    const figures = sizes.flatMap((line) => line?.change ?? []);
    const names = figures.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(", ");
    return { sentence: `the column prints changes by their size, as for ${names}`, figures };
  },
});
