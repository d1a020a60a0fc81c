/** What was read of one file, in a worker, where it can be ended. Loaded only for a file that needs it. */
import { poolFor } from "../batch/archive.ts";
import { namedFile } from "../batch/source.ts";
import type { Dumped, DumpName } from "../dump.ts";
import { FileError } from "../io.ts";

/** @throws FileError for a file that is unreadable, or takes more time or memory than one may */
export async function dumpApart(name: DumpName, path: string, bytes: Uint8Array): Promise<Dumped> {
  const pool = poolFor(1, null, { timeout: null });
  try {
    const source = { ...namedFile(path), bytes };
    const outcome = await pool.run({ source, asked: { policy: null }, prior: null, keep: null, dump: name });
    const dumped = outcome?.dumped;
    if (!dumped) throw new FileError(outcome?.report.error ?? `${path} was not read`);
    return { data: dumped.data, text: () => dumped.text };
  } finally {
    await pool.close();
  }
}
