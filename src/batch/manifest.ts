/** What stands in a directory of results: the files of each part, and what says that a part is whole. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { eachLine, type Line, type LinePlace } from "./line-index.ts";
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
export interface StoredLine extends LinePlace {
  readonly path: string;
  readonly key: string | null;
}

export interface FinishedShard {
  readonly manifest: Manifest;
  readonly lines: readonly StoredLine[];
}

/** The file of results of a part. */
export function resultsOf(directory: string, { shard, results }: Manifest): string {
  const plain = `${shardName(shard)}.ndjson`;
  return join(directory, results === `${plain}.gz` ? results : plain);
}

/** The manifest of a part that is whole: its results are those it was written for. Null for anything else. */
export function verified(
  directory: string,
  shard: Shard,
  tell: (line: Line, number: number) => void = () => {},
): Manifest | null {
  const manifest = readManifest(join(directory, `${shardName(shard)}.manifest.json`));
  if (manifest === null) return null;
  const hash = createHash("sha256");
  let number = 0;
  try {
    const rest = eachLine(resultsOf(directory, { ...manifest, shard }), (line) => {
      hash.update(line.text).update("\n");
      tell(line, number++);
    });
    return rest > 0 || hash.digest("hex") !== manifest.sha256 ? null : manifest;
  } catch {
    // The results are not there, or are not results: the part has to be run again.
    return null;
  }
}

/** A part that is whole, line by line. */
export function readShard(directory: string, shard: Shard): FinishedShard | null {
  const lines: Omit<StoredLine, "key" | "file">[] = [];
  const manifest = verified(directory, shard, ({ text, ...place }) => {
    lines.push({ ...place, path: pathOf(text) });
  });
  if (manifest === null) return null;
  const file = resultsOf(directory, { ...manifest, shard });
  return { manifest, lines: lines.map((line, i) => ({ ...line, file, key: manifest.keys[i] ?? null })) };
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

const pathFirst = Buffer.from('{"path":"');
const quote = 0x22;
const backslash = 0x5c;

/** The same of a line that is known to be one, without reading all of it. */
export function pathOfSealed(line: Buffer): string {
  if (!line.subarray(0, pathFirst.length).equals(pathFirst)) return pathOf(line);
  const from = pathFirst.length - 1;
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] === backslash) at++;
    else if (line[at] === quote) return JSON.parse(line.toString("utf8", from, at + 1)) as string;
  }
  return pathOf(line);
}
