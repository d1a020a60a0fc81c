import { Unreadable } from "../read/document.ts";
import { reading } from "../read/read.ts";
import { type Filing, understandPrior } from "../statements/filing.ts";
import type { Captions } from "../statements/named-rows.ts";
import type { Steps } from "../steps.ts";

/**
 * The earlier filing that comparatives are checked against.
 * @throws Unreadable with a sentence that names the file
 */
export function* readPrior(
  { bytes, path }: { readonly bytes: Uint8Array; readonly path: string },
  captions?: Captions,
): Steps<Filing> {
  const filing = yield* understand(bytes, path, captions);
  if (filing.figures.length > 0) return filing;
  throw new Unreadable(
    `the earlier filing ${path} has no financial table; name another file with --prior or leave it out`,
  );
}

function* understand(bytes: Uint8Array, path: string, captions?: Captions): Steps<Filing> {
  try {
    return understandPrior(yield* reading(bytes, path), captions);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unreadable(`the earlier filing ${path} cannot be read: ${error.message}`);
  }
}
