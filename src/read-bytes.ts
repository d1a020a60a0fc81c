/** The bytes of files, pipes and devices, with an end to each of them. */
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";

/** The largest file that is read; text beyond this exhausts the memory of a small machine. */
export const largestFile = 512 * 1024 * 1024;

/** "ENOENT"; nothing for what is no error of the system. */
export function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
    ? error.code
    : "";
}

/** What `largestFile` is exceeded by. */
export function tooLarge(): Error {
  return Object.assign(new Error("file too large"), { code: "EFBIG" });
}

function changed(): Error {
  return Object.assign(new Error("file changed"), { code: "ECHANGED" });
}

function isDirectory(): Error {
  return Object.assign(new Error("is a directory"), { code: "EISDIR" });
}

/** Seconds that a named pipe or a device may let wait for its next bytes. */
const patience = 60;
/** Milliseconds between two looks. */
const pause = 20;
const asleep = new Int32Array(new SharedArrayBuffer(4));

/**
 * A pipe or a device says nothing about its length: read in pieces, so that /dev/zero ends too. It is opened
 * without waiting for who writes to it, since nothing could end that wait.
 */
function readToLimit(descriptor: number, isNamedPipe: boolean, seconds: number): Uint8Array {
  const pieces: Buffer[] = [];
  let length = 0;
  let waited = 0;
  for (;;) {
    const piece = Buffer.allocUnsafe(1 << 16);
    const taken = readNow(descriptor, piece);
    // A named pipe that nobody has opened to write yet ends at once, too.
    const isOver = taken === 0 && !(isNamedPipe && length === 0);
    if (isOver) return Buffer.concat(pieces, length);
    if (taken === null || taken === 0) {
      waited += pause;
      if (waited > seconds * 1000) throw silent();
      Atomics.wait(asleep, 0, 0, pause);
      continue;
    }
    waited = 0;
    length += taken;
    if (length > largestFile) throw tooLarge();
    pieces.push(piece.subarray(0, taken));
  }
}

/** Null where there is nothing yet. */
function readNow(descriptor: number, piece: Buffer): number | null {
  try {
    return readSync(descriptor, piece);
  } catch (error) {
    if (codeOf(error) === "EAGAIN") return null;
    throw error;
  }
}

function silent(): Error {
  return Object.assign(new Error("nothing came"), { code: "ESILENT" });
}

/** Windows knows no such way to open a file, and no named pipes among them. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** The bytes of a file, whole. Errors are those of the system. */
export function readBytes(path: string, seconds = patience): Uint8Array {
  const descriptor = openSync(path, withoutWaiting);
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) throw isDirectory();
    if (stat.size > largestFile) throw tooLarge();
    // What a shell puts in the place of a file (`<(command)`) has its writer already.
    if (!stat.isFile()) {
      const isNamedPipe = stat.isFIFO() && !/^\/(?:dev\/fd|proc)\//.test(path);
      return readToLimit(descriptor, isNamedPipe, seconds);
    }
    const bytes = readFileSync(descriptor);
    const after = fstatSync(descriptor);
    // A file that is being written: half of the old and half of the new would be checked.
    if (after.size !== bytes.length || after.mtimeMs !== stat.mtimeMs) throw changed();
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}
