/** What `kc-check check` does: settings, files, report, exit code. */
import { assembleReport } from "../report/assemble.ts";
import type { FileReport } from "../report/report.ts";
import { checkFiles, distinctPaths, type Prior } from "./check-files.ts";
import type { Session } from "./dependencies.ts";
import { exitCodeOf } from "./exit-code.ts";
import { note } from "./note.ts";
import { loadReporter, reportOptions } from "./presentation.ts";
import { type RawOptions, readSettings, type Settings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** The sentence for stderr; it always names its file. */
function errorOf(file: FileReport): string {
  const sentence = file.error ?? "could not be checked";
  const name = file.path === "-" ? "standard input" : file.path;
  return sentence.includes(name) ? sentence : `${name}: ${sentence}`;
}

/** Whether the reader of the report is the reader of stderr, so that an error need not be said twice. */
function isSameScreen({ format, output }: Settings, { dependencies }: Session): boolean {
  const { stdout, stderr } = dependencies.io;
  const isForPeople = format === "table" || format === "lines";
  return isForPeople && output === null && stdout.isTerminal && stderr.isTerminal;
}

async function report(files: readonly FileReport[], settings: Settings, session: Session): Promise<void> {
  const { io, version } = session.dependencies;
  const assembled = assembleReport(files, version);
  const reporter = await loadReporter(settings.format);
  const text = reporter(assembled, await reportOptions(settings, io));
  if (settings.output === null) await io.stdout.write(text);
  else io.writeFile(settings.output, text);
}

/**
 * The earlier filing, read before anything else: without it the job that was asked for cannot be done.
 * @throws UsageError, FileError
 */
async function readPrior(
  paths: readonly string[],
  path: string,
  { rules, ignore }: Settings,
  { dependencies }: Session,
): Promise<Prior> {
  const { io } = dependencies;
  const [filing = ""] = paths;
  if (paths.length > 1) {
    throw new UsageError(
      `--prior compares one filing with an earlier one; name one file, not ${paths.length}`,
    );
  }
  if (path === filing || (path !== "-" && filing !== "-" && io.absolute(path) === io.absolute(filing))) {
    throw new UsageError(`--prior ${path} is the filing itself; name an earlier one`);
  }
  if (rules?.includes("comparatives") === false || ignore.includes("comparatives")) {
    throw new UsageError("--prior is for the rule comparatives, which is left out; drop one of the two");
  }
  return { path, bytes: path === "-" ? await io.readStdin() : io.readFile(path) };
}

/** Checks the files and writes the report. Returns the exit code. */
export async function runCheck(paths: readonly string[], raw: RawOptions, session: Session): Promise<number> {
  const { io } = session.dependencies;
  const settings = await readSettings(raw, session.dependencies);
  if (paths.length === 0) {
    throw new UsageError("no file given; name a filing, for example: kc-check filing.txt");
  }
  const distinct = distinctPaths(paths, io.absolute);
  const { output } = settings;
  if (output !== null && distinct.some((path) => path !== "-" && io.absolute(path) === io.absolute(output))) {
    throw new UsageError(`--output ${output} would overwrite the filing; name another file`);
  }

  if (output !== null && settings.prior !== null && io.absolute(settings.prior) === io.absolute(output)) {
    throw new UsageError(`--output ${output} would overwrite the earlier filing; name another file`);
  }
  const prior = settings.prior === null ? null : await readPrior(distinct, settings.prior, settings, session);

  // A line of ndjson goes out as its file ends: a reader downstream need not wait, a crash loses nothing.
  const streamed = settings.format === "ndjson" && output === null;
  const ndjsonLine = streamed ? (await import("../report/ndjson.ts")).ndjsonLine : null;
  const files: FileReport[] = [];
  for await (const file of checkFiles(distinct, settings, prior, session)) {
    files.push(file);
    if (ndjsonLine) await io.stdout.write(ndjsonLine(file));
    if (file.prior?.compared === 0) {
      await note(session, `${file.prior.path} has no line, period and currency in common with ${file.path}`);
    }
    const isPassedOver = file.status === "unrecognized" && settings.skipUnrecognized;
    if (file.error !== null && !isPassedOver && !isSameScreen(settings, session)) {
      await note(session, errorOf(file));
    }
  }
  if (!streamed) await report(files, settings, session);
  // Asked to compare, and nothing could be: a 0 would say that the comparatives are right.
  if (files.some((file) => file.prior?.compared === 0)) return 2;
  return exitCodeOf(files, settings);
}
