/** Several slips at once in different places: each must get a finding of its own. */
import type { Change, RoundJob } from "./job.ts";
import { plantCell } from "./plant.ts";
import type { Random } from "./random.ts";
import { isAt, newBreaks } from "./score.ts";
import { check, type Subject } from "./subject.ts";

/** What became of one round. */
export interface Round {
  /** Slips that are the first suspect of a finding. */
  readonly localised: number;
  /** Slips that some finding touches as a suspect. */
  readonly suspected: number;
  /** Findings beyond one for each slip. */
  readonly extra: number;
  /** What was planted and what was said, where a slip was not named first. */
  readonly example: string | null;
}

export interface Together {
  readonly slips: number;
  readonly rounds: number;
  /** Rounds in which every slip has a finding whose first suspect is its cell. */
  readonly apart: number;
  readonly localised: number;
  readonly suspected: number;
  readonly extra: number;
  readonly examples: readonly string[];
}

/** Rounds of `slips` changes in different lines, drawn from those that alone are named. */
export function roundsOf(pool: readonly Change[], slips: number, rounds: number, random: Random): RoundJob[] {
  return Array.from({ length: rounds }, () => {
    const changes: Change[] = [];
    for (const { target, print } of random.sample(pool, pool.length)) {
      if (changes.length === slips) break;
      if (changes.some((other) => other.target.place.line === target.place.line)) continue;
      changes.push({ target, print });
    }
    return changes;
  }).flatMap((changes) => (changes.length === slips ? [{ kind: "round", changes }] : []));
}

export async function runRound({ path, lines, clean }: Subject, changes: readonly Change[]): Promise<Round> {
  const planted = changes.reduce<readonly string[]>(
    (text, { target, print }) => plantCell(text, target, print) ?? text,
    lines,
  );
  const fails = newBreaks(await check(path, planted), clean);
  const among = (most: number) => (change: Change) =>
    fails.some(({ diagnosis }) =>
      diagnosis?.suspects.slice(0, most).some((ref) => isAt(ref, change.target.place)),
    );
  const localised = changes.filter(among(1)).length;
  const slips = changes.map(({ target, print }) => `${target.place.line} ${target.raw} -> ${print}`);
  const said = fails.map((finding) => finding.diagnosis?.message ?? finding.message);
  return {
    localised,
    suspected: changes.filter(among(Infinity)).length,
    extra: Math.max(0, fails.length - changes.length),
    example:
      localised === changes.length ? null : `${slips.join("; ")} | said: ${said.join(" / ") || "nothing"}`,
  };
}

export function together(slips: number, rounds: readonly Round[]): Together {
  const sum = (count: (round: Round) => number): number =>
    rounds.reduce((total, round) => total + count(round), 0);
  return {
    slips,
    rounds: rounds.length,
    apart: rounds.filter(({ localised }) => localised === slips).length,
    localised: sum((round) => round.localised),
    suspected: sum((round) => round.suspected),
    extra: sum((round) => round.extra),
    examples: rounds.flatMap(({ example }) => (example === null ? [] : [example])),
  };
}
