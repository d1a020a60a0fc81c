/** `kc-check dump <what> <file>`: what was read, for finding out why something was or was not checked. */
import type { Command } from "commander";
import type { Dumped, DumpName } from "../dump.ts";
import { isHeavy } from "../heavy.ts";
import { FileError } from "../io.ts";
import { limitedTo, TimeOver, usualTimeout } from "../limit.ts";
import { Unreadable } from "../read/document.ts";
import { cleanBlock } from "../report/clean.ts";
import { type Dependencies, dumpNames, type Session } from "./dependencies.ts";
import { didYouMean } from "../config/suggest.ts";
import { stringify } from "../report/json.ts";
import { addTextFormat, chooseTextFormat } from "./command-options.ts";
import { slashed } from "./named-paths.ts";
import { readFiling } from "./read-filing.ts";
import { UsageError } from "./usage-error.ts";

/** @throws FileError for a file of which nothing can be read, or not within the time */
async function readOf(
  name: DumpName,
  path: string,
  bytes: Uint8Array,
  loadDumps: Dependencies["loadDumps"],
): Promise<Dumped> {
  const named = path === "-" ? "standard input" : path;
  if (isHeavy(bytes)) return (await import("./dump-apart.ts")).dumpApart(name, path, bytes);
  try {
    return await (await loadDumps())[name](bytes, path, limitedTo(usualTimeout));
  } catch (error) {
    if (error instanceof TimeOver) throw new FileError(`${named} ${error.message}`);
    throw error instanceof Unreadable ? new FileError(`${named}: ${error.message}`) : error;
  }
}

/** Adds the command to the program. */
export function addDump(program: Command, { dependencies }: Session): void {
  const list = dumpNames.join(", ");
  addTextFormat(
    program
      .command("dump")
      .description("show what was read of a file")
      .argument("<what>", list)
      .argument("<file>", 'the filing; "-" reads standard input'),
  ).action(async (what: string, path: string, raw: { readonly format?: string }) => {
    const format = chooseTextFormat(raw.format);
    const name = dumpNames.find((known) => known === what);
    if (!name) {
      throw new UsageError(`unknown dump "${what}"${didYouMean(what, dumpNames)}; use one of ${list}`);
    }
    const { io, loadDumps } = dependencies;
    const bytes = await readFiling(slashed(path, io), io, usualTimeout);
    const read = await readOf(name, path, bytes, loadDumps);
    if (format === "json") {
      await io.stdout.write(`${stringify({ schemaVersion: 1, [name]: read.data }, 2)}\n`);
      return;
    }
    const text = read.text();
    await io.stdout.write(cleanBlock(text.endsWith("\n") || text === "" ? text : `${text}\n`));
  });
}
