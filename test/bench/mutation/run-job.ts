/** Checks one planted filing and scores it. */
import { lastDigitOnly, plantCell, plantRow } from "./plant.ts";
import type { CellJob, Job, Outcome, RowJob } from "./job.ts";
import type { Planted } from "./bench.ts";
import { scoreCell, scoreRow } from "./score.ts";
import { check, type Subject } from "./subject.ts";
import { runRound } from "./together.ts";

/** A job that throws is an outcome, too: the others go on. */
export function runJob(subject: Subject, job: Job): Outcome {
  try {
    switch (job.kind) {
      case "cell":
        return { kind: "planted", planted: runCell(subject, job) };
      case "row":
        return { kind: "planted", planted: runRow(subject, job) };
      case "round":
        return { kind: "round", round: runRound(subject, job.changes) };
    }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "crash", message: `${placeOf(job)}: ${what}` };
  }
}

function placeOf(job: Job): string {
  if (job.kind === "round") return `${job.changes.length} slips at once`;
  return `${job.slip} at line ${job.kind === "row" ? job.line.line : job.target.place.line}`;
}

function runCell({ path, lines, clean }: Subject, { section, slip, target, print }: CellJob): Planted {
  const planted = plantCell(lines, target, print);
  const score = scoreCell(check(path, planted), clean, target.place, lastDigitOnly(target.raw, print), () =>
    check(path, planted, true),
  );
  const { label, place, raw } = target;
  return { section, slip, line: place.line, label, change: `${raw} -> ${print}`, ...score };
}

function runRow({ path, lines, clean }: Subject, { slip, line }: RowJob): Planted {
  const score = scoreRow(check(path, plantRow(lines, line, slip)), clean, line.line, slip);
  return { section: "table", slip, line: line.line, label: line.label, change: "", ...score };
}
