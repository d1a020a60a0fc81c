import { describe, expect, test } from "vitest";
import { formats } from "../../src/report/formats.ts";
import { file } from "../report/awkward.ts";
import { grossProfit } from "../report/checks.ts";
import { kcCheck } from "./built.ts";
import { run } from "./fake.ts";

const files = { "a.txt": "a", "b.txt": "b" };

describe("a mistake on the command line is one sentence on stderr, and nothing on stdout", () => {
  test.each([
    ["--frmat json a.txt", "unknown option '--frmat' (did you mean --format?); see \"kc-check --help\""],
    ["a.txt --format", "option '-f, --format <name>' argument missing; see \"kc-check --help\""],
    ["a.txt -f jsn", `unknown format "jsn" (did you mean json?); use one of ${formats.join(", ")}`],
    ["a.txt -f zebra", `unknown format "zebra"; use one of ${formats.join(", ")}`],
    [
      "a.txt --fail-on warn",
      'unknown --fail-on "warn" (did you mean warning?); use one of error, warning, never',
    ],
    [
      "a.txt --rule gros-profit",
      'unknown rule "gros-profit" (did you mean gross-profit?); "kc-check rules" lists them',
    ],
    ["a.txt --ignore footnig", 'unknown rule "footnig" (did you mean footing?); "kc-check rules" lists them'],
    ["a.txt --rule ,", '--rule names no rule; "kc-check rules" lists them'],
    ["a.txt --rule footing --ignore footing", "every rule asked for is ignored; leave one to check"],
    ["", "no file was given; name a filing, for example: kc-check filing.txt"],
    ["a.txt -o ./a.txt", "--output ./a.txt would overwrite the filing; name another file"],
    ["explain footng", 'unknown rule "footng" (did you mean footing?); "kc-check rules" lists them'],
    [
      "dump tabels a.txt",
      'unknown dump "tabels" (did you mean tables?); use one of tables, figures, claims, relations',
    ],
    [
      "rules a.txt",
      "too many arguments for 'rules' (expected 0 arguments but got 1); see \"kc-check --help\"",
    ],
    ["help nothing", 'there is no such command; see "kc-check --help"'],
  ])("kc-check %s", async (command, sentence) => {
    const { code, stdout, stderr } = await run(
      command.split(" ").filter((word) => word !== ""),
      { files },
    );
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: "", stderr: `kc-check: ${sentence}\n` });
  });

  test("a mistyped command is taken for a file, and says so", async () => {
    expect((await run(["ruls"])).stderr).toBe(
      "kc-check: ruls does not exist; check the path (did you mean the command rules?)\n",
    );
  });
});

describe("what the core is asked", () => {
  test.each<[command: string, asked: unknown[]]>([
    ["a.txt", [{ path: "a.txt" }]],
    ["a.txt --all", [{ path: "a.txt", all: true }]],
    ["--rule footing a.txt", [{ path: "a.txt", rules: ["footing"] }]],
    ["--rule footing,gross-profit a.txt", [{ path: "a.txt", rules: ["footing", "gross-profit"] }]],
    ["--rule footing --rule gross-profit a.txt", [{ path: "a.txt", rules: ["footing", "gross-profit"] }]],
    ["--ignore footing a.txt", [{ path: "a.txt", ignore: ["footing"] }]],
    ["--no-config a.txt", [{ path: "a.txt" }]],
    ["a.txt b.txt", [{ path: "a.txt" }, { path: "b.txt" }]],
    ["a.txt ./a.txt b.txt a.txt", [{ path: "a.txt" }, { path: "b.txt" }]],
    ["- a.txt -", [{ path: "-" }, { path: "a.txt" }]],
    ["-- a.txt", [{ path: "a.txt" }]],
    ["a.txt --confidence possible", [{ path: "a.txt", confidence: "possible" }]],
  ])("kc-check %s", async (command, asked) => {
    const byDefault = { confidence: "likely" };
    expect((await run(command.split(" "), { files, stdin: "a" })).asked).toEqual(
      asked.map((one) => ({ ...byDefault, ...(one as object) })),
    );
  });
});

describe("help", () => {
  test("teaches by examples, states the exit codes, lists the options of check", async () => {
    const { stdout } = await run(["--help"]);
    for (const part of [
      "kc-check release-q4.txt",
      "--skip-unrecognized",
      "-f, --format <name>",
      "--fail-on <level>",
      "-h, --help",
      "explain <rule>",
      "Exit codes:\n  0  everything was checked",
      "  1  something does not tie\n",
      "  2  the job could not be done",
    ]) {
      expect(stdout).toContain(part);
    }
    expect((await run(["check", "--help"])).stdout).toBe(stdout);
  });

  test("version", async () => {
    expect((await run(["--version"])).stdout).toBe("9.9.9\n");
  });
});

describe("commands about rules and reading", () => {
  test("rules", async () => {
    expect((await run(["rules"])).stdout).toBe(
      "gross-profit  Gross profit is revenues less cost of revenues.\n" +
        "footing       A column adds up to its total.\n" +
        '\n"kc-check explain <rule>" says more about one of them.\n',
    );
  });

  test("explain", async () => {
    expect((await run(["explain", "gross-profit"])).stdout).toBe(`\
gross-profit: Gross profit is revenues less cost of revenues.

What it looks at
  It adds up.

Why it matters
  The lines below rest on it.

What to do
  Compare the figures with the ledger.

Source
  ASC 225-10-S99

Severity
  error: a certain break fails a run. One that is only likely, a difference that rounding might
  just explain, or one that the filing gives a reason for, is a warning

Ties
  A profit:
                     2023
    Revenues        7,047
    Costs         (6,197)
    Gross profit      850
`);
  });

  test("dump of a file that cannot be read says why", () => {
    for (const [input, sentence] of [
      ["%PDF-1.7\n1 0 obj\n", "kc-check: standard input: this PDF "],
      ["\0\0\0\u0001\u0002", "kc-check: standard input: this is a binary file"],
    ] as const) {
      const { code, stderr } = kcCheck(["dump", "tables", "-"], input);
      expect(code).toBe(2);
      expect(stderr).toContain(sentence);
      expect(stderr).not.toContain("report this");
    }
  });

  test("dump shows the text of the core, without escapes of the filing", async () => {
    const scene = { files: { "a.txt": "Revenues\t1\u001b[2J" } };
    expect((await run(["dump", "tables", "a.txt"], scene)).stdout).toBe("a.txt\nRevenues\t1\\u001b[2J\n");
    expect((await run(["dump", "tables", "-"], { stdin: "x" })).stdout).toBe("-\nx\n");
  });
});

test("an error in a name that would act on the terminal is escaped", async () => {
  expect((await run(["\u001b[2J.txt"])).stderr).toBe(
    "kc-check: \\u001b[2J.txt does not exist; check the path\n",
  );
});

test("standard input is checked like a file", async () => {
  const scene = { stdin: "a", results: { a: file({ checks: [grossProfit] }) } };
  const { code, stdout } = await run(["-", "-f", "lines"], scene);
  expect(code).toBe(1);
  expect(stdout).toContain("-:181:22: gross-profit: Gross profit, FY2023: printed 850,169");
});
