import type { Relation } from "../../relations/relation.ts";
import { mostTied } from "../../relations/tie.ts";
import type { Concept } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { dayBefore } from "../../tables/period.ts";
import type { Term } from "../../tables/fit.ts";
import type { Figure, Row, Table } from "../../tables/table.ts";
import { defineRule } from "../rule.ts";
import { sumRelations, withSupport } from "../sums.ts";

const sound = `Aldermoor Limited
CONDENSED STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net cash provided by operating activities\t84,210\t97,306
Net cash used in investing activities\t(120,455)\t(101,874)
Net cash provided by (used in) financing activities\t51,300\t(22,118)
Effect of exchange rate changes on cash\t2,414\t(1,309)
Net increase (decrease) in cash and cash equivalents\t17,469\t(27,995)
Cash and cash equivalents at beginning of year\t275,118\t292,587
Cash and cash equivalents at end of year\t292,587\t264,592
`;

const effectBelow = `Aldermoor Limited
The translation into US$ is made at RMB7.1000 to US$1.00.
CONDENSED STATEMENTS OF CASH FLOWS (in thousands)
\tYear ended December 31,
\t2023\t2024\t2024
\tRMB\tRMB\tUS$
Net cash provided by operating activities\t84,210\t97,306\t13,705
Net cash used in investing activities\t(120,455)\t(101,874)\t(14,348)
Net cash provided by (used in) financing activities\t51,300\t(22,118)\t(3,115)
Net increase (decrease) in cash\t15,055\t(26,686)\t(3,759)
Cash at beginning of year\t275,118\t292,587\t41,209
Effect of exchange rate changes on cash\t2,414\t(1,309)\t(184)
Cash at end of year\t292,587\t264,592\t37,266
`;

const name = "cash-roll-forward";

const activities: readonly Concept[] = [
  "NetCashProvidedByUsedInOperatingActivities",
  "NetCashProvidedByUsedInInvestingActivities",
  "NetCashProvidedByUsedInFinancingActivities",
];

export const cashRollForward = defineRule({
  name,
  summary: "Cash at the beginning, the three activities and the exchange effect make cash at the end",
  what: "Adds opening cash, the three activities and the effect of exchange rates up to closing cash. The net change may be printed before or after the exchange effect, as long as all columns do the same. The closing cash of a period is also compared with the opening cash of the next.",
  why: "The cash-flow statement explains how one balance became the other; a break means that a flow or a balance is wrong.",
  fix: "See whether the net change is printed before or after the exchange effect, then add again.",
  source: "IAS 7.45; ASC 230-10-45-4",
  examples: {
    passes: [{ title: "The exchange effect within the net change", filing: sound }],
    fails: [
      { title: "Two digits transposed in the closing balance", filing: sound.replace("264,592", "246,592") },
    ],
    quiet: [
      { title: "The exchange effect below the net change, and a translated column", filing: effectBelow },
      {
        title: "The comparative period is another than the one before",
        filing: sound
          .replace("2023", "2022")
          .replace("\t292,587\n", "\t301,118\n")
          .replace("264,592", "273,123"),
      },
    ],
  },
  *check(filing) {
    for (const table of filing.tables) {
      yield* change(filing, table);
      yield* closing(filing, table);
    }
    yield* nextOpening(filing);
  },
});

/** The net change is that of the activities, with the exchange effect or without: the table's columns tell. */
function* change(filing: Filing, table: Table): Generator<Relation> {
  const result = filing.rowOf(table, "CashPeriodIncreaseDecrease");
  const flows = activities.map((concept) => filing.rowOf(table, concept)).filter((row) => row !== null);
  if (!result || flows.length < 2) return;
  const found = filing.sumsOf(table).find((sum) => sum.result === result && sum.ties.length > 0);
  const effect = filing.rowOf(table, "EffectOfExchangeRateOnCash");
  const ways: (readonly Term[])[] = [plus(flows)];
  if (effect) ways.push(plus([...flows, effect]));
  if (found) ways.push(found.terms);
  yield* bestOf(filing, result, ways, flows.length === activities.length);
}

function* closing(filing: Filing, table: Table): Generator<Relation> {
  const result = filing.rowOf(table, "CashAtEndOfPeriod");
  const opening = filing.rowOf(table, "CashAtBeginningOfPeriod");
  const net = filing.rowOf(table, "CashPeriodIncreaseDecrease");
  if (!result || !opening || !net) return;
  const effect = filing.rowOf(table, "EffectOfExchangeRateOnCash");
  const ways: (readonly Term[])[] = [plus([opening, net])];
  if (effect) ways.push(plus([opening, net, effect]));
  const found = filing.sumsOf(table).find((sum) => sum.result === result && sum.ties.length > 0);
  if (found) ways.push(found.terms);
  yield* bestOf(filing, result, ways, true);
}

function plus(rows: readonly Row[]): Term[] {
  return rows.map((row) => ({ row, weight: 1 }));
}

function* bestOf(
  filing: Filing,
  result: Row,
  ways: readonly (readonly Term[])[],
  complete: boolean,
): Generator<Relation> {
  const options = ways.map((terms) => {
    const isSaid = ![result, ...terms.map(({ row }) => row)].some((row) => filing.isNamedByTags(row));
    const belief = { identity: true, structure: false, complete: complete && isSaid };
    return [...sumRelations(name, result, terms, belief)];
  });
  yield* mostTied(options);
}

/** The closing balance of one column opens the period that begins the day after, in the same currency. */
function* nextOpening(filing: Filing): Generator<Relation> {
  const relations: Relation[] = [];
  for (const table of filing.tables) {
    const opening = filing.rowOf(table, "CashAtBeginningOfPeriod")?.figures ?? [];
    const end = filing.rowOf(table, "CashAtEndOfPeriod")?.figures ?? [];
    // A translated opening balance is restated at the rate of its own column.
    const home = (figure: Figure | undefined): figure is Figure =>
      figure !== undefined && !figure.nil && figure.column.currency !== filing.rate?.to;
    for (const [i, figure] of end.entries()) {
      if (!home(figure) || figure.column.period?.kind !== "duration") continue;
      const { end: date } = figure.column.period;
      for (const other of opening) {
        if (!home(other) || other.column.period?.kind !== "duration") continue;
        if (dayBefore(other.column.period.start) !== date || other.column.currency !== figure.column.currency)
          continue;
        relations.push(same("Cash at the beginning = cash at the end of the period before", other, figure));
      }
      for (const other of end.slice(i + 1)) {
        if (
          !home(other) ||
          other.column.period?.end !== date ||
          other.column.currency !== figure.column.currency
        )
          continue;
        relations.push(
          same("Cash at the end is the same for all periods that end on the day", other, figure),
        );
      }
    }
  }
  yield* withSupport(relations);
}

function same(title: string, result: Figure, term: Figure): Relation {
  const belief = { identity: true, structure: false, wording: false, complete: true, ties: 0, breaks: 0 };
  return {
    rule: name,
    title,
    form: { kind: "linear", weights: [1] },
    result,
    terms: [term],
    belief,
    pattern: title,
    sameFact: true,
  };
}
