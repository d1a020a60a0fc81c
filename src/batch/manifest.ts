/** What stands in a directory of results: the files of each part, and what says that a part is whole. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eachLine } from "./line-index.ts";
import type { Shard } from "./shard.ts";

export interface Manifest {
  readonly schemaVersion: 1;
  /** `build` tells versions of the code apart that have one number. */
  readonly tool: { readonly name: "kc-check"; readonly version: string; readonly build: string };
  readonly shard: Shard;
  /** What was asked on the command line; parts of one report were asked the same. */
  readonly settings: string;
  /** The file of results beside the manifest. */
  readonly results: string;
  readonly sha256: string;
  readonly files: number;
  readonly counts: { readonly pass: number; readonly warn: number; readonly fail: number };
  /** Line by line what the result depends on; null for one that is never used again. */
  readonly keys: readonly (string | null)[];
}

/** "shard-00003-of-00008": what the files of a part begin with. */
export function shardName({ index, of }: Shard): string {
  const digits = (n: number): string => String(n).padStart(5, "0");
  return `shard-${digits(index)}-of-${digits(of)}`;
}

const manifestName = /^shard-(\d{5,6})-of-(\d{5,6})\.manifest\.json$/;
const journalName = /^shard-(\d{5,6})-of-(\d{5,6})\.journal-[\w-]+$/;

export interface Listing {
  readonly finished: readonly Shard[];
  /** With a journal that nobody has finished. */
  readonly begun: readonly Shard[];
}

/** The parts of a directory; none where it does not exist. */
export function shardsIn(directory: string): Listing {
  const names = namesIn(directory);
  const parts = (pattern: RegExp): Shard[] =>
    names.flatMap((name) => {
      const match = pattern.exec(name);
      return match ? [{ index: Number(match[1]), of: Number(match[2]) }] : [];
    });
  return { finished: parts(manifestName), begun: parts(journalName) };
}

/** The journals of a part, in a fixed order. */
export function journalsOf(directory: string, shard: Shard): readonly string[] {
  return namesIn(directory)
    .filter((name) => journalName.test(name) && name.startsWith(`${shardName(shard)}.`))
    .sort()
    .map((name) => join(directory, name));
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** A line of results: where it is and what it is of. */
export interface StoredLine {
  readonly path: string;
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  readonly key: string | null;
}

export interface FinishedShard {
  readonly manifest: Manifest;
  readonly lines: readonly StoredLine[];
}

/** A part that is whole: its results are those its manifest was written for. Null for anything else. */
export function readShard(directory: string, shard: Shard): FinishedShard | null {
  const manifest = readManifest(join(directory, `${shardName(shard)}.manifest.json`));
  if (manifest === null) return null;
  const file = join(directory, `${shardName(shard)}.ndjson`);
  const hash = createHash("sha256");
  const lines: StoredLine[] = [];
  try {
    const rest = eachLine(file, (line, offset) => {
      hash.update(line).update("\n");
      const key = manifest.keys[lines.length] ?? null;
      lines.push({ path: pathOf(line), file, offset, length: line.length, key });
    });
    if (rest > 0 || hash.digest("hex") !== manifest.sha256) return null;
  } catch {
    // The results are not there, or are not results: the part has to be run again.
    return null;
  }
  return { manifest, lines };
}

/** Nothing when it is not there, or not whole. */
export function readManifest(path: string): Manifest | null {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    const isManifest = typeof value === "object" && value !== null && "keys" in value && "sha256" in value;
    return isManifest ? (value as Manifest) : null;
  } catch {
    return null;
  }
}

/** The path of the file that a line of results is about. */
export function pathOf(line: Buffer): string {
  const value: unknown = JSON.parse(line.toString("utf8"));
  if (typeof value === "object" && value !== null && "path" in value && "checks" in value) {
    if (typeof value.path === "string") return value.path;
  }
  throw new Error("not a line of results");
}
