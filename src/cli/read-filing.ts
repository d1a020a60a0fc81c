/** The bytes of one filing, from a file or standard input, unpacked where they are packed. */
import { isGzip } from "../batch/gzip.ts";
import type { Io } from "../io.ts";

/**
 * A pipe is given `seconds`, where they are named.
 * @throws FileError
 */
export async function readFiling(
  path: string,
  io: Pick<Io, "readFile" | "readStdin">,
  seconds?: number,
): Promise<Uint8Array> {
  const bytes = path === "-" ? await io.readStdin() : io.readFile(path, seconds);
  if (!isGzip(bytes)) return bytes;
  const { gunzip } = await import("../batch/unpack.ts");
  return gunzip(path === "-" ? "standard input" : path, bytes);
}
