/** One thing to check: a file, or a member of an archive, and where its bytes are. Plain data: it crosses processes. */

/** Where a member of a zip archive lies in it, from the archive's directory. */
export interface Member {
  readonly offset: number;
  readonly compressed: number;
  /** As the directory says; a bomb may lie. */
  readonly size: number;
  /** 0 stored, 8 deflated; others are not read. */
  readonly method: number;
  readonly crc32: number;
  readonly encrypted: boolean;
}

export interface Source {
  /** As the report names it: "2024.zip!release.txt". */
  readonly path: string;
  /** On disk; "-" is the standard input. */
  readonly file: string;
  readonly member: Member | null;
  /** Found in a directory or an archive, not named: passed over when it is not a filing. */
  readonly found: boolean;
  /** What was read of it already, of the standard input for one. */
  readonly bytes?: Uint8Array;
  /** Why it cannot be read, where that is known before reading. */
  readonly error: string | null;
}

/** A file that was named on the command line or in a list. */
export function namedFile(path: string): Source {
  return { path, file: path, member: null, found: false, error: null };
}

const beyondAscii = /[^\0-\x7f]/;

/** The order of bytes of the paths: the same on every machine and in every language. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  if (beyondAscii.test(a.path) || beyondAscii.test(b.path)) {
    return Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));
  }
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
