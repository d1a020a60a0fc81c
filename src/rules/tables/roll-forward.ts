import { captionKey } from "../../tables/caption.ts";
import type { Row } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { relationsOf } from "../sums.ts";

const opening =
  /\b(?:opening|beginning|brought forward)\b|^(?:balance )?(?:at|as of) (?:1 january|january 1)\b/;
const closing =
  /\b(?:closing|end of|at end|carried forward)\b|^(?:balance )?(?:at|as of) (?:31 december|december 31)\b/;

export const rollForward = defineRule({
  name: "roll-forward",
  summary: "Opening balance and movements make the closing balance",
  why: "A roll-forward explains how a balance came about; a break hides a movement.",
  fix: "Add the movements to the opening balance with their printed signs.",
  source: "Roll-forward (reconciliation of opening and closing balances), e.g. IAS 16.73(e)",
  examples: { passes: [], fails: [], quiet: [] },
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
