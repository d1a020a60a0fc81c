/** "Did you mean": the known name nearest to one that was mistyped. */

/** Letters to insert, delete, replace or swap to get from one word to the other (Damerau-Levenshtein). */
function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The known name that `typed` was probably meant to be, or null. */
export function closest(typed: string, known: readonly string[]): string | null {
  // Longer input cannot be near any name, and the distance costs its length squared.
  if (typed.length > 60) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(typed.length * 0.4)) + 1;
  for (const name of known) {
    const distance = name.startsWith(typed) && typed.length > 2 ? 1 : editDistance(typed.toLowerCase(), name);
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** " (did you mean x?)" or nothing. */
export function didYouMean(typed: string, known: readonly string[]): string {
  const name = closest(typed, known);
  return name === null ? "" : ` (did you mean ${name}?)`;
}
