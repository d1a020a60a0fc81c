/** Plants slips in one filing, one at a time, and scores what the checker makes of each. */
import { headerSlips, type HeaderSlip, misheaded } from "./headers.ts";
import type { CellJob, HeaderJob, Job, Outcome, RowJob } from "./job.ts";
import { isBreak } from "../../../src/report/honesty.ts";
import type { SourceFormat } from "../../../src/read/document.ts";
import { type CellSlip, cellSlips, plantCell, type RowSlip, rowSlips, slipped } from "./plant.ts";
import type { Pool } from "./pool.ts";
import { seeded } from "./random.ts";
import type { Score } from "./score.ts";
import type { Places, Subject } from "./subject.ts";
import type { Target } from "./targets.ts";
import { roundsOf, type Together, together } from "./together.ts";

/** Faces of the three statements, all tables, sentences, headers and words. */
export const sections = ["face", "table", "prose", "header"] as const;
export type Section = (typeof sections)[number];

export interface Planted extends Score {
  readonly section: Section;
  readonly slip: CellSlip | RowSlip | HeaderSlip;
  readonly line: number;
  readonly label: string;
  /** Print before and after; of a row nothing. */
  readonly change: string;
}

/** What is planted; all of it follows from the seed. */
export interface Plan {
  readonly seed: number;
  /** Places tried for each kind of slip in each section, all where there are fewer. */
  readonly samples: number;
  /** These kinds alone. */
  readonly only: readonly string[] | null;
  readonly sections: readonly string[];
  /** How many slips at once, each number in `rounds` rounds. */
  readonly groups: readonly number[];
  readonly rounds: number;
}

export interface FileBench {
  readonly path: string;
  readonly format: SourceFormat;
  readonly seed: number;
  readonly cells: number;
  readonly rows: number;
  readonly prose: number;
  readonly cleanBreaks: number;
  readonly cleanWarnings: number;
  readonly planted: readonly Planted[];
  readonly together: readonly Together[];
  readonly crashes: readonly string[];
  readonly milliseconds: number;
}

export async function benchFile(
  subject: Subject,
  places: Places,
  plan: Plan,
  pool: Pool,
): Promise<FileBench> {
  const started = performance.now();
  const cells = cellJobs(subject, places, plan);
  const jobs: Job[] = [...cells, ...rowJobs(places, plan), ...headerJobs(places, plan)];
  const outcomes = await pool.run(subject, jobs);
  // What one slip alone would hide cannot be asked of several.
  const alone = cells.filter((job, i) => job.section === "table" && namedAlone(outcomes[i]));
  const groups: Together[] = [];
  const crashes = crashesOf(outcomes);
  for (const slips of plan.groups) {
    const rounds = roundsOf(alone, slips, plan.rounds, seeded(plan.seed * 1_000 + 500 + slips));
    const found = await pool.run(subject, rounds);
    crashes.push(...crashesOf(found));
    const done = found.flatMap((one) => (one.kind === "round" ? [one.round] : []));
    if (done.length > 0) groups.push(together(slips, done));
  }
  const { checks } = subject.clean;
  const breaks = checks.filter(isBreak).length;
  return {
    path: subject.path,
    format: subject.format,
    seed: plan.seed,
    cells: places.cells.length,
    rows: places.rows.length,
    prose: places.prose.length,
    cleanBreaks: breaks,
    cleanWarnings: checks.filter(({ status }) => status === "fail" || status === "warn").length - breaks,
    planted: outcomes.flatMap((one) => (one.kind === "planted" ? [one.planted] : [])),
    together: groups,
    crashes,
    milliseconds: performance.now() - started,
  };
}

function crashesOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((one) => (one.kind === "crash" ? [one.message] : []));
}

function namedAlone(outcome: Outcome | undefined): boolean {
  return outcome?.kind === "planted" && outcome.planted.first && outcome.planted.findings === 1;
}

function cellJobs({ lines }: Subject, places: Places, plan: Plan): CellJob[] {
  const { seed, samples, only } = plan;
  const among: readonly (readonly [Section, readonly Target[]])[] = [
    ["face", places.cells.filter(({ face }) => face)],
    ["table", places.cells],
    ["prose", places.prose],
  ];
  return among.flatMap(([section, targets]) =>
    cellSlips.flatMap((slip, i) => {
      if ((only && !only.includes(slip)) || !plan.sections.includes(section)) return [];
      // Each kind of slip has a stream of its own, so that a new kind changes no other.
      const random = seeded(seed * 1_000 + i);
      const jobs: CellJob[] = [];
      // Where the slip cannot be made, another place is tried in its stead.
      for (const target of random.sample(targets, targets.length)) {
        if (jobs.length >= samples) break;
        const print = slipped(slip, target, random);
        const planted = print === null ? null : plantCell(lines, target, print);
        if (print !== null && planted !== null) jobs.push({ kind: "cell", section, slip, target, print });
      }
      return jobs;
    }),
  );
}

function headerJobs({ headers }: Places, { seed, samples, only, sections: wanted }: Plan): HeaderJob[] {
  if (!wanted.includes("header")) return [];
  return headerSlips.flatMap((slip, i) => {
    if (only && !only.includes(slip)) return [];
    const random = seeded(seed * 1_000 + 200 + i);
    const targets = headers.filter((target) => target.slip === slip);
    const jobs: HeaderJob[] = [];
    for (const target of random.sample(targets, targets.length)) {
      if (jobs.length >= samples) break;
      const print = misheaded(target, random);
      if (print !== null && print !== target.raw) jobs.push({ kind: "header", target, print });
    }
    return jobs;
  });
}

function rowJobs({ rows }: Places, { seed, samples, only, sections: wanted }: Plan): RowJob[] {
  return (["face", "table"] as const).flatMap((section) => {
    const lines = section === "face" ? rows.filter(({ face }) => face) : rows;
    return rowSlips.flatMap((slip, i) =>
      (only && !only.includes(slip)) || !wanted.includes(section)
        ? []
        : seeded(seed * 1_000 + 100 + i)
            .sample(lines, samples)
            .map((line): RowJob => ({ kind: "row", section, slip, line })),
    );
  });
}
