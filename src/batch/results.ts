/**
 * A directory of results that a run leaves, and that the next run goes on with.
 *
 * Each result is appended to a journal with a check sum as it is there; when all are there they are written
 * in order of their paths under a temporary name, which is then renamed, and last the manifest. Whenever the
 * run is killed, every line that is read again is one that was written to its end.
 */
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { FileError, writing } from "../io.ts";
import { ndjsonLine } from "../report/ndjson.ts";
import type { FileReport } from "../report/report.ts";
import { build, version } from "../version.ts";
import { WholeFile, writeAll } from "../whole-file.ts";
import { checkSum } from "./key.ts";
import { LinePacker } from "./packed-lines.ts";
import { eachLine, LineReader } from "./line-index.ts";
import {
  journalsOf,
  type Manifest,
  pathOf,
  readShard,
  shardName,
  shardsIn,
  type StoredLine,
} from "./manifest.ts";
import type { Shard } from "./shard.ts";
import { byPath } from "./source.ts";

const option = "--out";
const sumLength = 16;
const noKey = "-".repeat(64);
/** Check sum, key, and a blank behind each. */
const headLength = sumLength + 1 + noKey.length + 1;

export class Results {
  readonly #directory: string;
  readonly #shard: Shard;
  readonly #settings: string;
  /** Whether the results are packed when they are whole. */
  readonly #isPacked: boolean;
  /** By path; the last one written counts. */
  readonly #lines = new Map<string, StoredLine>();
  readonly #done = new Set<string>();
  readonly #oldJournals: readonly string[];
  readonly #journal: string;
  readonly #descriptor: number;
  readonly #reader = new LineReader();
  #offset = 0;

  /**
   * Opens the directory for one part and reads what is there of it.
   * @throws FileError
   */
  constructor(directory: string, shard: Shard, settings: string, { isPacked = false } = {}) {
    this.#isPacked = isPacked;
    this.#directory = directory;
    this.#shard = shard;
    this.#settings = settings;
    writing(directory, () => mkdirSync(directory, { recursive: true }), option);
    const { finished, begun } = shardsIn(directory);
    const other = [...finished, ...begun].find(({ of }) => of !== shard.of);
    if (other) {
      throw new FileError(
        `${directory} holds results of a run in ${other.of} parts, this one has ${shard.of}; name another directory`,
      );
    }
    for (const line of readShard(directory, shard)?.lines ?? []) {
      this.#reader.hold(line.file);
      this.#lines.set(line.path, line);
    }
    this.#oldJournals = journalsOf(directory, shard);
    for (const journal of this.#oldJournals) this.#readIfThere(journal);
    this.#journal = join(directory, `${shardName(shard)}.journal-${Date.now().toString(36)}-${process.pid}`);
    this.#descriptor = writing(this.#journal, () => openSync(this.#journal, "wx"), option);
  }

  /** Another run on the same directory may have ended, and put what it did in order, in the meantime. */
  #readIfThere(journal: string): void {
    try {
      this.#read(journal);
    } catch (error) {
      if (existsSync(journal)) throw error;
    }
  }

  /** Only lines that were written to their end, and are what was written. */
  #read(file: string): void {
    this.#reader.hold(file);
    eachLine(file, ({ text: line, offset }) => {
      const text = line.toString("utf8");
      if (checkSum(text.slice(sumLength + 1)) !== text.slice(0, sumLength)) return;
      const key = text.slice(sumLength + 1, headLength - 1);
      const length = line.length - headLength;
      const path = pathOf(line.subarray(headLength));
      this.#lines.set(path, {
        path,
        file,
        offset: offset + headLength,
        length,
        key: key === noKey ? null : key,
      });
    });
  }

  /** The result of an earlier run, when it is of this key. */
  recall(key: string, path: string): FileReport | null {
    const line = this.#lines.get(path);
    if (line?.key !== key) return null;
    const report = JSON.parse(this.#reader.read(line)) as FileReport;
    // Findings that were accepted then may not be accepted now.
    return report.counts.baselined ? null : report;
  }

  /** Keeps a result. It is on disk when this returns. @throws FileError */
  add(report: FileReport, key: string | null): void {
    this.#done.add(report.path);
    if (key !== null && this.#lines.get(report.path)?.key === key && !report.counts.baselined) return;
    const json = ndjsonLine(report).slice(0, -1);
    const body = `${key ?? noKey} ${json}`;
    const bytes = Buffer.from(`${checkSum(body)} ${body}\n`);
    writing(this.#journal, () => writeAll(this.#descriptor, bytes), option);
    const length = bytes.length - headLength - 1;
    const { path } = report;
    this.#lines.set(path, { path, file: this.#journal, offset: this.#offset + headLength, length, key });
    this.#offset += bytes.length;
  }

  /** Ends a run that was stopped: the next one goes on from the journal. */
  leave(): void {
    this.#reader.close();
    closeSync(this.#descriptor);
    if (this.#offset === 0) rmSync(this.#journal, { force: true });
  }

  /** Puts the results of this run in order and says that they are whole. @throws FileError */
  finish(): void {
    const name = shardName(this.#shard);
    const plain = `${name}.ndjson`;
    const [written, other] = this.#isPacked ? [`${plain}.gz`, plain] : [plain, `${plain}.gz`];
    const results = join(this.#directory, written);
    const lines = [...this.#lines.values()].filter(({ path }) => this.#done.has(path)).sort(byPath);
    const hash = createHash("sha256");
    const counts = { pass: 0, warn: 0, fail: 0 };
    const file = writing(results, () => new WholeFile(results), option);
    const packer = this.#isPacked ? new LinePacker((bytes) => file.write(bytes)) : null;
    for (const line of lines) {
      const text = `${this.#reader.read(line)}\n`;
      const report = JSON.parse(text) as FileReport;
      counts.pass += report.counts.pass;
      counts.warn += report.counts.warn;
      counts.fail += report.counts.fail;
      hash.update(text);
      writing(results, () => (packer ? packer.add(text) : file.write(text)), option);
    }
    writing(results, () => packer?.end(), option);
    // Windows neither replaces nor removes a file that is open.
    this.#reader.close();
    closeSync(this.#descriptor);
    writing(results, () => file.close(), option);
    const manifest: Manifest = {
      schemaVersion: 1,
      tool: { name: "kc-check", version, build },
      shard: this.#shard,
      settings: this.#settings,
      results: written,
      sha256: hash.digest("hex"),
      files: lines.length,
      counts,
      keys: lines.map(({ key }) => key),
    };
    const sealed = join(this.#directory, `${name}.manifest.json`);
    writing(
      sealed,
      () => {
        const seal = new WholeFile(sealed);
        seal.write(`${JSON.stringify(manifest)}\n`);
        seal.close();
      },
      option,
    );
    // The journals hold all that was done: they go when what replaces them can be read, and not before.
    if (readShard(this.#directory, this.#shard) === null) {
      throw new FileError(
        `${results} is not on the disk as it was written; run again with the same --out to go on`,
      );
    }
    const replaced = [...this.#oldJournals, this.#journal, join(this.#directory, other)];
    for (const old of replaced) rmSync(old, { force: true });
  }
}
