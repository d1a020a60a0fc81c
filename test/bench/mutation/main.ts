/** `npm run bench:mutation`: its arguments, its files, its output. */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { Unreadable } from "../../../src/read/document.ts";
import { benchFile, sections } from "./bench.ts";
import { Pool, serve } from "./pool.ts";
import { placesOf, subjectOf } from "./subject.ts";
import { benchTable, details, shapesTable, tally, timingLine, togetherLine } from "./table.ts";
import { timeDiagnosis } from "./timing.ts";

const help = `npm run bench:mutation -- [files] [options]

Plants one slip at a time in a filing that is right and reports what the checker makes of it.
Without files: the clean sample, and the two real filings where ../shared holds them.

  --samples <n>    places for each kind of slip, on the faces of the statements, in all tables and in prose
                   (default 30, fewer for more than three files)
  --seed <n>       another seed plants in other places (default 1)
  --slips <names>  these kinds alone: digit,transposition,sign,digit-dropped,digit-added,
                   scale,neighbour,stale,row-dropped,row-doubled,rate,scale-line,column-year,
                   title-year,direction,loss-profit
  --sections <s>   some of face,table,prose,header (default all)
  --together <n,m> how many slips at once (default 2,3; 0 for none)
  --rounds <n>     rounds of several slips at once (default 20, at most as many as samples)
  --details        also every slip that was missed, not localised, or gave several findings
  --json           everything as JSON

planted    slips put in, one at a time, at the precision of the print
detected   a new break, certain or likely, takes the cell as its result, a term or a suspect; % of planted
localised  its first suspect is the cell (of a row: the slip is named at its sum; of a header or word: it
           is the one finding); % of detected
in 3       the cell is among the first three suspects
warned     only a warning touches it
missed     nothing does; the reasons stand under the table
hidden     the last digit alone is changed and rounding allows it: counted apart, not in planted
`;

const ownFile = "samples/clean-release.txt";
const filings = "../shared/filings";
const timedRuns = 40;

function defaultFiles(): string[] {
  const real = ["kc-release-q4-2024.txt", "kc-6k-fy2023.txt"].map((name) => `${filings}/${name}`);
  return [ownFile, ...real.filter((path) => existsSync(path))];
}

const write = (text: string): void => void process.stdout.write(`${text}\n`);

export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "1" },
      samples: { type: "string" },
      together: { type: "string", default: "2,3" },
      rounds: { type: "string", default: "20" },
      json: { type: "boolean", default: false },
      slips: { type: "string" },
      sections: { type: "string", default: sections.join(",") },
      details: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return write(help);
  const paths = positionals.length > 0 ? positionals : defaultFiles();
  const samples = Number(values.samples ?? Math.min(30, Math.max(4, Math.round(90 / paths.length))));
  const plan = {
    seed: Number(values.seed),
    samples,
    only: values.slips?.split(",") ?? null,
    sections: values.sections.split(","),
    groups: values.together
      .split(",")
      .map(Number)
      .filter((n) => n > 1),
    rounds: Math.min(samples, Number(values.rounds)),
  };
  const pool = new Pool();
  const results = [];
  try {
    for (const path of paths) {
      const subject = await subjectOf(path, readFileSync(path)).catch((error: unknown) => {
        if (error instanceof Unreadable) return null;
        throw error;
      });
      if (!subject || subject.clean.error !== null) {
        write(`\n${path}: nothing can be planted in it; ${subject?.clean.error ?? "it is no text"}`);
        continue;
      }
      const places = await placesOf(subject);
      const bench = await benchFile(subject, places, plan, pool);
      // The workers are idle meanwhile, so that nothing disturbs the clock.
      const timing = await timeDiagnosis(subject, places, plan.seed, Math.min(timedRuns, plan.samples * 2));
      if (!values.json) {
        write(
          [benchTable(bench, plan.samples), ...bench.together.map(togetherLine), timingLine(timing)].join(
            "\n",
          ),
        );
        if (values.details)
          write(`\n${[details(bench), ...bench.together.flatMap((t) => t.examples)].join("\n")}`);
      }
      const slips = [...new Set(bench.planted.map((one) => `${one.section} ${one.slip}`))];
      const tallies = slips.map((name) => ({
        name,
        ...tally(bench.planted.filter((one) => `${one.section} ${one.slip}` === name)),
      }));
      results.push({ ...bench, tallies, timing });
    }
  } finally {
    await pool.close();
  }
  if (results.length > 1 && !values.json) write(shapesTable(results));
  if (values.json) write(JSON.stringify({ ...plan, files: results }, null, 1));
}

if (!isMainThread) serve();
