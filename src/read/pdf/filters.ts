/** The filters of streams (PDF 32000-1:2008, 7.4) as far as their sizes tell a bomb; no more is unpacked than asked for. */
import { constants, inflateSync } from "node:zlib";

/** What comes out of a filter; `more` where that is above the limit. Null for what no filter here reads. */
export type Unpacked = Uint8Array | "more" | null;

type Filter = (packed: Uint8Array, limit: number) => Unpacked;

/** By their names and their short ones. */
const filters: Readonly<Record<string, Filter>> = {
  FlateDecode: inflate,
  Fl: inflate,
  ASCIIHexDecode: hexadecimal,
  AHx: hexadecimal,
  ASCII85Decode: base85,
  A85: base85,
  RunLengthDecode: runLengths,
  RL: runLengths,
  LZWDecode: lzw,
  LZW: lzw,
};

export function unpack(filter: string, packed: Uint8Array, limit: number): Unpacked {
  return filters[filter]?.(packed, limit) ?? null;
}

/** The two bytes that a Flate stream begins with (RFC 1950, 2.2). */
export function isFlate([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

function inflate(packed: Uint8Array, limit: number): Unpacked {
  try {
    // What is cut off still counts as far as it goes.
    return inflateSync(packed, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    // Anything else is damage, which the reader of the PDF names itself.
    return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE" ? "more" : null;
  }
}

const endOfHex = 0x3e;

function hexadecimal(packed: Uint8Array): Uint8Array {
  const end = packed.indexOf(endOfHex);
  const text = Buffer.from(packed.subarray(0, end < 0 ? packed.length : end)).toString("latin1");
  return Buffer.from(text.replace(/[^\da-f]/gi, ""), "hex");
}

const [firstOf85, zeros, endOf85] = [0x21, 0x7a, 0x7e];

/** Four bytes from five digits; the last ones from as many as are there. */
function base85(packed: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(packed.length * 4 + 8);
  let length = 0;
  let value = 0;
  let digits = 0;
  for (const code of packed) {
    if (code === endOf85) break;
    if (code === zeros && digits === 0) length += 4;
    if (code < firstOf85 || code >= firstOf85 + 85) continue;
    value = (value * 85 + code - firstOf85) % 2 ** 32;
    if (++digits < 5) continue;
    length = bytes.writeUInt32BE(value, length);
    value = digits = 0;
  }
  if (digits > 1) {
    for (let i = digits; i < 5; i++) value = (value * 85 + 84) % 2 ** 32;
    bytes.writeUInt32BE(value, length);
    length += digits - 1;
  }
  return bytes.subarray(0, length);
}

const endOfRuns = 128;

function runLengths(packed: Uint8Array, limit: number): Unpacked {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let at = 0; at < packed.length && packed[at] !== endOfRuns; ) {
    const count = packed[at] ?? endOfRuns;
    const isCopy = count < endOfRuns;
    const piece = isCopy
      ? packed.subarray(at + 1, at + 2 + count)
      : new Uint8Array(257 - count).fill(packed[at + 1] ?? 0);
    at += isCopy ? 2 + count : 2;
    length += piece.length;
    if (length > limit) return "more";
    pieces.push(piece);
  }
  return Buffer.concat(pieces, length);
}

const [clearTable, endOfCodes, firstCode, widest] = [256, 257, 258, 12];

/** How much the codes stand for; what it says is left out, since nothing is packed so before another filter. */
function lzw(packed: Uint8Array, limit: number): Unpacked {
  const lengths = new Uint16Array(2 ** widest + 1).fill(1, 0, clearTable);
  let next = firstCode;
  let before = 0;
  let [buffer, bits, length] = [0, 0, 0];
  for (const byte of packed) {
    buffer = ((buffer << 8) | byte) & 0xff_ff_ff;
    bits += 8;
    // One early: the width grows before the code that needs it.
    const width = Math.min(widest, 32 - Math.clz32(next + 1));
    if (bits < width) continue;
    const code = (buffer >> (bits - width)) & (2 ** width - 1);
    bits -= width;
    if (code === endOfCodes) break;
    if (code === clearTable) {
      next = firstCode;
      before = 0;
      continue;
    }
    const own = code < next ? (lengths[code] ?? 1) : before + 1;
    if (before > 0 && next < 2 ** widest) lengths[next++] = before + 1;
    length += own;
    if (length > limit) return "more";
    before = own;
  }
  return new Uint8Array(0);
}
