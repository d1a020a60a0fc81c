/** Every awkward report through every format: what must hold whatever the filing says. */
import { describe, expect, test } from "vitest";
import { json } from "../../src/report/json.ts";
import { lines } from "../../src/report/lines.ts";
import { markdownStream } from "../../src/report/markdown.ts";
import { ndjson } from "../../src/report/ndjson.ts";
import { plainOptions, type ReportOptions } from "../../src/report/options.ts";
import type { Report } from "../../src/report/report.ts";
import { streamed } from "../../src/report/stream.ts";
import { table } from "../../src/report/table.ts";
import { awkward, file, report } from "./awkward.ts";
import { grossProfit } from "./checks.ts";

const reports: [name: string, report: Report][] = Object.entries(awkward);
const forPeople = { table, lines };
const modes = {
  plain: {},
  all: { all: true },
  verbose: { verbose: true },
  quiet: { quiet: true },
  narrow: { width: 80, verbose: true, all: true },
  tiny: { width: 40 },
  passOver: { passOver: true },
} as const;

describe.each(Object.entries(forPeople))("%s", (_format, reporter) => {
  describe.each(reports)("%s", (_name, awkwardReport) => {
    test.each(Object.entries(modes))("%s", (_mode, mode) => {
      const text = reporter(awkwardReport, { ...plainOptions, ...mode });
      // Nothing of the filing may act on the terminal or forge a line.
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      expect(text).not.toMatch(/ $/m);
      expect(text).not.toMatch(/undefined|null|NaN|\[object/);
      expect(text === "" || (text.endsWith("\n") && !text.endsWith("\n\n"))).toBe(true);
      expect(text).not.toContain("\n\n\n");
    });

    test("names every file, every finding and every error", () => {
      const text = reporter(awkwardReport, plainOptions);
      const errors = awkwardReport.files.flatMap(({ error }) => error ?? []);
      const places = awkwardReport.files.flatMap(({ checks }) =>
        checks
          .filter((check) => check.status !== "pass")
          .map(({ place }) => `:${place.line}:${place.column}`),
      );
      for (const part of [...errors, ...places]) expect(text).toContain(part);
    });

    test("says how much was looked at, unless nothing was", () => {
      const checked = awkwardReport.files.filter(({ error }) => error === null);
      const text = reporter(awkwardReport, plainOptions);
      expect(/\d figures printed, [\d,]+ tied by /.test(text)).toBe(checked.length > 0);
    });
  });
});

test.each(reports)("lines: %s is one finding a line, the honesty line last", (_name, awkwardReport) => {
  const text = lines(awkwardReport, plainOptions).trimEnd();
  const all = text === "" ? [] : text.split("\n");
  const places = all.filter((line) => /^[^:]+:\d+:\d+: [a-z-]+: ./.test(line));
  const honesty = all.filter((line) => /^[\d,]+ figures printed, /.test(line));
  const expected = awkwardReport.files.reduce(
    (sum, { error, counts }) => sum + (error === null ? counts.fail + counts.warn : 1),
    0,
  );
  expect(places).toHaveLength(expected);
  expect(all).toEqual([...places, ...honesty]);
  expect(honesty.length).toBeLessThanOrEqual(1);
});

test("lines: the whole of a report", () => {
  expect(lines(awkward.findings, plainOptions)).toBe(`\
filing.txt:70:26: prose: Other revenues, FY2024: the sentence says RMB0.1 million, the table 152 thousand (difference -0.1)
filing.txt:181:22: gross-profit: Gross profit, FY2023: printed 850,169, recomputed 850,196 (difference -27)
filing.txt:183:20: malformed-figure: warning: Operating expenses: the print .23,888 is no number
1,318 figures printed, 1,262 tied by 2,104 relations, 1 only in findings, 1 unreadable, 3 in no relation (--verbose lists them)
`);
  expect(lines(awkward.findings, { ...plainOptions, verbose: true })).toContain(
    "filing.txt:183:20: unreadable figure: Operating expenses: .23,888\n" +
      "filing.txt:204:16: in no relation: Other revenues, 2023 RMB: 152\n",
  );
  expect(lines(awkward.findings, { ...plainOptions, quiet: true })).not.toContain("warning");
  expect(lines(awkward.all, { ...plainOptions, all: true })).toContain(
    "filing.txt:181:32: gross-profit: ties: Gross profit, FY2024: 1,341,179 ties\n",
  );
  expect(lines(awkward.unreadable, plainOptions)).toBe(
    "missing.txt:1:1: unreadable: missing.txt does not exist; check the path\n",
  );
});

/** The names of `keys` that the value lacks. */
function missing(value: object | null | undefined, keys: string): readonly string[] {
  return keys.split(" ").filter((key) => !Object.keys(value ?? {}).includes(key));
}

describe("json", () => {
  test.each(reports)("%s comes back as it went in", (_name, awkwardReport) => {
    const text = json(awkwardReport);
    expect(JSON.parse(text)).toEqual(awkwardReport);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
    const again = ndjson(awkwardReport)
      .split("\n")
      .slice(0, -1)
      .map((line): unknown => JSON.parse(line));
    expect(again).toEqual(awkwardReport.files);
  });

  test("is indented by two and ends in one line feed", () => {
    expect(json(report())).toBe(`{
  "schemaVersion": 1,
  "tool": {
    "name": "kc-check",
    "version": "0.1.0"
  },
  "files": [],
  "totals": {
    "files": 0,
    "pass": 0,
    "fail": 0,
    "warn": 0,
    "skip": 0,
    "unreadable": 0
  }
}
`);
  });

  test("has every key of the contract", () => {
    const read: Report = JSON.parse(json(awkward.findings));
    const [first] = read.files;
    const check = first?.checks.find(({ rule }) => rule === "gross-profit");
    const figureKeys = "raw value line column endColumn page table row col";
    const [listed] = (JSON.parse(json(awkward.all)) as Report).files;
    expect([
      ...missing(read, "schemaVersion tool files totals"),
      ...missing(first, "path format status error issuer periods figures counts checks skipped"),
      ...missing(first?.figures, "printed tied damaged"),
      ...missing(first?.counts, "pass warn fail skip"),
      ...missing(first?.skipped[0], "rule reason"),
      ...missing(check, `rule status grade severity title message period currency result terms`),
      ...missing(check, "expected difference diagnosis fingerprint"),
      ...missing(check?.result, figureKeys),
      ...missing(check?.terms[0], `${figureKeys} weight`),
      ...missing(check?.expected, "value low high"),
      ...missing(check?.diagnosis, "slip suspects message"),
      ...missing(check?.diagnosis?.suspects[0], `${figureKeys} reading settles`),
      ...missing(listed?.figureList?.[0], `${figureKeys} checks`),
    ]).toEqual([]);
  });
});

test("totals add up the files", () => {
  expect(awkward.severalFiles.totals).toEqual({
    files: 5,
    pass: 6312,
    fail: 2,
    warn: 1,
    skip: 0,
    unreadable: 1,
  });
});

describe("markdown", () => {
  const markdown = (of: Report, options: ReportOptions): string => streamed(of, markdownStream(options));

  /** What markdown leaves of a text: escapes resolved, comments gone. */
  const rendered = (text: string): string =>
    text.replaceAll("<!-- -->", "").replace(/\\([\\`*_[\]<>|~$&#+=-])/g, "$1");

  test.each(reports)("%s: every file, finding and error is told", (_name, awkwardReport) => {
    for (const mode of Object.values(modes)) {
      const text = markdown(awkwardReport, { ...plainOptions, ...mode });
      expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
      expect(text).not.toContain("\n\n\n");
      expect(text.length).toBeLessThan(65_536);
      expect(text === "" || (text.endsWith("\n") && !text.endsWith("\n\n"))).toBe(true);
    }
    const text = markdown(awkwardReport, plainOptions);
    for (const { error } of awkwardReport.files) expect(rendered(text)).toContain(error ?? "");
    const findings = awkwardReport.files.flatMap(({ checks }) =>
      checks.filter(({ status }) => status === "fail" || status === "warn"),
    );
    expect(text.match(/^\| (?:❌|⚠️) \d+ \|/gm) ?? []).toHaveLength(findings.length);
  });

  test("the whole of a report", async () => {
    await expect(markdown(awkward.findings, plainOptions)).toMatchFileSnapshot("markdown.snapshot.md");
  });

  test("a text of the filing makes no markup, cell, mention, link or reference", () => {
    const evil =
      "a|b `x` <img src=x onerror=alert(1)> **bold** [l](http://evil.example) @team #12 www.evil.example";
    const [awkwardFile] = report(
      file({
        checks: [
          {
            ...grossProfit,
            message: evil,
            title: evil,
            display: { ...grossProfit.display, line: evil, printed: evil },
          },
        ],
      }),
    ).files;
    const text = markdown(report(awkwardFile ?? file()), plainOptions);
    const code = /(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g;
    // In a summary HTML is in force, not markdown.
    const bare = text.replace(code, "").replace(/^<summary>(.*)$/gm, (line) => line.replaceAll("*", ""));
    expect(bare).not.toMatch(/(?<!\\)<img|@team|#12|:\/\/|www\.|(?<!\\)\*\*bold/);
    const rows = text.split("\n").filter((line) => line.startsWith("| ❌"));
    for (const line of rows) expect(line.match(/(?<!\\)\|/g)).toHaveLength(9);
  });

  test("many findings: as many as a comment holds, and it says what is left out", () => {
    const text = markdown(awkward.manyFindings, plainOptions);
    expect(text).toMatch(/^\d+ more findings? left out|^\d+ of 300 findings told in full/m);
  });
});
