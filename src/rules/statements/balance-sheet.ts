import { countTies, mostTied } from "../../relations/tie.ts";
import type { Relation } from "../../relations/relation.ts";
import type { Concept } from "../../statements/concepts.ts";
import type { Filing } from "../../statements/filing.ts";
import { periodKey, type Table } from "../../tables/table.ts";
import { identity } from "../identity.ts";
import { conceptSums, withSupport } from "../sums.ts";
import { defineRule } from "../rule.ts";

const sound = `Aldermoor Limited
CONDENSED BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Total current assets\t515,819\t506,212
Total non-current assets\t445,775\t485,389
Total assets\t961,594\t991,601
Total liabilities\t540,210\t566,338
Total shareholders' equity\t421,384\t425,263
Total liabilities and shareholders' equity\t961,594\t991,601
`;

const mezzanine = `Aldermoor Limited
CONDENSED BALANCE SHEETS (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Total assets\t961,594\t991,601
Total liabilities\t540,210\t566,338
Commitments and contingencies
Redeemable preferred shares\t118,500\t124,425
Total Aldermoor Limited shareholders' equity\t290,318\t288,007
Non-controlling interests\t12,566\t12,831
Total equity\t302,884\t300,838
Total liabilities, mezzanine equity and shareholders' equity\t961,594\t991,601
`;

const twoPages = `Aldermoor Limited
CONDENSED BALANCE SHEETS (in thousands)
ASSETS
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Total current assets\t515,819\t506,212
Equipment, net\t445,775\t485,389
\t961,594\t991,601

3

CONDENSED BALANCE SHEETS (continued)
LIABILITIES AND EQUITY
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Total current liabilities\t388,402\t401,550
Borrowings\t151,808\t164,788
Total shareholders' equity\t421,384\t425,263
\t961,594\t991,601
`;

const netAssets = `Aldermoor Limited
STATEMENT OF FINANCIAL POSITION (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Total non-current assets\t445,775\t485,389
Total current assets\t515,819\t506,212
Total current liabilities\t388,402\t401,550
Net current assets\t127,417\t104,662
Total assets less current liabilities\t573,192\t590,051
Total non-current liabilities\t151,808\t164,788
Net assets\t421,384\t425,263
`;

const selected = `Aldermoor Limited
SELECTED BALANCE SHEET DATA (in thousands)
\tDec 31, 2023\tDec 31, 2024
\tRMB\tRMB
Total current assets\t515,819\t506,212
Total assets\t961,594\t991,601
Total liabilities\t540,210\t566,338
Total shareholders' equity\t290,318\t288,007
`;

/** Each total and its parts; the first list whose parts are all printed is the one that must tie. */
const equations: readonly (readonly [Concept, readonly (readonly Concept[])[]])[] = [
  ["Assets", [["AssetsCurrent", "AssetsNoncurrent"]]],
  ["Liabilities", [["LiabilitiesCurrent", "LiabilitiesNoncurrent"]]],
  ["StockholdersEquityIncludingNoncontrollingInterest", [["StockholdersEquity", "MinorityInterest"]]],
  [
    "LiabilitiesAndStockholdersEquity",
    [
      ["Liabilities", "TemporaryEquity", "StockholdersEquityIncludingNoncontrollingInterest"],
      ["Liabilities", "TemporaryEquity", "StockholdersEquity"],
      ["Liabilities", "StockholdersEquityIncludingNoncontrollingInterest"],
      ["Liabilities", "StockholdersEquity"],
    ],
  ],
];

export const balanceSheet = defineRule({
  name: "balance-sheet",
  summary: "Assets equal liabilities and equity, and each of them is the sum of its sections",
  what: "Compares total assets with total liabilities and equity, and adds up each total: current and non-current assets, current and non-current liabilities, equity. Redeemable (mezzanine) equity between liabilities and equity, and layouts that end in net assets, are accepted. A selection of lines is not a balance sheet and is left alone.",
  why: "A balance sheet that does not balance has a wrong figure on its face.",
  fix: "Follow the broken equation down: the section that does not add up holds the wrong figure.",
  source: "The accounting equation; IAS 1.54-60; SEC Regulation S-X 5-02",
  examples: {
    passes: [
      { title: "Assets, and liabilities with equity", filing: sound },
      { title: "Two pages, and totals without a caption", filing: twoPages },
    ],
    fails: [{ title: "Two digits transposed in equity", filing: sound.replace("425,263", "452,263") }],
    quiet: [
      { title: "Redeemable shares between liabilities and equity", filing: mezzanine },
      { title: "A layout that ends in net assets", filing: netAssets },
      { title: "A selection that leaves mezzanine equity out", filing: selected },
    ],
  },
  *check(filing) {
    const totals = equations.map(([total]) => total);
    yield* conceptSums("balance-sheet", filing, [
      ...totals,
      "AssetsCurrent",
      "AssetsNoncurrent",
      "LiabilitiesCurrent",
      "LiabilitiesNoncurrent",
      "StockholdersEquity",
    ]);
    yield* overPages(filing);
    for (const table of filing.tables) {
      yield* identity("balance-sheet", filing, table, "LiabilitiesAndStockholdersEquity", [["Assets", 1]]);
      for (const [total, ways] of equations) {
        const sums = filing.sumsOf(table).filter((sum) => filing.conceptOf(sum.result) === total);
        if (sums.some(({ ties }) => ties.length > 0)) continue;
        // Redeemable shares may stand between liabilities and equity or within equity: what ties tells.
        const printed = ways
          .filter((way) => way.every((concept) => filing.rowOf(table, concept) !== null))
          .map((way) => {
            const parts = way.map((concept) => [concept, 1] as const);
            return [...identity("balance-sheet", filing, table, total, parts)];
          });
        const best = mostTied(printed);
        // Where its lines were taken for another sum, which ties nowhere, the sections must show that they make it.
        if (sums.length === 0 || countTies(best) > 0) yield* best;
      }
    }
  },
});

/** Assets on one page, liabilities and equity on the next, under headers of the same days. */
function* overPages(filing: Filing): Generator<Relation> {
  for (const [i, table] of filing.tables.entries()) {
    const before = filing.tables[i - 1];
    const result = filing.rowOf(table, "LiabilitiesAndStockholdersEquity");
    const assets = before && filing.rowOf(before, "Assets");
    if (!result || !assets || filing.rowOf(table, "Assets")) continue;
    if (filing.rowOf(before, "LiabilitiesAndStockholdersEquity") || !sameDays(before, table)) continue;
    const relations = result.figures.flatMap((figure, col): Relation[] => {
      const other = assets.figures[col];
      if (!figure || !other || figure.nil || other.nil) return [];
      return [
        {
          rule: "balance-sheet",
          title: "Total liabilities and equity = Total assets",
          form: { kind: "linear", weights: [1] },
          result: figure,
          terms: [other],
          belief: { identity: true, structure: true, wording: false, complete: true, ties: 0, breaks: 0 },
          pattern: `balance-sheet:${table.index}:pages`,
        },
      ];
    });
    yield* withSupport(relations);
  }
}

function sameDays(a: Table, b: Table): boolean {
  const days = ({ columns }: Table): string =>
    columns.map(({ period, currency, scale }) => `${periodKey(period)} ${currency} ${scale}`).join("|");
  return a.columns.some(({ period }) => period !== null) && days(a) === days(b);
}
