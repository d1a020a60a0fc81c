/** One file in a worker, where it can be ended whatever it does. Loaded only for a file that needs it. */
import { poolFor } from "../batch/archive.ts";
import { failed, type Task } from "../batch/check-source.ts";
import { namedFile } from "../batch/source.ts";
import { cleanBlock } from "../report/clean.ts";
import type { FileReport } from "../report/report.ts";
import type { FilesRun } from "./check-files.ts";
import { selectionOf } from "./scopes.ts";

/** Checks the file at `path`, whose bytes have been read. */
export async function checkApart(
  path: string,
  bytes: Uint8Array,
  { settings, scopes, prior, timeout, session }: FilesRun,
): Promise<FileReport> {
  const scope = scopes.of(path);
  const { rules, ignore, confidence, tracked, drafts } = selectionOf(settings, scope);
  const source = { ...namedFile(path), bytes };
  const task: Task = {
    source,
    asked: {
      ...(rules ? { rules } : {}),
      ...(ignore ? { ignore } : {}),
      confidence,
      ...(tracked ? { tracked } : {}),
      ...(drafts ? { drafts } : {}),
      ...(settings.all ? { all: true } : {}),
      ...(settings.content ? { content: true } : {}),
      policy: scope.config?.data ?? null,
    },
    prior: prior && { ...namedFile(prior.path), bytes: prior.bytes },
    keep: null,
  };
  const pool = poolFor(1, null, { timeout });
  try {
    const outcome = await pool.run(task);
    if (outcome?.trace && session.verbose) {
      await session.dependencies.io.stderr.write(`${cleanBlock(outcome.trace)}\n`);
    }
    return outcome?.report ?? failed(source, `${path} was not checked`);
  } finally {
    await pool.close();
  }
}
