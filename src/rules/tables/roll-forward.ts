import type { Relation } from "../../relations/relation.ts";
import { countTies, mostTied } from "../../relations/tie.ts";
import { captionKey } from "../../tables/caption.ts";
import { type Column, type Figure, printedCaption, type Row, type Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { relationsOf, withSupport } from "../sums.ts";

const sound = `Aldermoor Limited
Allowance for doubtful accounts (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Balance at beginning of year\t12,406\t14,310
Additions\t5,112\t3,874
Write-offs\t(3,208)\t(2,655)
Balance at end of year\t14,310\t15,529
`;

const positiveDeductions = `Aldermoor Limited
Lease liabilities (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Opening balance\t64,118\t58,402
New leases\t12,204\t-
Exchange differences\t(316)\t207
Less: payments\t17,604\t18,111
Closing balance\t58,402\t40,498
`;

const selectedMovements = `Aldermoor Limited
Deferred revenue, selected movements (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Opening balance\t64,118\t58,402
including amounts due within one year\t51,006\t49,310
Recognized as revenue from the opening balance\t(49,310)\t(44,207)
Closing balance\t58,402\t61,995
`;

const acrossSchedule = `Aldermoor Limited
VALUATION ACCOUNTS (in thousands)
\tBalance at beginning of year\tCharged to expense\tDeductions\tBalance at end of year
\tRMB\tRMB\tRMB\tRMB
Doubtful accounts, 2022\t3,701\t7,171\t6,968\t3,904
Doubtful accounts, 2023\t3,904\t7,406\t7,192\t4,118
Doubtful accounts, 2024\t4,118\t8,514\t7,998\t4,634
`;

const opening =
  /\b(?:opening|beginning|brought forward)\b|^(?:balance )?(?:at|as of) (?:1 january|january 1)\b/;
const closing =
  /\b(?:closing|end of|at end|carried forward)\b|^(?:balance )?(?:at|as of) (?:31 december|december 31)\b/;

export const rollForward = defineRule({
  name: "roll-forward",
  summary: "Opening balance and movements make the closing balance",
  what: "In tables with an opening and a closing balance (allowances, provisions, equity, equipment), adds the movements between the two, whether they stand below or beside each other. A table of selected movements does not add up anywhere and is left alone.",
  why: "A roll-forward explains how a balance came about; a break hides a movement.",
  fix: "Add the movements to the opening balance with their printed signs, or with the signs that the other columns use.",
  source: "Reconciliation of opening and closing balances, for example IAS 16.73(e)",
  examples: {
    passes: [
      { title: "An allowance", filing: sound },
      { title: "A schedule with the balances beside each other", filing: acrossSchedule },
    ],
    fails: [
      { title: "Two digits transposed", filing: sound.replace("15,529", "15,259") },
      { title: "Two digits transposed in a schedule", filing: acrossSchedule.replace("8,514", "8,154") },
    ],
    quiet: [
      { title: "Payments printed positive, a movement that turns its sign", filing: positiveDeductions },
      { title: "Selected movements only", filing: selectedMovements },
    ],
  },
  *check(filing) {
    const matches = (row: Row, words: RegExp): boolean => words.test(captionKey(row.caption));
    for (const table of filing.tables) {
      yield* acrossColumns(table);
      for (const sum of filing.sumsOf(table)) {
        if (!matches(sum.result, closing) || !sum.terms.some((term) => matches(term.row, opening))) continue;
        yield* relationsOf("roll-forward", filing, sum);
      }
    }
  },
});

const openingColumn = /\b(?:beginning|opening)\b/i;
const closingColumn = /\bend\b|\b(?:ending|closing) balance\b|\bbalance.*\b(?:ending|closing)\b/i;
const deductions =
  /\b(?:deduct\w*|write[- ]?offs?|written[- ]off|charged?[- ]offs?|payments?|paid|used|utili[sz]ed|retire\w*|disposals?|reversals?|released?|cancel+\w*|expired|exercised)\b/i;
/** A schedule has few columns; a wider table is something else. */
const mostMovements = 8;
/** Lines that must tie before another is taken for wrong. */
const fewestTies = 2;

/**
 * Opening balance, movements and closing balance as columns (Schedule II of Regulation S-X 5-04). Deductions
 * may be printed with or without brackets: the lines together tell.
 */
function* acrossColumns(table: Table): Generator<Relation> {
  const amounts = table.columns.filter(({ role }) => role === "amount" || role === "change");
  const [first, ...others] = amounts.filter(({ label }) => openingColumn.test(label));
  const [last, ...more] = amounts.filter(({ label }) => closingColumn.test(label));
  if (!first || !last || others.length + more.length > 0 || last.index <= first.index) return;
  const movements = amounts.filter(
    ({ index }) => index > first.index && index < last.index && !holdsMarks(table, index),
  );
  if (movements.length === 0 || movements.length > mostMovements) return;
  const bySign = (isLess: (column: Column, i: number) => boolean): Relation[] =>
    table.rows.flatMap((row) => scheduleLine(row, first, movements, last, isLess));
  const best = mostTied([
    bySign(({ label }) => deductions.test(label)),
    bySign(() => false),
    bySign((_, i) => i === movements.length - 1),
  ]);
  if (countTies(best) >= fewestTies && countTies(best) * 2 > best.length) yield* withSupport(best);
}

/** "(1)", "(3)" beside the figures: footnotes, which some sources print in a column of their own. */
function holdsMarks({ rows }: Table, column: number): boolean {
  return rows.every(({ figures }) => {
    const figure = figures[column];
    return !figure || figure.nil || /^\(?\d\)$/.test(figure.raw.trim());
  });
}

function scheduleLine(
  row: Row,
  first: Column,
  movements: readonly Column[],
  last: Column,
  isLess: (column: Column, i: number) => boolean,
): Relation[] {
  const { figures, kind, unit } = row;
  const [start, result] = [figures[first.index], figures[last.index]];
  if (!start || !result || kind !== "item" || unit === "percent") return [];
  const terms: Figure[] = [start];
  const weights: (1 | -1)[] = [1];
  for (const [i, column] of movements.entries()) {
    const figure = figures[column.index];
    if (!figure) continue;
    terms.push(figure);
    weights.push(isLess(column, i) ? -1 : 1);
  }
  if (terms.every((term) => term.nil) || terms.length < 2) return [];
  return [
    {
      rule: "roll-forward",
      title: `${printedCaption(row)}: closing balance = opening balance and movements`,
      form: { kind: "linear", weights },
      result,
      terms,
      belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
      pattern: `roll-forward:${result.table.index}:columns`,
    },
  ];
}
