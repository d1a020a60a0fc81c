/** What lies packed in a PDF, measured before a reader unpacks it whole into memory. */
import { constants, inflateSync } from "node:zlib";

/** Pages of text unpack to a few hundred kilobytes, the fonts of a large alphabet to some ten megabytes. */
const mostUnpacked = 64 * 1024 * 1024;
/** Streams may be packed several times over; nobody does so more often. */
const mostLayers = 4;
/** Dictionaries of streams are shorter. */
const longestDictionary = 4_096;

const keyword = "stream";
const image = /\/Subtype\s*\/Image\b/;

/**
 * Whether a stream of the PDF unpacks (Flate, PDF 32000-1:2008, 7.4.4) to more than any filing needs, as one
 * made to fill a memory does. Images are passed over: whoever reads text does not unpack them.
 */
export function isOverfull(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(keyword); at >= 0; at = buffer.indexOf(keyword, at + keyword.length)) {
    let start = at + keyword.length;
    if (buffer[start] === 0x0d) start++;
    if (buffer[start] === 0x0a) start++;
    if (!isFlate(buffer.subarray(start, start + 2))) continue;
    const before = buffer.toString("latin1", Math.max(0, at - longestDictionary), at);
    if (image.test(before.slice(before.lastIndexOf(" obj") + 1))) continue;
    if (unpacksTooFar(buffer.subarray(start))) return true;
  }
  return false;
}

/** The two bytes that a Flate stream begins with (RFC 1950, 2.2). */
function isFlate(head: Uint8Array): boolean {
  const [method = 0, flags = 0] = head;
  return (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;
}

function unpacksTooFar(packed: Uint8Array): boolean {
  let layer = packed;
  for (let depth = 0; depth < mostLayers && isFlate(layer); depth++) {
    try {
      // What is cut off still counts as far as it goes.
      layer = inflateSync(layer, { maxOutputLength: mostUnpacked, finishFlush: constants.Z_SYNC_FLUSH });
    } catch (error) {
      // Anything else is damage, which the reader of the PDF names itself.
      return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    }
  }
  return false;
}
