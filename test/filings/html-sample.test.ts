/** The sample in HTML: quiet as it is, and a slip in its markup is found and named where it stands. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFiling } from "../../src/run.ts";

const source = readFileSync(new URL("../../samples/annual-statements.htm", import.meta.url), "utf8");
const check = (text: string): ReturnType<typeof checkFiling> =>
  checkFiling(new TextEncoder().encode(text), { path: "annual-statements.htm", all: true });

describe("annual-statements.htm", () => {
  test("is silent, and every figure of its tables ties", async () => {
    const report = await check(source);
    expect(report.checks.filter(({ status }) => status === "fail" || status === "warn")).toEqual([]);
    const { printed, tied, inText } = report.figures;
    expect({ format: report.format, untied: printed - inText.printed - (tied - inText.tied) }).toEqual({
      format: "html",
      untied: 0,
    });
    expect(printed).toBeGreaterThan(140);
  });

  test("is understood: periods by the tags, currency by the marks", async () => {
    const { periods, checks } = await check(source);
    expect(periods).toEqual(
      ["2024-01-01/2024-12-31", "2023-01-01/2023-12-31", "2024-12-31", "2023-12-31"].sort(
        (a, b) => periods.indexOf(a) - periods.indexOf(b),
      ),
    );
    expect(checks.find(({ rule }) => rule === "gross-profit")?.currency).toBe("CNY");
  });

  test.each([
    ["a transposition in a tagged figure", "1,704,775", "1,704,757"],
    ["a digit in a plain figure", ">816,288<", ">816,238<"],
    ["a digit in a negative one, its bracket in the next cell", ">(131,138<", ">(131,188<"],
    ["a digit of the closing cash", ">1,265,956<", ">1,265,996<"],
  ])("%s", async (_, right, wrong) => {
    const report = await check(source.replace(right, wrong));
    const failures = report.checks.filter(({ status }) => status === "fail");
    expect(failures.length).toBeGreaterThan(0);
    const slip = wrong.replace(/[<>(]/g, "");
    const suspects = failures.flatMap(({ diagnosis }) => diagnosis?.suspects ?? []);
    const named = suspects.find(({ raw }) => raw.includes(slip));
    expect(named).toBeDefined();
    const line = source.replace(right, wrong).split("\n")[(named?.line ?? 0) - 1] ?? "";
    expect(line.slice((named?.column ?? 1) - 1, (named?.endColumn ?? 1) - 1)).toContain(slip);
  });
});
