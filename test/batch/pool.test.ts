import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import type { Task } from "../../src/batch/check-source.ts";
import { inOrder, Pool } from "../../src/batch/pool.ts";
import { namedFile } from "../../src/batch/source.ts";
import { startProcess, startThread } from "../../src/batch/started-worker.ts";

const folder = mkdtempSync(join(tmpdir(), "kc-check-pool-"));
/** Who was given what: a line for each file that a worker began. */
const begun = join(folder, "begun.txt");
const file = join(folder, "worker.cjs");
/** A worker that does what the path says. */
writeFileSync(
  file,
  `
  const { appendFileSync, readFileSync } = require("node:fs");
  const { parentPort } = require("node:worker_threads");
  const port = parentPort ?? process;
  const send = (answer) => (parentPort ? parentPort.postMessage(answer) : process.send(answer));
  const kept = [];
  if (!parentPort) {
    process.on("disconnect", () => process.exit());
    process.on("uncaughtException", ({ name, message, stack }) => send({ broke: { name, message, stack } }));
  }
  port.on("message", async ({ task: { source: { path } } }) => {
    appendFileSync(${JSON.stringify(begun)}, path + " " + process.pid + "\\n");
    const times = readFileSync(${JSON.stringify(begun)}, "utf8").split("\\n").filter((line) => line.startsWith(path + " ")).length;
    if (path.startsWith("hang")) for (;;);
    if (path.startsWith("full")) for (;;) kept.push(new Array(100_000).fill(path.length));
    if (path.startsWith("exit")) process.exit(0);
    if (path.startsWith("killed")) process.kill(process.pid, "SIGKILL");
    if (path.startsWith("once") && times === 1) process.kill(process.pid, "SIGKILL");
    if (path.startsWith("throw")) throw new TypeError("no such cell");
    if (path.startsWith("slow")) await new Promise((done) => setTimeout(done, 50));
    send({ report: JSON.stringify({ path, status: "pass" }), trace: null });
  });
`,
);

const task = (path: string): Task => ({
  source: namedFile(path),
  asked: { policy: null },
  prior: null,
  keep: null,
});

const pools: Pool[] = [];
function pool(jobs: number, timeout = 20_000, start = startProcess): Pool {
  const made = new Pool({ jobs, timeout, memory: 32, script: pathToFileURL(file), start });
  pools.push(made);
  return made;
}
afterAll(async () => {
  await Promise.all(pools.map((each) => each.close()));
  rmSync(folder, { recursive: true, force: true });
});

async function results(paths: readonly string[], of: Pool): Promise<string[]> {
  const found: string[] = [];
  for await (const outcome of inOrder(paths, 4, (path) => of.run(task(path)))) {
    const { path, status, error } = outcome?.report ?? { path: "none", status: "none", error: null };
    found.push(`${path} ${status}${error ? `: ${error}` : ""}`);
  }
  return found;
}

/** The workers that began a file of this name, by the ids of their processes. */
function workersOf(path: string): readonly number[] {
  return readFileSync(begun, "utf8")
    .split("\n")
    .filter((line) => line.startsWith(`${path} `))
    .map((line) => Number(line.slice(path.length + 1)));
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

describe("a worker that fails costs its own file only", () => {
  test.each([
    ["hang", "hang took longer than 1 s; give it more time with --timeout"],
    ["full", "full needs more memory than the 32 MB that one file may take; check it by itself"],
    ["exit", "exit could not be checked because its worker ended; check it by itself"],
    ["killed", "killed could not be checked because its worker ended; check it by itself"],
    [
      "throw",
      "throw could not be checked because kc-check failed on it (TypeError: no such cell); please report this, --verbose shows where",
    ],
  ])("%s", async (bad, sentence) => {
    const paths = ["a", bad, "b", "c"];
    const expected = ["a pass", `${bad} unreadable: ${sentence}`, "b pass", "c pass"];
    expect(await results(paths, pool(1, bad === "hang" ? 1_000 : 20_000))).toEqual(expected);
  });

  test("one that has no memory left does not stop the one beside it", async () => {
    const paths = ["slow-beside-1", "full-1", "slow-beside-2", "slow-beside-3", "slow-beside-4"];
    const found = await results(paths, pool(2));
    expect(found.filter((line) => line.endsWith(" pass"))).toHaveLength(4);
    const beside = new Set(paths.filter((path) => path.startsWith("slow")).flatMap(workersOf));
    expect([...beside].some((id) => workersOf("full-1").includes(id))).toBe(false);
    // Its file is not tried twice: it would need as much again.
    expect(workersOf("full-1")).toHaveLength(1);
  });
});

describe("a thread, for one file by itself, that fails costs that file only", () => {
  test.each([
    ["hang", "hang took longer than 1 s; give it more time with --timeout"],
    ["full", "full needs more memory than the 32 MB that one file may take; check it by itself"],
    ["exit", "exit could not be checked because its worker ended; check it by itself"],
    [
      "throw",
      "throw could not be checked because kc-check failed on it (TypeError: no such cell); please report this, --verbose shows where",
    ],
  ])("%s", async (bad, sentence) => {
    const expected = ["a pass", `${bad} unreadable: ${sentence}`, "b pass"];
    const threads = pool(1, bad === "hang" ? 1_000 : 20_000, startThread);
    expect(await results(["a", bad, "b"], threads)).toEqual(expected);
  });
});

describe("a worker that is ended from outside", () => {
  test("costs nothing: its file is checked once more, by another", async () => {
    expect(await results(["d", "once-1", "e", "once-2", "f"], pool(2))).toEqual(
      ["d", "once-1", "e", "once-2", "f"].map((path) => `${path} pass`),
    );
    const [first, second, ...more] = workersOf("once-1");
    expect(second).not.toBe(first);
    expect(more).toEqual([]);
  });

  test("again and again: the file is given up after the third time", async () => {
    await results(["killed-1"], pool(2));
    expect(workersOf("killed-1")).toHaveLength(3);
  });
});

test.each([1, 2, 8])("%i workers: results in the order of the files", async (jobs) => {
  const paths = Array.from({ length: 40 }, (_, i) => (i % 7 === 0 ? `slow${i}` : `file${i}`));
  expect(await results(paths, pool(jobs))).toEqual(paths.map((path) => `${path} pass`));
});

test("what is not done when the pool is closed has no result, and no process is left", async () => {
  const closing = pool(2);
  const running = [closing.run(task("hang-open")), closing.run(task("g")), closing.run(task("h"))];
  expect((await running[2])?.report.path).toBe("h");
  await closing.close();
  expect((await Promise.all(running)).map((outcome) => outcome?.report.path)).toEqual([undefined, "g", "h"]);
  expect([...workersOf("hang-open"), ...workersOf("g")].filter(isRunning)).toEqual([]);
});

test("a process that cannot be started is said of the file", async () => {
  const none = new Pool({
    jobs: 1,
    timeout: 20_000,
    memory: 32,
    script: new URL("http://localhost/"),
    start: startProcess,
  });
  expect(await results(["i"], none)).toEqual([
    expect.stringMatching(/^i unreadable: i could not be checked because no process could be started \(.*\)/),
  ]);
  await none.close();
});

test("no more than the window is begun before its results are taken", async () => {
  let count = 0;
  const numbers = inOrder(
    Array.from({ length: 100 }, (_, i) => i),
    5,
    async (n) => {
      count++;
      return n;
    },
  );
  expect((await numbers.next()).value).toBe(0);
  expect(count).toBe(5);
  expect((await numbers.next()).value).toBe(1);
  expect(count).toBe(6);
});
