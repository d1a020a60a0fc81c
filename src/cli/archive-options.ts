/** The options of `kc-check check` that matter with many files. */
import type { Command } from "commander";
import { UsageError } from "./usage-error.ts";

/** As commander fills it: options that were not given are absent. */
export interface RawArchiveOptions {
  readonly filesFrom?: string;
  readonly jobs?: string;
  readonly timeout?: string;
  readonly progress?: boolean;
  readonly shard?: string;
  readonly exitZero?: boolean;
  readonly out?: string;
  readonly compress?: boolean;
  readonly cache?: boolean;
  readonly cacheDir?: string;
  readonly cacheLimit?: string;
  readonly summary?: boolean;
  readonly since?: string;
  readonly parquet?: string;
  readonly linkPrior?: boolean;
  readonly issuers?: string;
}

export interface ArchiveSettings {
  /** A list of paths; "-" is the standard input. */
  readonly filesFrom: string | null;
  readonly jobs: number | null;
  /** Seconds for one file. */
  readonly timeout: number | null;
  /** Null where nothing was said. */
  readonly progress: boolean | null;
  readonly shard: string | null;
  /** The directory of results. */
  readonly out: string | null;
  /** Whether it is packed. */
  readonly compress: boolean;
  /** Null for no cache; "usual" for the one of the user. */
  readonly cache: { readonly directory: string } | "usual" | null;
  /** Bytes. */
  readonly cacheLimit: number;
  readonly summary: boolean;
  /** Results of an earlier run. */
  readonly since: string | null;
  /** The directory for Parquet files. */
  readonly parquet: string | null;
  readonly linkPrior: boolean;
  /** A file that says whose filings are. */
  readonly issuers: string | null;
}

/** Adds the options to the command. */
export function addArchiveOptions(command: Command): Command {
  return command
    .optionsGroup("Many files:")
    .option("--files-from <file>", 'check the paths listed there, one per line or {"path": …}; "-" for stdin')
    .option("--jobs <n>", "worker processes (default: one per core, none for a few files)")
    .option("--timeout <seconds>", "give up on a file after that time (default: 60; 300 for 8 files or more)")
    .option("--shard <k/n>", "only the k-th of n parts; auto/n takes k from the scheduler")
    .option("--out <dir>", "keep the results there; run again to continue, merge to report")
    .option("--compress", "pack the results of --out with gzip, to an eighth of their size")
    .option("--summary", "count findings by rule, issuer and period")
    .option("--since <results>", "only what is new since an earlier --out, and what is resolved")
    .option("--parquet <dir>", "also write every check and figure there as Parquet files, for SQL")
    .option("--link-prior", "check each filing against the previous one of the same company")
    .option("--issuers <file>", "which company each filing is from, for --link-prior: path,issuer or NDJSON")
    .option("--cache", "reuse results of earlier runs where file, rules and settings are the same")
    .option("--no-cache", "check every file anew")
    .option("--cache-dir <dir>", "where to keep them (default: the user's cache directory)")
    .option("--cache-limit <MB>", "how much to keep (default: 1000)")
    .option("--progress", "show progress on stderr, even if that is not a terminal")
    .option("--no-progress", "show no progress");
}

function numberOf(option: string, text: string | undefined, isFit: (n: number) => boolean): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,9}(?:\.\d{1,3})?$/.test(text) ? Number(text) : Number.NaN;
  if (isFit(value)) return value;
  throw new UsageError(`${option} ${text} is not a number that can be used; give one like ${option} 4`);
}

/** MB. */
const usualCacheLimit = 1_000;

function cacheOf({ cache, cacheDir }: RawArchiveOptions): ArchiveSettings["cache"] {
  if (cache === false) return null;
  if (cacheDir !== undefined) return { directory: cacheDir };
  return cache === true ? "usual" : null;
}

/** @throws UsageError */
export function readArchiveSettings(raw: RawArchiveOptions): ArchiveSettings {
  if (raw.filesFrom === "") throw new UsageError("--files-from needs the name of a file");
  for (const [option, value] of [
    ["--out", raw.out],
    ["--cache-dir", raw.cacheDir],
    ["--since", raw.since],
    ["--parquet", raw.parquet],
    ["--issuers", raw.issuers],
  ] as const) {
    if (value === "") throw new UsageError(`${option} needs a name`);
  }
  if (raw.issuers !== undefined && raw.linkPrior !== true) {
    throw new UsageError("--issuers is for --link-prior; add it, or drop the file");
  }
  if (raw.compress === true && raw.out === undefined) {
    throw new UsageError("--compress packs the results of --out; add it, or drop the option");
  }
  const limit = numberOf("--cache-limit", raw.cacheLimit, (n) => n > 0);
  return {
    filesFrom: raw.filesFrom ?? null,
    jobs: numberOf("--jobs", raw.jobs, (n) => Number.isInteger(n) && n >= 1 && n <= 512),
    timeout: numberOf("--timeout", raw.timeout, (n) => n > 0 && n <= 1_000_000),
    progress: raw.progress ?? null,
    shard: raw.shard ?? null,
    out: raw.out ?? null,
    compress: raw.compress ?? false,
    cache: cacheOf(raw),
    cacheLimit: (limit ?? usualCacheLimit) * 1_000_000,
    summary: raw.summary ?? false,
    since: raw.since ?? null,
    parquet: raw.parquet ?? null,
    linkPrior: raw.linkPrior ?? false,
    issuers: raw.issuers ?? null,
  };
}

/** Whether any of them was given: then the part of the program for many files is loaded. */
export function isAsked(raw: RawArchiveOptions): boolean {
  return (
    raw.filesFrom !== undefined ||
    raw.jobs !== undefined ||
    raw.shard !== undefined ||
    raw.out !== undefined ||
    raw.cache === true ||
    raw.cacheDir !== undefined ||
    raw.summary === true ||
    raw.since !== undefined ||
    raw.parquet !== undefined ||
    raw.linkPrior === true ||
    raw.progress === true
  );
}
