import { captionKey } from "../../tables/caption.ts";
import type { Row } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { relationsOf } from "../sums.ts";

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

const opening =
  /\b(?:opening|beginning|brought forward)\b|^(?:balance )?(?:at|as of) (?:1 january|january 1)\b/;
const closing =
  /\b(?:closing|end of|at end|carried forward)\b|^(?:balance )?(?:at|as of) (?:31 december|december 31)\b/;

export const rollForward = defineRule({
  name: "roll-forward",
  summary: "Opening balance and movements make the closing balance",
  what: "In tables with an opening and a closing balance (allowances, provisions, equity, equipment), adds the movements between the two. A table of selected movements does not add up anywhere and is left alone.",
  why: "A roll-forward explains how a balance came about; a break hides a movement.",
  fix: "Add the movements to the opening balance with their printed signs, or with the signs that the other columns use.",
  source: "Reconciliation of opening and closing balances, for example IAS 16.73(e)",
  examples: {
    passes: [{ title: "An allowance", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("15,529", "15,259") }],
    quiet: [
      { title: "Payments printed positive, a movement that turns its sign", filing: positiveDeductions },
      { title: "Selected movements only", filing: selectedMovements },
    ],
  },
  *check(filing) {
    const matches = (row: Row, words: RegExp): boolean => words.test(captionKey(row.caption));
    for (const table of filing.tables) {
      for (const sum of filing.sumsOf(table)) {
        if (!matches(sum.result, closing) || !sum.terms.some((term) => matches(term.row, opening))) continue;
        yield* relationsOf("roll-forward", filing, sum);
      }
    }
  },
});
