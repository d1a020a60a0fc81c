import { abs, type Decimal, isZero } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { type Figure, readable, type Row } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const lostBlanks = `Aldermoor Limited
Securities at December 31, 2024 (in thousands)
\tCost\tGains\tLosses\tFair value\tCash equivalents\tSecurities held
\tRMB\tRMB\tRMB\tRMB\tRMB\tRMB
Cash\t247,198\t-
Level 1:
Money market funds\t\t\t\t\t62,338\t
Treasury securities\t312,121\t15\t(56)\t312,080\t45,911\t266,169
Total Level 1\t312,121\t15\t(56)\t312,080\t108,249\t266,169
Total\t312,121\t15\t(56)\t312,080\t355,447\t266,169
`;

const continuing = `Aldermoor Limited
CONDENSED STATEMENTS OF CASH FLOWS (in thousands)
\tSix months ended June 30,
\t2023\t2024
\tRMB\tRMB
Cash from operating activities - continuing operations\t21,200\t35,341
Cash from operating activities - discontinued operations\t2,239\t2,584
Net cash provided by operating activities\t23,439\t37,925
Net cash used in investing activities\t(9,028)\t(32,306)
Net cash used in financing activities\t(5,990)\t(9,464)
Net increase (decrease) in cash - continuing operations\t6,182\t(6,429)
Net increase in cash - discontinued operations\t2,239\t2,584
Cash at beginning of period\t44,922\t71,498
Cash at end of period\t53,343\t67,653
`;

const digit = `Aldermoor Limited
Receivables (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Trade\t205,377\t231,094
Value-added tax\t41,206\t38,115
Deposits\t12,708\t13,960
Total receivables\t259,291\t283,169
`;

const inSubtotal = `Aldermoor Limited
Assets (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Trade\t205,377\t231,094
Deposits\t41,206\t38,115
Total current assets\t246,583\t269,209
Land\t117,204\t118,310
Fleet\t-\t70,022
Total non-current assets\t117,204\t188,332
Total assets\t363,787\t457,541
`;

/** A sum whose cells all stand in one column of one table: what may lie between its ends can be looked up. */
function isColumnSum({ form, result, terms }: Relation): boolean {
  return (
    form.kind === "linear" &&
    terms.every(({ table, column }) => table === result.table && column === result.column)
  );
}

/** The rows between the ends of the sum, and those above it up to the heading, that neither it nor another sum takes. */
function openRows(relation: Relation, scene: Scene): readonly Row[] {
  const { result, terms } = relation;
  const { rows } = result.table;
  const taken = new Set<Row>([result.row, ...terms.map(({ row }) => row)]);
  const last = Math.max(...[...taken].map(({ index }) => index));
  const block = rows.slice(firstRow(relation, scene), last + 1);
  const spans = block.flatMap((row) => spansOf(row.figures[result.column.index], relation, scene));
  return block.filter(
    (row) =>
      !taken.has(row) &&
      row.kind !== "ghost" &&
      (isOfTheOthers(row, result) || !spans.some(({ from, to }) => row.index >= from && row.index < to)),
  );
}

/** What is discontinued is no part of a result of continuing operations, though a subtotal between them holds it. */
function isOfTheOthers({ caption }: Row, result: Figure): boolean {
  return /\bdiscontinued\b/i.test(caption) && /(?<!dis)\bcontinuing\b/i.test(result.row.caption);
}

