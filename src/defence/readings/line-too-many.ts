import { abs, compare, isZero } from "../../money/decimal.ts";
import type { Relation } from "../../relations/relation.ts";
import { evaluateTie } from "../../relations/tie.ts";
import { isBalance } from "../../tables/balances.ts";
import { captionKey } from "../../tables/caption.ts";
import type { Figure, Row } from "../../tables/table.ts";
import type { Judged } from "../../verdict/judge.ts";
import { defineReading, type Innocent } from "../reading.ts";
import type { Scene } from "../scene.ts";

const chargedOff = `Aldermoor Limited
Loans by year of origin (in thousands)
\t2024\t2023\t2022
\tRMB\tRMB\tRMB
Homes\t48,275\t22,573\t13,305
Charged off in the year\t-\t-\t-
Shops\t201,698\t153,764\t32,641
Charged off in the year\t6,120\t-\t-
Farms\t9,283\t5,789\t23,205
Charged off in the year\t10,380\t-\t-
Total loans\t259,256\t182,126\t69,151
Total charged off in the year\t16,500\t-\t-
`;

const balances = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF CHANGES IN EQUITY (in thousands)
\tShare capital\tRetained earnings\tTotal equity
\tRMB\tRMB\tRMB
Balance at December 31, 2023\t43,992\t8,647\t52,639
Balance at December 31, 2023\t43,992\t8,647\t52,639
Shares issued\t1,202\t-\t1,202
Net income\t-\t2,387\t2,387
Balance at December 31, 2024\t45,194\t11,034\t56,228
`;

const forgotten = `Aldermoor Limited
CONSOLIDATED STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2024\t2023
\tRMB\tRMB
Net cash provided by operating activities\t33,544\t29,124
Purchases of securities\t(226,215)\t(78,619)
Sales of securities\t10,820\t22,104
Sale of loans\t-\t31,264
Purchases of equipment\t(1,125)\t(4,000)
Net cash used in investing activities\t(216,520)\t(60,515)
Net cash provided by (used in) financing activities\t220,377\t(14,202)
Net increase (decrease) in cash\t37,401\t(45,593)
Cash at beginning of year\t93,199\t107,528
Cash at end of year\t130,600\t93,199
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

/** The equation without the lines. */
function withoutLines(relation: Relation, rows: ReadonlySet<Row>): Relation {
  const { form, terms } = relation;
  const kept = terms.map(({ row }) => !rows.has(row));
  const weights = form.kind === "linear" ? form.weights.filter((_, i) => kept[i]) : [];
  return { ...relation, form: { kind: "linear", weights }, terms: terms.filter((_, i) => kept[i]), memo: {} };
}

/** Whether the sum without the lines ties in every column in which one of them prints an amount. */
function tiesEverywhere(relation: Relation, rows: ReadonlySet<Row>, scene: Scene): boolean {
  const prints = ({ terms }: Relation): boolean => terms.some((term) => rows.has(term.row) && !term.nil);
  const ties = (one: Relation): boolean => evaluateTie(withoutLines(one, rows)) === true;
  return (
    prints(relation) &&
    ties(relation) &&
    scene.siblings(relation).every(({ relation: other }) => !prints(other) || ties(other))
  );
}

/**
 * The same line again, as a scanner or a converter prints it: the second print is a fault of the filing as given. A
 * balance that is printed again opens the next block.
 */
function isDouble({ row }: Figure, { row: before }: Figure): boolean {
  const [caption, other] = [captionKey(row.caption), captionKey(before.caption)];
  return caption === other || other.startsWith(caption) || caption.startsWith(other);
}

/** Runs of lines that stand together, lines of one caption, and the second one of each pair of equal neighbours. */
function* candidates({ terms }: Relation): Generator<ReadonlySet<Row>> {
  const repeated = terms.filter((term, i) => {
    const before = terms[i - 1];
    return before !== undefined && !term.nil && term.raw === before.raw;
  });
  const doubled = terms.filter((term, i) => {
    const before = terms[i - 1];
    return before !== undefined && term.raw === before.raw && isDouble(term, before);
  });
  if (doubled.length > 0) {
    if (doubled.every(({ row }) => isBalance(row.caption))) yield new Set(doubled.map(({ row }) => row));
    return;
  }
  if (repeated.length > 0) yield new Set(repeated.map(({ row }) => row));
  yield* named(terms);
  for (let start = 0; start < terms.length; start++) {
    for (let length = 1; length <= longestRun && start + length <= terms.length; length++) {
      if (length < terms.length) yield new Set(terms.slice(start, start + length).map(({ row }) => row));
    }
  }
}

/** What each class tells besides its total ("of which charged off") has a total of its own. */
function* named(terms: readonly Figure[]): Generator<ReadonlySet<Row>> {
  const lines = new Map<string, Row[]>();
  for (const { row } of terms) {
    const key = captionKey(row.caption);
    const own = lines.get(key);
    if (own) own.push(row);
    else lines.set(key, [row]);
  }
  for (const [key, rows] of lines) if (key !== "" && rows.length > 1) yield new Set(rows);
}

const longestRun = 4;
/** A shorter difference is equal to some line by chance. */
const fewestDigits = 3;

/** The statement goes on without the line, and an identity further on misses by as much. */
function isMissedBelow({ relation, difference }: Judged, scene: Scene): boolean {
  return scene
    .of(relation.result.table)
    .some(
      ({ relation: other, status, difference: off }) =>
        status === "fail" &&
        other.belief.identity &&
        other.pattern !== relation.pattern &&
        other.result.column === relation.result.column &&
        off !== undefined &&
        difference !== undefined &&
        compare(abs(off), abs(difference)) === 0,
    );
}

export const lineTooMany = defineReading({
  name: "line-too-many",
  summary: "The difference is a line that does not belong to the sum",
  what: "Looks for a line, a run of lines, or lines of one caption among those added up without which the sum ties to the unit: lines that are counted in a subtotal already, that belong to another block, that are shown for information only. Without them the sum must tie in every column in which one of them prints an amount, so a sum that needs the line in another column is still reported, and so is one whose difference an identity of the same column misses as well: the line was left out of the subtotal, and of all that follows. A difference of one or two digits equals some line by chance and clears nothing.",
  examples: {
    cleared: [
      { title: "What was charged off of each class of loans", filing: chargedOff },
      { title: "A balance that closes one block and opens the next", filing: balances },
    ],
    stands: [
      { title: "A digit is wrong", filing: digit.replace("283,169", "283,769") },
      { title: "The line is missing from the subtotal and from the change of cash", filing: forgotten },
    ],
  },
  clear({ broken }, scene): Innocent | null {
    const { relation, difference } = broken;
    const { form, result, terms } = relation;
    if (!difference || isZero(difference) || form.kind !== "linear" || result.wording) return null;
    if (abs(difference).coefficient.toString().length < fewestDigits) return null;
    if (terms.length < 2 || terms.some(({ column }) => column !== result.column)) return null;
    if (isMissedBelow(broken, scene)) return null;
    for (const rows of candidates(relation)) {
      if (!tiesEverywhere(relation, rows, scene)) continue;
      const lines = terms.filter(({ row }) => rows.has(row));
      const names = lines.map(({ row, raw }) => `"${row.caption}" (${raw})`).join(", ");
      return { sentence: `it ties without ${names}`, figures: lines };
    }
    return null;
  },
});
