/**
 * Costs are printed in brackets in one filing and without in the next. Whether a sign is a convention or a
 * fact, the sums say that the line is a term of: what it adds to its total must be the same.
 */
import { compare, negate } from "../money/decimal.ts";
import type { Filing } from "../statements/filing.ts";
import type { Figure } from "../tables/table.ts";
import type { LinePair } from "./lines.ts";

/** What a line's print in the earlier filing is multiplied by to compare it with the later print. */
export function weightOf(
  filing: Filing,
  prior: Filing,
  line: LinePair,
  lines: readonly LinePair[],
  [later, earlier]: readonly [Figure, Figure],
): 1 | -1 {
  const said = saidBySums(filing, prior, line, lines);
  if (said !== null) return said;
  const isTurned = compare(later.value, negate(earlier.value)) === 0;
  return isTurned && [later, earlier].some(isDeduction) ? -1 : 1;
}

/** Amounts that are printed in brackets or without, as the house likes; a total of assets is not. */
const deductions =
  /loss|expens|cost|used|decrease|\bless\b|deduct|defici|allowance|depreciation|amorti[sz]ation|impairment|treasury|\btax|charge|payment|repa(?:id|yment)|purchase|dividend|payable|non.?controlling/i;

function isDeduction({ row }: Figure): boolean {
  return [row.caption, row.section.at(-1) ?? ""].some((words) => deductions.test(words));
}

/** Weights of the line in sums of the same total in both filings; null where there are no such sums. */
function saidBySums(
  filing: Filing,
  prior: Filing,
  { later, earlier }: LinePair,
  lines: readonly LinePair[],
): 1 | -1 | null {
  const [ours] = later.figures.flatMap((figure) => (figure ? [figure.table] : []));
  const [theirs] = earlier.figures.flatMap((figure) => (figure ? [figure.table] : []));
  if (!ours || !theirs) return null;
  for (const sum of filing.sumsOf(ours)) {
    const term = sum.terms.find(({ row }) => row === later);
    if (!term) continue;
    const total = lines.find((pair) => pair.later === sum.result)?.earlier;
    const other = prior
      .sumsOf(theirs)
      .find(({ result }) => result === total)
      ?.terms.find(({ row }) => row === earlier);
    if (other) return term.weight === other.weight ? 1 : -1;
  }
  return null;
}
