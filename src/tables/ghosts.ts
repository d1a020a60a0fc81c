/**
 * Ghost rows: OCR read one printed row twice, the second time garbled. A ghost stands next to its
 * original and says nearly the same: caption by edit distance, digits place by place.
 */
import type { Printed } from "../money/figure.ts";
import { captionKey, editDistance } from "./caption.ts";

export interface Reading {
  readonly caption: string;
  readonly heading: boolean;
  readonly printed: readonly Printed[];
}

/** What a pair of neighbouring rows is. `split`: the true cells are spread over both. */
export type Ghostliness = "none" | "ghost" | "split";

function digitsOf(printed: Printed | undefined): string | null {
  if (printed?.kind === "damaged") return printed.fragment.digits;
  if (printed?.kind !== "figure") return null;
  const { coefficient } = printed.value;
  return (coefficient < 0n ? -coefficient : coefficient).toString();
}

/** Share of digits that agree place by place, or 0 where the lengths are too far apart. */
function likeness(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2 || Math.max(a.length, b.length) < 3) return 0;
  let same = 0;
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] === b[i]) same++;
  let sameFromEnd = 0;
  for (let i = 1; i <= Math.min(a.length, b.length); i++) if (a.at(-i) === b.at(-i)) sameFromEnd++;
  return Math.max(same, sameFromEnd) / Math.max(a.length, b.length);
}

function damaged(reading: Reading): boolean {
  return reading.printed.some((printed) => printed.kind === "damaged");
}

/**
 * Whether `ghost` is a second reading of `original`. Sound rows are never ghosts of each other by their
 * captions alone: "Total equity" and "Total equities" may both be lines.
 */
export function ghostliness(original: Reading, ghost: Reading): Ghostliness {
  const columns = Math.max(original.printed.length, ghost.printed.length);
  let pairs = 0;
  let alike = 0;
  let onlyGhost = 0;
  for (let i = 0; i < columns; i++) {
    const a = digitsOf(original.printed[i]);
    const b = digitsOf(ghost.printed[i]);
    if (b !== null && a === null) onlyGhost++;
    if (a === null || b === null) continue;
    pairs++;
    if (likeness(a, b) >= 0.5) alike++;
  }
  const nearCaption = similarCaption(original.caption, ghost.caption);
  if (nearCaption && onlyGhost > 0 && (damaged(ghost) || damaged(original))) return "split";
  if (nearCaption && pairs > 0 && alike === pairs) return "ghost";
  if (nearCaption && damaged(ghost) && pairs > 0) return "ghost";
  if ((ghost.caption === "" || ghost.heading) && pairs > 0 && damaged(ghost) && alike * 2 >= pairs)
    return "ghost";
  // Sound numbers without a caption: every column must be nearly the same, and more than one.
  if (ghost.caption === "" && pairs >= 2 && alike === pairs && onlyGhost === 0) return "ghost";
  return "none";
}

/** The same caption misread: not equal, and off by no more than a letter in six once look-alikes are one. */
function similarCaption(a: string, b: string): boolean {
  if (a.length < 8 || b.length < 8 || captionKey(a) === captionKey(b)) return false;
  const most = Math.floor(Math.max(a.length, b.length) / 6);
  return editDistance(foldLookalikes(a), foldLookalikes(b), most) <= most;
}

/** Letters and digits that OCR takes for each other, as one. */
function foldLookalikes(text: string): string {
  return text
    .toLowerCase()
    .replace(/rn/g, "m")
    .replace(/[1i|!]/g, "l")
    .replace(/[ceo0]/g, "o")
    .replace(/[q9]/g, "g")
    .replace(/5/g, "s");
}
