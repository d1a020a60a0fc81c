import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import type { Check, FileReport } from "../../../src/report/report.ts";
import { operatingLoss } from "../../report/checks.ts";
import { countBy, isAccusation, judgeFile } from "./tally.ts";
import { parseVerdicts, Verdicts } from "./verdicts.ts";

const head = "path\trule\tline\tcolumn\traw\trow\tcol\tlabel\tcause\ttell\tprinciple\n";
const line = (label: string, at = 189): string =>
  `a/b.txt\tfooting\t${at}\t20\t(1,872,420)\tOperating loss\tFY2023\t${label}\t-\t-\t-\n`;

const folder = mkdtempSync(join(tmpdir(), "kc-judged-"));
afterAll(() => rmSync(folder, { recursive: true }));

function verdictsOf(text: string): Verdicts {
  const path = join(folder, "verdicts.tsv");
  writeFileSync(path, head + text);
  return new Verdicts([path]);
}

const reportOf = (...checks: Check[]): FileReport =>
  ({ path: "judged.zip!a/b.txt", format: "text", checks }) as unknown as FileReport;

describe("verdicts", () => {
  test("a line without a known label is refused", () => {
    expect(() => parseVerdicts(head + line("maybe"))).toThrow("line 2 of the verdicts");
  });

  test("are found by the path inside the archive, and by the end of a path", () => {
    const verdicts = verdictsOf(line("false"));
    expect(verdicts.of("judged.zip!a/b.txt")).toHaveLength(1);
    expect(verdicts.of("somewhere/a/b.txt")).toHaveLength(1);
    expect(verdicts.of("other/b.txt")).toHaveLength(0);
  });
});

describe("failures against verdicts", () => {
  const likely: Check = { ...operatingLoss, status: "warn", confidence: "likely" };

  test("certain and likely breaks count, other warnings do not", () => {
    expect(isAccusation(operatingLoss)).toBe(true);
    expect(isAccusation(likely)).toBe(true);
    expect(isAccusation({ ...likely, confidence: "possible" })).toBe(false);
    expect(isAccusation({ ...likely, grade: "strained", confidence: null })).toBe(false);
  });

  test.each([
    ["true-error", "true"],
    ["true-rounding", "true"],
    ["false", "false"],
    ["unsure", "unsure"],
  ])("one judged %s counts as %s", (label, outcome) => {
    const { findings, lost } = judgeFile(reportOf(likely), verdictsOf(line(label)));
    expect(findings.map((finding) => finding.outcome)).toEqual([outcome]);
    expect(lost).toEqual([]);
  });

  test("one at another place is not judged, and the true one is lost", () => {
    const { findings, lost } = judgeFile(reportOf(operatingLoss), verdictsOf(line("true-error", 12)));
    expect(findings.map((finding) => finding.outcome)).toEqual(["open"]);
    expect(lost).toHaveLength(1);
  });

  test("a true one that became another warning is kept as such", () => {
    const strained: Check = { ...operatingLoss, status: "warn", grade: "strained", confidence: null };
    const { findings, softened, lost } = judgeFile(reportOf(strained), verdictsOf(line("true-rounding")));
    expect([findings.length, softened.length, lost.length]).toEqual([0, 1, 0]);
  });

  test("are counted by a key, the largest group first", () => {
    const { findings } = judgeFile(reportOf(likely, operatingLoss, likely), verdictsOf(line("false")));
    const groups = countBy(findings, ({ check }) => check.confidence ?? "");
    expect(groups.map(([key, counts]) => [key, counts.false])).toEqual([
      ["likely", 2],
      ["certain", 1],
    ]);
  });
});

test.each(["test/bench/judged.tsv"])("%s can be read", (path) => {
  expect(parseVerdicts(readFileSync(path, "utf8")).length).toBeGreaterThan(100);
});

const shared = "../shared/judgement/judged.tsv";

test.skipIf(!existsSync(shared))(`${shared} can be read`, () => {
  expect(parseVerdicts(readFileSync(shared, "utf8")).length).toBeGreaterThan(100);
});
