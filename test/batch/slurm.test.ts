/**
 * An array job on a real Slurm: munged, slurmctld and slurmd are started on this machine, one task is killed
 * and queued again, and the merged report is that of a single process. Skipped where Slurm is not installed,
 * or where it cannot be started (it needs the superuser).
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kcCheck, root } from "../cli/built.ts";
import { fillArchive } from "./archive-of.ts";

const path = `${process.env["PATH"] ?? ""}${delimiter}/usr/sbin${delimiter}/sbin`;
const programs = ["munged", "mungekey", "slurmctld", "slurmd", "sbatch", "scontrol"];
const isInstalled = programs.every((name) =>
  path.split(delimiter).some((folder) => existsSync(join(folder, name))),
);
const canRun = isInstalled && process.getuid?.() === 0;

const parts = 4;
const ports = { controller: 27_817, node: 27_818 };

let folder = "";
let environment: Record<string, string> = {};
const daemons: ChildProcess[] = [];

function idOf(option: "-u" | "-g", user: string): number {
  return Number(spawnSync("id", [option, user], { encoding: "utf8" }).stdout.trim());
}

function run(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { env: environment, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${args.join(" ")}: ${stderr}${stdout}`);
  return stdout;
}

function start(program: string, args: readonly string[], user?: string): void {
  const ids = user === undefined ? {} : { uid: idOf("-u", user), gid: idOf("-g", user) };
  daemons.push(spawn(program, args, { env: environment, stdio: "ignore", ...ids }));
}

async function until(what: string, isSo: () => boolean, seconds = 60): Promise<void> {
  for (let tries = 0; tries < seconds * 5; tries++) {
    if (isSo()) return;
    await sleep(200);
  }
  const log = existsSync(join(folder, "slurmctld.log"))
    ? readFileSync(join(folder, "slurmctld.log"), "utf8")
    : "";
  throw new Error(`waited in vain for ${what}\n${log.slice(-2_000)}`);
}

function configure(): void {
  const host = hostname().split(".")[0] ?? "localhost";
  for (const name of ["state", "spool", "munge", "out"]) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, "slurm.conf"),
    [
      "ClusterName=kc",
      `SlurmctldHost=${host}(127.0.0.1)`,
      `SlurmctldPort=${ports.controller}`,
      `SlurmdPort=${ports.node}`,
      "SlurmUser=root",
      "AuthType=auth/munge",
      `AuthInfo=socket=${join(folder, "munge", "socket")}`,
      `StateSaveLocation=${join(folder, "state")}`,
      `SlurmdSpoolDir=${join(folder, "spool")}`,
      `SlurmctldPidFile=${join(folder, "slurmctld.pid")}`,
      `SlurmdPidFile=${join(folder, "slurmd.pid")}`,
      `SlurmctldLogFile=${join(folder, "slurmctld.log")}`,
      `SlurmdLogFile=${join(folder, "slurmd.log")}`,
      "ProctrackType=proctrack/linuxproc",
      "TaskPlugin=task/none",
      "SelectType=select/cons_tres",
      "ReturnToService=2",
      "MpiDefault=none",
      "JobRequeue=1",
      "SchedulerParameters=defer,sched_interval=1,batch_sched_delay=0",
      `NodeName=${host} NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN`,
      `PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP`,
      "",
    ].join("\n"),
  );
  environment = { PATH: path, SLURM_CONF: join(folder, "slurm.conf"), HOME: folder, NO_COLOR: "1" };
}

describe.skipIf(!canRun)("Slurm (needs slurm-wlm, munge and the superuser)", () => {
  let archive = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "kc-check-slurm-"));
    archive = join(folder, "archive");
    fillArchive(archive, 40);
    configure();
    const munge = join(folder, "munge");
    run("mungekey", ["--create", `--keyfile=${join(munge, "key")}`]);
    for (const place of [munge, join(munge, "key")])
      chownSync(place, idOf("-u", "munge"), idOf("-g", "munge"));
    // munged refuses a socket below folders that others may write, /tmp among them, unless forced.
    const files = ["key-file=key", "socket=socket", "pid-file=pid", "log-file=log", "seed-file=seed"];
    const places = files.map((file) => `--${file.replace("=", `=${munge}/`)}`);
    spawnSync("chmod", ["755", folder]);
    start("munged", ["--foreground", "--force", ...places], "munge");
    await until("munged", () => existsSync(join(munge, "socket")));
    start("slurmctld", ["-D"]);
    start("slurmd", ["-D"]);
    await until("a node that is idle", () => {
      const { stdout } = spawnSync("sinfo", ["-h", "-o", "%T"], { env: environment, encoding: "utf8" });
      return stdout.trim() === "idle";
    });
  }, 120_000);

  afterAll(async () => {
    for (const daemon of daemons.reverse()) {
      daemon.kill("SIGTERM");
      await Promise.race([new Promise((done) => daemon.on("exit", done)), sleep(5_000)]);
      daemon.kill("SIGKILL");
    }
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  test("an array job, one task of it killed and queued again, merges to the report of one process", async () => {
    const out = join(folder, "results");
    const script = join(folder, "job.sh");
    // The first run of task 2 stays until it is killed, with a part of its results on disk.
    writeFileSync(
      script,
      `#!/bin/sh
cd ${root}
if [ "$SLURM_ARRAY_TASK_ID" = 2 ] && [ "\${SLURM_RESTART_COUNT:-0}" = 0 ]; then
  ${process.execPath} bin/kc-check.js ${archive} --out ${out} --shard auto/${parts} --exit-zero --jobs 1 &
  sleep 0.3; kill -9 $!; touch ${folder}/killed; sleep 600
fi
exec ${process.execPath} bin/kc-check.js ${archive} --out ${out} --shard auto/${parts} --exit-zero
`,
      { mode: 0o755 },
    );
    const submitted = run("sbatch", [
      "--parsable",
      "--requeue",
      `--array=0-${parts - 1}`,
      `--output=${folder}/out/%a.log`,
      script,
    ]).trim();
    await until("the task to be killed", () => existsSync(join(folder, "killed")), 90);
    run("scontrol", ["requeue", `${submitted}_2`]);
    const manifests = (): number =>
      Array.from({ length: parts }, (_, i) => i + 1).filter((part) =>
        existsSync(join(out, `shard-0000${part}-of-0000${parts}.manifest.json`)),
      ).length;
    const update = ["update", `JobId=${submitted}_2`, "StartTime=now"];
    const isDone = (): boolean => {
      // A task that is queued again is held back for two minutes, unless it is told to start.
      spawnSync("scontrol", update, { env: environment });
      return manifests() === parts;
    };
    await until("all parts", isDone, 240);
    const single = kcCheck([archive, "-f", "json"]);
    const merge = kcCheck(["merge", out, "-f", "json"]);
    expect(merge.stdout).toBe(single.stdout);
    expect(merge.code).toBe(single.code);
  }, 400_000);
});
