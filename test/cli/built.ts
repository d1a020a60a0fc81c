/** The built command, run as a user runs it: a child process with a bare environment. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function kcCheck(
  args: readonly string[],
  input?: string | Uint8Array,
  more: Readonly<Record<string, string>> = {},
): Run {
  const run = spawnSync(process.execPath, ["bin/kc-check.js", ...args], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", NO_COLOR: "1", ...more },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    ...(input === undefined ? {} : { input }),
  });
  return { code: run.status, stdout: run.stdout, stderr: run.stderr };
}
