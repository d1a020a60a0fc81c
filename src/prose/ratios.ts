/**
 * Percentages of another line that no table prints: "selling expenses were 18.8% of net sales", "as a
 * percentage of net sales", "our effective tax rate". They are computed from two lines of one table.
 */
import { abs, compare, divide, isZero, negate, roundTo, sign } from "../money/decimal.ts";
import type { Figure } from "../tables/table.ts";
import type { Claim, MarginClaim } from "./claim.ts";
import type { Fact, Facts } from "./facts.ts";
import { digits, isMistyped } from "./mistyped.ts";
import { isSaid, settleIn } from "./settle.ts";
import type { Spoken, Statement } from "./statement.ts";

/** Digits kept of a quotient: far more than a sentence prints. */
const kept = -8;
const mostPairs = 12;

export function ratiosOf(
  statement: Statement,
  claims: ReadonlyMap<Spoken, Claim>,
  facts: Facts,
  currency: string | null,
): MarginClaim[] {
  const lines = linesOf(statement);
  const numbers = statement.numbers.filter(
    (spoken) => isSaid(spoken) && spoken.said !== "change" && spoken.mention.unit === "percent",
  );
  if (!lines || numbers.length === 0 || numbers.some((spoken) => claims.get(spoken)?.fact)) return [];
  const parts = new Map<Figure, readonly [Fact, Fact]>();
  const cells: Fact[][] = [];
  for (const above of facts.lines(lines[0])) {
    for (const below of facts.lines(lines[1])) {
      if (above[0]?.figure.table !== below[0]?.figure.table || cells.length >= mostPairs) continue;
      // The tax on a loss is a percentage of it all the same.
      cells.push(quotients(above, below, currency, parts, statement.key === "tax rate"));
    }
  }
  const settled = settleIn(cells, statement, numbers, currency, () => "percent", []);
  if (!settled) return [];
  return [...settled.amounts].flatMap(([spoken, { figure }]): MarginClaim[] => {
    const claim = claims.get(spoken);
    const [measure, revenue] = parts.get(figure) ?? [];
    if (!claim || !measure || !revenue) return [];
    const isOdd = spoken === settled.broken || spoken === settled.likely;
    if (isOdd && !looksMistyped(spoken, figure)) return [];
    return [{ claim, measure, revenue, isCertain: isOdd }];
  });
}

/** The two lines, by their keys. */
function linesOf({ key, ratioOf, partial }: Statement): readonly [string, string] | null {
  if (partial) return null;
  if (ratioOf !== undefined) return [key, ratioOf];
  return named[key] ?? null;
}

/** What accounting computes a rate from that goes by a name. */
const named: Readonly<Record<string, readonly [string, string]>> = {
  "tax rate": ["IncomeTaxExpenseBenefit", "IncomeLossBeforeIncomeTaxes"],
  "gross margin": ["GrossProfit", "Revenues"],
  "operating margin": ["OperatingIncomeLoss", "Revenues"],
};

function quotients(
  above: readonly Fact[],
  below: readonly Fact[],
  currency: string | null,
  parts: Map<Figure, readonly [Fact, Fact]>,
  ofLosses: boolean,
): Fact[] {
  return above.flatMap((part): Fact[] => {
    const { figure } = part;
    const whole = below.find((other) => other.figure.column === figure.column);
    if (!whole || isZero(whole.figure.value) || figure.unit !== "currency") return [];
    if (currency !== null && figure.column.currency !== currency) return [];
    if (sign(whole.figure.value) < 0 && !ofLosses) return [];
    const value = divide(abs(figure.value), abs(whole.figure.value), kept, "nearest");
    const made: Figure = { ...figure, value, unit: "percent", scale: 0 };
    parts.set(made, [part, whole]);
    return [{ figure: made, row: part.row, convention: "magnitude" }];
  });
}

/** A percentage that does not fit is only held against the lines where it is the right one mistyped. */
function looksMistyped({ mention }: Spoken, { value }: Figure): boolean {
  const right = roundTo(value, mention.value.exponent);
  const said = sign(mention.value) < 0 ? negate(mention.value) : mention.value;
  return compare(said, right) !== 0 && isMistyped(digits(said.coefficient), digits(right.coefficient));
}
