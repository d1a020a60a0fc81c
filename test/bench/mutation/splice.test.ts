import { expect, test } from "vitest";
import { splice } from "./splice.ts";

/** The figure stands between ‹ and ›. */
function spliced(marked: string, raw: string, print: string): string | null {
  const start = marked.indexOf("‹");
  const end = marked.indexOf("›") - 1;
  return splice(marked.replace(/[‹›]/g, ""), start, end, raw, print);
}

test.each<[string, string, string, string, string | null]>([
  ["as printed", "a\t‹1,234›\tb", "1,234", "1,243", "a\t1,243\tb"],
  ["a sign as printed", "a\t‹(1,234)›", "(1,234)", "1,234", "a\t1,234"],
  ["a mark of its own", "| $ | ‹1,234› |", "$1,234", "$1,243", "| $ | 1,243 |"],
  ["brackets over two cells stay", "| ( ‹1,234› | ) |", "(1,234)", "(1,243)", "| ( 1,243 | ) |"],
  ["brackets over two cells go", "| ( ‹1,234› | ) | 5 |", "(1,234)", "1,234", "|  1,234 |  | 5 |"],
  ["inside the place", "| ‹( 1,234› | ) |", "(1,234)", "1,234", "|  1,234 |  |"],
  ["in markup", "<td>‹(<b>1,234</b>›</td><td>)</td>", "(1,234)", "1,234", "<td><b>1,234</b></td><td></td>"],
  ["a minus goes", "<td>-&nbsp;‹5.0›%</td>", "-5.0%", "5.0%", "<td>&nbsp;5.0%</td>"],
  ["a sign is put on", "| $ | ‹1,234› |", "$1,234", "$(1,234)", "| $ | (1,234) |"],
  ["digits in two pieces", "<b>‹1,</b>234›", "1,234", "1,243", null],
  ["no bracket to take away", "| ‹1,234› |", "(1,234)", "1,234", null],
  ["another number", "| ‹9,234› |", "1,234", "1,243", null],
])("%s", (_, source, raw, print, expected) => expect(spliced(source, raw, print)).toBe(expected));
