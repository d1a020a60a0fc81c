/** Captions as keys: the same words in whatever case, punctuation and footnote marks. */

/** Words that stand for each other in captions of the same line. */
const plurals =
  /\b(revenue|cost|expense|share|liabilit|asset|borrowing|loan|receivable|payable|adjustment|activit|tax|benefit|gain|loss|earning|sale|interest|investment|charge|reserve|other|equivalent)(?:ies|es|s)\b/g;

const singular: Readonly<Record<string, string>> = { liabilit: "liability", activit: "activity" };

/** Captions without other letters are spared the slower classes of Unicode. */
const isAscii = /^[\x20-\x7e]*$/;

/**
 * The caption in lower case, without markup, note references, footnote marks and punctuation, in the
 * singular. Equal keys are the same words; similarity is never enough.
 */
export function captionKey(caption: string): string {
  const known = keys.get(caption);
  if (known !== undefined) return known;
  const key = makeKey(caption);
  if (keys.size >= mostKeys) keys.clear();
  keys.set(caption, key);
  return key;
}

/** Captions repeat, within a filing and over an archive; the bound keeps a long run's memory flat. */
const keys = new Map<string, string>();
const mostKeys = 20_000;

function makeKey(caption: string): string {
  return (
    caption
      .toLowerCase()
      // Before the letters are made plain: that makes digits of raised ones.
      .replace(/[\u00b9\u00b2\u00b3\u2070-\u2079*†‡]/g, " ")
      .normalize("NFKC")
      .replace(/[’‘`]/g, "'")
      .replace(/'s\b/g, "")
      .replace(/s'(?=\s|$)/g, "s")
      .replace(/\((?:note|notes)?\s*\d{1,2}(?:\([a-z]\))?\)/g, " ")
      .replace(/\(\s*(\w)\s*\)\s*$/, " ")
      .replace(/&/g, " and ")
      .replace(/([a-z])-(?=[a-z])/g, "$1 ")
      .replace(isAscii.test(caption) ? /[^a-z\d()/%]+/g : /[^\p{L}\d()/%]+/gu, " ")
      .replace(/\bnoncontrolling\b/g, "non controlling")
      .replace(/\bshareholders?|stockholders?|shareowners?\b/g, "shareholder")
      .replace(/\bminority\b/g, "non controlling")
      .replace(plurals, (_, stem: string) => singular[stem] ?? stem)
      .replace(/ {2,}/g, " ")
      .trim()
  );
}

/** Levenshtein distance, given up above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const cost = Math.min(swap, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    previous = current;
  }
  return previous[b.length] ?? most + 1;
}
