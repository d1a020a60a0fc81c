/** Shares and margins of a statement, with the figures they are computed from. */
import type { Claim, MarginClaim, ShareClaim } from "./claim.ts";
import type { Facts } from "./facts.ts";
import { marginOf, samePeriod } from "./shares.ts";
import type { Spoken, Statement } from "./statement.ts";
import { subjectKey } from "./subject.ts";

interface Quotients {
  readonly shares: readonly ShareClaim[];
  readonly margins: readonly MarginClaim[];
}

export function quotientsOf(
  { key }: Statement,
  claims: ReadonlyMap<Spoken, Claim>,
  facts: Facts,
  reporting: string | null,
): Quotients {
  const shares: ShareClaim[] = [];
  const margins: MarginClaim[] = [];
  for (const [spoken, claim] of claims) {
    if (spoken.reason !== "") continue;
    if (spoken.said === "share") {
      const share = shareOf(spoken, claim, claims, facts);
      if (share) shares.push(share);
    } else if ((spoken.said === "figure" || spoken.said === "comparison") && !claim.fact && claim.period) {
      const isRate = claim.figure.unit === "percent" && spoken.mention.unit === "percent";
      const margin = isRate ? marginOf(key, facts, claim.period, reporting) : null;
      if (margin) margins.push({ claim, ...margin });
    }
  }
  return { shares, margins };
}

function shareOf(
  { of, whole }: Spoken,
  claim: Claim,
  claims: ReadonlyMap<Spoken, Claim>,
  facts: Facts,
): ShareClaim | null {
  const part = of?.reason === "" ? claims.get(of) : undefined;
  if (!part?.period || !of || !whole || part.figure.unit !== "currency") return null;
  if (whole.period !== undefined && !samePeriod(part.period, whole.period)) return null;
  // An amount that names no scale and is in no table may be in thousands, like those of notes.
  if (!part.fact && !of.mention.scaled) return null;
  const { currency } = part.figure.column;
  const { fact } = facts.find(subjectKey(whole.subject), "currency", part.period, currency);
  return fact && fact.figure !== part.fact?.figure ? { claim, part, whole: fact } : null;
}
