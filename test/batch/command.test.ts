/** Many files through the built command, as a user runs it. */
import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { chmodSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kcCheck, root } from "../cli/built.ts";
import { endlessPdf } from "../read/pdf/endless-pdf.ts";
import { fillArchive, smallFiling } from "./archive-of.ts";
import { zipFile } from "./zip-file.ts";

let folder = "";
let archive = "";
let single = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-archive-"));
  archive = join(folder, "archive");
  fillArchive(archive, 60);
  single = kcCheck([archive, "-f", "json"]).stdout;
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Seen {
  readonly files: readonly {
    readonly path: string;
    readonly status: string;
    readonly error: string | null;
  }[];
}

describe("one report, whoever makes it", () => {
  test.each(["1", "2", "8"])("%s workers", (jobs) => {
    expect(kcCheck([archive, "-f", "json", "--jobs", jobs]).stdout).toBe(single);
  });

  test("parts on many machines, merged", () => {
    const out = join(folder, "parts");
    for (const part of [3, 1, 2]) {
      const env = { SLURM_ARRAY_TASK_ID: String(part - 1) };
      expect(kcCheck([archive, "--out", out, "--shard", "auto/3", "--exit-zero"], undefined, env).code).toBe(
        0,
      );
    }
    const merge = kcCheck(["merge", out, "-f", "json"]);
    expect(merge.stdout).toBe(single);
    expect(merge.code).toBe(1);
    rmSync(join(out, "shard-00002-of-00003.ndjson"));
    const lacking = kcCheck(["merge", out]);
    expect(lacking).toMatchObject({ code: 2, stdout: "" });
    expect(lacking.stderr).toContain("lacks 1 part of 3: 2 not finished or damaged");
  });

  test("ndjson files of parts, merged in any format", () => {
    const names = [1, 2].map((part) => {
      const name = join(folder, `part-${part}.ndjson`);
      kcCheck([archive, "-f", "ndjson", "-o", name, "--shard", `${part}/2`]);
      return name;
    });
    expect(kcCheck(["merge", ...names, "-f", "json"]).stdout).toBe(single);
    expect(kcCheck(["merge", ...names]).stdout).toBe(kcCheck([archive]).stdout);
  });

  test("what is new since an earlier run, and what is resolved", () => {
    const own = join(folder, "since");
    const put = (name: string, text: string): void => writeFileSync(join(own, name), text);
    const results = (name: string): string => join(folder, `since-${name}`);
    const wrong = smallFiling(5);
    mkdirSync(own);
    put("a.txt", wrong);
    put("b.txt", smallFiling(2));
    put("c.txt", wrong);
    expect(kcCheck([own, "--out", results("1")]).code).toBe(1);
    put("c.txt", smallFiling(1));
    put("d.txt", wrong);
    const { code, stdout } = kcCheck([own, "--out", results("2"), "--since", results("1")]);
    expect(code).toBe(1);
    expect(stdout).not.toMatch(/[ab]\.txt/);
    expect(stdout).toMatch(/c\.txt.*\n\n Everything that could be checked ties\n\n resolved: /);
    expect(stdout).toMatch(/d\.txt.*\n\n 1 line does not tie/);
    expect(stdout).toContain(
      "4 files: 2 tie, 1 with known findings only, 1 does not tie · 1 line does not tie, 1 known before, 1 resolved",
    );
    for (const format of ["lines", "table"]) {
      const again = kcCheck([
        own,
        "--out",
        results("3"),
        "--since",
        results("2"),
        "-f",
        format,
        "--quiet",
        "--no-progress",
      ]);
      expect(again).toEqual({ code: 0, stdout: "", stderr: "" });
    }
  });

  test("from the cache", () => {
    const cache = join(folder, "cache");
    const first = kcCheck([archive, "-f", "json", "--cache-dir", cache]);
    const again = kcCheck([archive, "-f", "json", "--cache-dir", cache]);
    expect([first.stdout, again.stdout]).toEqual([single, single]);
    expect(kcCheck(["cache", "clear", "--cache-dir", cache]).stdout).toBe(
      `63 results removed from ${cache}\n`,
    );
  });

  test("with a list of files, as a list and as objects", () => {
    const paths = ["filing-1.txt", "filing-2.txt"].map((name) => join(archive, name));
    const direct = kcCheck([...paths, "-f", "json"]).stdout;
    expect(kcCheck(["--files-from", "-", "-f", "json"], paths.join("\n")).stdout).toBe(direct);
    const objects = paths.map((path) => `${JSON.stringify({ path })}\n`).join("");
    expect(kcCheck(["--files-from", "-", "-f", "json"], objects).stdout).toBe(direct);
    expect(kcCheck(["--files-from", "-"], "").code).toBe(2);
  });
});

