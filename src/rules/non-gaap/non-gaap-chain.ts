import type { Filing } from "../../statements/filing.ts";
import { captionKey } from "../../tables/caption.ts";
import type { Row, Table } from "../../tables/table.ts";
import { missingLine } from "../missing-line.ts";
import { defineRule } from "../rule.ts";
import { relationsOf } from "../sums.ts";

const sound = `Aldermoor Limited
RECONCILIATION OF NON-GAAP RESULTS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(402,118)\t(358,640)
Share-based compensation\t88,304\t71,925
Amortization of intangible assets\t41,116\t39,870
Adjusted net loss\t(272,698)\t(246,845)
Depreciation\t120,433\t131,208
Income tax expense\t8,760\t20,117
Adjusted EBITDA\t(143,505)\t(95,520)
`;

const measuresOnly = `Aldermoor Limited
FINANCIAL HIGHLIGHTS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues\t1,204,310\t1,377,925
Net loss\t(402,118)\t(358,640)
Share-based compensation\t88,304\t71,925
Adjusted net loss\t(272,698)\t(246,845)
Adjusted EBITDA\t(143,505)\t(95,520)
`;

const taxEffect = `Aldermoor Limited
RECONCILIATION OF NON-GAAP RESULTS (in thousands)
\tYear ended December 31,
\t2023\t2024
\tRMB\tRMB
Net loss\t(402,118)\t(358,640)
Adjustments:
Share-based compensation\t88,304\t71,925
Changes in fair value of a put option\t(12,207)\t3,015
Gain on disposal of a subsidiary\t-\t(6,040)
Tax effects of the adjustments\t(1,090)\t-
Non-GAAP net loss\t(327,111)\t(289,740)
Non-GAAP net margin\t(27.2%)\t(21.0%)
`;

/** Captions of adjusted measures. */
export const adjustedWords =
  /\b(?:non gaap|adjusted|normalized|normalised|excluding|ebitda|ebit|free cash flow|core|underlying)\b/;

export const nonGaapChain = defineRule({
  name: "non-gaap-chain",
  summary: "A GAAP measure and its adjustments add up to the non-GAAP measure",
  what: "Adds the adjustments printed between a measure and the adjusted measure below it, such as net loss, share-based compensation and adjusted net loss. An adjusted measure may be the start of the next chain. A list of measures without their adjustments is left alone.",
  why: "Regulation G asks for a reconciliation to the GAAP measure; one that does not add up reconciles nothing.",
  fix: "Add the adjustments to the GAAP measure again. Compare each with the line of the statements that it repeats.",
  source: "SEC Regulation G, 17 CFR 244.100; Regulation S-K Item 10(e)",
  examples: {
    passes: [{ title: "A chain of two measures", filing: sound }],
    fails: [{ title: "Two digits transposed", filing: sound.replace("20,117", "21,017") }],
    quiet: [
      { title: "Measures without all their adjustments", filing: measuresOnly },
      { title: "Adjustments that turn their sign or stand in one year only", filing: taxEffect },
    ],
  },
  *check(filing) {
    for (const table of filing.tables) {
      for (const sum of filing.sumsOf(table)) {
        if (adjustedWords.test(captionKey(sum.result.caption)))
          yield* relationsOf("non-gaap-chain", filing, sum);
      }
      for (const [start, result] of steps(filing, table)) {
        yield* missingLine("non-gaap-chain", filing, table, start, result);
      }
    }
  },
});

const adjustments = /^(?:non gaap )?adjustment/;

/** Adjusted measures below a heading of adjustments, each with the measure that the adjustments start from. */
function* steps(filing: Filing, table: Table): Generator<[Row, Row]> {
  const measures = new Set(filing.sumsOf(table).map((sum) => sum.result));
  let start: Row | null = null;
  let before: Row | null = null;
  for (const row of table.rows) {
    if (row.kind === "heading" && adjustments.test(captionKey(row.caption))) start = before;
    if (row.kind !== "item" || row.unit !== "currency") continue;
    const measure = adjustedWords.test(captionKey(row.caption));
    if (start && start !== row && measure) yield [start, row];
    if (start && (measure || measures.has(row))) start = row;
    before = row;
  }
}
