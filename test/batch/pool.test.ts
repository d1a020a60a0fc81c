import { afterAll, describe, expect, test } from "vitest";
import type { Task } from "../../src/batch/check-source.ts";
import { inOrder, Pool } from "../../src/batch/pool.ts";
import { namedFile } from "../../src/batch/source.ts";

/** A worker that does what the path says. */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from "node:worker_threads";
    const kept = [];
    parentPort.on("message", async ({ source: { path } }) => {
      if (path.startsWith("hang")) for (;;);
      if (path.startsWith("full")) for (;;) kept.push(new Array(100_000).fill(path.length));
      if (path.startsWith("exit")) process.exit(0);
      if (path.startsWith("throw")) throw new TypeError("no such cell");
      if (path.startsWith("slow")) await new Promise((done) => setTimeout(done, 50));
      parentPort.postMessage({ report: { path, status: "pass" }, trace: null });
    });
  `)}`,
);

const task = (path: string): Task => ({
  source: namedFile(path),
  asked: { policy: null },
  prior: null,
  keep: null,
});

const pools: Pool[] = [];
function pool(jobs: number, timeout = 20_000): Pool {
  const made = new Pool({ jobs, timeout, memory: 32, script });
  pools.push(made);
  return made;
}
afterAll(() => Promise.all(pools.map((each) => each.close())));

async function results(paths: readonly string[], of: Pool): Promise<string[]> {
  const found: string[] = [];
  for await (const outcome of inOrder(paths, 4, (path) => of.run(task(path)))) {
    const { path, status, error } = outcome?.report ?? { path: "none", status: "none", error: null };
    found.push(`${path} ${status}${error ? `: ${error}` : ""}`);
  }
  return found;
}

describe("a worker that fails costs its own file only", () => {
  test.each([
    ["hang", "hang took longer than 1 s; give it more time with --timeout"],
    ["full", "full needs more memory than the 32 MB that one file may take; check it by itself"],
    ["exit", "exit could not be checked because its worker ended; check it by itself"],
    [
      "throw",
      "throw could not be checked because kc-check failed on it (TypeError: no such cell); please report this, --verbose shows where",
    ],
  ])("%s", async (bad, sentence) => {
    const paths = ["a", bad, "b", "c"];
    const expected = ["a pass", `${bad} unreadable: ${sentence}`, "b pass", "c pass"];
    expect(await results(paths, pool(1, bad === "hang" ? 1_000 : 20_000))).toEqual(expected);
  });
});

test.each([1, 2, 8])("%i workers: results in the order of the files", async (jobs) => {
  const paths = Array.from({ length: 40 }, (_, i) => (i % 7 === 0 ? `slow${i}` : `file${i}`));
  expect(await results(paths, pool(jobs))).toEqual(paths.map((path) => `${path} pass`));
});

test("what is not done when the pool is closed has no result", async () => {
  const closing = pool(1);
  const running = [closing.run(task("hang")), closing.run(task("a"))];
  await closing.close();
  expect(await Promise.all(running)).toEqual([null, null]);
});

test("no more than the window is begun before its results are taken", async () => {
  let begun = 0;
  const numbers = inOrder(
    Array.from({ length: 100 }, (_, i) => i),
    5,
    async (n) => {
      begun++;
      return n;
    },
  );
  expect((await numbers.next()).value).toBe(0);
  expect(begun).toBe(5);
  expect((await numbers.next()).value).toBe(1);
  expect(begun).toBe(6);
});