describe("a directory of everything", () => {
  const isRoot = process.getuid?.() === 0;
  let mixed = "";
  beforeAll(() => {
    mixed = join(folder, "mixed");
    mkdirSync(mixed);
    const files: Record<string, string | Uint8Array> = {
      "good.txt": smallFiling(1),
      "good.txt.gz": gzipSync(smallFiling(2)),
      "notice.txt": "Please send your invoices to the office in the second floor.\n",
      "empty.txt": "",
      "binary.dat": Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * 7_919) % 256)),
      "cut.pdf": "%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
      "bombs.zip": zipFile([
        { name: "bomb.txt", bytes: Buffer.alloc(80 * 1024 * 1024) },
        { name: "good.txt", bytes: smallFiling(3) },
      ]),
      "locked.txt": smallFiling(4),
      "logo.png": "no filing",
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(mixed, name), content);
    symlinkSync("nowhere.txt", join(mixed, "dangling.txt"));
    symlinkSync(".", join(mixed, "loop"));
    chmodSync(join(mixed, "locked.txt"), 0);
  });

  test.each(["1", "4"])("is checked to its end, each file with its reason: %s workers", (jobs) => {
    const { code, stdout, stderr } = kcCheck([mixed, "-f", "json", "--jobs", jobs]);
    const seen: Seen = JSON.parse(stdout);
    const told = seen.files.map(({ path, status }) => `${path.slice(mixed.length + 1)} ${status}`);
    expect(told).toEqual([
      "binary.dat unreadable",
      "bombs.zip!bomb.txt unreadable",
      "bombs.zip!good.txt pass",
      "cut.pdf unreadable",
      "dangling.txt unreadable",
      "empty.txt unrecognized",
      "good.txt pass",
      "good.txt.gz pass",
      // The superuser may read everything.
      `locked.txt ${isRoot ? "pass" : "unreadable"}`,
      "notice.txt unrecognized",
    ]);
    expect(seen.files.every(({ status, error }) => (error === null) === (status === "pass"))).toBe(true);
    expect(code).toBe(2);
    // An empty file in an archive is perhaps a transfer that failed: it is named, not counted with the notices.
    expect(stderr).toContain("empty.txt: the file is empty");
    for (const part of ["as only a zip bomb does", "a link to a file that does not exist", "loop leads to"]) {
      expect(stderr).toContain(part);
    }
    expect(stderr).toContain("1 file without a financial table passed over");
  });

  test("only what is no filing: nothing was checked, which is no success", () => {
    const notices = join(folder, "notices");
    mkdirSync(notices);
    writeFileSync(join(notices, "a.txt"), "Please send your invoices to the office.\n");
    expect(kcCheck([notices]).code).toBe(2);
    expect(kcCheck([notices, "--skip-unrecognized"]).code).toBe(0);
    writeFileSync(join(notices, "b.txt"), smallFiling(1));
    expect(kcCheck([notices]).code).toBe(0);
  });
});

