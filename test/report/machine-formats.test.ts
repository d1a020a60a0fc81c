/** The formats that other programs read: valid for every awkward report, and exact for one. */
import Ajv from "ajv";
import addFormats from "ajv-formats";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { githubStream } from "../../src/report/github.ts";
import { junitStream } from "../../src/report/junit.ts";
import { plainOptions, type ReportOptions } from "../../src/report/options.ts";
import type { Report } from "../../src/report/report.ts";
import { sarifStream } from "../../src/report/sarif.ts";
import { rules } from "../../src/rules/index.ts";
import { awkward, file, report } from "./awkward.ts";
import { grossProfit, prose, unread } from "./checks.ts";
import { streamed } from "../../src/report/stream.ts";
import { sarifSchema } from "./sarif-schema.ts";
import { type Element, parseXml } from "./well-formed.ts";

const reports: [name: string, report: Report][] = Object.entries(awkward);
const options: ReportOptions = { ...plainOptions, rules };

const sarif = (of: Report, given: ReportOptions): string => streamed(of, sarifStream(given, "0.1.0"));
const junit = (of: Report): string => streamed(of, junitStream(options));
const github = (of: Report, given = options): string => streamed(of, githubStream(given));

const ajv = new Ajv.default({ allErrors: true });
addFormats.default(ajv);
const isSarif = ajv.compile<Log>(sarifSchema);

function readSarif(of: Report, over: Partial<ReportOptions> = {}): Log {
  const log: unknown = JSON.parse(sarif(of, { ...options, ...over }));
  if (!isSarif(log)) throw new Error(JSON.stringify(isSarif.errors, null, 1));
  return log;
}

describe("sarif", () => {
  test.each(reports)("%s is valid", (_name, awkwardReport) => {
    const [run] = readSarif(awkwardReport).runs;
    const findings = awkwardReport.files.flatMap(({ checks }) =>
      checks.filter(({ status }) => status === "fail" || status === "warn"),
    );
    expect(run?.results).toHaveLength(findings.length);
    expect(run?.columnKind).toBe("utf16CodeUnits");
    const isDone = awkwardReport.files.every(({ error }) => error === null);
    expect(run?.invocations?.[0]?.executionSuccessful).toBe(isDone);
    for (const result of run?.results ?? []) {
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    }
    // The same where the rules are not known, as in a report of a later version.
    expect(readSarif(awkwardReport, { rules: [] }).runs[0]?.results).toHaveLength(findings.length);
  });

  test("a failure with its cells", () => {
    const [result] = readSarif(report(file({ checks: [grossProfit] }))).runs[0]?.results ?? [];
    expect(result).toMatchObject({
      ruleId: "gross-profit",
      level: "error",
      message: { text: expect.stringContaining("850,169 ≠ 7,047,461 - 6,197,265 = 850,196") },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: "filing.txt" },
            region: { startLine: 181, startColumn: 22, endColumn: 29, snippet: { text: "850,169" } },
          },
        },
      ],
      relatedLocations: [
        { id: 1, message: { text: "Total revenues, 2023 RMB: 7,047,461" } },
        { id: 2, message: { text: "Cost of revenues, 2023 RMB: (6,197,265)" } },
      ],
      partialFingerprints: { "kcCheck/v1": "gross-profit/1" },
    });
  });

  test("every rule is described, with help, warnings are warnings", () => {
    const [run] = readSarif(report(file({ checks: [unread] }))).runs;
    expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ name }) => name));
    for (const rule of run?.tool.driver.rules ?? []) {
      expect(rule.help?.markdown).toContain("**What to do.**");
      expect(rule.helpUri).toMatch(new RegExp(`/docs/rules/${rule.id}\\.md$`));
    }
    expect(run?.results?.[0]?.level).toBe("warning");
  });

  test.each([
    ["年报 #1 100%.txt", "%E5%B9%B4%E6%8A%A5%20%231%20100%25.txt"],
    ["/data/a b.txt", "file:///data/a%20b.txt"],
    ["C:\\data\\a.txt", "file:///C:/data/a.txt"],
    ["reports\\a.txt", "reports/a.txt"],
    ["-", "stdin"],
  ])("the address of %s", (path, uri) => {
    const [run] = readSarif(report(file({ path }))).runs;
    expect(run?.artifacts?.[0]?.location?.uri).toBe(uri);
  });

  test("the lines of a PDF are not lines of the file", () => {
    const [result] = readSarif(awkward.pdf).runs[0]?.results ?? [];
    expect(result?.locations?.[0]?.physicalLocation?.region).toMatchObject({
      startLine: 1,
      message: { text: expect.stringMatching(/^page \d+, line \d+$/) },
    });
  });

  test("no more than 25,000 results, failures first, and it says so", () => {
    const many = Array.from({ length: 25_001 }, (_, i) => (i === 25_000 ? grossProfit : unread));
    const [run] = readSarif(report(file({ checks: many }))).runs;
    expect(run?.results).toHaveLength(25_000);
    expect(run?.results?.[0]?.ruleId).toBe("gross-profit");
    expect(run?.invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      "1 more finding left out",
    );
  });
});

function find(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...find(child, name)]);
}

