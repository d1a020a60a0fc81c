import { describe, expect, test } from "vitest";
import { usableCores } from "../../src/batch/cores.ts";

/** What would be read of a machine with these files. */
const files =
  (texts: Readonly<Record<string, string>>) =>
  (path: string): string | null =>
    texts[path] ?? null;

describe("cores that a process may use", () => {
  test("all that the system counts where there are no control groups", () => {
    expect(usableCores(files({}), 6)).toBe(6);
  });

  test.each([
    ["200000 100000\n", 2],
    ["150000 100000\n", 2],
    ["50000 100000\n", 1],
    ["max 100000\n", 16],
    ["", 16],
    ["3200000 100000\n", 16],
    ["200000 0\n", 16],
  ])("cpu.max of %j", (text, expected) => {
    const read = files({ "/proc/self/cgroup": "0::/\n", "/sys/fs/cgroup/cpu.max": text });
    expect(usableCores(read, 16)).toBe(expected);
  });

  test("the least of all groups above, in a job of a scheduler", () => {
    const read = files({
      "/proc/self/cgroup": "0::/system.slice/slurm/job_7/step_0\n",
      "/sys/fs/cgroup/system.slice/slurm/job_7/cpu.max": "400000 100000\n",
      "/sys/fs/cgroup/system.slice/slurm/job_7/step_0/cpu.max": "max 100000\n",
      "/sys/fs/cgroup/cpu.max": "800000 100000\n",
    });
    expect(usableCores(read, 64)).toBe(4);
  });

  test.each([
    ["300000", 3],
    ["-1", 8],
  ])("version 1, quota %s", (text, expected) => {
    const read = files({
      "/proc/self/cgroup": "5:memory:/docker/a\n4:cpu,cpuacct:/docker/a\n0::/\n",
      // As in a container: the path of the host is not there.
      "/sys/fs/cgroup/cpu/cpu.cfs_quota_us": `${text}\n`,
      "/sys/fs/cgroup/cpu/cpu.cfs_period_us": "100000\n",
    });
    expect(usableCores(read, 8)).toBe(expected);
  });

  test("a list that is none changes nothing", () => {
    expect(usableCores(files({ "/proc/self/cgroup": "what\n::\n0::relative\n" }), 3)).toBe(3);
  });
});
