/** What `kc-check check` does: settings, files, report, exit code. */
import { Accepted } from "./accepted.ts";
import type { Io } from "../io.ts";
import { isAsked, readArchiveSettings } from "./archive-options.ts";
import { checkFiles, distinctPaths, type Prior } from "./check-files.ts";
import { Delivery } from "./deliver.ts";
import type { Session } from "./dependencies.ts";
import { namedPaths, slashed } from "./named-paths.ts";
import { note } from "./note.ts";
import { readFiling } from "./read-filing.ts";
import { Scopes } from "./scopes.ts";
import { checkRuleNames, type RawOptions, readSettings, type Settings } from "./settings.ts";
import type { FileReport } from "../report/report.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The earlier filing, read before anything else: without it the job that was asked for cannot be done.
 * @throws UsageError, FileError
 */
async function readPrior(
  paths: readonly string[],
  path: string,
  { rules, ignore, drafts }: Settings,
  { dependencies }: Session,
): Promise<Prior> {
  const { io } = dependencies;
  const [filing = ""] = paths;
  if (drafts) return { path, bytes: await readFiling(path, io) };
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
  return { path, bytes: await readFiling(path, io) };
}

/**
 * More files than these are worth the start of workers: `fewestForWorkers` in batch/archive.ts. As HTML they have a page
 * each.
 */
const few = 7;

/** Whether what is only needed for many files is loaded: a hook that checks one need not wait for it. */
function isArchive(paths: readonly string[], raw: RawOptions, io: Io): boolean {
  const isPacked = (path: string): boolean =>
    /\.(?:gz|zip)$/i.test(path) || (path !== "-" && io.isDirectory(path));
  return paths.length > few || isAsked(raw) || paths.some(isPacked);
}

/**
 * The files to check: those named, else those that the config of the working directory includes; without
 * the ones that a config leaves out.
 * @throws UsageError, ConfigError
 */
async function chooseFiles(
  named: readonly string[],
  raw: RawOptions,
  scopes: Scopes,
  session: Session,
): Promise<readonly string[]> {
  const { io } = session.dependencies;
  if (raw.filesFrom !== undefined) {
    const { pathsFrom } = await import("./run-archive.ts");
    const listed = await pathsFrom(raw.filesFrom, named, session);
    return distinctPaths([...named, ...listed.map((path) => slashed(path, io))], io.absolute);
  }
  const paths = named.length > 0 ? named : await scopes.included();
  if (paths === null) {
    throw new UsageError("no file was given; name a filing, for example: kc-check filing.txt");
  }
  if (paths.length === 0)
    throw new UsageError('no file matches "include" of the config; correct it, or name a filing');
  return distinctPaths(paths, io.absolute);
}

/** Checks the files and writes the report. Returns the exit code. */
export async function runCheck(named: readonly string[], raw: RawOptions, session: Session): Promise<number> {
  const { io, loadRules } = session.dependencies;
  const settings = readSettings(raw);
  const options = readArchiveSettings(raw);
  if (settings.expires !== null && settings.expires < io.today()) {
    throw new UsageError(`--expires ${settings.expires} is in the past; name a day to come`);
  }
  const scopes = new Scopes(settings, session);
  const chosen = await chooseFiles(await namedPaths(named, io), raw, scopes, session);
  const archive = isArchive(chosen, raw, io) ? await import("./run-archive.ts") : null;
  const sources = await archive?.chooseSources(chosen, settings, options, scopes, session);
  const paths = sources?.mine.map(({ path }) => path) ?? (await scopes.read(chosen));
  if (settings.rules !== null || settings.ignore.length > 0) {
    const known = (await loadRules()).map(({ name }) => name);
    checkRuleNames(settings, [...known, ...scopes.ownRules]);
  }
  const { output } = settings;
  if (output !== null && paths.some((path) => path !== "-" && io.absolute(path) === io.absolute(output))) {
    throw new UsageError(`--output ${output} would overwrite the filing; name another file`);
  }

  if (output !== null && settings.prior !== null && io.absolute(settings.prior) === io.absolute(output)) {
    throw new UsageError(
      `--output ${output} would overwrite the earlier ${settings.drafts ? "draft" : "filing"}; name another file`,
    );
  }
  if (paths.length === 0 && options.shard === null) {
    await note(session, 'every file named is left out by "ignore" of its config; nothing was checked');
    return 0;
  }
  const prior = settings.prior === null ? null : await readPrior(paths, settings.prior, settings, session);
  const accepted = new Accepted(settings, scopes, session);
  await accepted.read(paths);

  // With the results in a directory the terminal gets what fits on it, unless a report is asked for.
  const isSummary =
    options.summary ||
    (options.out !== null &&
      options.since === null &&
      raw.format === undefined &&
      output === null &&
      !settings.all);
  const isMany = (sources?.mine.length ?? 0) > few;
  const shape = { isSummary, isMany };
  const delivery = await Delivery.open(settings, ({ path }) => scopes.of(path).failOn, session, shape);
  if (archive && sources) {
    const extras = await archive.Extras.open(settings, options);
    const deliver = async (file: FileReport, keep: (file: FileReport) => void): Promise<void> => {
      const marked = await accepted.apply(file);
      keep(marked);
      await delivery.file(await extras.take(marked));
    };
    await archive.runArchive(sources, { settings, options, scopes, prior, deliver, delivery, session });
    extras.end(delivery.isWhole);
  } else {
    for await (const file of checkFiles(paths, {
      settings,
      scopes,
      prior,
      timeout: options.timeout,
      session,
    })) {
      await delivery.file(await accepted.apply(file));
    }
  }
  await delivery.end();
  await accepted.end();
  return delivery.exitCode(raw.exitZero ?? false);
}
