/** What `kc-check check` does: settings, files, report, exit code. */
import { checkFiles, distinctPaths, type Prior } from "./check-files.ts";
import { Delivery } from "./deliver.ts";
import type { Session } from "./dependencies.ts";
import { type RawOptions, readSettings, type Settings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

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

  const delivery = await Delivery.open(settings, session);
  for await (const file of checkFiles(distinct, settings, prior, session)) await delivery.file(file);
  await delivery.end();
  return delivery.exitCode;
}
