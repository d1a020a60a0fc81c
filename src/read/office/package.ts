/** The parts of an Office document: a zip archive in memory, with an end to what may come out of it. */
import { crc32, inflateRawSync } from "node:zlib";
import type { Entry } from "yauzl";
import { Unreadable } from "../document.ts";

/** Bytes of one part, and of all that are read: no filing has as much text, and a bomb has more. */
const largestPart = 96 * 1024 * 1024;
const mostBytes = 192 * 1024 * 1024;
/** A long report with a picture on each page has a few thousand parts. */
const mostParts = 20_000;

const localHeader = 30;
const localSignature = 0x04034b50;

/** The parts of a document by name; nothing of it is unpacked before it is asked for. */
export class Package {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #taken = 0;

  constructor(bytes: Buffer, entries: ReadonlyMap<string, Entry>) {
    this.#bytes = bytes;
    this.#entries = entries;
  }

  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Null where there is no such part. @throws Unreadable for one that is damaged, encrypted or too large */
  part(name: string): Uint8Array | null {
    const entry = this.#entries.get(name);
    if (!entry) return null;
    if (entry.isEncrypted()) throw encrypted();
    const { compressionMethod: method, compressedSize: packed, relativeOffsetOfLocalHeader: at } = entry;
    const bytes = this.#bytes;
    if (at + localHeader > bytes.length || bytes.readUInt32LE(at) !== localSignature) throw damaged();
    const start = at + localHeader + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    if (start + packed > bytes.length || (method !== 0 && method !== 8)) throw damaged();
    const body = bytes.subarray(start, start + packed);
    const whole = method === 0 ? body : inflated(body, Math.min(largestPart, mostBytes - this.#taken));
    this.#taken += whole.length;
    if (this.#taken > mostBytes) throw overfull();
    if (crc32(whole) !== entry.crc32) throw damaged();
    return whole;
  }
}

function inflated(packed: Buffer, limit: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    throw code === "ERR_BUFFER_TOO_LARGE" ? overfull() : damaged();
  }
}

export function overfull(): Unreadable {
  return new Unreadable("this document unpacks to more text than any filing holds; nothing was checked");
}

function damaged(): Unreadable {
  return new Unreadable("this document is cut off or damaged and cannot be opened; get a whole copy of it");
}

export function encrypted(): Unreadable {
  return new Unreadable("this document is protected by a password; save a copy of it without one first");
}

/** Opens a document by its bytes. @throws Unreadable for one that is no whole zip archive */
export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const { default: yauzl } = await import("yauzl");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = new Map<string, Entry>();
  let packed = 0;
  try {
    const zip = await yauzl.fromBufferPromise(buffer, { decodeStrings: false });
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize;
      // The same bytes unpacked again and again, or more parts than any document has.
      if (entries.size >= mostParts || packed > buffer.length) throw overfull();
      const name = yauzl.getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      // Of two parts of one name a document has one too many; the first is what the programs show.
      if (!entries.has(name)) entries.set(name, entry);
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw damaged();
  }
  return new Package(buffer, entries);
}
