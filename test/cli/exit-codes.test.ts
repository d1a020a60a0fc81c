import { describe, expect, test } from "vitest";
import { awkward, file } from "../report/awkward.ts";
import { grossProfit, unread } from "../report/checks.ts";
import { run } from "./fake.ts";

const results = {
  ties: file(),
  fails: file({ checks: [grossProfit] }),
  warns: file({ checks: [unread] }),
  noted: file({ checks: [{ ...unread, severity: "note" }] }),
  unreadable: { ...file(), status: "unreadable", error: "unreadable.txt is empty; fetch it again" },
  unrecognized: {
    ...file(),
    status: "unrecognized",
    error: "notes.txt has no financial table; name a filing",
  },
  crashes: new TypeError("x is undefined"),
} as const;

const files = Object.fromEntries(Object.keys(results).map((name) => [`${name}.txt`, name]));

describe("exit code", () => {
  test.each<[code: number, command: string]>([
    [0, "ties.txt"],
    [0, "check ties.txt"],
    [1, "fails.txt"],
    [0, "warns.txt"],
    [0, "ties.txt warns.txt"],
    [1, "ties.txt fails.txt"],
    [2, "unreadable.txt"],
    [2, "missing.txt"],
    [2, "crashes.txt"],
    [2, "unrecognized.txt"],
    [0, "unrecognized.txt --skip-unrecognized"],
    [1, "unrecognized.txt fails.txt --skip-unrecognized"],
    [2, "unreadable.txt --skip-unrecognized"],
    // 2 wins over 1, in whatever order.
    [2, "fails.txt missing.txt"],
    [2, "missing.txt fails.txt"],
    [2, "crashes.txt fails.txt ties.txt"],
    [2, "unrecognized.txt fails.txt"],
    // --fail-on
    [1, "fails.txt --fail-on error"],
    [0, "warns.txt --fail-on error"],
    [1, "warns.txt --fail-on warning"],
    [1, "fails.txt --fail-on warning"],
    [0, "noted.txt --fail-on warning"],
    [0, "fails.txt --fail-on never"],
    [2, "missing.txt --fail-on never"],
    // How the report looks and where it goes changes nothing.
    [1, "fails.txt --output report.txt"],
    [0, "ties.txt -o report.txt"],
    [2, "missing.txt -o report.txt"],
    [1, "fails.txt --format json"],
    [1, "fails.txt -f ndjson"],
    [1, "fails.txt -f lines"],
    [1, "fails.txt --quiet"],
    [1, "fails.txt --all --verbose"],
    [2, "ties.txt -o nowhere/report.txt"],
    // Usage
    [2, ""],
    [2, "check"],
    [2, "--format xml ties.txt"],
    [2, "--format jsn ties.txt"],
    [2, "--frmat json ties.txt"],
    [2, "--fail-on eror ties.txt"],
    [2, "--rule gros-profit ties.txt"],
    [2, "--ignore nothing ties.txt"],
    [2, "--rule , ties.txt"],
    [2, "--rule footing --ignore footing ties.txt"],
    [2, "ties.txt -o ties.txt"],
    [2, "ties.txt --output"],
    [2, "explain"],
    [2, "explain nothing"],
    [2, "dump tables"],
    [2, "dump tabels ties.txt"],
    [2, "dump tables missing.txt"],
    [2, "rules too-many"],
    [2, "help nothing"],
    [0, "rules"],
    [0, "explain footing"],
    [0, "dump tables ties.txt"],
    [0, "--help"],
    [0, "check --help"],
    [0, "help explain"],
    [0, "--version"],
  ])("%i  kc-check %s", async (code, command) => {
    const argv = command.split(" ").filter((word) => word !== "");
    expect((await run(argv, { files, results })).code).toBe(code);
  });
});

describe("one bad file among several", () => {
  test("loses no other result, and the order is kept", async () => {
    const { stdout, stderr } = await run(
      ["fails.txt", "missing.txt", "crashes.txt", "ties.txt", "-f", "json"],
      {
        files,
        results,
      },
    );
    const report: { files: { path: string; status: string; error: string | null }[] } = JSON.parse(stdout);
    expect(report.files.map(({ path, status }) => `${path} ${status}`)).toEqual([
      "fails.txt fail",
      "missing.txt unreadable",
      "crashes.txt unreadable",
      "ties.txt pass",
    ]);
    expect(report.files[2]?.error).toBe(
      "crashes.txt could not be checked because kc-check failed on it (TypeError: x is undefined); please report this, --verbose shows where",
    );
    expect(stderr).toContain("kc-check: missing.txt does not exist; check the path\n");
    expect(stderr).toContain("kc-check: crashes.txt could not be checked");
  });

  test("a crash shows its trace with --verbose only", async () => {
    expect((await run(["crashes.txt"], { files, results })).stderr).not.toContain("\n    at ");
    expect((await run(["crashes.txt", "--verbose"], { files, results })).stderr).toContain("\n    at ");
  });
});

test("a findings report of the awkward set fails, a clean one does not", async () => {
  const [found] = awkward.findings.files;
  const [clean] = awkward.clean.files;
  if (!found || !clean) throw new Error("the awkward reports have files");
  const scene = { files: { "a.txt": "found", "b.txt": "clean" }, results: { found, clean } };
  expect((await run(["a.txt"], scene)).code).toBe(1);
  expect((await run(["b.txt"], scene)).code).toBe(0);
});
