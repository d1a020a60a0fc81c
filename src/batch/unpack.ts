/** Packed files: how much may come out of them, and what is said when they are broken. */
import { gunzipSync } from "node:zlib";
import { FileError, largestFile, readSentence } from "../io.ts";

/** Filings pack 5 to 30 times; what packs far better and is large is made to fill a memory. */
const mostRatio = 200;
const smallEnough = 64 * 1024 * 1024;

/** The most bytes that may come out of `packed` bytes. */
export function limitFor(packed: number): number {
  return Math.min(largestFile, Math.max(smallEnough, packed * mostRatio));
}

/** Runs `unpack`; what goes wrong becomes a sentence. @throws FileError */
export function unpacking(path: string, limit: number, unpack: () => Uint8Array): Uint8Array {
  try {
    return unpack();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ERR_BUFFER_TOO_LARGE") {
      const megabytes = Math.round(limit / 1024 / 1024);
      throw new FileError(
        `${path} unpacks to more than ${megabytes} MB, as only a zip bomb does; unpack it by hand if it is a filing`,
      );
    }
    if (typeof code === "string" && /^E[A-Z]+$/.test(code)) throw new FileError(readSentence(path, error));
    const reason = error instanceof Error ? error.message : String(error);
    throw new FileError(`${path} is packed and could not be unpacked (${reason}); fetch or pack it again`);
  }
}

/** @throws FileError */
export function gunzip(path: string, bytes: Uint8Array): Uint8Array {
  const limit = limitFor(bytes.length);
  return unpacking(path, limit, () => gunzipSync(bytes, { maxOutputLength: limit }));
}
