/** A source line as words with their extents across the page: what every reader of positions starts from. */

/** Extents are in widths of a character, from the left edge of the page; `right` is exclusive. */
export interface Extent {
  readonly left: number;
  readonly right: number;
}

export interface Word extends Extent {
  readonly text: string;
  /** 1-based, UTF-16, in the source line; `endColumn` exclusive. */
  readonly column: number;
  readonly endColumn: number;
}

/** What the markup of a source says at a line. */
export type Mark =
  /** Nothing reaches over this line: another document, the start or the end of a table. */
  | "wall"
  | "page"
  /** Header lines follow. */
  | "caption"
  /** Body lines follow; the words of the line are the marks of its columns. */
  | "stub";

export interface Line {
  readonly line: number;
  readonly page?: number;
  /** As it lies on disk, markup and all. */
  readonly source: string;
  readonly words: readonly Word[];
  /** Where the dots end that fill the space between caption and figures; null where there are none. */
  readonly leader: number | null;
  readonly marks: readonly Mark[];
}

const tabStop = 8;

/** Converters put control characters where a ligature was that they could not name. */
const control = /(?!\s)\p{Cc}/gu;
export const lostLetters = "\ufffd";

/** Runs of dots between a caption and its figures, with or without spaces between them. */
const leaders = /\.{3,}|(?<=\s|\w)(?:\s{0,2}\.){3,}(?=\s|$)/g;

/**
 * The words of a line of characters. Tabs reach to the next multiple of eight; no-break spaces are
 * spaces. `blanked` hides what is markup: same length as the source.
 */
export function lineOf(line: number, source: string, blanked = source, marks: readonly Mark[] = []): Line {
  const dotted = blanked.includes("..") || blanked.includes(". .");
  let leader: number | null = null;
  const undotted = dotted
    ? blanked.replace(leaders, (dots: string, at: number) => {
        leader = at + dots.length;
        return " ".repeat(dots.length);
      })
    : blanked;
  const text = undotted.replace(control, lostLetters);
  const words: Word[] = [];
  const tabbed = text.includes("\t");
  let from = 0;
  let shift = 0;
  for (const match of text.matchAll(/[^\s\u200b]+/g)) {
    if (tabbed) {
      for (let i = from; i < match.index; i++) {
        if (text[i] === "\t") shift += tabStop - 1 - ((i + shift) % tabStop);
      }
      from = match.index;
    }
    if (match[0] === lostLetters) continue;
    const left = match.index + shift;
    const length = match[0].length;
    words.push({
      text: match[0],
      left,
      right: left + length,
      column: match.index + 1,
      endColumn: match.index + length + 1,
    });
  }
  return { line, source, words, leader, marks };
}

/** Words as running text. */
export function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(" ");
}
