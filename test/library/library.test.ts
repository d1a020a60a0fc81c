/** What programs import. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checkFiling, type FileReport, type Format, formatReport } from "../../src/index.ts";
import { formats } from "../../src/report/formats.ts";
import { kcCheck } from "../cli/built.ts";

const sample = new URL("../../samples/faulty-release.txt", import.meta.url);
const bytes = readFileSync(sample);
/** As a program in JavaScript calls it. */
const untyped = checkFiling as (...args: unknown[]) => Promise<FileReport>;

describe("checkFiling", () => {
  test("needs nothing but bytes", async () => {
    const { path, status, checks } = await checkFiling(bytes);
    expect({ path, status }).toEqual({ path: "filing", status: "fail" });
    expect(checks).toEqual((await checkFiling(bytes, { path: "filing.txt" })).checks);
  });

  test("a filing that cannot be read is a result", async () => {
    const { status, error } = await checkFiling(new TextEncoder().encode("%PDF-1.7"));
    expect({ status, isTold: (error ?? "").length > 10 }).toEqual({ status: "unreadable", isTold: true });
  });

  test.each<[string, unknown[], string]>([
    ["nothing", [], "checkFiling needs the bytes of a filing, a Uint8Array, not undefined"],
    ["a text", ["Revenue 5"], "not a string; read the file without an encoding"],
    ["an array", [[1, 2]], "not an array"],
    ["options that are none", [bytes, "a.txt"], "options need to be an object, not a string"],
    ["a path that is none", [bytes, { path: 5 }], "path needs to be a string, not a number"],
    ["an unknown rule", [bytes, { rules: ["gros-profit"] }], '"gros-profit" (did you mean gross-profit?)'],
    [
      "an unknown rule to ignore",
      [bytes, { ignore: ["x-y-z"] }],
      'does not exist, "x-y-z"; rules are listed',
    ],
    ["a rule that is no list", [bytes, { rules: "margin" }], "rules needs to be an array of names of rules"],
    ["a confidence that is none", [bytes, { confidence: "sure" }], 'certain, likely, possible, not "sure"'],
    ["a prior without bytes", [bytes, { prior: { path: "a" } }], "prior needs the bytes of a filing"],
  ])("refuses %s", async (_, args, sentence) => {
    const error: unknown = await untyped(...args).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain(sentence);
  });
});

describe("formatReport", () => {
  test.each(formats.filter((format) => format !== "html" && format !== "xlsx"))(
    "%s is what the command line writes",
    async (format) => {
      const report = await checkFiling(bytes, { path: "samples/faulty-release.txt" });
      const { stdout } = kcCheck(["samples/faulty-release.txt", "--no-config", "--format", format]);
      expect(await formatReport(report, format)).toBe(stdout);
    },
  );

  test("html needs the filing", async () => {
    const path = "samples/faulty-release.txt";
    const { stdout } = kcCheck([path, "--no-config", "--format", "html"]);
    const page = await formatReport([await checkFiling(bytes, { path, content: true })], "html");
    // The build makes the style and the script smaller.
    const body = (text: string): string => text.slice(text.indexOf("<nav"), text.lastIndexOf("<script>"));
    expect(body(page)).toBe(body(stdout));
    await expect(formatReport(await checkFiling(bytes, { path }), "html")).rejects.toThrow(
      "check it with content: true",
    );
  });

  test("an unknown format is told", async () => {
    await expect(formatReport([], "markdwn" as Format)).rejects.toThrow(
      'no format "markdwn" (did you mean markdown?)',
    );
  });
});
