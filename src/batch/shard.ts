/** One part of an archive, for one of many machines: by a hash of the path, so that a new file moves no other. */
import { createHash } from "node:crypto";

/** `index` from 1 to `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/**
 * What schedulers call the number of a task, and what they count from. Where the user chooses (Slurm, PBS)
 * it is 0; an array that counts from 1 is told from it by a number out of range, and never silently.
 */
const variables: readonly (readonly [name: string, first: 0 | 1])[] = [
  ["SLURM_ARRAY_TASK_ID", 0],
  ["JOB_COMPLETION_INDEX", 0],
  ["AWS_BATCH_JOB_ARRAY_INDEX", 0],
  ["SGE_TASK_ID", 1],
  ["LSB_JOBINDEX", 1],
  ["PBS_ARRAY_INDEX", 0],
  ["BATCH_TASK_INDEX", 0],
  ["CLOUD_RUN_TASK_INDEX", 0],
  ["CI_NODE_INDEX", 1],
  ["BUILDKITE_PARALLEL_JOB", 0],
  ["OMPI_COMM_WORLD_RANK", 0],
];

/** What is wrong with a `--shard`, in one sentence. */
export class ShardError extends Error {
  override readonly name = "ShardError";
}

const mostShards = 100_000;

/**
 * "3/8", or "auto/8" with the number of the task from the environment. How many there are is never taken
 * from the environment: a scheduler that runs two failed tasks again would say two.
 * @throws ShardError
 */
export function parseShard(text: string, env: Readonly<Record<string, string | undefined>>): Shard {
  const match = /^(auto|\d{1,6})\/(\d{1,6})$/.exec(text);
  const [, which = "", count = ""] = match ?? [];
  const of = Number(count);
  if (!match || of < 1 || of > mostShards) {
    throw new ShardError(`--shard ${text} is not a part like 3/8 or auto/8 (1 to ${mostShards} parts)`);
  }
  if (which !== "auto") {
    const index = Number(which);
    if (index >= 1 && index <= of) return { index, of };
    throw new ShardError(`--shard ${text}: there is no part ${index} of ${of}; parts count from 1`);
  }
  return { index: taskIndex(of, env), of };
}

function taskIndex(of: number, env: Readonly<Record<string, string | undefined>>): number {
  const set = variables.find(([name]) => env[name] !== undefined && env[name] !== "");
  if (!set) {
    const names = variables.map(([name]) => name).join(", ");
    throw new ShardError(`--shard auto/${of} finds no task number; name the part, or set one of ${names}`);
  }
  const [name, from] = set;
  const value = env[name] ?? "";
  const index = /^\d{1,9}$/.test(value) ? Number(value) - from + 1 : 0;
  if (index >= 1 && index <= of) return index;
  throw new ShardError(
    `--shard auto/${of}: ${name} is ${value}, which is no task of ${from} to ${from + of - 1}; number the array so, or give the part itself, like 1/${of}`,
  );
}

/** Whether the file belongs to the part. "./a.txt" is "a.txt". */
export function isInShard(path: string, { index, of }: Shard): boolean {
  const plain = path.replace(/^(?:\.\/+)+/, "");
  return createHash("sha256").update(plain).digest().readUIntBE(0, 6) % of === index - 1;
}
