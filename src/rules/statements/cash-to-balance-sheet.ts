import type { Relation } from "../../relations/relation.ts";
import { countTies, mostTied } from "../../relations/tie.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, printedCaption, type Row, type Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { withSupport } from "../sums.ts";

const sound = `Aldermoor Limited
CONDENSED BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Cash and cash equivalents\t292,587\t264,592
Total assets\t961,594\t991,601

CONDENSED STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net increase (decrease) in cash and cash equivalents\t17,469\t(27,995)
Cash and cash equivalents at end of year\t292,587\t264,592
`;

const withRestricted = `Aldermoor Limited
CONDENSED BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Cash and cash equivalents\t292,587\t264,592
Restricted cash\t14,031\t9,876
Total assets\t961,594\t991,601

CONDENSED STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net increase (decrease) in cash, cash equivalents and restricted cash\t17,469\t(32,150)
Cash, cash equivalents and restricted cash at end of year\t306,618\t274,468
`;

const otherBasis = `Aldermoor Limited
CONDENSED BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Cash and cash equivalents\t292,587\t264,592
Total assets\t961,594\t991,601

CONDENSED STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Cash and cash equivalents at end of year, with cash of discontinued operations\t295,901\t266,330
Less: cash of discontinued operations\t3,314\t1,738
`;

const name = "cash-to-balance-sheet";

export const cashToBalanceSheet = defineRule({
  name,
  summary:
    "Cash at the end of the cash-flow statement is the cash of the balance sheet, with or without restricted cash",
  what: "Compares closing cash of the cash-flow statement with the balance sheet of the same day. Restricted cash is counted or left out, whichever ties on more dates. Where neither ties on any date, nothing is reported.",
  why: "The two statements are prepared separately, and this is where they meet.",
  fix: "Check whether the cash-flow statement counts restricted cash and the cash of discontinued operations.",
  source: "IAS 7.45; ASC 230-10-50-8",
  examples: {
    passes: [{ title: "Cash alone", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("264,592\nTotal", "246,592\nTotal") }],
    quiet: [
      { title: "Cash with restricted cash", filing: withRestricted },
      { title: "Cash of discontinued operations in the one and not in the other", filing: otherBasis },
    ],
  },
  *check(filing) {
    for (const cashFlow of filing.tables) {
      // Cash alone or with restricted cash: whichever ties in more dates is the convention of the table.
      const ways = [false, true].map((restricted) => [...relations(filing, cashFlow, restricted)]);
      const best = mostTied(ways);
      if (countTies(best) > 0) yield* withSupport(best);
    }
  },
});

function* relations(filing: Filing, cashFlow: Table, restricted: boolean): Generator<Relation> {
  const end = filing.rowOf(cashFlow, "CashAtEndOfPeriod");
  if (!end) return;
  // A parent alone prints its own balance sheet and cash flows: each is held against the one that fits best.
  const ways = filing.tables
    .filter((balance) => filing.kindOf(balance) === "balance")
    .map((balance) => [...pairRelations(filing, end, balance, restricted)]);
  const tied = ways.filter((way) => countTies(way) > 0);
  yield* tied.length > 0 ? tied.flat() : ways.flat();
}

function* pairRelations(filing: Filing, end: Row, balance: Table, restricted: boolean): Generator<Relation> {
  const cash = filing.rowOf(balance, "CashAndCashEquivalents");
  const blocked = filing.rowOf(balance, "RestrictedCash");
  if (!cash || (restricted && !blocked)) return;
  for (const result of end.figures) {
    if (!result?.column.period) continue;
    const terms = [cash, ...(restricted && blocked ? [blocked] : [])].map((row) => at(row, result));
    const parts = terms.filter((term) => term !== undefined);
    if (parts.length !== terms.length) continue;
    yield {
      rule: name,
      title: `${printedCaption(end)} = ${parts.map((part) => printedCaption(part.row)).join(" + ")}`,
      form: { kind: "linear", weights: parts.map(() => 1) },
      result,
      terms: parts,
      belief: { identity: false, structure: true, wording: false, complete: false, ties: 0, breaks: 0 },
      pattern: `${name}:${result.table.index}:${restricted}`,
      sameFact: true,
    };
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
