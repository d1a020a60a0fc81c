/** What a break of a number that a sentence says would show. */
import type { Claim, Standing } from "./claim.ts";
import type { Fact } from "./facts.ts";
import { agrees } from "./repeat.ts";
import type { Settled } from "./settle.ts";
import { onlyPeriodOpen, type Spoken, type Statement } from "./statement.ts";

/** An amount per share is of the period of the result that it is told beside, where that ties. */
export function datedBeside(spoken: Spoken, told: ReadonlyMap<Spoken, Claim>): Spoken[] {
  const result = spoken.beside && told.get(spoken.beside);
  if (!spoken.beside || !result?.fact || !onlyPeriodOpen(spoken)) return [];
  Object.assign(spoken, { period: result.period, explicit: true, reason: "" });
  return agrees(result.figure.value, result.figure, result.fact) ? [spoken.beside] : [];
}

/** What a break of a number would show: see Standing. `told`: the figure that the words alone lead to. */
export function standingOf(
  { partial }: Statement,
  spoken: Spoken,
  settled: Settled | null,
  told: Fact | null,
): Standing {
  if (settled?.broken === spoken) return "sure";
  if (partial || spoken.restates) return "none";
  if (settled?.likely === spoken) return "alone";
  if (!settled?.doubted.has(spoken)) return settled?.near.has(spoken) ? "none" : "alone";
  const missed = settled.doubted.get(spoken);
  // The numbers beside it may be of another figure than the words led to.
  return missed && missed.figure === told?.figure ? "alone" : "none";
}
