/** What `kc-check check` does with directories, archives, lists and many files. */
import { createHash } from "node:crypto";
import { checkAll, workersFor } from "../batch/archive.ts";
import { Cache, usualCache } from "../batch/cache.ts";
import type { Recall, Task } from "../batch/check-source.ts";
import { discover } from "../batch/discover.ts";
import { listedPaths } from "../batch/files-from.ts";
import { onInterrupt } from "../batch/interrupt.ts";
import { Progress } from "../batch/progress.ts";
import { Results } from "../batch/results.ts";
import { isInShard, parseShard, type Shard, ShardError } from "../batch/shard.ts";
import { namedFile, type Source } from "../batch/source.ts";
import { cleanBlock } from "../report/clean.ts";
import { count, counted } from "../report/honesty.ts";
import type { FileReport } from "../report/report.ts";
import type { ArchiveSettings } from "./archive-options.ts";
import type { Prior } from "./check-files.ts";
import type { Delivery } from "./deliver.ts";
import type { Session } from "./dependencies.ts";
export { Extras } from "./extras.ts";
import { priorsOf } from "./link-prior.ts";
import { note } from "./note.ts";
import { folderOfPages } from "./pages.ts";
import { below, type Scopes, selectionOf } from "./scopes.ts";
import type { Settings } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

function shardOf(text: string | null, session: Session): Shard | null {
  if (text === null) return null;
  try {
    return parseShard(text, session.dependencies.io.env);
  } catch (error) {
    if (error instanceof ShardError) throw new UsageError(error.message);
    throw error;
  }
}

/** The paths of a list. @throws FileError, UsageError */
export async function pathsFrom(list: string, paths: readonly string[], session: Session): Promise<string[]> {
  const { io } = session.dependencies;
  if (list === "-" && paths.includes("-")) {
    throw new UsageError("standard input cannot be a list and a filing at once; name one of them");
  }
  const bytes = list === "-" ? await io.readStdin() : io.readFile(list);
  const name = list === "-" ? "standard input" : list;
  return [...listedPaths(new TextDecoder().decode(bytes), name)];
}

/** What is to be checked, in order; their configs are read. @throws UsageError, FileError, ConfigError */
export async function chooseSources(
  paths: readonly string[],
  settings: Settings,
  options: ArchiveSettings,
  scopes: Scopes,
  session: Session,
): Promise<Chosen> {
  const { io } = session.dependencies;
  const shard = shardOf(options.shard, session);
  const { sources, passedOver } = await discover(paths);
  for (const sentence of passedOver) await note(session, sentence);
  // Reports and results of earlier runs that lie in the directory are not filings.
  const pages = settings.output === null ? null : folderOfPages(settings.output);
  const own = [settings.output, pages, options.out, cacheOf(options, session)].flatMap((path) =>
    path === null ? [] : [io.absolute(path)],
  );
  const isOwn = (path: string): boolean => own.some((each) => path === each || below(each, path) !== null);
  const others = sources.filter(({ file, found }) => !found || !isOwn(io.absolute(file)));
  if (others.length === 0) {
    throw new UsageError(`${paths.join(", ") || "the list"} holds no files; name filings`);
  }
  const kept = new Set(await scopes.read(others.map(({ file }) => file)));
  const all = others.filter(({ file }) => kept.has(file));
  return { all, mine: shard ? all.filter(({ path }) => isInShard(path, shard)) : all };
}

export interface Chosen {
  /** Of all parts: the filing before one of this part may belong to another. */
  readonly all: readonly Source[];
  /** Of this part. */
  readonly mine: readonly Source[];
}

export interface ArchiveRun {
  readonly settings: Settings;
  readonly options: ArchiveSettings;
  readonly scopes: Scopes;
  readonly prior: Prior | null;
  /** `keep` gets the result as it stays on disk. */
  readonly deliver: (file: FileReport, keep: (file: FileReport) => void) => Promise<void>;
  readonly delivery: Delivery;
  readonly session: Session;
}

function cacheOf({ cache }: ArchiveSettings, { dependencies }: Session): string | null {
  return cache === "usual" ? usualCache(dependencies.io.env) : (cache?.directory ?? null);
}

/** What parts of one report must have been asked alike. */
function settingsOf(
  { rules, ignore, all, prior, confidence, tracked }: Settings,
  { linkPrior }: ArchiveSettings,
): string {
  // Shards that were made before these options were there go with those that do without them.
  const added = { ...(confidence ? { confidence } : {}), ...(tracked ? { tracked } : {}) };
  return createHash("sha256")
    .update(JSON.stringify({ rules, ignore, all, prior, linkPrior, ...added }))
    .digest("hex")
    .slice(0, 16);
}

