import { describe, expect, test } from "vitest";
import { isInShard, parseShard } from "../../src/batch/shard.ts";

describe("which part", () => {
  test.each<[text: string, env: Record<string, string>, index: number]>([
    ["1/1", {}, 1],
    ["3/8", { SLURM_ARRAY_TASK_ID: "7" }, 3],
    ["auto/8", { SLURM_ARRAY_TASK_ID: "0" }, 1],
    ["auto/8", { SLURM_ARRAY_TASK_ID: "7", SLURM_ARRAY_TASK_COUNT: "2", SLURM_ARRAY_TASK_MIN: "2" }, 8],
    ["auto/8", { JOB_COMPLETION_INDEX: "2" }, 3],
    ["auto/8", { AWS_BATCH_JOB_ARRAY_INDEX: "2" }, 3],
    ["auto/8", { SGE_TASK_ID: "2" }, 2],
    ["auto/8", { LSB_JOBINDEX: "2" }, 2],
    ["auto/8", { CI_NODE_INDEX: "1" }, 1],
    ["auto/8", { SGE_TASK_ID: "", CLOUD_RUN_TASK_INDEX: "4" }, 5],
  ])("%s %o", (text, env, index) => {
    expect(parseShard(text, env)).toEqual({ index, of: Number(text.split("/")[1]) });
  });

  test.each<[text: string, env: Record<string, string>, sentence: string]>([
    ["0/8", {}, "there is no part 0 of 8; parts count from 1"],
    ["9/8", {}, "there is no part 9 of 8"],
    ["3", {}, "is not a part like 3/8"],
    ["3/", {}, "is not a part like 3/8"],
    ["auto", { SLURM_ARRAY_TASK_ID: "1", SLURM_ARRAY_TASK_COUNT: "8" }, "is not a part like 3/8"],
    ["1/0", {}, "is not a part like 3/8"],
    ["auto/8", {}, "finds no task number"],
    ["auto/8", { SLURM_ARRAY_TASK_ID: "8" }, "SLURM_ARRAY_TASK_ID is 8, which is no task of 0 to 7"],
    ["auto/8", { SGE_TASK_ID: "undefined" }, "which is no task of 1 to 8"],
    ["auto/8", { SGE_TASK_ID: "0" }, "which is no task of 1 to 8"],
  ])("%s %o is an error", (text, env, sentence) => {
    expect(() => parseShard(text, env)).toThrow(sentence);
  });
});

describe("whose file", () => {
  const paths = Array.from({ length: 2_000 }, (_, i) => `archive/${i}.txt`);

  test("every file belongs to exactly one part, whatever way its path is written", () => {
    for (const path of paths) {
      const parts = Array.from({ length: 7 }, (_, i) => i + 1).filter((index) =>
        isInShard(path, { index, of: 7 }),
      );
      expect(parts).toHaveLength(1);
      expect(isInShard(`./${path}`, { index: parts[0] ?? 0, of: 7 })).toBe(true);
    }
  });

  test("the parts are of one size, more or less", () => {
    const size = paths.filter((path) => isInShard(path, { index: 3, of: 8 })).length;
    expect(size).toBeGreaterThan(190);
    expect(size).toBeLessThan(310);
  });
});
