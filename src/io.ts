/**
 * The one door to the machine: files, streams, environment. Everything else takes an `Io`, so that the
 * whole command line can be run inside a test.
 */
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  realpathSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { inAscii, showsUnicode } from "./console.ts";
import { codeOf, largestFile, readBytes, tooLarge } from "./read-bytes.ts";
import { WholeFile } from "./whole-file.ts";

export { largestFile } from "./read-bytes.ts";

/** Where text goes. */
export interface Output {
  /** Resolves when the text has been taken; a reader that went away (`| head`) is no error. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
}

/** A file that is being written. Where it replaces another, that one stays whole until `close`. */
export interface TextFile {
  /** @throws FileError */
  write(text: string | Uint8Array): void;
  /** @throws FileError */
  close(): void;
}

export interface Io {
  /** `seconds`: how long a pipe or a device may let wait for its next bytes. @throws FileError */
  readFile(path: string, seconds?: number): Uint8Array;
  /** @throws FileError */
  readStdin(): Promise<Uint8Array>;
  /** A file to write to, piece by piece; `option` is what names another. @throws FileError */
  createFile(path: string, option?: string): TextFile;
  /** Makes a folder, and those above it; one that is there stays as it is. @throws FileError */
  createFolder(path: string): void;
  /** False where there is nothing, too. */
  isDirectory(path: string): boolean;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Whether who reads stdout reads stderr, too: one terminal, or one pipe for both. */
  isOneScreen(): boolean;
  /** Whether paths are those of Windows. */
  readonly isWindows: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether a file of this name can be seen. */
  exists(path: string): boolean;
  /** The files that match the patterns, sorted; absolute paths. */
  glob(patterns: readonly string[], folder: string, ignore: readonly string[]): Promise<readonly string[]>;
  /** Runs a module of the user's and gives what it exports. */
  importModule(path: string): Promise<Readonly<Record<string, unknown>>>;
  /** Today as an ISO date, for what expires. */
  today(): string;
  /** The absolute path, to tell whether two arguments are one file. */
  absolute(path: string): string;
  /** The file:// address. */
  fileUrl(path: string): string;
}

/** A file that could not be read or written. The message is one sentence: which file, what is wrong, what to do. */
export class FileError extends Error {
  override readonly name = "FileError";
}

function named(path: string): string {
  return path === "" ? '""' : path;
}

/** What the system says about reading `path`, as a sentence. */
export function readSentence(path: string, error: unknown): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return `${named(path)} does not exist; check the path`;
    case "EISDIR":
      return `${named(path)} is a directory; name the files in it, for example ${path.replace(/[\\/]+$/, "")}/*.txt`;
    case "EACCES":
    case "EPERM":
      return `${named(path)} may not be read (permission denied); change its permissions or run as a user who may`;
    case "EFBIG":
      return `${named(path)} is larger than the 512 MB that kc-check reads; split it into single filings`;
    case "ECHANGED":
      return `${named(path)} was changed while it was read; check it again when it is whole`;
    case "ESILENT":
      return `${named(path)} is a pipe or a device through which nothing came for too long; start what writes to it, or name a file`;
    case "ENXIO":
      return `${named(path)} is a device or a socket that cannot be read; name a file`;
    case "ENAMETOOLONG":
      return `${named(path).slice(0, 80)}… is longer than a path may be; check it`;
    case "ELOOP":
      return `${named(path)} is a link that leads to itself; remove it`;
    default:
      return `${named(path)} could not be read (${error instanceof Error ? error.message : String(error)}); check the file and its disk`;
  }
}

function writeSentence(path: string, error: unknown, option: string): string {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return `${named(path)} could not be written: its folder does not exist; create it first`;
    case "EISDIR":
      return `${named(path)} could not be written: it is a directory; name a file in it`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return `${named(path)} could not be written (permission denied); name another place with ${option}`;
    case "ENOSPC":
      return `${named(path)} could not be written: the disk is full; make room or name another place with ${option}`;
    case "EDQUOT":
      return `${named(path)} could not be written: there is no room left for this user; make room or name another place with ${option}`;
    default:
      return `${named(path)} could not be written (${error instanceof Error ? error.message : String(error)}); name another place with ${option}`;
  }
}

/** What a path leads to; nothing too where that cannot be told: whoever reads it says why. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Runs a write; what the system says against it becomes a sentence about `path`, and about the option that named it. */
export function writing<T>(path: string, write: () => T, option = "--output"): T {
  try {
    return write();
  } catch (error) {
    throw new FileError(writeSentence(path, error, option));
  }
}

