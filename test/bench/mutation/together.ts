/** Several slips at once in different places: each must get a finding of its own. */
import type { Subject } from "./bench.ts";
import { cellSlips, lastDigitOnly, plantCell, slipped } from "./plant.ts";
import { seeded } from "./random.ts";
import { isAt, newFindings } from "./score.ts";
import type { Target } from "./targets.ts";

export interface Together {
  readonly slips: number;
  readonly rounds: number;
  /** Rounds in which every slip has a finding whose first suspect is its cell. */
  readonly apart: number;
  /** Slips that are the first suspect of a finding, of all that were planted. */
  readonly localised: number;
  /** Slips that some finding touches as a suspect. */
  readonly suspected: number;
  /** Findings beyond one for each slip, over all rounds. */
  readonly extra: number;
  readonly examples: readonly string[];
}

export function benchTogether(subject: Subject, seed: number, slips: number, rounds: number): Together {
  const random = seeded(seed * 1_000 + 500 + slips);
  let apart = 0;
  let localised = 0;
  let suspected = 0;
  let extra = 0;
  const examples: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const chosen: { target: Target; print: string }[] = [];
    let tries = 0;
    while (chosen.length < slips && tries++ < 1_000) {
      const [target] = random.sample(subject.targets, 1);
      const slip = random.pick(cellSlips);
      if (!target || !slip || chosen.some((other) => other.target.place.line === target.place.line)) continue;
      const print = slipped(slip, target, random);
      // What one slip alone would hide cannot be asked of several.
      if (print === null || lastDigitOnly(target.raw, print)) continue;
      const alone = newFindings(
        subject.check(plantCell(subject.lines, target, print)),
        subject.clean,
        "fail",
      );
      const [first] = alone[0]?.diagnosis?.suspects ?? [];
      if (alone.length !== 1 || !first || !isAt(first, target.place)) continue;
      chosen.push({ target, print });
    }
    const lines = chosen.reduce<readonly string[]>(
      (text, { target, print }) => plantCell(text, target, print),
      subject.lines,
    );
    const fails = newFindings(subject.check(lines), subject.clean, "fail");
    const firsts = chosen.filter(({ target }) =>
      fails.some((check) => check.diagnosis?.suspects.slice(0, 1).some((ref) => isAt(ref, target.place))),
    );
    localised += firsts.length;
    suspected += chosen.filter(({ target }) =>
      fails.some((check) => check.diagnosis?.suspects.some((ref) => isAt(ref, target.place))),
    ).length;
    extra += Math.max(0, fails.length - chosen.length);
    if (firsts.length === chosen.length) apart++;
    else {
      const planted = chosen.map(({ target, print }) => `${target.place.line} ${target.raw} -> ${print}`);
      const said = fails.map((check) => check.diagnosis?.message ?? check.message);
      examples.push(`${planted.join("; ")} | said: ${said.join(" / ") || "nothing"}`);
    }
  }
  return { slips, rounds, apart, localised, suspected, extra, examples };
}