function taskOf(source: Source, { settings, options, scopes, prior, session }: ArchiveRun): Task {
  const scope = scopes.of(source.file);
  const { rules, ignore, confidence, tracked, drafts } = selectionOf(settings, scope);
  return {
    source,
    asked: {
      ...(rules ? { rules } : {}),
      ...(ignore ? { ignore } : {}),
      confidence,
      ...(tracked ? { tracked } : {}),
      ...(drafts ? { drafts } : {}),
      // A table of an archive holds what ties, too.
      ...(settings.all || options.parquet !== null ? { all: true } : {}),
      ...(settings.content ? { content: true } : {}),
      policy: scope.config?.data ?? null,
    },
    prior: prior === null ? null : namedFile(prior.path),
    keep: options.cache === null && options.out === null ? null : { cache: cacheOf(options, session) },
  };
}

/** Checks the sources. Nothing of a result is kept once it is delivered. */
export async function runArchive({ all, mine: sources }: Chosen, run: ArchiveRun): Promise<void> {
  const { settings, options, delivery, session } = run;
  const { io, loadCheck } = session.dependencies;
  if (run.prior !== null && options.linkPrior) {
    throw new UsageError("--prior names the earlier filing that --link-prior looks for; drop one of the two");
  }
  if (run.prior?.path === "-") {
    throw new UsageError("--prior from standard input is for one plain file; name a file");
  }
  const progress =
    options.progress === false
      ? null
      : new Progress({
          total: sources.length,
          output: io.stderr,
          isForced: options.progress === true,
          now: () => performance.now(),
        });
  const directory = cacheOf(options, session);
  const cache = directory === null ? null : new Cache(directory);
  const kept =
    options.out === null
      ? null
      : new Results(
          options.out,
          shardOf(options.shard, session) ?? { index: 1, of: 1 },
          settingsOf(settings, options),
          { isPacked: options.compress },
        );
  const recall: Recall | null =
    cache || kept ? (key, path) => kept?.recall(key, path) ?? cache?.get(key, path) ?? null : null;
  const stop = new AbortController();
  // Without workers a signal could not be heard while a file is checked: then the system ends the run at once.
  const clear = workersFor(sources.length, options) === 0 ? null : onInterrupt(() => stop.abort());
  let done = 0;
  let recognized = 0;
  try {
    const how = { ...options, loadCheck, signal: stop.signal, recall };
    const tasksOf = (these: readonly Source[]): Task[] => these.map((source) => taskOf(source, run));
    const priors = options.linkPrior ? await priorsOf(tasksOf(all), options.issuers, how, session) : null;
    const tasks = tasksOf(sources).map((task) => ({
      ...task,
      prior: priors?.get(task.source.path) ?? task.prior,
    }));
    for await (const outcome of checkAll(tasks, how)) {
      const { report, trace } = outcome;
      await progress?.hide();
      await run.deliver(report, (final) => kept?.add(final, outcome.key));
      if (trace !== null && session.verbose) await io.stderr.write(`${cleanBlock(trace)}\n`);
      await progress?.file({ findings: findingsOf(report), isUnreadable: report.status === "unreadable" });
      done++;
      if (report.status !== "unrecognized") recognized++;
    }
    await progress?.end();
  } finally {
    clear?.();
  }
  if (done < sources.length) {
    kept?.leave();
    const goOn = options.out === null ? "" : "; run again with the same --out to go on";
    await note(
      session,
      `stopped after ${count(done)} of ${counted(sources.length, "file")}; the report holds those${goOn}`,
    );
    delivery.isWhole = false;
  } else kept?.finish();
  cache?.trim(options.cacheLimit, Date.now());
  if (delivery.passedOver > 0 && !(settings.quiet && options.since !== null)) {
    const hint = session.verbose ? "" : " (--verbose names them)";
    const files = counted(delivery.passedOver, "file");
    await note(session, `${files} without a financial table passed over${hint}`);
  }
  // Every file of a directory passed over is not a directory that ties; a part of an archive may be so.
  const isNothing = recognized === 0 && sources.length > 0 && options.shard === null;
  if (isNothing && !settings.skipUnrecognized) delivery.raise(2);
}

function findingsOf({ counts }: FileReport): number {
  return counts.fail + counts.warn;
}
