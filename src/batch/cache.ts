/**
 * Results of earlier runs, one JSON file each in 256 folders. An entry is written under another name and then
 * renamed, and carries a check sum: what is damaged is as good as absent.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ndjsonLine, readLine } from "../report/ndjson.ts";
import type { FileReport } from "../report/report.ts";
import { checkSum } from "./key.ts";

const head = '{"kcCheckCache":1,"sum":"';
const middle = '","report":';
const sumLength = 16;
const aDay = 86_400_000;
const anHour = 3_600_000;

const folders = /^[0-9a-f]{2}$/;
const entries = /^[0-9a-f]{62}\.json(?:\.tmp[\d-]+)?$/;

/** Where the system keeps what can be made again. */
export function usualCache(env: Readonly<Record<string, string | undefined>>): string {
  const local = env["LOCALAPPDATA"];
  if (process.platform === "win32" && local) return join(local, "kc-check", "cache");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches", "kc-check");
  const xdg = env["XDG_CACHE_HOME"];
  return join(xdg !== undefined && xdg.startsWith("/") ? xdg : join(homedir(), ".cache"), "kc-check");
}

export class Cache {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  #path(key: string): string {
    return join(this.#directory, key.slice(0, 2), `${key.slice(2)}.json`);
  }

  /** The result of this key, under another path perhaps; null where there is none that is whole. */
  get(key: string, path: string): FileReport | null {
    const place = this.#path(key);
    let text: string;
    try {
      text = readFileSync(place, "utf8");
    } catch {
      // Not there, or not to be read: then the file is checked.
      return null;
    }
    const report = wholeEntry(text);
    if (report === null) return null;
    stayYoung(place);
    return report.path === path ? report : { ...report, path };
  }

  /** Keeps a result. A disk that is full or may not be written costs the next run time, and nothing else. */
  set(key: string, report: FileReport): void {
    const place = this.#path(key);
    const json = ndjsonLine(report).slice(0, -1);
    const temporary = `${place}.tmp${process.pid}`;
    try {
      mkdirSync(join(place, ".."), { recursive: true });
      writeFileSync(temporary, `${head}${checkSum(json)}${middle}${json}}`);
      renameSync(temporary, place);
    } catch {
      if (existsSync(temporary)) rmSync(temporary, { force: true });
    }
  }

  /** Removes the oldest entries until what is left has at most so many bytes. */
  trim(limit: number, now: number): void {
    const files = this.#files();
    let total = files.reduce((sum, { size }) => sum + size, 0);
    const torn = files.filter(({ path, time }) => path.includes(".tmp") && now - time > anHour);
    for (const { path } of torn) rmSync(path, { force: true });
    if (total <= limit) return;
    // Well below it, so that the next run has not to do it again.
    for (const { path, size } of files.sort((a, b) => a.time - b.time)) {
      if (total <= limit * 0.9) return;
      rmSync(path, { force: true });
      total -= size;
    }
  }

  /** Removes all entries, and nothing else that may lie there. Returns how many. */
  clear(): number {
    const files = this.#files();
    for (const { path } of files) rmSync(path, { force: true });
    return files.length;
  }

  #files(): { path: string; size: number; time: number }[] {
    return namesIn(this.#directory)
      .filter((folder) => folders.test(folder))
      .flatMap((folder) => {
        const directory = join(this.#directory, folder);
        return namesIn(directory)
          .filter((name) => entries.test(name))
          .flatMap((name) => {
            const path = join(directory, name);
            const stat = statSync(path, { throwIfNoEntry: false });
            return stat ? [{ path, size: stat.size, time: stat.mtimeMs }] : [];
          });
      });
  }
}

function wholeEntry(text: string): FileReport | null {
  const at = head.length + sumLength;
  if (!text.startsWith(head) || !text.startsWith(middle, at) || !text.endsWith("}")) return null;
  const json = text.slice(at + middle.length, -1);
  if (checkSum(json) !== text.slice(head.length, at)) return null;
  // The sum holds: it is what `set` wrote.
  return readLine(json);
}

/** The oldest entries go first; one that is used counts as young. */
function stayYoung(path: string): void {
  try {
    if (Date.now() - statSync(path).mtimeMs > aDay) utimesSync(path, new Date(), new Date());
  } catch {
    // Another run removed it, or it may not be written: it stays as old as it is.
  }
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    // Nothing was ever kept there.
    return [];
  }
}
