/** The command that writes the page; what the page does is tested in a browser. */
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Script } from "node:vm";
import { afterAll, describe, expect, test } from "vitest";
import { kcCheck } from "./built.ts";

const folder = mkdtempSync(join(tmpdir(), "kc-check-page-"));
afterAll(() => rmSync(folder, { recursive: true }));

const element = (text: string, start: string): string => {
  const from = text.lastIndexOf(start) + start.length;
  return text.slice(from, text.indexOf("</script>", from));
};

describe("kc-check page", () => {
  test("writes one file, whose policy names its own scripts and no address", () => {
    const path = join(folder, "kc-check.html");
    const run = kcCheck(["page", "--output", path]);
    expect(run).toMatchObject({
      code: 0,
      stdout: "",
      stderr: `${path} is written; open it in a browser and drop filings on it\n`,
    });
    const text = readFileSync(path, "utf8");
    expect(kcCheck(["page"]).stdout).toBe(text);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? "";
    expect(policy).toMatch(/^default-src 'none'; style-src [^;*:]*; script-src [^;*:]*; worker-src blob:;/);
    expect(policy).not.toMatch(/unsafe|https?:/);
    const own = element(text, "<script>");
    expect(policy).toContain(`'sha256-${createHash("sha256").update(own).digest("base64")}'`);
    // The program is whole: nothing in it ends the element that it stands in.
    const program = element(text, '<script type="text/plain" id="program">');
    expect(program.length).toBeGreaterThan(2_000_000);
    expect(() => new Script(program)).not.toThrow();
    expect(text.match(/<\/script/gi)).toHaveLength(3);
    expect(element(text, 'id="licences">')).toContain("kc-check holds code of these packages.");
  });

  test("that cannot be written says why", () => {
    const path = join(folder, "not-there", "kc-check.html");
    const { code, stderr } = kcCheck(["page", "-o", path]);
    expect(code).toBe(2);
    expect(stderr).toContain("its folder does not exist; create it first");
    expect(kcCheck(["page", "-o", ""])).toMatchObject({ code: 2 });
    expect(existsSync(path)).toBe(false);
  });
});
