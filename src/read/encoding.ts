import { Unreadable } from "./document.ts";

export interface Decoded {
  readonly text: string;
  readonly notes: readonly string[];
}

const sampleSize = 65_536;

/**
 * Bytes -> text: UTF-8 and UTF-16 by byte order mark, else UTF-8, else Windows-1252, which names every
 * byte and is what old converters write.
 * @throws Unreadable for an empty file and for bytes that are no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new Unreadable("the file is empty; nothing was checked");
  const [b0, b1] = bytes;
  if (b0 === 0xff && b1 === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), notes: [] };
  if (b0 === 0xfe && b1 === 0xff) return { text: new TextDecoder("utf-16be").decode(bytes), notes: [] };
  refuseBinary(bytes);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      notes: ["the file is not valid UTF-8; it was read as Windows-1252"],
    };
  }
}

const magics: readonly [string, string][] = [
  ["%PDF-", "a PDF"],
  ["PK\u0003\u0004", "a zip archive"],
  ["\u001f\u008b", "a gzip file"],
  ["\u0089PNG", "a PNG image"],
  ["\u00ff\u00d8\u00ff", "a JPEG image"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Office document"],
];

function refuseBinary(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  for (const [magic, name] of magics) {
    if (head.startsWith(magic)) throw new Unreadable(`this is ${name}, not text; convert it to text first`);
  }
  if (bytes.subarray(0, sampleSize).includes(0)) {
    throw new Unreadable("this is a binary file, not text; nothing was checked");
  }
  const sample = bytes.subarray(0, 4_096);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  }
  if (controls > sample.length / 20) {
    throw new Unreadable("this is a binary file, not text; nothing was checked");
  }
}
