/** How much of a run diagnosis takes, measured on filings with a slip: a clean one needs none. */
import { diagnose } from "../../../src/diagnose/diagnose.ts";
import { fileReport } from "../../../src/findings/file-report.ts";
import { read } from "../../../src/read/read.ts";
import { collect } from "../../../src/rules/collect.ts";
import { understand } from "../../../src/statements/filing.ts";
import { judge } from "../../../src/verdict/judge.ts";
import { cellSlips, plantCell, slipped } from "./plant.ts";
import { seeded } from "./random.ts";
import { bytesOf, type Places, type Subject } from "./subject.ts";

export interface Timing {
  readonly runs: number;
  /** Milliseconds of a whole run and of diagnosis in it, on average. */
  readonly run: number;
  readonly diagnosis: number;
  /** What diagnosis adds to the rest of the run: on average, and in the worst run. */
  readonly share: number;
  readonly worst: number;
}

export function timeDiagnosis(subject: Subject, places: Places, seed: number, runs: number): Timing {
  const random = seeded(seed * 1_000 + 900);
  let whole = 0;
  let inside = 0;
  let worst = 0;
  let count = 0;
  for (const target of random.sample(places.cells, runs)) {
    const print = slipped(random.pick(cellSlips) ?? "digit", target, random);
    if (print === null) continue;
    const bytes = bytesOf(plantCell(subject.lines, target, print));
    const started = performance.now();
    const filing = understand(read(bytes, subject.path));
    const collected = collect(filing, {});
    const verdicts = judge(filing.figures, collected.relations);
    const before = performance.now();
    const causes = diagnose(verdicts.judged, verdicts.readings);
    const took = performance.now() - before;
    fileReport(filing, collected, verdicts, causes, false);
    const total = performance.now() - started;
    count++;
    whole += total;
    inside += took;
    worst = Math.max(worst, took / (total - took));
  }
  return {
    runs: count,
    run: whole / count,
    diagnosis: inside / count,
    share: inside / (whole - inside),
    worst,
  };
}
