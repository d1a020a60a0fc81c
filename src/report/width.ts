/**
 * Text measured as a terminal shows it: a CJK character takes two cells, a combining mark none.
 * The text here carries no colour; colour is put on after measuring.
 */
import fastStringWidth from "fast-string-width";

const printableAscii = /^[\x20-\x7e]*$/;

/** How many terminal cells the text takes. */
export function width(text: string): number {
  return printableAscii.test(text) ? text.length : fastStringWidth(text);
}

/** As many characters from the start as fit `cells`. */
function fit(characters: readonly string[], cells: number): number {
  let used = 0;
  for (const [index, character] of characters.entries()) {
    used += width(character);
    if (used > cells) return index;
  }
  return characters.length;
}

/** The text, or its start with an ellipsis, in at most `cells` cells. */
export function truncate(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  if (cells < 1) return "";
  const characters = Array.from(text);
  return `${characters
    .slice(0, fit(characters, cells - 1))
    .join("")
    .trimEnd()}…`;
}

/** Cells for the start of a caption whose end says more. */
const shortestStart = 4;

/** The text, or its start and its end with an ellipsis between: captions differ at both ("Cash … beginning of year"). */
export function truncateMiddle(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  const tail = Math.floor((cells - 1) / 2);
  if (tail < 4) return truncate(text, cells);
  // The balance at the beginning of a period is told from that at its end by this word alone.
  const last = /\b(?:beginning|end|start|close)\b.{0,24}$/i.exec(text)?.[0];
  if (last !== undefined && width(last) > tail && cells > 16) {
    const kept = truncate(last, cells - shortestStart - 1);
    return `${truncate(text, cells - width(kept))
      .slice(0, -1)
      .trimEnd()}…${kept}`;
  }
  // Between words, where that costs little.
  const end = truncateStart(text, tail + 1)
    .slice(1)
    .replace(/^\S{0,4}\s(?=.{6})/, "");
  const start = truncate(text, cells - width(end)).slice(0, -1);
  return `${start.replace(/(?<=.{6})\s\S{0,4}$/, "").trimEnd()}…${end}`;
}

/** The text, or an ellipsis with its end: what tells one column heading from the next stands at the end. */
export function truncateStart(text: string, cells: number): string {
  if (width(text) <= cells) return text;
  if (cells < 1) return "";
  const backwards = Array.from(text).reverse();
  return `…${backwards
    .slice(0, fit(backwards, cells - 1))
    .reverse()
    .join("")
    .trimStart()}`;
}

/** Fills up with spaces on the right (`left`-aligned) or on the left. Longer text is left as it is. */
export function pad(text: string, cells: number, align: "left" | "right" = "left"): string {
  const fill = " ".repeat(Math.max(0, cells - width(text)));
  return align === "left" ? text + fill : fill + text;
}

/** Breaks at spaces into lines of at most `cells` cells; a word that is too long (or CJK prose) breaks anywhere. */
export function wrap(text: string, cells: number): readonly string[] {
  const room = Math.max(1, cells);
  const lines: string[] = [];
  let line = "";
  for (let word of text.split(" ")) {
    const joined = line === "" ? word : `${line} ${word}`;
    if (width(joined) <= room) {
      line = joined;
      continue;
    }
    if (line !== "") lines.push(line);
    while (width(word) > room) {
      const characters = Array.from(word);
      const taken = Math.max(1, fit(characters, room));
      lines.push(characters.slice(0, taken).join(""));
      word = characters.slice(taken).join("");
    }
    line = word;
  }
  lines.push(line);
  return lines;
}
