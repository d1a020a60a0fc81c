/**
 * The figures at the end of a line: what may stand in columns. A figure may be printed in pieces ("$", "(",
 * the digits, ")", "%"); they are put together, and what is left of the first of them is caption.
 */
import type { Extent, Word } from "./line.ts";

/** A printed number or nil mark. `text` is what stands between its columns in the source. */
export interface Figure extends Extent {
  readonly text: string;
  readonly column: number;
  readonly endColumn: number;
  /** Where its last digit ends: figures of a column agree in it whatever stands behind the digits. */
  readonly edge: number;
  readonly kind: "number" | "year" | "nil";
  /** It looks like the mark of a footnote behind what is left of it. */
  readonly noteLike: boolean;
}

export interface Split {
  readonly caption: readonly Word[];
  readonly figures: readonly Figure[];
  /** Space between the caption and the first figure; infinite where one of them is missing. */
  readonly gap: number;
}

/** A number that a converter ran into the caption: "taxes730", "income taxes(2)". */
const runTogether = new RegExp(
  "^(.*[\\p{L}:.,’'$)])((?<=\\p{L}|:|\\$|\\))\\(?\\$?\\(?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?\\)?|[\u2013\u2014])$",
  "u",
);

const mark = "(?:RMB|CNY|USD|US\\$|HK\\$|NT\\$|C\\$|[$€£¥])";
const digits = "(?:\\d+(?:,\\d+)*(?:\\.\\d+)?|\\.\\d+|\\d{1,3}(?:\\.\\d{3})+(?:\\.\\d{3}|,\\d+))";
const notes = "(?:\\((?:\\d{1,2}|[a-z])\\)|[*†‡§\\u00b9\\u00b2\\u00b3\\u2070-\\u2079])*";
const dash = "[-\\u2010-\\u2015\\u2212]";
const number = new RegExp(
  `^\\(?(?:${mark})?\\(?[-\\u2010-\\u2013\\u2212△▲]?${mark}?${digits}\\)?%?\\)?%?${notes}$`,
  "i",
);
const nil = new RegExp(
  `^(?:${mark}?${dash}{1,4}%?|\\(${dash}{1,4}\\)|${dash}0${dash}|nil|n/[am]|nm|n\\.m\\.?)${notes}$`,
  "i",
);
/** A year, perhaps with the mark of a footnote. */
const year = /^(?:19[5-9]|20[0-9])\d(?:\((?:\d|[a-z])\)|[*†‡])?$/;
const bound = /^\d{1,3}(?:\.\d+)?%?$/;
const onlyMark = new RegExp(`^(?:\\(?${mark}\\(?|\\()$`, "i");
const closing = /^(?:\)|%|\)%|%\)|\)[*†‡]+|%[*†‡]+)$/;
const noteMark = /^(?:(?:\((?:\d{1,2}|[a-z])\))+|[*†‡§]+)$/i;

/** How far a piece of a figure may stand from it: a mark at the left edge of a wide column, a bracket or percent sign. */
const farthestMark = 40;
const farthestClosing = 3.5;
const besides = 1.6;

/**
 * `oneBlank`: no more than one parts the columns, so that neither a range nor the mark of a footnote behind a
 * number can be told from the next column.
 */
export function splitLine(words: readonly Word[], oneBlank = false): Split {
  const figures: Figure[] = [];
  let at = words.length;
  while (at > 0) {
    const taken = figureEndingAt(words, at, oneBlank);
    if (!taken) break;
    figures.unshift(taken.figure);
    at = taken.from;
  }
  const first = figures[0];
  const last = words[at - 1];
  return {
    caption: words.slice(0, at),
    figures,
    gap: first && last ? first.left - last.right : Number.POSITIVE_INFINITY,
  };
}

/** The last word of a caption as its own end and the number that was run into it; null where there is none. */
export function cutGlued(
  caption: readonly Word[],
): { readonly caption: readonly Word[]; readonly figure: Figure } | null {
  const last = caption.at(-1);
  const found = last && runTogether.exec(last.text);
  const [, front = "", text = ""] = found ?? [];
  if (!last || text === "") return null;
  const column = last.endColumn - text.length;
  const left = last.right - ((last.right - last.left) * text.length) / last.text.length;
  return {
    caption: [...caption.slice(0, -1), { ...last, text: front, right: left, endColumn: column }],
    figure: {
      text,
      column,
      endColumn: last.endColumn,
      left,
      right: last.right,
      edge: last.right,
      kind: /\d/.test(text) ? "number" : "nil",
      noteLike: /^\(?\d{1,2}\)?$/.test(text),
    },
  };
}

