/** `npm run calibrate`: its arguments, its files, its output. */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isMainThread } from "node:worker_threads";
import { discover } from "../../../src/batch/discover.ts";
import { observeAll, serve } from "./workers.ts";

export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seed: { type: "string", default: "1" },
      samples: { type: "string", default: "1" },
      save: { type: "string" },
    },
  });
  const { sources } = await discover(positionals);
  let count = 0;
  const observed = await observeAll(
    sources.map((source) => ({ source, seed: Number(values.seed), samples: Number(values.samples) })),
    () => process.stderr.write(`\r${++count} of ${sources.length} filings`),
  );
  process.stderr.write("\n");
  if (values.save !== undefined)
    writeFileSync(values.save, `${observed.map((one) => JSON.stringify(one)).join("\n")}\n`);
}

if (!isMainThread) serve();
