/** Text with the attributes that Pandoc writes behind it: `[Revenue]{style="color:#000"}`. */

/** The innermost; both parts may go on over several lines. */
const span = /\[([^[\]]{0,5000})\]\{[^{}]{0,5000}\}/g;
/** Deeper ones are no converter's. */
const deepest = 6;

/** The same text with blanks for brackets and attributes, so that every other character keeps its place. */
export function withoutSpans(text: string): string {
  let plain = text;
  for (let depth = 0; depth < deepest && plain.includes("]{"); depth++) {
    const inner = plain.replace(
      span,
      (whole: string, content: string) =>
        ` ${content}${whole.slice(content.length + 1).replace(/[^\r\n]/g, " ")}`,
    );
    if (inner === plain) break;
    plain = inner;
  }
  return plain;
}
