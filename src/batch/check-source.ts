/** One source, from its bytes to its result; the same in the main process and in a worker. */
import { type PolicyData, policyOf } from "../config/policy.ts";
import type { DumpName } from "../dump.ts";
import { FileError, machineIo } from "../io.ts";
import { Unreadable } from "../read/document.ts";
import { unreadableFile } from "../report/assemble.ts";
import type { FileReport } from "../report/report.ts";
import type { Policy } from "../rules/policy.ts";
import { TimeOver } from "../limit.ts";
import type { CheckOptions } from "../run.ts";
import type { Turn } from "../steps.ts";
import type { Asked } from "./asked.ts";
import { Cache } from "./cache.ts";
import { isGzip } from "./gzip.ts";
import { resultKey } from "./key.ts";
import type { Identity } from "./link.ts";
import type { Source } from "./source.ts";

export interface Task {
  readonly source: Source;
  readonly asked: Asked;
  /** An earlier filing of the company to compare with. */
  readonly prior: Source | null;
  /** Whether the key of the result is wanted, and the directory of the cache. */
  readonly keep: { readonly cache: string | null } | null;
  /** Only whose filing it is, and of which periods. */
  readonly isIdentify?: boolean;
  /** Only what was read of it. */
  readonly dump?: DumpName;
}

export interface Outcome {
  readonly report: FileReport;
  /** Where a crash happened, for --verbose. */
  readonly trace: string | null;
  /** Of a result that may be used again: what it depends on. */
  readonly key: string | null;
  /** Of a task that asks for nothing else. */
  readonly identity?: Identity | null;
  /** Of a task that asks for what was read. */
  readonly dumped?: { readonly data: unknown; readonly text: string };
}

export type Check = (bytes: Uint8Array, options: CheckOptions, turn?: Turn) => Promise<FileReport>;

/** The bytes of a source, unpacked. @throws FileError */
export async function readSource(source: Source): Promise<Uint8Array> {
  const { path, file, member } = source;
  if (source.error !== null) throw new FileError(source.error);
  if (source.bytes) return source.bytes;
  if (member) return (await import("./zip.ts")).readMember(source, member);
  const bytes = file === "-" ? await machineIo().readStdin() : machineIo().readFile(file);
  return isGzip(bytes) || /\.gz$/i.test(path) ? (await import("./unpack.ts")).gunzip(path, bytes) : bytes;
}

/** A file that could not be checked; one that was found, not named, stays marked as such. */
export function failed(source: Source, error: string): FileReport {
  return marked(source, unreadableFile(source.path, error));
}

/** What was found and is not a filing is passed over; an empty file is perhaps one that was lost, and is named. */
function marked({ found }: Source, report: FileReport, bytes?: Uint8Array): FileReport {
  const isFound = found && bytes?.length !== 0;
  if (isFound === (report.found === true)) return report;
  const { found: _found, ...rest } = report;
  return isFound ? { ...rest, found: true } : rest;
}

/** By their data: files under one config have one policy, and its modules are run once. */
const policies = new Map<string, Promise<Policy>>();

function policyFor(data: PolicyData): Promise<Policy> {
  const key = JSON.stringify(data);
  const known = policies.get(key);
  if (known) return known;
  const made = policyOf(data, machineIo());
  policies.set(key, made);
  return made;
}

type Prior = NonNullable<CheckOptions["prior"]>;

/** @throws FileError for an earlier filing that cannot be read */
async function bytesOf({ source, prior }: Task): Promise<{ bytes: Uint8Array; prior: Prior | null }> {
  const bytes = await readSource(source);
  return { bytes, prior: prior === null ? null : { path: prior.path, bytes: await readSource(prior) } };
}

/** What is known of a key from earlier, as a report of this path. */
export type Recall = (key: string, path: string) => FileReport | null;

/** The result of an earlier run on the same bytes; null where there is none, or the file cannot be read. */
export async function recallSource(task: Task, recall: Recall): Promise<Outcome | null> {
  const { source, asked } = task;
  try {
    const { bytes, prior } = await bytesOf(task);
    const key = resultKey(bytes, source.path, asked, prior);
    const report = recall(key, source.path);
    return report && { report: marked(source, report, bytes), trace: null, key };
  } catch (error) {
    // Whoever checks it says why it cannot be read.
    if (error instanceof FileError) return null;
    throw error;
  }
}

/** Reads and checks, the latter within turns where they are given. Whatever happens is a result. */
export async function checkSource(task: Task, check: Check, turn?: Turn): Promise<Outcome> {
  const { source, asked, keep } = task;
  try {
    const { bytes, prior } = await bytesOf(task);
    if (task.isIdentify === true) {
      const { identify } = await import("./identify.ts");
      const identity = await identify(bytes, source.path, asked.policy);
      return { report: failed(source, ""), trace: null, key: null, identity };
    }
    const { policy, ...rest } = asked;
    if (task.dump !== undefined) return await dumpSource(source, bytes, task.dump);
    const options = {
      path: source.path,
      ...rest,
      ...(policy ? { policy: await policyFor(policy) } : {}),
      ...(prior ? { prior } : {}),
    };
    const report = await check(bytes, options, turn);
    // What could not be read may be readable tomorrow.
    const isKept = keep !== null && report.status !== "unreadable";
    const key = isKept ? resultKey(bytes, source.path, asked, prior) : null;
    const result = marked(source, report, bytes);
    if (key !== null && keep?.cache) new Cache(keep.cache).set(key, result);
    return { report: result, trace: null, key };
  } catch (error) {
    if (error instanceof FileError) return { report: failed(source, error.message), trace: null, key: null };
    return crashed(source, error);
  }
}

/** What was read of it, or as the report's error why it cannot be read. */
async function dumpSource(source: Source, bytes: Uint8Array, what: DumpName): Promise<Outcome> {
  const { dumps } = await import("../dump.ts");
  try {
    const read = await dumps[what](bytes, source.path);
    const dumped = { data: read.data, text: read.text() };
    return { report: failed(source, ""), trace: null, key: null, dumped };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const name = source.path === "-" ? "standard input" : source.path;
    return { report: failed(source, `${name}: ${error.message}`), trace: null, key: null };
  }
}

/** The result of a file on which the program itself failed. */
export function crashed(source: Source, error: unknown): Outcome {
  const name = source.path === "-" ? "standard input" : source.path;
  if (error instanceof TimeOver) {
    return { report: failed(source, `${name} ${error.message}`), trace: null, key: null };
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const sentence = `${name} could not be checked because kc-check failed on it (${reason}); please report this, --verbose shows where`;
  return {
    report: failed(source, sentence),
    trace: error instanceof Error ? (error.stack ?? null) : null,
    key: null,
  };
}
