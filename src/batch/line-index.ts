/** Lines of a file by place, so that results are read again one at a time instead of all being kept. */
import { closeSync, openSync, readSync } from "node:fs";
import { FileError, readSentence } from "../io.ts";

/** Where a line lies, without its line feed. */
export interface LinePlace {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
}

const pieceLength = 1 << 20;
const lineFeed = 10;

/**
 * Calls back with each whole line. Returns how many bytes follow the last line feed: a line that was being
 * written when the writer died.
 * @throws FileError
 */
export function eachLine(file: string, tell: (line: Buffer, offset: number) => void): number {
  let descriptor: number;
  try {
    descriptor = openSync(file, "r");
  } catch (error) {
    throw new FileError(readSentence(file, error));
  }
  try {
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
        const line = open.length === 0 ? last : Buffer.concat([...open, last]);
        tell(line, start);
        open = [];
        start += line.length + 1;
        from = end + 1;
      }
      if (from < taken) open.push(Buffer.from(piece.subarray(from, taken)));
      at += taken;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Reads lines by place; files stay open until `close`. */
export class LineReader {
  readonly #descriptors = new Map<string, number>();

  /** Opens a file now: it can be read from then on, though another run removes or replaces it. */
  hold(file: string): number {
    const descriptor = this.#descriptors.get(file) ?? openSync(file, "r");
    this.#descriptors.set(file, descriptor);
    return descriptor;
  }

  read({ file, offset, length }: LinePlace): string {
    const bytes = Buffer.allocUnsafe(length);
    try {
      const taken = readSync(this.hold(file), bytes, 0, length, offset);
      if (taken === length) return bytes.toString("utf8");
    } catch (error) {
      throw new FileError(readSentence(file, error));
    }
    throw new FileError(`${file} was cut off while it was read; run again`);
  }

  close(): void {
    for (const descriptor of this.#descriptors.values()) closeSync(descriptor);
    this.#descriptors.clear();
  }
}
