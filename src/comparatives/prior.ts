import { Unreadable } from "../read/document.ts";
import { read } from "../read/read.ts";
import { type Filing, understandPrior } from "../statements/filing.ts";
import type { Captions } from "../statements/named-rows.ts";

/**
 * The earlier filing that comparatives are checked against.
 * @throws Unreadable with a sentence that names the file
 */
export async function readPrior(
  { bytes, path }: { readonly bytes: Uint8Array; readonly path: string },
  captions?: Captions,
): Promise<Filing> {
  const filing = await understand(bytes, path, captions);
  if (filing.figures.length > 0) return filing;
  throw new Unreadable(
    `the earlier filing ${path} has no financial table; name another file with --prior or leave it out`,
  );
}

async function understand(bytes: Uint8Array, path: string, captions?: Captions): Promise<Filing> {
  try {
    return understandPrior(await read(bytes, path), captions);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unreadable(`the earlier filing ${path} cannot be read: ${error.message}`);
  }
}
