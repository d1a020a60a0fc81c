/** What the readers use of Node's zlib, in a browser: with the same end to what may come out. */
import checkSum from "pako/lib/zlib/crc32.js";
import { inflate, inflateInit2 } from "pako/lib/zlib/inflate.js";
import ZStream from "pako/lib/zlib/zstream.js";

/** Bytes that come out at a time. */
const atATime = 65_536;

const [isGoingOn, isAtItsEnd, needsMore] = [0, 1, -5];

/** As Node says it. */
class TooLarge extends Error {
  readonly code = "ERR_BUFFER_TOO_LARGE";
}

interface Limit {
  readonly maxOutputLength: number;
}

/** @throws Error for what is damaged; for what is cut off, too, where it has to be whole */
function unpacked(
  packed: Uint8Array,
  windowBits: number,
  { maxOutputLength }: Limit,
  isWhole: boolean,
): Buffer {
  const stream = new ZStream();
  inflateInit2(stream, windowBits);
  stream.input = packed;
  stream.avail_in = packed.length;
  const pieces: Uint8Array[] = [];
  let length = 0;
  let status = isGoingOn;
  while (status === isGoingOn) {
    stream.output = new Uint8Array(atATime);
    stream.next_out = 0;
    stream.avail_out = atATime;
    status = inflate(stream, 0);
    length += stream.next_out;
    if (length > maxOutputLength) throw new TooLarge();
    pieces.push(stream.output.subarray(0, stream.next_out));
    // All of it was taken and there was room for more: it is cut off.
    if (status === isGoingOn && stream.avail_in === 0 && stream.avail_out > 0) status = needsMore;
  }
  if (status !== isAtItsEnd && (isWhole || status !== needsMore)) throw new Error("damaged or cut off");
  return Buffer.concat(pieces, length);
}

/** @throws Error for data that is damaged or cut off, with Node's code where it is larger than allowed */
export function inflateRawSync(packed: Uint8Array, limit: Limit): Buffer {
  return unpacked(packed, -15, limit, true);
}

/** What is cut off counts as far as it goes. @throws Error like the other */
export function inflateSync(packed: Uint8Array, limit: Limit): Buffer {
  return unpacked(packed, 15, limit, false);
}

export const constants = { Z_SYNC_FLUSH: 2 } as const;

/** The check sum of zip archives. */
export function crc32(bytes: Uint8Array): number {
  return checkSum(0, bytes, bytes.length, 0) >>> 0;
}