describe("junit", () => {
  test.each(reports)("%s is well-formed, and its counts are right", (_name, awkwardReport) => {
    const root = parseXml(junit(awkwardReport));
    expect(root.name).toBe("testsuites");
    expect(find(root, "testsuite")).toHaveLength(awkwardReport.files.length);
    for (const suite of [root, ...find(root, "testsuite")]) {
      expect(suite.attributes).toMatchObject({
        tests: String(find(suite, "testcase").length),
        failures: String(find(suite, "failure").length),
        errors: String(find(suite, "error").length),
        skipped: String(find(suite, "skipped").length),
      });
    }
  });

  test("one case for each rule: ties, breaks, warns, had nothing to check", () => {
    const tally = { pass: 0, warn: 0, fail: 0, skip: 0 };
    const tallied = file({
      checks: [grossProfit, { ...grossProfit, fingerprint: "gross-profit/3" }, unread],
      rules: [
        { ...tally, rule: "gross-profit", pass: 4, fail: 2 },
        { ...tally, rule: "footing", pass: 31 },
        { ...tally, rule: "malformed-figure", warn: 1 },
        { ...tally, rule: "per-share", skip: 2 },
        { ...tally, rule: "margin" },
      ],
    });
    const root = parseXml(junit(report(tallied)));
    const cases = find(root, "testcase");
    expect(cases.map(({ attributes }) => attributes["name"])).toEqual(tallied.rules?.map(({ rule }) => rule));
    expect(cases.map((each) => each.children.map(({ name }) => name))).toEqual([
      ["failure", "system-out"],
      ["system-out"],
      ["system-out"],
      ["skipped"],
      ["skipped"],
    ]);
    const [failure] = find(root, "failure");
    expect(failure?.attributes).toEqual({
      type: "gross-profit",
      message: "Gross profit, FY2023: printed 850,169, recomputed 850,196 (difference -27) (and 1 more)",
    });
    expect(failure?.text).toContain("850,169 ≠ 7,047,461 - 6,197,265 = 850,196");
    expect(root.attributes).toMatchObject({ tests: "5", failures: "1", errors: "0", skipped: "2" });
  });

  test("no character that XML cannot hold", () => {
    const bad = "\u0000\u001b\ufffe\uffff\ud800<&>\"']]>";
    const text = junit(report(file({ path: bad, checks: [{ ...grossProfit, message: bad }] })));
    const [failure] = find(parseXml(text), "failure");
    expect(failure?.attributes["message"]).toBe("\\u0000\\u001b\ufffd<&>\"']]>");
  });
});

describe("github", () => {
  test.each(reports)("%s is one command a finding", (_name, awkwardReport) => {
    const said = github(awkwardReport, options).split("\n").slice(0, -1);
    const pattern = /^::(?:error|warning|notice) (?:[a-zA-Z]+=[^,:]*(?:,|(?=::)))+::[^\n\r]+$/;
    const commands = said.filter((line) => line.startsWith("::"));
    for (const line of commands) expect(line).toMatch(pattern);
    const expected = awkwardReport.files.reduce(
      (sum, { error, counts }) => sum + (error === null ? counts.fail + counts.warn : 1),
      0,
    );
    expect(commands).toHaveLength(expected);
    expect(said.length - commands.length).toBeLessThanOrEqual(1);
  });

  test("the whole of a report", () => {
    expect(github(awkward.findings, options)).toBe(`\
::error file=filing.txt,line=70,col=26,endColumn=39,title=prose%3A Other revenues%2C FY2024::Other revenues, FY2024: the sentence says RMB0.1 million, the table 152 thousand (difference -0.1)%0AOther revenues in the text = Other revenues in the table: RMB0.1 million ≠ 152 thousand = RMB0.2 million
::error file=filing.txt,line=181,col=22,endColumn=28,title=gross-profit%3A Gross profit%2C FY2023::Gross profit, FY2023: printed 850,169, recomputed 850,196 (difference -27)%0AGross profit = Total revenues - Cost of revenues: 850,169 ≠ 7,047,461 - 6,197,265 = 850,196%0ATwo digits are swapped: with 850,196 both relations of this figure tie.
::warning file=filing.txt,line=183,col=20,endColumn=26,title=malformed-figure%3A Operating expenses::Operating expenses: the print .23,888 is no number
1,318 figures printed, 1,262 tied by 2,104 relations, 1 only in findings, 1 unreadable, 3 in no relation (--verbose lists them)
`);
    expect(github(awkward.findings, { ...options, quiet: true })).not.toContain("::warning");
  });

  test("what would end the command or a property early is escaped", () => {
    const path = "a,b::c%0A\n::error file=x::.txt";
    const said = github(report(file({ path, checks: [{ ...prose, message: "50%0A\r\n::stop" }] })), options);
    expect(said.split("\n")[0]).toMatch(
      /^::error file=a%2Cb%3A%3Ac%250A %3A %3Aerror file=x%3A%3A\.txt,line=/,
    );
    expect(said).toContain("::50%250A : :stop%0A");
  });

  test("standard input has no file, a PDF no lines", () => {
    expect(github(awkward.standardInput, options)).toMatch(/^::error line=/);
    expect(github(awkward.pdf, options)).toMatch(/^::error file=report\.pdf,title=/);
  });
});
