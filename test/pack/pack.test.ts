/** The packed tarball as its users get it: installed into an empty folder, run, imported, type-checked. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const tool = (name: string): string => join(root, "node_modules/.bin", name);

describe("the package", () => {
  const folder = mkdtempSync(join(tmpdir(), "kc-pack-"));
  const home = join(folder, "user");
  let tarball = "";
  let files: readonly string[] = [];
  let unpackedSize = Number.POSITIVE_INFINITY;

  const run = (...args: string[]): { readonly status: number | null; readonly stdout: string } => {
    const { status, stdout } = spawnSync(join(home, "node_modules/.bin/kc-check"), args, {
      cwd: home,
      encoding: "utf8",
    });
    return { status, stdout };
  };

  beforeAll(() => {
    // A copy, so that packing does not build under the feet of the tests beside this one.
    const copy = join(folder, "source");
    const left = new Set([".git", "dist", "node_modules", "test"].map((name) => join(root, name)));
    cpSync(root, copy, { recursive: true, filter: (path) => !left.has(path) });
    execFileSync("ln", ["-s", join(root, "node_modules"), join(copy, "node_modules")]);
    const [packed] = JSON.parse(execFileSync("npm", ["pack", "--json"], { cwd: copy, encoding: "utf8" }));
    tarball = join(copy, packed.filename);
    unpackedSize = packed.unpackedSize;
    files = packed.files.map((file: { readonly path: string }) => file.path);
    mkdirSync(home);
    writeFileSync(join(home, "package.json"), '{ "type": "module" }\n');
    execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", tarball], { cwd: home });
    for (const name of ["clean-release.txt", "faulty-release.txt"]) {
      cpSync(join(root, "samples", name), join(home, name));
    }
  }, 120_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("holds what is needed and nothing else", () => {
    const kinds = files.map((path) =>
      path
        .replace(/^dist\/types\/.*\.d\.ts$/, "dist/types/*.d.ts")
        .replace(/^dist\/[\w-]+\.(c?js)$/, "dist/*.$1")
        .replace(/^dist\/kc-check\.v8-.*\.(bin|json)$/, "dist/kc-check.v8-*.$1")
        .replace(/^dist\/cmaps\/.*$/, "dist/cmaps/*")
        .replace(/^docs\/[\w-]+\.schema\.json$/, "docs/*.schema.json"),
    );
    const expected = [
      "LICENSE",
      "README.md",
      "bin/first-process.js",
      "bin/kc-check.js",
      "bin/package.json",
      "dist/*.cjs",
      "dist/*.js",
      "dist/THIRD-PARTY-LICENCES.txt",
      "dist/cmaps/*",
      "dist/kc-check.v8-*.bin",
      "dist/kc-check.v8-*.json",
      "dist/types/*.d.ts",
      "docs/*.schema.json",
      "package.json",
    ];
    expect(expected).toEqual(expect.arrayContaining([...new Set(kinds)]));
    expect(files).toContain("dist/types/index.d.ts");
  });

  test("is as small as the README says", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const most = Number(/takes less than (\d+) MB/.exec(readme)?.[1]);
    expect(unpackedSize).toBeLessThan(most * 1_000_000);
  });

  test("installs without any other package", () => {
    const { packages } = JSON.parse(readFileSync(join(home, "package-lock.json"), "utf8"));
    expect(Object.keys(packages)).toEqual(["", "node_modules/kc-check"]);
  });

  test("names the licence of every package that the bundle holds", () => {
    const text = readFileSync(join(home, "node_modules/kc-check/dist/THIRD-PARTY-LICENCES.txt"), "utf8");
    const parts = text.split(`\n${"-".repeat(72)}\n`);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(part).toMatch(/permission|licen[cs]e|redistribution/i);
  });

  test("runs in an empty folder", () => {
    expect(run("clean-release.txt").status).toBe(0);
    const { status, stdout } = run("faulty-release.txt", "--format", "lines");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^faulty-release\.txt:\d+:\d+: /);
  });

  test("is a library with types", () => {
    writeFileSync(
      join(home, "use.ts"),
      `import { readFileSync } from "node:fs";
import { checkFiling, type FileReport, type Format, formatReport } from "kc-check";
const report: FileReport = await checkFiling(readFileSync("faulty-release.txt"));
const first: string | undefined = report.checks[0]?.message;
const format: Format = "lines";
console.log(report.status, typeof first, (await formatReport(report, format)).startsWith("filing:"));
`,
    );
    const options = ["--module", "nodenext", "--target", "es2023", "--strict", "--skipLibCheck", "false"];
    const types = ["--types", "node", "--typeRoots", join(root, "node_modules/@types")];
    execFileSync(tool("tsc"), [...options, ...types, "use.ts"], { cwd: home, encoding: "utf8" });
    expect(execFileSync(process.execPath, ["use.js"], { cwd: home, encoding: "utf8" })).toBe(
      "fail string true\n",
    );
  });

  test("publint finds nothing to mend", () => {
    const { status, stdout } = spawnSync(tool("publint"), ["run", tarball, "--strict"], { encoding: "utf8" });
    expect(stdout).toMatch(/All good/);
    expect(status).toBe(0);
  });

  test("its types are resolved by every module resolution that can load it", () => {
    const { status, stdout } = spawnSync(
      tool("attw"),
      [tarball, "--profile", "esm-only", "--no-color", "--no-emoji"],
      {
        encoding: "utf8",
      },
    );
    expect(stdout).toMatch(/node16 \(from ESM\) │ OK \(ESM\)/);
    expect(status).toBe(0);
  });
});
