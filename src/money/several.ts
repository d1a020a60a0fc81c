/**
 * Cells that hold no figure of their own but several: "330 (39%)", "2024: 771, 2023: (462)",
 * "1/5/2017–30/4/2019", "9.5% (9.2%)". Their print is sound; there is only no one number in it.
 */

const dash = "[-\\u2010-\\u2015\\u2212]";
/** A year before its figure, a date, a number, a mark of nil, a bracket, and what may stand between them. */
const piece = new RegExp(
  [
    "(?<label>(?:19|20)\\d\\d:)",
    `(?<date>${dash}?\\d{1,2}/\\d{1,2}/(?:\\d{4}|\\d\\d)(?!\\d))`,
    `(?<number>${dash}?(?:[$€£¥]\\s?)?${dash}?(?<digits>\\d[\\d,.]*))`,
    "(?<bracket>[()])",
    `(?<nil>${dash})`,
    "(?<mark>[;|/%$€£¥]|,(?=\\s))",
    "\\s+",
  ].join("|"),
  "uy",
);
const sound = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
const longest = 200;

/**
 * Whether a cell holds two or more numbers, each of them whole. A mark must stand between two of them: "236 7" may
 * be one number that lost its comma, and "1,234 5,678" two cells that ran into each other.
 */
export function holdsSeveral(text: string): boolean {
  if (text.length > longest) return false;
  let [count, inside] = [0, 0];
  let [open, touches, isParted, hasMark] = [false, false, false, false];
  piece.lastIndex = 0;
  while (piece.lastIndex < text.length) {
    const { groups } = piece.exec(text) ?? {};
    if (!groups) return false;
    const { label, date, number, digits, bracket, nil, mark } = groups;
    if (date !== undefined) {
      count++;
      [isParted, touches] = [true, true];
    } else if (nil !== undefined) {
      // A dash before a number may be its sign, but not behind a mark of currency: "$ — $ 1,150".
      if (count > 0 || hasMark) {
        isParted ||= count > 0 && hasMark;
        count++;
      }
      touches = false;
    } else if (number !== undefined && digits !== undefined) {
      // A comma behind a number and before the next parts the two.
      const own = digits.replace(/,$/, "");
      const isRange = /^\d/.test(number) === false && touches;
      // One pair of brackets holds one number: "(81, 155)".
      if ((touches && !isRange) || !sound.test(own) || inside > 0) return false;
      if (count > 0 && (hasMark || isRange)) isParted = true;
      if (open) inside++;
      count++;
      [touches, hasMark] = [true, false];
    } else {
      touches = false;
      hasMark ||= label !== undefined || bracket !== undefined || (mark !== undefined && mark !== ",");
      if (bracket !== undefined) {
        if (open === (bracket === "(")) return false;
        open = bracket === "(";
        inside = 0;
      }
    }
  }
  return !open && count >= 2 && isParted;
}
