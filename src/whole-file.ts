/**
 * Files that are there whole or not at all: written under another name, which nobody can foresee, and renamed when
 * every byte is on the disk. Errors are those of the system.
 */
import { randomBytes } from "node:crypto";
import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";

/** Those that are not whole yet. They go when the process ends, however it comes to that. */
const unfinished = new Set<string>();

function removeUnfinished(): void {
  for (const path of unfinished) rmSync(path, { force: true });
}

const anHour = 3_600_000;

/** What runs left beside `path` that were killed: nobody writes to it any more. */
function removeTorn(path: string): void {
  const folder = dirname(path);
  const start = `${basename(path)}.tmp`;
  for (const name of namesIn(folder)) {
    const [, writer] = name.startsWith(start)
      ? (/^(\d{1,10})-[0-9a-f]{12}$/.exec(name.slice(start.length)) ?? [])
      : [];
    if (writer === undefined || isRunning(Number(writer))) continue;
    // Another machine may write to the folder; its processes cannot be seen from here.
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stat && Date.now() - stat.mtimeMs > anHour) rmSync(join(folder, name), { force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Whoever writes to it says what is wrong; one that may be written to and not listed keeps what it has.
    return [];
  }
}

function isRunning(id: number): boolean {
  if (id === process.pid) return false;
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** A name beside `path` that is not there, and that is removed unless `rename` is called with it. */
export function temporaryBeside(path: string): string {
  if (unfinished.size === 0) process.once("exit", removeUnfinished);
  removeTorn(path);
  const temporary = `${path}.tmp${process.pid}-${randomBytes(6).toString("hex")}`;
  unfinished.add(temporary);
  return temporary;
}

/** Puts what was written under a temporary name in the place of `path`. */
export function putInPlace(temporary: string, path: string): void {
  renameSync(temporary, path);
  forget(temporary);
}

/** Removes what was written under a temporary name. */
export function remove(temporary: string): void {
  rmSync(temporary, { force: true });
  forget(temporary);
}

function forget(temporary: string): void {
  unfinished.delete(temporary);
  if (unfinished.size === 0) process.off("exit", removeUnfinished);
}

/** Writes all of it: a disk that is nearly full takes a part and says nothing. */
export function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** Waits until the disk has it. Pipes, and some file systems of networks, have nothing to wait for. */
export function synchronize(descriptor: number): void {
  try {
    fsyncSync(descriptor);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code !== "EINVAL" && code !== "ENOTSUP" && code !== "ENOSYS") throw error;
  }
}

export class WholeFile {
  readonly #path: string;
  readonly #temporary: string;
  readonly #descriptor: number;
  #length = 0;

  constructor(path: string) {
    this.#path = path;
    this.#temporary = temporaryBeside(path);
    // Never through a link that somebody has put there.
    this.#descriptor = openSync(this.#temporary, "wx");
  }

  write(text: string | Uint8Array): void {
    const bytes = typeof text === "string" ? Buffer.from(text) : text;
    writeAll(this.#descriptor, bytes);
    this.#length += bytes.length;
  }

  /** All is on the disk, under its name, when this returns. */
  close(): void {
    synchronize(this.#descriptor);
    const { size } = fstatSync(this.#descriptor);
    closeSync(this.#descriptor);
    if (size !== this.#length) throw Object.assign(new Error("cut off on the disk"), { code: "ENOSPC" });
    putInPlace(this.#temporary, this.#path);
  }
}
