/** `npm run calibrate`: its arguments, its files, its output. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { discover } from "../../../src/batch/discover.ts";
import { Verdicts } from "../judged/verdicts.ts";
import { choose } from "./choose.ts";
import type { Observed } from "./observe.ts";
import { fitReport, weightsSource } from "./weights-file.ts";
import { observeAll, serve } from "./workers.ts";

const help = `npm run calibrate -- <zip, folder or file ...> [options]

Fits the weights of the evidence on breaks in real filings, each judged by reading, and on slips planted in
the filings named, by issuer in five folds, and prints what they come to. Breaks count as they were when
their filing was first looked at: what was mended since was mended for just these filings, and what is left of
them says too much good of the tool.

  --seen <file>     breaks as first seen (default test/bench/first-seen.jsonl); a filing is added to it from the
                    file that --save writes on the build that first saw it
  --verdicts <tsv>  a table of verdicts (repeatable; default test/bench/judged.tsv, and the one beside the
                    first archive where there is one)
  --samples <n>     places for each kind of slip, on faces, in tables and in sentences (default 1)
  --every <n>       slips are planted in every nth filing (default 1)
  --seed <n>        another seed plants in other places (default 1)
  --save <file>     keep what was observed, one JSON object a line
  --load <file>     planted slips that were kept (repeatable), without planting them again
  --write           write src/defence/weights.ts
`;

const ownVerdicts = "test/bench/judged.tsv";
const weightsFile = "src/defence/weights.ts";

function load(path: string): Observed[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Observed => JSON.parse(line));
}

export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      verdicts: { type: "string", multiple: true },
      seed: { type: "string", default: "1" },
      samples: { type: "string", default: "1" },
      every: { type: "string", default: "1" },
      seen: { type: "string", default: "test/bench/first-seen.jsonl" },
      save: { type: "string" },
      load: { type: "string", multiple: true },
      write: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help || (positionals.length === 0 && !values.load)) return void process.stdout.write(help);
  const { sources } = await discover(positionals);
  const [seed, samples, every] = [values.seed, values.samples, values.every].map(Number);
  let count = 0;
  const planted = (values.load ?? []).flatMap(load);
  const fresh = await observeAll(
    sources.map((source, i) => ({
      source,
      seed: seed ?? 1,
      samples: i % (every ?? 1) === 0 ? (samples ?? 1) : 0,
    })),
    () => process.stderr.write(`\r${++count} of ${sources.length} filings`),
  );
  if (sources.length > 0) process.stderr.write("\n");
  planted.push(...fresh);
  if (values.save !== undefined) {
    writeFileSync(values.save, fresh.map((one) => `${JSON.stringify(one)}\n`).join(""));
  }
  const beside = positionals.map((path) => path.replace(/[^/\\]*$/, "judged.tsv"));
  const files = values.verdicts ?? [...new Set([ownVerdicts, ...beside])].filter((path) => existsSync(path));
  const slips = planted.filter((one) => one.planted !== null);
  const choice = choose([...load(values.seen), ...slips], new Verdicts(files));
  process.stdout.write(fitReport(choice));
  if (values.write) writeFileSync(weightsFile, weightsSource(choice));
}

if (!isMainThread) serve();
