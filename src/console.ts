/** What a terminal can show. Node writes UTF-16 to the console of Windows, so this is about the others. */

/**
 * False where the locale that is set says another encoding than UTF-8, and on the console of the kernel. Where
 * none is set nothing is known, and most terminals show UTF-8.
 */
export function showsUnicode(env: Readonly<Record<string, string | undefined>>, isWindows: boolean): boolean {
  if (isWindows) return true;
  if (env["TERM"] === "linux") return false;
  const locale = ["LC_ALL", "LC_CTYPE", "LANG"].map((name) => env[name] ?? "").find((value) => value !== "");
  return locale === undefined || /utf-?8/i.test(locale);
}

/** What reports are drawn with, beside the words of the filing. What stands in columns keeps its width. */
const signs: Readonly<Record<string, string>> = {
  "│": "|",
  "─": "-",
  "┌": "+",
  "┐": "+",
  "└": "+",
  "┘": "+",
  "├": "+",
  "┤": "+",
  "┬": "+",
  "┴": "+",
  "┼": "+",
  "≠": "<>",
  "…": "~",
  "·": ".",
  "×": "x",
  "–": "-",
  "—": "-",
  "−": "-",
  "’": "'",
  "‘": "'",
  "“": '"',
  "”": '"',
};
const drawn = new RegExp(`[${Object.keys(signs).join("")}]`, "g");

/** The text in ASCII as far as it is drawn. */
export function inAscii(text: string): string {
  return text.replace(drawn, (sign) => signs[sign] ?? sign);
}
