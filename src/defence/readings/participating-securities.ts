import { largest } from "../../lists.ts";
import { abs, compare, isZero, sign, toNumber } from "../../money/decimal.ts";
import { saidLine } from "../../read/document.ts";
import type { Filing } from "../../statements/filing.ts";
import { type Figure, readable } from "../../tables/table.ts";
import { defineReading, type Innocent } from "../reading.ts";

const allocated = `Aldermoor Limited
Consolidated statements of earnings (in thousands, except per share data)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Net earnings\t41,360\t38,226\t52,918
Basic earnings per share\t0.83\t0.79\t1.07
Weighted average shares outstanding, basic\t49,830\t48,120\t48,610

Under the two-class method, net earnings are allocated between ordinary shares and participating securities.
`;

const allocatedByNote = `${allocated.replace("\t0.79", "\t0.72").replace("\t1.07", "\t1.09")}
Earnings per share (in thousands)
\tYear ended December 31,
\t2024
\tRMB
Net earnings\t52,918
Net earnings allocated to restricted shares\t(5,207)
Net earnings for basic earnings per share\t47,711
`;

/** The filing speaks of securities that share in the earnings. */
const words = /\btwo-class method\b|\ballocated\b[^.]{0,80}\bparticipating securit/i;
const longestParagraph = 5000;

function said(filing: Filing): number | null {
  for (const block of filing.document.blocks) {
    if (block.kind === "paragraph" && words.test(block.text.slice(0, longestParagraph))) return block.line;
  }
  return null;
}

/** Unvested awards that share in dividends take a part of the earnings no larger than this, unless the note says so. */
const mostShared = 0.02;

/** What no note says of any holders but ordinary ones. */
const mostNoted = 0.25;

const allocation = /\ballocated to\b.{0,60}\b(?:participating|restricted|unvested|awards?)\b/i;

interface Shared {
  /** Of the profit, from 0 to 1. */
  readonly most: number;
  /** Where the filing says so. */
  readonly line: number;
}

/** The largest share of a profit that the note allocates to such holders, in whichever of its periods. */
function notedShare(filing: Filing): Shared | null {
  let found: Shared | null = null;
  for (const table of filing.tables) {
    for (const { kind, unit, caption, figures, line } of table.rows) {
      if (kind !== "item" || unit !== "currency" || !allocation.test(caption)) continue;
      const shares = figures.map((part) => shareOf(part, filing)).filter((share) => share <= mostNoted);
      const most = largest(shares, 0);
      if (most > (found?.most ?? mostShared)) found = { most, line };
    }
  }
  return found;
}

function shareOf(part: Figure | undefined, filing: Filing): number {
  if (!readable(part)) return 0;
  const profit = filing.rowOf(part.table, "NetIncomeLoss") ?? filing.rowOf(part.table, "ProfitLoss");
  const whole = profit?.figures[part.column.index];
  if (!readable(whole) || sign(whole.value) <= 0) return 0;
  return toNumber(abs(part.value)) / toNumber(whole.value);
}

export const participatingSecurities = defineReading({
  name: "participating-securities",
  summary:
    "A part of the earnings belongs to securities that share in them, so the result per share is a little lower",
  what: "Where the filing says that earnings are allocated to participating securities, or that it uses the two-class method (ASC 260-10-45-60), a result per share may lie below the profit over the shares: by no more than two hundredths, or the share that the note on earnings per share allocates to such holders in another period, never above it, and never in a loss, which nobody shares.",
  examples: {
    cleared: [
      { title: "A little less, under the two-class method", filing: allocated },
      { title: "As much less as the note allocates in another year", filing: allocatedByNote },
    ],
    stands: [
      { title: "More than the profit gives", filing: allocated.replace("\t1.07", "\t1.17") },
      {
        title: "Nobody shares in the earnings",
        filing: allocated.replace(/\n\nUnder.*/, ""),
      },
      { title: "More than the note allocates", filing: allocatedByNote.replace("\t0.72", "\t0.52") },
      { title: "Far less", filing: allocated.replace("\t1.07", "\t1.80") },
    ],
  },
  clear({ broken: { relation, expected, difference } }, { filing }): Innocent | null {
    const { result, rule, terms } = relation;
    const [profit, shares] = terms;
    if (rule !== "per-share" || !expected || !difference || !profit || !shares) return null;
    if (relation.form.kind === "linear" || sign(result.value) <= 0 || sign(profit.value) <= 0) return null;
    if (isZero(expected.value) || compare(result.value, expected.value) >= 0) return null;
    const less = toNumber(abs(difference)) / toNumber(expected.value);
    const note = less > mostShared ? notedShare(filing) : null;
    if (less > (note?.most ?? mostShared)) return null;
    const line = note?.line ?? said(filing);
    if (line === null) return null;
    return {
      sentence: `a part of ${profit.raw} is allocated to participating securities (${saidLine(line)}), so ${result.raw} is below ${profit.raw} / ${shares.raw}`,
      figures: [profit, shares],
    };
  },
});
