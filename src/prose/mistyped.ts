/** Whether digits are others mistyped. */

export function digits(coefficient: bigint): string {
  return coefficient.toString().replace("-", "");
}

/** One digit another, two neighbours changed, one lost or one too many. */
export function isMistyped(said: string, right: string): boolean {
  const [long, short] = said.length >= right.length ? [said, right] : [right, said];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && long[from] === short[from]) from++;
  if (long.length > short.length) return long.slice(from + 1) === short.slice(from);
  if (long.slice(from + 1) === short.slice(from + 1)) return true;
  return (
    long[from] === short[from + 1] &&
    long[from + 1] === short[from] &&
    long.slice(from + 2) === short.slice(from + 2)
  );
}