/** The heading above a subtotal is of its own lines: what stands above that is beside it. */
function firstRow(relation: Relation, scene: Scene): number {
  const { rows } = relation.result.table;
  const isHeading = (index: number): boolean => rows[index]?.kind === "heading";
  let first = Math.min(relation.result.row.index, ...relation.terms.map(({ row }) => row.index));
  const lead = scene.filing.sumsOf(relation.result.table).find((sum) => sum.result === rows[first]);
  if (lead && lead.result !== relation.result.row) {
    first = Math.min(first, ...lead.terms.map(({ row }) => row.index));
    while (first > 0 && isHeading(first - 1)) first--;
  }
  while (first > 0 && !isHeading(first - 1)) first--;
  return first;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** From the first line to the result of a sum of its column that ties: what stands there is in it, or is no part of it. */
function spansOf(figure: Figure | undefined, accused: Relation, scene: Scene): readonly Span[] {
  if (!figure || figure === accused.result) return [];
  return scene.touching(figure).flatMap(({ relation, status }): Span[] => {
    if (
      status !== "pass" ||
      relation.result !== figure ||
      !isColumnSum(relation) ||
      relation.terms.length < 2
    )
      return [];
    const from = Math.min(...relation.terms.map(({ row }) => row.index));
    return from < figure.row.index ? [{ from, to: figure.row.index }] : [];
  });
}

/** The sum with the lines in it as well. */
function withLines(relation: Relation, lines: readonly Figure[], weight: 1 | -1): Relation {
  const own = relation.form.kind === "linear" ? relation.form.weights : [];
  return {
    ...relation,
    form: { kind: "linear", weights: [...own, ...lines.map(() => weight)] },
    terms: [...relation.terms, ...lines],
    memo: {},
  };
}

/**
 * Whether the sum with these rows ties here, and in every other column in which one of them prints an amount.
 */
function tiesEverywhere(relation: Relation, rows: readonly Row[], weight: 1 | -1, scene: Scene): boolean {
  return scene.siblings(relation).every(({ relation: other }) => {
    const lines = rows.flatMap((row) => row.figures[other.result.column.index] ?? []);
    if (other.result !== relation.result && lines.every(({ nil }) => nil)) return true;
    return lines.every(readable) && evaluateTie(withLines(other, lines, weight)) === true;
  });
}

/** Runs of open rows that stand together and say something in the column. A long table has few of the right size. */
function* runsOf(rows: readonly Row[], column: number): Generator<readonly Row[]> {
  const printed = rows.filter((row) => readable(row.figures[column]) && !row.figures[column]?.nil);
  for (let start = 0; start < printed.length; start++) {
    for (let length = 1; length <= longestRun && start + length <= printed.length; length++) {
      yield printed.slice(start, start + length);
    }
  }
}

const longestRun = 6;
/** A shorter difference is equal to some line by chance. */
const fewestDigits = 3;

/** Lines that the sum lacks in its column; null where none explain it. */
function missingLines(relation: Relation, rows: readonly Row[], scene: Scene): readonly Figure[] | null {
  for (const run of runsOf(rows, relation.result.column.index)) {
    for (const weight of [1, -1] as const) {
      if (tiesEverywhere(relation, run, weight, scene)) {
        return run.flatMap((row) => row.figures[relation.result.column.index] ?? []);
      }
    }
  }
  return null;
}

/** The line whose source lost blank cells, so that what belongs to this column stands under another. */
function displacedLine(relation: Relation, rows: readonly Row[]): readonly Figure[] | null {
  for (const row of rows) {
    if (row.ragged !== true) continue;
    const found = row.figures.find(
      (figure) => readable(figure) && !figure.nil && evaluateTie(withLines(relation, [figure], 1)) === true,
    );
    if (found) return [found];
  }
  return null;
}

export const leftOutLine = defineReading({
  name: "left-out-line",
  summary: "The difference is a line between the ends of the sum that was not added",
  what: "Looks for one line, or a run of lines, of the same column between the ends of the sum, or above it up to the heading, that makes the sum tie to the unit. The sum with that line must tie in every other column in which the line prints an amount. A line of which the source lost blank cells may belong to a column beside the one in which it stands. A line that stands above the result of another sum of the column, and below its first line, is taken to belong there, except for a line of discontinued operations, which a result of continuing ones leaves out. A difference of one or two digits equals some line by chance and clears nothing.",
  examples: {
    cleared: [
      { title: "A line whose blank cells were lost stands under other columns", filing: lostBlanks },
      { title: "A change of the cash of continuing operations", filing: continuing },
    ],
    stands: [
      { title: "A digit is wrong", filing: digit.replace("283,169", "283,769") },
      {
        title: "The difference is a line that a subtotal holds",
        filing: inSubtotal.replace("457,541", "387,519"),
      },
    ],
  },
  clear({ broken: { relation, difference } }, scene): Innocent | null {
    if (!difference || !isColumnSum(relation) || digitsOf(difference) < fewestDigits) return null;
    const rows = openRows(relation, scene);
    const lines = missingLines(relation, rows, scene) ?? displacedLine(relation, rows);
    if (!lines) return null;
    const names = lines.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(", ");
    return { sentence: `it ties with ${names}, which stands between its lines`, figures: lines };
  },
});

function digitsOf(value: Decimal): number {
  return isZero(value) ? 0 : abs(value).coefficient.toString().length;
}
