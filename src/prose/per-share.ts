/** What a share earns, told beside the result; and a line told as a percentage of another. */

/** ", or", "(" and ", " between a result and what it is per share. */
export const perShareLead = /^[\s)]*(?:,?\s*(?:or|and)|\(|,)\s*\(?\s*$/i;

export interface PerShare {
  /** "diluted", "" where none is named. */
  readonly kind: string;
  readonly length: number;
}

/** "per share", "per diluted share", "per share on a diluted basis"; null for anything else. */
export function perShareBehind(text: string): PerShare | null {
  const match =
    /^\)?\s*(?:(basic and diluted|diluted|basic)\s+)?(?:earnings\s+|loss\s+)?per\s+(?:(?:fully\s+)?(diluted|basic)\s+)?(?:common\s+|ordinary\s+)?(?:share|unit)\b(?:\s*\(?(?:on an?\s+)?(?:fully\s+)?(diluted|basic)\b(?:\s+basis\b)?)?[\s)]*/i.exec(
      text,
    );
  return match
    ? { kind: (match[1] ?? match[2] ?? match[3] ?? "").toLowerCase(), length: match[0].trimEnd().length }
    : null;
}

export interface Ratio {
  readonly subject: string;
  /** The line that it is a percentage of. */
  readonly of: string;
}

export function ratioIn(subject: string): Ratio | null {
  if (!/\bpercent/i.test(subject)) return null;
  const [, ofFirst, behind] = /^(?:as )?an? percent(?:age)? of ([^,]+),\s*(\S.*)$/i.exec(subject) ?? [];
  if (ofFirst !== undefined && behind !== undefined) {
    return { subject: behind.replace(/^(?:our|the|its)\s+/i, ""), of: ofFirst };
  }
  // "…, or gross margin" calls it by its name as well.
  const [, before, of] =
    /^(\S.*?),? (?:expressed )?as an? percent(?:age)? of ([^,]+?)(?:,? or [^,]+)?$/i.exec(subject) ?? [];
  return before !== undefined && of !== undefined ? { subject: before, of } : null;
}
