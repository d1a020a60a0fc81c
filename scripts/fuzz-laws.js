// What changes no finding, and what a report may say.

const bytesOf = (text) => new TextEncoder().encode(text);
/** A change of the text; white space within markup means other things, so only the ends of lines are touched. */
const ofText = (change) => (text) => ({ bytes: bytesOf(change(text)) });

export const laws = {
  nothing: ofText((text) => text),
  "line ends of Windows": ofText((text) => text.replace(/\r\n|\r|\n/g, "\r\n")),
  "line ends of old Macs": ofText((text) => text.replace(/\r\n|\r|\n/g, "\r")),
  "blanks behind lines": ofText((text) => text.replace(/\r\n|\r|\n/g, "  $&")),
  "tabs behind lines": ofText((text) => text.replace(/\r\n|\r|\n/g, "\t$&")),
  "blank lines at the end": ofText((text) => `${text}\n \n\n`),
  "a mark of the byte order": ofText((text) => (text.startsWith("\ufeff") ? text : `\ufeff${text}`)),
  "another name": (text) => ({ bytes: bytesOf(text), name: "f/2023 (1).htm" }),
  // A zero in single bytes is the mark of a file that is no text.
  "two bytes a character": (text) => {
    if (text.includes("\0")) return ofText((same) => same)(text);
    const marked = text.startsWith("\ufeff") ? text : `\ufeff${text}`;
    return { bytes: new Uint8Array(Buffer.from(marked, "utf16le")) };
  },
};

/** The text as the law changes it. */
export const changed = (law, text) => laws[law](text);

export const findingsOf = ({ status, checks }) =>
  JSON.stringify([
    status,
    checks.filter((check) => check.status !== "pass").map((check) => check.fingerprint),
  ]);

/** Without what readers leave out or put right: blanks, signs, marks of formats, invisible characters. */
const plain = (text) => text.replace(/[^\p{L}\d]/gu, "");

/** The first sentence or figure that a report quotes and the file does not hold; null where there is none. */
export function unseen({ checks }, text) {
  const whole = plain(text);
  // Where tags or references stand within a sentence it is not there as it is read.
  const isMarked = /[<&]/.test(text);
  for (const { quote, result, terms } of checks) {
    if (!isMarked && quote && !whole.includes(plain(quote.text))) return `the sentence ${quote.text}`;
    for (const { raw } of [result, ...terms])
      if (!isMarked && !whole.includes(plain(raw))) return `the figure ${raw}`;
  }
  return null;
}
