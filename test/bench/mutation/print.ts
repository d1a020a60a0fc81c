/** The print of a number taken apart and put together again as a person would print it. */

export interface Print {
  /** What stands before and behind the digits: brackets, marks of currency and percent. */
  readonly before: string;
  readonly after: string;
  /** All digits without grouping, and how many of them stand behind the point. */
  readonly digits: string;
  readonly decimals: number;
  readonly grouped: boolean;
}

export function takeApart(text: string): Print | null {
  const match = /^([^\d]*)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([^\d]*)$/.exec(text);
  if (!match) return null;
  const [, before = "", whole = "", fraction = "", after = ""] = match;
  return {
    before,
    after,
    digits: whole.replaceAll(",", "") + fraction,
    decimals: fraction.length,
    grouped: whole.includes(",") || whole.length <= 3,
  };
}

export function isNegative(print: Print): boolean {
  return /[(\-\u2010-\u2013\u2212]/.test(print.before);
}

/** The same cell with other digits; leading zeros are lost as long as a digit is left before the point. */
export function withDigits(print: Print, digits: string): string {
  const padded = digits.replace(/^0+/, "").padStart(print.decimals + 1, "0");
  const whole = padded.slice(0, padded.length - print.decimals);
  const fraction = print.decimals > 0 ? `.${padded.slice(-print.decimals)}` : "";
  const shown = print.grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole;
  return print.before + shown + fraction + print.after;
}

/** The same digits with the other sign: brackets where the filing uses them, a minus for percentages. */
export function withOtherSign(text: string): string | null {
  if (/^\(.*\)/.test(text)) return text.replace("(", "").replace(")", "");
  if (/^[-\u2010-\u2013\u2212]\s*\d/.test(text)) return text.slice(1).trimStart();
  const print = takeApart(text);
  if (!print || /[(\-\u2010-\u2013\u2212]/.test(print.before) || !/[1-9]/.test(print.digits)) return null;
  return text.endsWith("%") || print.before !== "" ? `-${text}` : `(${text})`;
}
