/**
 * How many processors this process may use. Node counts those that `taskset` and the like leave to it; up to Node 22
 * it does not ask the control groups of Linux, with which containers and schedulers share a machine out.
 */
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname } from "node:path/posix";

const mount = "/sys/fs/cgroup";

/** The text of a file; null where there is none. */
type Read = (path: string) => string | null;

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Another system, or a group without this file.
    return null;
  }
}

/** At least 1: a share of a processor is one that has to wait. */
export function usableCores(read: Read = readText, cores = availableParallelism()): number {
  return Math.max(1, Math.min(cores, Math.ceil(groupCores(read))));
}

/**
 * Processors that the control groups of this process leave to it, each group within the one above it.
 * Source: the Linux kernel's cgroup-v2 (`cpu.max`) and sched-bwc (`cpu.cfs_quota_us`) documents.
 */
function groupCores(read: Read): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of (read("/proc/self/cgroup") ?? "").split("\n")) {
    const [, controllers = "", path = ""] = /^\d+:([^:]*):(\/.*)$/.exec(line) ?? [];
    const isFirst = controllers.split(",").includes("cpu");
    if (path === "" || (controllers !== "" && !isFirst)) continue;
    // In a container the path may be that of the host, which is not to be seen: the mount itself is its group then.
    for (let group = path; ; group = dirname(group)) {
      const folder = `${mount}${isFirst ? "/cpu" : ""}${group === "/" ? "" : group}`;
      least = Math.min(least, isFirst ? firstQuota(folder, read) : quota(folder, read));
      if (group === "/") break;
    }
  }
  return least;
}

/** "200000 100000" of cgroup v2: microseconds of each period; "max" for no limit. */
function quota(folder: string, read: Read): number {
  const [used, period] = (read(`${folder}/cpu.max`) ?? "").trim().split(" ").map(Number);
  return share(used, period);
}

/** The same in the two files of cgroup v1; -1 for no limit. */
function firstQuota(folder: string, read: Read): number {
  const number = (name: string): number => Number(read(`${folder}/${name}`)?.trim() || Number.NaN);
  return share(number("cpu.cfs_quota_us"), number("cpu.cfs_period_us"));
}

function share(used = Number.NaN, period = Number.NaN): number {
  return used > 0 && period > 0 ? used / period : Number.POSITIVE_INFINITY;
}
