import type { Relation } from "../../relations/relation.ts";
import { countTies, mostTied } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import type { Figure, Row } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const name = "cash-to-balance-sheet";

export const cashToBalanceSheet = defineRule({
  name,
  summary:
    "Cash at the end of the cash-flow statement is the cash of the balance sheet, with restricted cash where it is in",
  why: "The two statements are prepared apart; this is where they meet.",
  fix: "Check whether the cash-flow statement counts restricted cash and cash of discontinued operations.",
  source: "IAS 7.45; ASC 230-10-50-8",
  examples: { passes: [], fails: [], quiet: [] },
  *check(filing) {
    // Cash alone or with restricted cash: whichever ties in more dates is the filing's convention.
    const ways = [false, true].map((restricted) => [...relations(filing, restricted)]);
    const best = mostTied(ways);
    if (countTies(best) > 0) yield* withSupport(best);
  },
});

function* relations(filing: Filing, restricted: boolean): Generator<Relation> {
  for (const cashFlow of filing.tables) {
    const end = filing.rowOf(cashFlow, "CashAtEndOfPeriod");
    if (!end) continue;
    for (const balance of filing.tables) {
      if (filing.kindOf(balance) !== "balance") continue;
      const cash = filing.rowOf(balance, "CashAndCashEquivalents");
      const blocked = filing.rowOf(balance, "RestrictedCash");
      if (!cash || (restricted && !blocked)) continue;
      for (const result of end.figures) {
        if (!result?.column.period) continue;
        const terms = [cash, ...(restricted && blocked ? [blocked] : [])].map((row) => at(row, result));
        const parts = terms.filter((term) => term !== undefined);
        if (parts.length !== terms.length) continue;
        yield {
          rule: name,
          title: `${end.caption} = ${parts.map((part) => part.row.caption).join(" + ")}`,
          form: { kind: "linear", weights: parts.map(() => 1) },
          result,
          terms: parts,
          belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
          pattern: `${name}:${restricted}`,
          sameFact: true,
        };
      }
    }
  }
}

/** The figure of a balance-sheet row on the day a period ends, in its currency. */
function at(row: Row, end: Figure): Figure | undefined {
  return row.figures.find(
    (figure) =>
      figure?.column.period?.end === end.column.period?.end &&
      figure?.column.currency === end.column.currency,
  );
}