/** "20 - 40": years of life, ages. One text of its column, and no figure of another. */
function rangeEndingAt(words: readonly Word[], end: number): { figure: Figure; from: number } | null {
  const [low, dashed, high] = words.slice(Math.max(0, end - 3), end);
  if (!low || !dashed || !high || !/^[-–—]$/.test(dashed.text)) return null;
  if (!bound.test(low.text) || !bound.test(high.text)) return null;
  if (dashed.left - low.right >= besides || high.left - dashed.right >= besides) return null;
  return {
    from: end - 3,
    figure: {
      text: `${low.text} ${dashed.text} ${high.text}`,
      column: low.column,
      endColumn: high.endColumn,
      left: low.left,
      right: high.right,
      edge: high.right,
      kind: "number",
      noteLike: false,
    },
  };
}

/** Whether a bracket that the word leaves open waits to be closed at the right edge of the cell: "( 930       )". */
function opens(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text ?? "";
  const isOpen = text.startsWith("(") || words[at - 1]?.text === "(" || words[at - 1]?.text === "$(";
  return isOpen && !text.includes(")") && number.test(text);
}

function isNote({ text }: Word): boolean {
  return noteMark.test(text);
}

function figureEndingAt(
  words: readonly Word[],
  end: number,
  oneBlank: boolean,
): { figure: Figure; from: number } | null {
  const range = oneBlank ? null : rangeEndingAt(words, end);
  if (range) return range;
  let at = end - 1;
  let last = words[at];
  if (!last) return null;
  const tail: Word[] = [];
  const isBehind = ({ text }: Word): boolean => closing.test(text) || (!oneBlank && noteMark.test(text));
  // Marks behind the digits, nearest last.
  while (at > 0 && isBehind(last)) {
    const before = words[at - 1];
    const reach = closing.test(last.text) ? (opens(words, at - 1) ? farthestMark : farthestClosing) : besides;
    if (!before || last.left - before.right > reach) break;
    if (!closing.test(last.text) && !(number.test(before.text) || closing.test(before.text))) break;
    tail.unshift(last);
    at--;
    last = before;
  }
  const isNil = nil.test(last.text) && tail.every(({ text }) => text === "%");
  if (!isNil && !number.test(last.text)) return null;
  let from = at;
  const before = words[at - 1];
  // "7.50- 68.00": a range is no figure.
  if (before && /\d[-–—]\$?$/.test(before.text) && !nil.test(before.text)) return null;
  if (before && onlyMark.test(before.text) && last.left - before.right <= farthestMark) from--;
  const twoBefore = words[from - 1];
  if (from < at && twoBefore && before?.text === "(" && /^[$€£¥]$/.test(twoBefore.text)) from--;
  const front = words.slice(from, at);
  // A bracket that nothing opened closes one of the caption: "(notes 9 and 10)".
  if (/^[^(]*\d\)/.test(last.text) && !front.some((word) => word.text.includes("("))) return null;
  // A bare mark of dollars tells no more than the column does; any other belongs to the figure.
  const bare = front.length > 0 && front.every(({ text }) => /^[$€£¥]$/.test(text));
  const percent = tail.some(({ text }) => text.includes("%"));
  const start =
    bare && !percent ? last : ((bare ? front[0] : front.find(({ text }) => !/^[$€£¥]$/.test(text))) ?? last);
  const stop = tail.at(-1) ?? last;
  const text =
    start === last && stop === last
      ? last.text
      : words
          .slice(words.indexOf(start), words.indexOf(stop) + 1)
          .map((word) => word.text)
          .join(" ");
  const behind =
    /[)%*†‡§]+(?:\(\w{1,2}\))?$|(?<=[\d)%])\((?:\d{1,2}|[a-z])\)$/.exec(last.text)?.[0].length ?? 0;
  return {
    from,
    figure: {
      text,
      column: start.column,
      endColumn: stop.endColumn,
      left: (words[from] ?? last).left,
      right: stop.right,
      edge: last.right - (isNil ? 0 : behind) * ((last.right - last.left) / last.text.length),
      kind: isNil ? "nil" : year.test(last.text) && from === at && tail.every(isNote) ? "year" : "number",
      noteLike: noteMark.test(last.text),
    },
  };
}
