/** `npm run bench:mutation -- [files] [--seed n] [--samples n] [--slips names] [--together n,m] [--json] [--details]`. */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchFile, Subject } from "./bench.ts";
import { benchTable, details, tally, timingLine, togetherLine } from "./table.ts";
import { timeDiagnosis } from "./timing.ts";
import { benchTogether } from "./together.ts";

const ownFile = "samples/clean-release.txt";
const filings = "../shared/filings";
const timedRuns = 100;
const rounds = 100;

function defaultFiles(): string[] {
  const real = ["kc-release-q4-2024.txt", "kc-6k-fy2023.txt"].map((name) => `${filings}/${name}`);
  return [ownFile, ...real.filter((path) => existsSync(path))];
}

export function main(args: readonly string[]): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "1" },
      samples: { type: "string", default: "150" },
      together: { type: "string" },
      json: { type: "boolean", default: false },
      slips: { type: "string" },
      details: { type: "boolean", default: false },
    },
  });
  const seed = Number(values.seed);
  const samples = Number(values.samples);
  const groups = (values.together ?? "2,3")
    .split(",")
    .map(Number)
    .filter((n) => n > 1);
  const only = values.slips?.split(",") ?? null;
  const results = (positionals.length > 0 ? positionals : defaultFiles()).map((path) => {
    const subject = new Subject(path, readFileSync(path, "utf8"));
    const bench = benchFile(subject, seed, samples, only);
    const together = groups.map((slips) => benchTogether(subject, seed, slips, rounds));
    const timing = timeDiagnosis(subject, seed, timedRuns);
    if (!values.json) {
      process.stdout.write(
        `${[benchTable(bench, samples), ...together.map(togetherLine), timingLine(timing)].join("\n")}\n`,
      );
      if (values.details) {
        process.stdout.write(`\n${details(bench)}\n${together.flatMap((t) => t.examples).join("\n")}\n`);
      }
    }
    const slips = [...new Set(bench.planted.map((one) => `${one.section} ${one.slip}`))];
    const tallies = slips.map((name) => ({
      name,
      ...tally(bench.planted.filter((one) => `${one.section} ${one.slip}` === name)),
    }));
    return { ...bench, tallies, together, timing };
  });
  if (values.json) process.stdout.write(`${JSON.stringify({ seed, samples, files: results }, null, 1)}\n`);
}
