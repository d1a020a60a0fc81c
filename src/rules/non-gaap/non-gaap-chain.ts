import type { Filing } from "../../statements/filing.ts";
import { captionKey } from "../../tables/caption.ts";
import type { Row, Table } from "../../tables/table.ts";
import { missingLine } from "../missing-line.ts";
import { defineRule } from "../rule.ts";
import { relationsOf } from "../sums.ts";

/** Captions of adjusted measures. */
export const adjustedWords =
  /\b(?:non gaap|adjusted|normalized|normalised|excluding|ebitda|ebit|free cash flow|core|underlying)\b/;

export const nonGaapChain = defineRule({
  name: "non-gaap-chain",
  summary: "A measure and its adjustments make the adjusted measure, which the next chain starts from",
  why: "Regulation G asks for a reconciliation to the GAAP measure; one that does not add up reconciles nothing.",
  fix: "Add the adjustments to the GAAP measure again; compare each with the line of the statements it repeats.",
  source: "SEC Regulation G, 17 CFR 244.100; Regulation S-K Item 10(e)",
  examples: { passes: [], fails: [], quiet: [] },
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
