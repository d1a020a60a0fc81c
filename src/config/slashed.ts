/** A config or a baseline written on Windows means the same on every machine: a backslash parts folders there. */

export function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

/** In a glob a backslash before a bracket takes the bracket by the letter, and elsewhere it parts folders. */
export function slashedGlob(glob: string): string {
  return glob.replace(/\\(?![[\](){}!\\])/g, "/");
}
