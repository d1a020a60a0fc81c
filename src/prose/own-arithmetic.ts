/**
 * "$6.1 billion, an increase of $656 million, or 12%, compared with $5.5 billion": four numbers and two
 * equations. Where one number is wrong, the other three still fit each other and say which.
 */
import { abs, sign, toNumber } from "../money/decimal.ts";
import type { Figure } from "../tables/table.ts";
import type { ChangeClaim, Claim } from "./claim.ts";
import { make } from "./derived.ts";
import type { Told } from "./relations.ts";

interface Four {
  readonly now: Claim;
  readonly base: Claim;
  readonly change: Claim;
  readonly rate: Claim;
}

export function* ownArithmetic(changes: readonly ChangeClaim[]): Generator<Told> {
  for (const four of fours(changes)) {
    const { now, base, change, rate } = four;
    const wrong = wrongOf(four);
    if (wrong === now) {
      yield told(
        now,
        [base.figure, change.figure],
        [1, 1],
        "the amount that the text says it changed from and by",
      );
    } else if (wrong === base) {
      yield told(
        base,
        [now.figure, change.figure],
        [1, -1],
        "the amount that the text says it changed to, less the change",
      );
    } else if (wrong === change) {
      yield told(change, [now.figure, base.figure], [1, -1], "the change that the text states");
    } else if (wrong === rate) {
      const relation = make({
        title: `${rate.subject || "The amount"}: the change that the text states`,
        form: { kind: "change", magnitude: true },
        result: rate.figure,
        terms: [now.figure, base.figure],
      });
      yield { relation, standing: "own", claim: rate };
    }
  }
}

function told(claim: Claim, terms: readonly Figure[], weights: readonly (1 | -1)[], what: string): Told {
  const relation = make({
    title: `${claim.subject || "The amount"} = ${what}`,
    form: { kind: "linear", weights },
    result: claim.figure,
    terms,
  });
  return { relation, standing: "own", claim };
}

/** Amounts that no table was found for, with one change between them in money and one in percent. */
function* fours(changes: readonly ChangeClaim[]): Generator<Four> {
  for (const { claim: change, now, base, nowFact, baseFact } of changes) {
    if (!now || !base || nowFact || baseFact || change.figure.unit !== "currency") continue;
    if ([change, now, base].some(({ reason }) => isUncertain(reason))) continue;
    const rates = changes.filter(
      (other) => other.now === now && other.base === base && other.claim.figure.unit === "percent",
    );
    const [rate] = rates;
    if (!rate || rates.length > 1 || isUncertain(rate.claim.reason)) continue;
    if (now.figure.unit !== "currency" || base.figure.unit !== "currency") continue;
    if (sign(now.figure.value) <= 0 || sign(base.figure.value) <= 0) continue;
    yield { now, base, change, rate: rate.claim };
  }
}

function isUncertain(reason: string): boolean {
  return /approximate|narrows|expected|another measure/.test(reason);
}

/** The one number without which the others fit; null where all do, or no one is alone to blame. */
function wrongOf({ now, base, change, rate }: Four): Claim | null {
  const [n, b, c, r] = [now, base, change, rate].map(({ figure }) => spread(figure));
  if (!n || !b || !c || !r) return null;
  const difference = meets(c, { low: n.low - b.high, high: n.high - b.low });
  const quotient = meets(r, { low: n.low / b.high - 1, high: n.high / b.low - 1 });
  if (difference || quotient) return difference && quotient ? null : difference ? rate : change;
  const ofBase = meets(r, ratio(c, b));
  const before = { low: n.low - c.high, high: n.high - c.low };
  const ofNow = before.low > 0 && meets(r, ratio(c, before));
  return ofBase === ofNow ? null : ofBase ? now : base;
}

interface Spread {
  readonly low: number;
  readonly high: number;
}

function spread({ value }: Figure): Spread {
  const half = 10 ** value.exponent / 2;
  const middle = toNumber(abs(value)) * sign(value);
  return { low: middle - half, high: middle + half };
}

function ratio(a: Spread, b: Spread): Spread {
  const ends = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

function meets(a: Spread, b: Spread): boolean {
  const slack = 1e-9 * Math.max(Math.abs(a.high), Math.abs(b.high));
  return a.low <= b.high + slack && b.low <= a.high + slack;
}
