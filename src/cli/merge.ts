/** `kc-check merge <dirs and files...>`: the results of parts and earlier runs as one report. */
import type { Command } from "commander";
import type { FileReport } from "../report/report.ts";
import { type RawArchiveOptions, readArchiveSettings } from "./archive-options.ts";
import { addReportOptions } from "./check.ts";
import { Delivery } from "./deliver.ts";
import type { Session } from "./dependencies.ts";
import { namedPaths } from "./named-paths.ts";
import { type RawOptions, readSettings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** Adds the command to the program. */
export function addMerge(program: Command, session: Session): void {
  const command = program
    .command("merge")
    .description("join the results of --out or of ndjson files into one report")
    .argument("<results...>", "directories filled with --out, or ndjson files");
  addReportOptions(command)
    .option("--summary", "count findings by rule, issuer and period")
    .option("--since <results>", "only what is new since an earlier run, and what is resolved")
    .option("--parquet <dir>", "also write checks.parquet and figures.parquet there")
    .option("--skip-unrecognized", "a file without a financial table is not an error")
    .option("--fail-on <level>", "error | warning | never (default: error)")
    .option("--exit-zero", "exit with 0, whatever was found")
    .action(async (inputs: readonly string[], raw: RawOptions) => {
      session.exitCode = await runMerge(inputs, raw, session);
    });
}

/** As in a check of many files. */
const fewestForPages = 8;

/** At most so many of the first; the others are still to come. */
function firstOf(files: Iterator<FileReport>, most: number): readonly FileReport[] {
  const first: FileReport[] = [];
  while (first.length < most) {
    const { value, done } = files.next();
    if (done === true) break;
    first.push(value);
  }
  return first;
}

async function runMerge(named: readonly string[], raw: RawOptions, session: Session): Promise<number> {
  const inputs = await namedPaths(named, session.dependencies.io);
  const settings = readSettings({ ...raw, config: false, baseline: false });
  const options = readArchiveSettings(raw satisfies RawArchiveOptions);
  if (settings.output !== null && inputs.includes(settings.output)) {
    throw new UsageError(`--output ${settings.output} would overwrite the results; name another file`);
  }
  const [{ merged }, { Extras }] = await Promise.all([import("../batch/merge.ts"), import("./extras.ts")]);
  const extras = await Extras.open(settings, options);
  const files = merged(inputs);
  const first = firstOf(files, fewestForPages);
  const delivery = await Delivery.open(settings, () => settings.failOn ?? "error", session, {
    isSummary: options.summary,
    isMany: first.length === fewestForPages,
  });
  for (const file of first) await delivery.file(await extras.take(file));
  for (const file of files) await delivery.file(await extras.take(file));
  await delivery.end();
  extras.end(true);
  return delivery.exitCode(raw.exitZero ?? false);
}
