/**
 * Lines in a gzip file that can be read from the middle: some at a time make a member of their own, whose head says
 * how long it is. Every program that unpacks gzip reads all of them, one after another.
 * Source: RFC 1952, 2.2 and 2.3.1.1 (several members, extra fields).
 */
import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** Characters of text in a member at least: enough to be packed well, and little to unpack for one line. */
const memberLength = 1 << 17;
/** A line is no longer than a report; what unpacks to more was not written here. */
const mostUnpacked = 1 << 30;

const fixedLength = 12;
/** The extra field: its name, its length, and the bytes of the whole member. */
const headLength = fixedLength + 8;
const tailLength = 8;
const start = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 8, 0, 0x4b, 0x43, 4, 0]);

function member(text: string): Buffer {
  const bytes = Buffer.from(text);
  const packed = deflateRawSync(bytes);
  const head = Buffer.alloc(headLength);
  start.copy(head);
  head.writeUInt32LE(headLength + packed.length + tailLength, start.length);
  const tail = Buffer.alloc(tailLength);
  tail.writeUInt32LE(crc32(bytes), 0);
  tail.writeUInt32LE(bytes.length, 4);
  return Buffer.concat([head, packed, tail]);
}

/** Gives members to `write` as they are full. */
export class LinePacker {
  readonly #write: (bytes: Uint8Array) => void;
  #lines: string[] = [];
  #length = 0;

  constructor(write: (bytes: Uint8Array) => void) {
    this.#write = write;
  }

  /** A line with its line feed. */
  add(line: string): void {
    this.#lines.push(line);
    this.#length += line.length;
    if (this.#length >= memberLength) this.end();
  }

  /** Writes what is left. */
  end(): void {
    if (this.#lines.length > 0) this.#write(member(this.#lines.join("")));
    this.#lines = [];
    this.#length = 0;
  }
}

/** Bytes that tell how long a member is. */
export const memberHeadLength = headLength;

/** The bytes of the member that begins so; null where it was written by another program, or is none. */
export function lengthOfMember(head: Uint8Array): number | null {
  if (head.length < headLength) return null;
  const bytes = Buffer.from(head.buffer, head.byteOffset, headLength);
  if (!bytes.subarray(0, start.length).equals(start)) return null;
  const length = bytes.readUInt32LE(start.length);
  return length > headLength + tailLength ? length : null;
}

/** What a member holds. @throws Error when it is damaged */
export function unpackMember(bytes: Buffer): Buffer {
  const packed = bytes.subarray(headLength, bytes.length - tailLength);
  const text = inflateRawSync(packed, { maxOutputLength: mostUnpacked });
  if (crc32(text) !== bytes.readUInt32LE(bytes.length - tailLength))
    throw new Error("its check sum is wrong");
  return text;
}
