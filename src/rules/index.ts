/**
 * All rules, the more particular before the more general: where two yield the same equation between the
 * same figures, the first names it.
 */
import { comparatives } from "./agreement/comparatives.ts";
import { noteToStatement } from "./agreement/note-to-statement.ts";
import { prose } from "./agreement/prose.ts";
import { sameFigure } from "./agreement/same-figure.ts";
import { taggedValue } from "./agreement/tagged-value.ts";
import { translation } from "./agreement/translation.ts";
import { adjustment } from "./non-gaap/adjustment.ts";
import { margin } from "./non-gaap/margin.ts";
import { nonGaapChain } from "./non-gaap/non-gaap-chain.ts";
import { header } from "./presentation/header.ts";
import { malformedFigure } from "./presentation/malformed-figure.ts";
import { scale } from "./presentation/scale.ts";
import { sign } from "./presentation/sign.ts";
import { slippedLine } from "./presentation/slipped-line.ts";
import { nonGaapDefinition } from "./non-gaap/non-gaap-definition.ts";
import type { Rule } from "./rule.ts";
import { attribution } from "./statements/attribution.ts";
import { balanceSheet } from "./statements/balance-sheet.ts";
import { cashRollForward } from "./statements/cash-roll-forward.ts";
import { cashToBalanceSheet } from "./statements/cash-to-balance-sheet.ts";
import { comprehensiveIncome } from "./statements/comprehensive-income.ts";
import { grossProfit } from "./statements/gross-profit.ts";
import { netResult } from "./statements/net-result.ts";
import { operatingResult } from "./statements/operating-result.ts";
import { perShare } from "./statements/per-share.ts";
import { periodSum } from "./statements/period-sum.ts";
import { preTaxResult } from "./statements/pre-tax-result.ts";
import { changeColumn } from "./tables/change-column.ts";
import { crossFooting } from "./tables/cross-footing.ts";
import { footing } from "./tables/footing.ts";
import { percentage } from "./tables/percentage.ts";
import { ratio } from "./tables/ratio.ts";
import { rollForward } from "./tables/roll-forward.ts";

/** Rules that belong together: a folder of src/rules, a section of the documentation. */
export interface RuleGroup {
  readonly title: string;
  /** What they have in common, in a sentence. */
  readonly about: string;
  readonly rules: readonly Rule[];
}

export const ruleGroups: readonly RuleGroup[] = [
  {
    title: "Statements",
    about: "Equations that accounting itself requires between the lines of the statements.",
    rules: [
      grossProfit,
      operatingResult,
      preTaxResult,
      netResult,
      attribution,
      comprehensiveIncome,
      balanceSheet,
      cashRollForward,
      cashToBalanceSheet,
      perShare,
      periodSum,
    ],
  },
  {
    title: "Non-GAAP measures",
    about: "Reconciliations, margins and definitions.",
    rules: [nonGaapChain, adjustment, margin, nonGaapDefinition],
  },
  {
    title: "Tables",
    about: "Sums, differences and shares that a table makes of its own figures.",
    rules: [rollForward, crossFooting, footing, changeColumn, percentage, ratio],
  },
  {
    title: "Agreement",
    about: "One fact printed in several places is the same in all of them.",
    rules: [noteToStatement, taggedValue, sameFigure, comparatives, translation, prose],
  },
  {
    title: "Presentation",
    about: "Figures that look wrong though no equation proves it. These are warnings.",
    rules: [malformedFigure, header, slippedLine, sign, scale],
  },
];

export const rules: readonly Rule[] = ruleGroups.flatMap((group) => group.rules);
