import stringWidth from "fast-string-width";
import { describe, expect, test } from "vitest";
import { inAscii, showsUnicode } from "../src/console.ts";

describe("a terminal", () => {
  test.each([
    [{}, true],
    [{ LANG: "en_GB.UTF-8" }, true],
    [{ LANG: "de_DE.utf8" }, true],
    [{ LANG: "C" }, false],
    [{ LANG: "de_DE.ISO-8859-1" }, false],
    [{ LC_ALL: "C.UTF-8", LANG: "C" }, true],
    [{ LC_ALL: "", LC_CTYPE: "POSIX", LANG: "en_GB.UTF-8" }, false],
    [{ TERM: "linux", LANG: "en_GB.UTF-8" }, false],
  ])("%j", (env, expected) => {
    expect(showsUnicode(env, false)).toBe(expected);
  });

  test("the console of Windows is written in UTF-16, whatever a locale says", () => {
    expect(showsUnicode({ LANG: "C" }, true)).toBe(true);
  });
});

test("signs have the width they had, and the words of the filing stay", () => {
  const text = " 12 │ Cash, cash …  · “Umsatzerlöse” 营业收入 –";
  expect(inAscii(text)).toBe(` 12 | Cash, cash ~  . "Umsatzerlöse" 营业收入 -`);
  expect(inAscii("1 ≠ 2")).toBe("1 <> 2");
  expect(stringWidth(inAscii(text))).toBe(stringWidth(text));
});
