import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainBlanks } from "../../src/read/blanks.ts";
import { makeReport } from "../report-of.ts";

describe("line ends and blanks", () => {
  test.each<[string, string, string]>([
    ["CRLF", "a\r\nb\r\n", "a\nb\n"],
    ["CR", "a\rb\r", "a\nb\n"],
    ["both", "a\r\n\rb\n\r", "a\n\nb\n\n"],
    ["behind a line", "a \t \nb\u00a0\n \t\nc  ", "a\nb\n\nc"],
    ["unbroken between columns", "Cash\u00a0\u00a0\u00a0100\u00a0\u00a090", "Cash   100  90"],
    [
      "unbroken between the groups of a number",
      "1\u00a0234\u202f567 12\u00a0345",
      "1\u00a0234\u00a0567 12\u00a0345",
    ],
    ["wide and narrow", "a\u3000b\u2003c\u2028d", "a b c d"],
    ["within a line", " a\tb  c", " a\tb  c"],
    ["a page", "a\n\f\nb", "a\n\f\nb"],
  ])("%s", (_, text, plain) => {
    expect(plainBlanks(text, false)).toBe(plain);
  });

  test("markup keeps its own blanks within lines", () => {
    expect(plainBlanks("<p>a\u00a0\u00a0b</p> \r\n", true)).toBe("<p>a\u00a0\u00a0b</p>\n");
  });

  test("a million blanks before a letter take no time", () => {
    const text = `${" ".repeat(2_000_000)}a`;
    expect(plainBlanks(text, false)).toBe(text);
  });
});

const samples = ["clean-release.txt", "faulty-release.txt", "damaged-announcement.txt"].map(
  (name) => [name, readFileSync(new URL(`../../samples/${name}`, import.meta.url), "utf8")] as const,
);

describe("they change no finding", () => {
  const changes: readonly [string, (text: string) => string][] = [
    ["CRLF", (text) => text.replaceAll("\n", "\r\n")],
    ["CR", (text) => text.replaceAll("\n", "\r")],
    ["a blank behind every line", (text) => text.replaceAll("\n", " \n")],
    ["a tab behind every line", (text) => text.replaceAll("\n", "\t\n")],
    ["unbroken blanks behind every line", (text) => text.replaceAll("\n", "\u00a0\u00a0\n")],
    ["blank lines at the end", (text) => `${text}\n \n\t\n\n`],
    ["a mark of the byte order", (text) => `\ufeff${text}`],
  ];
  for (const [name, text] of samples) {
    test.each(changes)(`${name}: %s`, async (_, change) => {
      expect(await makeReport(change(text))).toEqual(await makeReport(text));
    });
  }
});
