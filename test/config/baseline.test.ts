import { describe, expect, test } from "vitest";
import {
  applyBaseline,
  type Baseline,
  type BaselineEntry,
  baselineText,
  emptyBaseline,
  parseBaseline,
  updateBaseline,
} from "../../src/config/baseline.ts";
import type { Check, FileReport } from "../../src/report/report.ts";
import { checkFiling } from "../check-text.ts";

const filing = `Aldermoor Limited
CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tYear ended December 31,
\t2022\t2023\t2024
\tRMB\tRMB\tRMB
Rent\t1,200\t1,300\t1,400
Power\t345\t400\t455
Other costs, net\t20\t30\t40
Total costs\t1,565\t1,730\t1,980
`;

const check = (text: string): FileReport => checkFiling(new TextEncoder().encode(text), { path: "a.txt" });

const loud = (report: FileReport): readonly Check[] =>
  report.checks.filter(({ status }) => status === "fail" || status === "warn");

const acceptance = { reason: "restated later", who: "A. Reviewer", today: "2026-11-22", expires: null };
const any = (): boolean => true;

function accept(text: string, part: object = {}): readonly BaselineEntry[] {
  const accepting = [{ file: "a.txt", checks: loud(check(text)) }];
  return updateBaseline(emptyBaseline, accepting, { ...acceptance, ...part }, any).baseline.findings;
}

describe("a finding in the baseline", () => {
  test("neither fails nor counts, and keeps its reason", () => {
    const { file, stale } = applyBaseline(check(filing), accept(filing), "2026-11-22");
    expect(file).toMatchObject({ status: "pass", counts: { fail: 0, baselined: 1 } });
    expect(file.checks[0]).toMatchObject({
      status: "fail",
      baselined: { reason: "restated later", who: "A. Reviewer", expires: null },
    });
    expect(stale).toEqual([]);
  });

  test("stays when lines come in above it, within the table and behind it", () => {
    const entries = accept(filing);
    for (const moved of [
      `A new notice\n\nand another\n${filing}`,
      filing.replace("Aldermoor Limited\n", "Aldermoor Limited\n\nUnaudited\n\n"),
      `${filing}\nNotes follow\n`,
    ]) {
      expect(check(moved).checks[0]?.place.line).toBeGreaterThan(8);
      expect(applyBaseline(check(moved), entries, "2026-11-22").file.counts.fail, moved).toBe(0);
    }
  });

  test.each([
    ["the total", "1,980", "1,981"],
    ["an addend", "455", "456"],
    ["the caption", "Total costs", "Total operating costs"],
    ["the year", "2024", "2025"],
  ])("is back when %s changes", (_, from, to) => {
    const { file, stale } = applyBaseline(check(filing.replace(from, to)), accept(filing), "2026-11-22");
    expect(file.counts.fail).toBe(1);
    expect(stale).toHaveLength(1);
  });

  test("is back when it breaks more than before", () => {
    const found = check(filing);
    const [first] = found.checks;
    if (!first) throw new Error("the filing has a finding");
    const worse = { ...found, checks: [{ ...first, related: [{ ...first, fingerprint: "new" }] }] };
    expect(applyBaseline(worse, accept(filing), "2026-11-22").file.checks[0]?.baselined).toBeUndefined();
    // Fewer, as when a rule is left out, are still the same.
    const [entry] = accept(filing);
    const wide = entry ? [{ ...entry, related: ["one", "two"] }] : [];
    expect(applyBaseline(found, wide, "2026-11-22").file.counts.fail).toBe(0);
  });

  test("counts again when its date is past, and not on the day", () => {
    const entries = accept(filing, { expires: "2026-12-31" });
    expect(applyBaseline(check(filing), entries, "2026-12-31").file.counts.fail).toBe(0);
    const late = applyBaseline(check(filing), entries, "2027-01-01");
    expect(late.file.counts.fail).toBe(1);
    expect(late.expired).toEqual(entries);
    expect(late.stale).toEqual([]);
  });

  test("a table without a title is known by its lines, not by its place", () => {
    const bare = filing.split("\n").slice(2).join("\n");
    expect(check(bare).counts.fail).toBe(1);
    const moved = `\n\n\n${bare}`;
    expect(applyBaseline(check(moved), accept(bare), "2026-11-22").file.counts.fail).toBe(0);
  });
});

describe("updating", () => {
  const old: Baseline = { findings: accept(filing, { reason: "old" }) };
  const now = (text: string) => [{ file: "a.txt", checks: loud(check(text)) }];

  test("keeps the words of entries that remain", () => {
    const updated = updateBaseline(old, now(filing), { ...acceptance, reason: "new" }, any);
    expect(updated).toMatchObject({ added: 0, kept: 1, removed: 0 });
    expect(updated.baseline.findings[0]?.reason).toBe("old");
  });

  test("replaces what changed, keeps other files and rules that were not asked for", () => {
    const changed = now(filing.replace("1,980", "1,981"));
    const other = {
      findings: [...old.findings, ...old.findings.map((entry) => ({ ...entry, file: "b.txt" }))],
    };
    const updated = updateBaseline(other, changed, { ...acceptance, reason: "new" }, any);
    expect(updated).toMatchObject({ added: 1, kept: 0, removed: 1 });
    expect(updated.baseline.findings.map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      "b.txt old",
      "a.txt new",
    ]);
    expect(updateBaseline(old, [{ file: "a.txt", checks: [] }], acceptance, () => false).baseline).toEqual(
      old,
    );
  });

  test("an expired one is accepted anew, with its reason", () => {
    const expired = { findings: accept(filing, { reason: "old", expires: "2020-01-01" }) };
    const updated = updateBaseline(
      expired,
      now(filing),
      { ...acceptance, reason: "", expires: "2030-01-01" },
      any,
    );
    expect(updated.baseline.findings[0]).toMatchObject({
      reason: "old",
      expires: "2030-01-01",
      added: "2026-11-22",
    });
  });
});

describe("the file", () => {
  test("is read as it is written, in a fixed order", () => {
    const entries = accept(filing).flatMap((entry) => [{ ...entry, file: "z.txt" }, entry]);
    const text = baselineText({ findings: entries });
    expect(parseBaseline(text, "x").findings.map(({ file }) => file)).toEqual(["a.txt", "z.txt"]);
    expect(baselineText({ findings: [...entries].reverse() })).toBe(text);
  });

  test.each([
    ["{", /^b\.json: is not valid JSON \(.+\); correct it, or write a new one with --update-baseline$/],
    ["[]", /^b\.json: is not a baseline: /],
    [`{"version": 2, "findings": []}`, /^b\.json: is not a baseline: version: /],
    [`{"version": 1, "findings": [{}]}`, /^b\.json: is not a baseline: findings\.0\.file: /],
  ])("that is none is told: %s", (text, said) => {
    expect(() => parseBaseline(text, "b.json")).toThrow(said);
  });
});
