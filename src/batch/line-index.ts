/** Lines of a file by place, so that results are read again one at a time instead of all being kept. */
import { closeSync, openSync, readSync } from "node:fs";
import { FileError, readSentence } from "../io.ts";
import { lengthOfMember, memberHeadLength, unpackMember } from "./packed-lines.ts";

/** Where a line lies, without its line feed. */
export interface LinePlace {
  readonly file: string;
  /** In the file, or in what its member holds. */
  readonly offset: number;
  readonly length: number;
  /** In a packed file: where the bytes of its member lie. */
  readonly member?: { readonly offset: number; readonly length: number };
}

/** A line and its place; it is only good until the next one is asked for. */
export interface Line extends Omit<LinePlace, "file"> {
  readonly text: Buffer;
}

const usualPiece = 1 << 20;
const lineFeed = 10;

/** Whether a file is packed, by its name. */
export function isPacked(file: string): boolean {
  return file.endsWith(".gz");
}

/**
 * Each whole line of a file. Returns how many bytes follow the last line feed: a line that was being written when the
 * writer died. `piece`: bytes that are read at once.
 * @throws FileError
 */
export function* linesOf(file: string, piece = usualPiece): Generator<Line, number> {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    throw new FileError(readSentence(file, error));
  }
  try {
    return isPacked(file) ? yield* packedLines(file, descriptor) : yield* plainLines(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

function* plainLines(descriptor: number, pieceLength: number): Generator<Line, number> {
  const piece = Buffer.allocUnsafe(pieceLength);
  let open: Buffer[] = [];
  let start = 0;
  let at = 0;
  for (;;) {
    const taken = readSync(descriptor, piece, 0, pieceLength, at);
    if (taken === 0) return at - start;
    let from = 0;
    for (let end = piece.indexOf(lineFeed); end >= 0 && end < taken; end = piece.indexOf(lineFeed, from)) {
      const last = piece.subarray(from, end);
      const text = open.length === 0 ? last : Buffer.concat([...open, last]);
      yield { text, offset: start, length: text.length };
      open = [];
      start += text.length + 1;
      from = end + 1;
    }
    if (from < taken) open.push(Buffer.from(piece.subarray(from, taken)));
    at += taken;
  }
}

function* packedLines(file: string, descriptor: number): Generator<Line, number> {
  const head = Buffer.allocUnsafe(memberHeadLength);
  for (let at = 0; ; ) {
    const taken = readSync(descriptor, head, 0, memberHeadLength, at);
    if (taken === 0) return 0;
    const length = lengthOfMember(head.subarray(0, taken));
    if (length === null) {
      throw new FileError(`${file} was not packed by kc-check, or is damaged; unpack it with gunzip`);
    }
    const member = { offset: at, length };
    const bytes = readMember(file, descriptor, member);
    if (bytes === null) return taken;
    for (let from = 0; from < bytes.length; ) {
      const end = bytes.indexOf(lineFeed, from);
      if (end < 0) return bytes.length - from;
      yield { text: bytes.subarray(from, end), offset: from, length: end - from, member };
      from = end + 1;
    }
    at += length;
  }
}

/** What a member holds; null where the file ends in it. @throws FileError when it is damaged */
function readMember(
  file: string,
  descriptor: number,
  { offset, length }: { readonly offset: number; readonly length: number },
): Buffer | null {
  const bytes = Buffer.allocUnsafe(length);
  if (readSync(descriptor, bytes, 0, length, offset) < length) return null;
  try {
    return unpackMember(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(`${file} is damaged (${reason}); run the part that made it again`);
  }
}

/** Calls back with each whole line, and returns what `linesOf` does. @throws FileError */
export function eachLine(file: string, tell: (line: Line) => void): number {
  const lines = linesOf(file);
  for (;;) {
    const next = lines.next();
    if (next.done === true) return next.value;
    tell(next.value);
  }
}

/** Reads lines by place; files stay open until `close`. */
export class LineReader {
  readonly #descriptors = new Map<string, number>();
  /** The member that was read last: the next line is mostly in it, too. */
  #unpacked: { readonly file: string; readonly offset: number; readonly bytes: Buffer } | null = null;

  /** Opens a file now: it can be read from then on, though another run removes or replaces it. */
  hold(file: string): number {
    const descriptor = this.#descriptors.get(file) ?? openSync(file, "r");
    this.#descriptors.set(file, descriptor);
    return descriptor;
  }

  read({ file, offset, length, member }: LinePlace): string {
    if (member) return this.#member(file, member).toString("utf8", offset, offset + length);
    const bytes = Buffer.allocUnsafe(length);
    try {
      const taken = readSync(this.hold(file), bytes, 0, length, offset);
      if (taken === length) return bytes.toString("utf8");
    } catch (error) {
      throw new FileError(readSentence(file, error));
    }
    throw cutOff(file);
  }

  #member(file: string, place: { readonly offset: number; readonly length: number }): Buffer {
    if (this.#unpacked?.file === file && this.#unpacked.offset === place.offset) return this.#unpacked.bytes;
    const bytes = readMember(file, this.hold(file), place);
    if (bytes === null) throw cutOff(file);
    this.#unpacked = { file, offset: place.offset, bytes };
    return bytes;
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
    this.#unpacked = null;
  }
}

function cutOff(file: string): FileError {
  return new FileError(`${file} was cut off while it was read; run again`);
}
