/** `kc-check page -o <file>`: the page that checks filings where nothing can be installed. */
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import type { Io } from "../io.ts";
import type { Session } from "./dependencies.ts";
import { UsageError } from "./usage-error.ts";

/** Modules of the build that the program for a browser loads when it needs them. */
const parts = ["unpdf.cjs", "numfmt.cjs", "yauzl.cjs"];

/** The folder of the build, seen from itself and from src/cli/. */
function buildFolder(): string {
  const isBundle = !import.meta.url.endsWith(".ts");
  return fileURLToPath(new URL(isBundle ? "./" : "../../dist/", import.meta.url));
}

/** The text of the page. @throws FileError where the build is not whole */
async function pageText(io: Io, version: string): Promise<string> {
  const folder = buildFolder();
  const bytes = (name: string): Uint8Array => io.readFile(folder + name);
  const text = (name: string): string => new TextDecoder().decode(bytes(name));
  const maps = await io.glob(["*.bcmap"], `${folder}cmaps`, []);
  const { assemblePage } = await import("../page/assemble.ts");
  return assemblePage({
    program: text("page.js"),
    parts: Object.fromEntries(parts.map((name) => [name, text(name)])),
    maps: Object.fromEntries(
      maps.map((path) => [
        path.slice(`${folder}cmaps/`.length),
        Buffer.from(io.readFile(path)).toString("base64"),
      ]),
    ),
    licences: text("THIRD-PARTY-LICENCES.txt"),
    version,
  });
}

/** Adds the command to the program. */
export function addPage(program: Command, { dependencies }: Session): void {
  program
    .command("page")
    .description("write a page that checks filings in a browser, without installation")
    .option("-o, --output <file>", "write it there instead of to standard output")
    .action(async ({ output }: { readonly output?: string }) => {
      const { io, version } = dependencies;
      if (output === "") throw new UsageError("--output needs the name of a file");
      if (output === undefined && io.stdout.isTerminal)
        throw new UsageError("a page is no text for a terminal; write it to a file: --output kc-check.html");
      const text = await pageText(io, version);
      if (output === undefined) {
        await io.stdout.write(text);
        return;
      }
      const file = io.createFile(output);
      file.write(text);
      file.close();
      await io.stderr.write(`${output} is written; open it in a browser and drop filings on it\n`);
    });
}
