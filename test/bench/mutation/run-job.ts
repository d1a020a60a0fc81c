/** Checks one planted filing and scores it. */
import { lastDigitOnly, plantCell, plantRow } from "./plant.ts";
import type { CellJob, HeaderJob, Job, Outcome, RowJob } from "./job.ts";
import type { Planted } from "./bench.ts";
import { scoreCell, scoreHeader, scoreRow } from "./score.ts";
import { check, type Subject } from "./subject.ts";
import { runRound } from "./together.ts";

/** A job that throws is an outcome, too: the others go on. */
export async function runJob(subject: Subject, job: Job): Promise<Outcome> {
  try {
    switch (job.kind) {
      case "cell":
        return { kind: "planted", planted: await runCell(subject, job) };
      case "row":
        return { kind: "planted", planted: await runRow(subject, job) };
      case "header":
        return { kind: "planted", planted: await runHeader(subject, job) };
      case "round":
        return { kind: "round", round: await runRound(subject, job.changes) };
    }
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { kind: "crash", message: `${placeOf(job)}: ${what}` };
  }
}

function placeOf(job: Job): string {
  if (job.kind === "round") return `${job.changes.length} slips at once`;
  if (job.kind === "header") return `${job.target.slip} at line ${job.target.place.line}`;
  return `${job.slip} at line ${job.kind === "row" ? job.line.line : job.target.place.line}`;
}

async function runCell(subject: Subject, { section, slip, target, print }: CellJob): Promise<Planted> {
  const { path, lines, clean } = subject;
  const planted = plantCell(lines, target, print) ?? lines;
  const hides = lastDigitOnly(target.raw, print);
  const report = await check(path, planted);
  const score = await scoreCell(report, clean, target.place, hides, () => check(path, planted, true));
  const { label, place, raw } = target;
  return { section, slip, line: place.line, label, change: `${raw} -> ${print}`, ...score };
}

async function runHeader({ path, lines, clean }: Subject, { target, print }: HeaderJob): Promise<Planted> {
  const { place, raw, slip, label } = target;
  const planted = lines.map((text, i) =>
    i === place.line - 1 ? text.slice(0, place.column - 1) + print + text.slice(place.endColumn - 1) : text,
  );
  const score = scoreHeader(await check(path, planted), clean, place);
  return { section: "header", slip, line: place.line, label, change: `${raw} -> ${print}`, ...score };
}

async function runRow(subject: Subject, { section, slip, line }: RowJob): Promise<Planted> {
  const { path, lines, clean } = subject;
  const score = scoreRow(await check(path, plantRow(lines, line, slip)), clean, line.line, slip);
  return { section, slip, line: line.line, label: line.label, change: "", ...score };
}