/** Characters that are held before a file is begun: a run that ends before leaves nothing behind. */
const mostHeld = 1 << 20;

/** @throws FileError */
function createTextFile(path: string, option = "--output"): TextFile {
  const there = writing(path, () => statSync(path, { throwIfNoEntry: false }), option);
  if (there?.isDirectory() === true) throw new FileError(writeSentence(path, { code: "EISDIR" }, option));
  // A pipe or a device is written to; a file is replaced when the new one is whole.
  if (there !== undefined && !there.isFile()) return writeTo(path, option);
  // Through a link: what it leads to is replaced, not the link.
  const whole = there === undefined ? path : realpathSync(path);
  writing(path, () => accessSync(dirname(resolve(whole)), constants.W_OK), option);
  let file: WholeFile | undefined;
  let held = "";
  const begun = (): WholeFile => (file ??= new WholeFile(whole));
  return {
    write: (text) =>
      writing(
        path,
        () => {
          if (typeof text === "string") held += text;
          if (typeof text === "string" && held.length < mostHeld) return;
          begun().write(held);
          held = "";
          if (typeof text !== "string") begun().write(text);
        },
        option,
      ),
    close: () =>
      writing(
        path,
        () => {
          begun().write(held);
          begun().close();
        },
        option,
      ),
  };
}

function writeTo(path: string, option: string): TextFile {
  const descriptor = writing(path, () => openSync(path, "w"), option);
  return {
    write: (text) => writing(path, () => writeFileSync(descriptor, text), option),
    close: () => writing(path, () => closeSync(descriptor), option),
  };
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    const bytes = typeof piece === "string" ? Buffer.from(piece) : piece;
    length += bytes.length;
    if (length > largestFile) throw tooLarge();
    pieces.push(bytes);
  }
  return Buffer.concat(pieces, length);
}

function outputTo(stream: NodeJS.WriteStream): Output {
  // Without a listener a failed write would end the process with a stack trace; `write` reports it.
  stream.on("error", () => {});
  let readerGone = false;
  const isAscii = stream.isTTY && !showsUnicode(process.env, isWindows);
  return {
    isTerminal: stream.isTTY === true,
    // A terminal that says 0 does not know.
    columns: stream.columns || undefined,
    write: (text) =>
      new Promise((done, failed) => {
        if (text.length === 0 || readerGone) return done();
        stream.write(isAscii && typeof text === "string" ? inAscii(text) : text, (error) => {
          if (!error) return done();
          readerGone = true;
          if (codeOf(error) === "EPIPE") done();
          else failed(new FileError(writeSentence("standard output", error, "--output")));
        });
      }),
  };
}

const isWindows = process.platform === "win32";

function isOneScreen(): boolean {
  if (process.stdout.isTTY && process.stderr.isTTY) return true;
  try {
    const [out, error] = [fstatSync(1), fstatSync(2)];
    return out.ino !== 0 && out.ino === error.ino && out.dev === error.dev;
  } catch {
    // One of them is closed: nobody reads it.
    return false;
  }
}

/** The real machine. Streams are opened when first used: a terminal is not free to open. */
export function machineIo(): Io {
  let stdout: Output | undefined;
  let stderr: Output | undefined;
  return {
    readFile(path, seconds) {
      try {
        return readBytes(path, seconds);
      } catch (error) {
        throw new FileError(readSentence(path, error));
      }
    },
    async readStdin() {
      try {
        return await readAll(process.stdin);
      } catch (error) {
        throw new FileError(readSentence("standard input", error));
      }
    },
    createFile: createTextFile,
    createFolder: (path) => void writing(path, () => mkdirSync(path, { recursive: true })),
    isDirectory: (path) => statOf(path)?.isDirectory() === true,
    get stdout() {
      stdout ??= outputTo(process.stdout);
      return stdout;
    },
    get stderr() {
      stderr ??= outputTo(process.stderr);
      return stderr;
    },
    exists: (path) => statOf(path)?.isFile() === true,
    async glob(patterns, folder, ignore) {
      const { glob } = await import("tinyglobby");
      // Where files are found in any case of letters, so are they here.
      const how = { absolute: true, expandDirectories: false, caseSensitiveMatch: !isWindows };
      return (await glob(patterns, { ...how, cwd: folder, ignore })).sort();
    },
    async importModule(path) {
      const { importModule } = await import("./import-module.ts");
      return importModule(pathToFileURL(path).href);
    },
    today: () => new Date().toISOString().slice(0, 10),
    isOneScreen,
    isWindows,
    env: process.env,
    absolute: (path) => resolve(path),
    fileUrl: (path) => pathToFileURL(path).href,
  };
}