/** Of a process, by their ids. */
function childrenOf(id: number): readonly number[] {
  try {
    return readFileSync(`/proc/${id}/task/${id}/children`, "utf8")
      .trim()
      .split(" ")
      .filter(Boolean)
      .map(Number);
  } catch {
    // It has ended.
    return [];
  }
}

describe("a run that is killed", () => {
  /** Kills the run after a while; false when it had ended before. */
  async function killed(out: string, signal: NodeJS.Signals, after: number): Promise<boolean> {
    const run = spawn(process.execPath, ["bin/kc-check.js", archive, "--out", out, "--jobs", "2"], {
      cwd: root,
      stdio: "ignore",
    });
    const timer = setTimeout(() => run.kill(signal), after);
    const stopped = await new Promise<boolean>((done) =>
      run.on("exit", (code, by) => done(by !== null || code === 2)),
    );
    clearTimeout(timer);
    return stopped;
  }

  test("at any moment: the next one completes it, and the report is the same", async () => {
    for (const after of [150, 320, 410, 500]) {
      const out = join(folder, `killed-${after}`);
      await killed(out, "SIGKILL", after);
      const left = existsSync(out) ? readdirSync(out) : [];
      expect(left.every((name) => name.startsWith("shard-"))).toBe(true);
      expect(kcCheck([archive, "--out", out]).code).toBe(1);
      expect(kcCheck(["merge", out, "-f", "json"]).stdout).toBe(single);
    }
  });

  test.skipIf(process.platform !== "linux")("only workers: nothing of it is seen", async () => {
    const out = join(folder, "workers-killed");
    const run = spawn(process.execPath, ["bin/kc-check.js", archive, "--out", out, "--jobs", "2"], {
      cwd: root,
      stdio: "ignore",
    });
    const ended = new Promise<number | null>((done) => run.on("exit", (code) => done(code)));
    let ends = 0;
    const timer = setInterval(() => {
      const [worker] = childrenOf(run.pid ?? 0);
      if (worker !== undefined && ends < 2) {
        process.kill(worker, "SIGKILL");
        ends++;
      }
    }, 350);
    expect(await ended).toBe(1);
    clearInterval(timer);
    expect(ends).toBeGreaterThan(0);
    expect(kcCheck(["merge", out, "-f", "json"]).stdout).toBe(single);
    expect(readdirSync(out).sort()).toEqual([
      "shard-00001-of-00001.manifest.json",
      "shard-00001-of-00001.ndjson",
    ]);
  });

  test.skipIf(process.platform !== "linux")("leaves no worker behind", async () => {
    const run = spawn(process.execPath, ["bin/kc-check.js", archive, "--jobs", "2", "-f", "ndjson"], {
      cwd: root,
      stdio: ["ignore", "pipe", "ignore"],
    });
    await new Promise((done) => run.stdout.once("data", done));
    const workers = childrenOf(run.pid ?? 0);
    expect(workers).toHaveLength(2);
    run.kill("SIGKILL");
    const end = Date.now() + 10_000;
    while (workers.some((id) => existsSync(`/proc/${id}`)) && Date.now() < end) {
      await new Promise((done) => setTimeout(done, 20));
    }
    expect(workers.filter((id) => existsSync(`/proc/${id}`))).toEqual([]);
  });

  test.skipIf(process.platform !== "linux")("leaves none behind that is busy without end", async () => {
    const endless = join(folder, "endless");
    mkdirSync(endless);
    for (const name of "abcdefgh") writeFileSync(join(endless, `${name}.pdf`), endlessPdf());
    const run = spawn(process.execPath, ["bin/kc-check.js", endless, "--jobs", "2", "-f", "ndjson"], {
      cwd: root,
      stdio: "ignore",
    });
    const end = Date.now() + 25_000;
    const busy = (id: number): boolean => {
      try {
        return readdirSync(`/proc/${id}/task`).length > 0 && existsSync(`/proc/${id}`);
      } catch {
        return false;
      }
    };
    while (childrenOf(run.pid ?? 0).length < 2 && Date.now() < end) {
      await new Promise((done) => setTimeout(done, 50));
    }
    await new Promise((done) => setTimeout(done, 2_500));
    const workers = childrenOf(run.pid ?? 0);
    expect(workers).toHaveLength(2);
    run.kill("SIGKILL");
    while (workers.some(busy) && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
    expect(workers.filter(busy)).toEqual([]);
  });

  test("by a signal that it hears: what is done is written", async () => {
    const out = join(folder, "interrupted");
    await killed(out, "SIGTERM", 420);
    expect(kcCheck([archive, "--out", out]).code).toBe(1);
    expect(kcCheck(["merge", out, "-f", "json"]).stdout).toBe(single);
  });
});

const isThereTaskset = spawnSync("taskset", ["-c", "0", "true"]).status === 0;

test.skipIf(process.platform !== "linux" || !isThereTaskset)(
  "as many workers as cores that the process may use",
  async () => {
    const args = ["-c", "0", process.execPath, "bin/kc-check.js", archive, "-f", "ndjson"];
    const run = spawn("taskset", args, { cwd: root, stdio: ["ignore", "pipe", "ignore"] });
    await new Promise((done) => run.stdout.once("data", done));
    expect(childrenOf(run.pid ?? 0)).toHaveLength(1);
    run.kill("SIGKILL");
  },
);

test("--summary and --since", () => {
  const out = join(folder, "first");
  const summary = kcCheck([archive, "--out", out]);
  expect(summary.stdout).toContain("RULE");
  expect(summary.stdout).toContain("footing");
  expect(kcCheck([archive, "--since", join(out, "shard-00001-of-00001.manifest.json")])).toMatchObject({
    code: 0,
  });
  expect(kcCheck([archive, "--summary", "-f", "lines"]).code).toBe(2);
  const json: { rules: { name: string }[] } = JSON.parse(
    kcCheck([archive, "--summary", "-f", "json"]).stdout,
  );
  expect(json.rules.map(({ name }) => name)).toContain("footing");
});

test("a file over its time is given up, the others are checked", () => {
  const { stdout } = kcCheck([archive, "-f", "json", "--timeout", "0.001", "--jobs", "1"]);
  const seen: Seen = JSON.parse(stdout);
  expect(seen.files.some(({ error }) => error?.includes("took longer than 0.001 s") === true)).toBe(true);
  expect(seen.files).toHaveLength(63);
});

test("--link-prior checks each filing against the one before it", () => {
  const linked = join(folder, "linked");
  mkdirSync(linked);
  const filing = (year: number, last: number, before: number): string =>
    [
      "Larkfen Holdings Limited",
      "",
      "CONSOLIDATED STATEMENTS OF OPERATIONS",
      "(In thousands of US dollars)",
      "\tFor the year ended December 31,",
      `\t${year - 1}\t${year}`,
      "\tUSD\tUSD",
      `Revenues\t${before}\t${last}`,
      `Cost of revenues\t(${before - 2_345})\t(${last - 2_345})`,
      "Gross profit\t2,345\t2,345",
      `Research and development\t(${before - 3_000})\t(${last - 3_000})`,
      `Operating result\t${5_345 - before}\t${5_345 - last}`,
      "",
    ].join("\n");
  writeFileSync(join(linked, "2023.txt"), filing(2023, 5_412, 4_001));
  writeFileSync(join(linked, "2024.txt"), filing(2024, 6_903, 5_412));
  const { stdout, stderr } = kcCheck([linked, "--link-prior", "-f", "json"]);
  expect(stderr).toContain("1 filing of 2 compared with an earlier one");
  const seen: { files: { path: string; prior?: { path: string; compared: number } }[] } = JSON.parse(stdout);
  expect(seen.files[0]?.prior).toBe(undefined);
  expect(seen.files[1]?.prior).toMatchObject({ path: join(linked, "2023.txt") });
  expect(seen.files[1]?.prior?.compared).toBeGreaterThan(0);
});
