/** Plants slips in one filing, one at a time, and scores what the checker makes of each. */
import { read } from "../../../src/read/read.ts";
import type { FileReport } from "../../../src/report/report.ts";
import { checkFiling } from "../../../src/run.ts";
import { understand } from "../../../src/statements/filing.ts";
import {
  type CellSlip,
  cellSlips,
  lastDigitOnly,
  plantCell,
  plantRow,
  type RowSlip,
  rowSlips,
  slipped,
} from "./plant.ts";
import { type Random, seeded } from "./random.ts";
import { type Score, scoreCell, scoreRow } from "./score.ts";
import { proseTargets, type Target, tableLines, tableTargets } from "./targets.ts";

export interface Planted extends Score {
  readonly section: "table" | "prose";
  readonly slip: CellSlip | RowSlip;
  readonly line: number;
  readonly label: string;
  /** Print before and after; of a row only its caption. */
  readonly change: string;
}

export interface FileBench {
  readonly path: string;
  readonly seed: number;
  readonly cells: number;
  readonly rows: number;
  readonly prose: number;
  readonly cleanFailures: number;
  readonly cleanWarnings: number;
  readonly planted: readonly Planted[];
  readonly crashes: readonly string[];
  readonly milliseconds: number;
}

export class Subject {
  readonly path: string;
  readonly lines: readonly string[];
  readonly clean: FileReport;
  readonly targets: readonly Target[];
  readonly rows: ReturnType<typeof tableLines>;
  readonly prose: readonly Target[];

  constructor(path: string, text: string) {
    this.path = path;
    this.lines = text.split(/\r?\n/);
    this.clean = this.check(this.lines, true);
    const filing = understand(read(bytesOf(this.lines), path));
    this.targets = tableTargets(filing);
    this.rows = tableLines(filing);
    this.prose = proseTargets(filing, this.lines);
  }

  check(lines: readonly string[], all = false): FileReport {
    return checkFiling(bytesOf(lines), { path: this.path, all });
  }
}

export function bytesOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.join("\n"));
}

/** `samples`: places tried for each kind of slip, all where there are fewer. `only`: these kinds alone. */
export function benchFile(
  subject: Subject,
  seed: number,
  samples: number,
  only: readonly string[] | null,
): FileBench {
  const started = performance.now();
  const crashes: string[] = [];
  const planted: Planted[] = [];
  const attempt = (what: string, run: () => Planted | null): void => {
    try {
      const one = run();
      if (one) planted.push(one);
    } catch (error) {
      crashes.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  };
  for (const [section, targets] of [
    ["table", subject.targets],
    ["prose", subject.prose],
  ] as const) {
    for (const [i, slip] of cellSlips.entries()) {
      if (only && !only.includes(slip)) continue;
      // Each kind of slip has a stream of its own, so that a new kind changes no other.
      const random = seeded(seed * 1_000 + i);
      for (const target of random.sample(targets, samples)) {
        attempt(`${slip} at line ${target.place.line}`, () =>
          plantOne(subject, section, slip, target, random),
        );
      }
    }
  }
  for (const [i, slip] of rowSlips.entries()) {
    if (only && !only.includes(slip)) continue;
    for (const line of seeded(seed * 1_000 + 100 + i).sample(subject.rows, samples)) {
      attempt(`${slip} at line ${line.row.line}`, () => {
        const report = subject.check(plantRow(subject.lines, line, slip));
        const score = scoreRow(report, subject.clean, line.row.line, slip);
        return { section: "table", slip, line: line.row.line, label: line.label, change: "", ...score };
      });
    }
  }
  const count = (status: string): number => subject.clean.checks.filter((c) => c.status === status).length;
  return {
    path: subject.path,
    seed,
    cells: subject.targets.length,
    rows: subject.rows.length,
    prose: subject.prose.length,
    cleanFailures: count("fail"),
    cleanWarnings: count("warn"),
    planted,
    crashes,
    milliseconds: performance.now() - started,
  };
}

function plantOne(
  subject: Subject,
  section: "table" | "prose",
  slip: CellSlip,
  target: Target,
  random: Random,
): Planted | null {
  const print = slipped(slip, target, random);
  if (print === null) return null;
  const lines = plantCell(subject.lines, target, print);
  const report = subject.check(lines);
  const score = scoreCell(report, subject.clean, target.place, lastDigitOnly(target.raw, print), () =>
    subject.check(lines, true),
  );
  return {
    section,
    slip,
    line: target.place.line,
    label: target.label,
    change: `${target.raw} -> ${print}`,
    ...score,
  };
}
