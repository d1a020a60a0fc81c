import type { Concept } from "../../statements/concepts.ts";
import { conceptSums, identity } from "../sums.ts";
import { defineRule } from "../rule.ts";

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
  why: "A balance sheet that does not balance has a wrong figure on its face.",
  fix: "Follow the broken equation down: the section that does not foot holds the wrong figure.",
  source: "The accounting equation; IAS 1.54-60; SEC Regulation S-X 5-02",
  examples: { passes: [], fails: [], quiet: [] },
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
    for (const table of filing.tables) {
      yield* identity("balance-sheet", filing, table, "LiabilitiesAndStockholdersEquity", [["Assets", 1]]);
      for (const [total, ways] of equations) {
        if (filing.sumsOf(table).some((sum) => filing.conceptOf(sum.result) === total)) continue;
        const parts = ways.find((way) => way.every((concept) => filing.rowOf(table, concept) !== null));
        if (parts)
          yield* identity(
            "balance-sheet",
            filing,
            table,
            total,
            parts.map((concept) => [concept, 1]),
          );
      }
    }
  },
});
