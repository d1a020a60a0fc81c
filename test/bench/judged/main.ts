/** `npm run bench:judged`: its arguments, its files, its output. */
import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readSource } from "../../../src/batch/check-source.ts";
import { discover } from "../../../src/batch/discover.ts";
import { checkFiling } from "../../../src/run.ts";
import { judgeFile } from "./tally.ts";
import { judgedTable } from "./table.ts";
import { Verdicts } from "./verdicts.ts";

const help = `npm run bench:judged -- <zip, folder or file ...> [options]

Checks real filings and holds every failure against the verdicts that reading the filing gave.

  --verdicts <tsv>  a table of verdicts (repeatable; default test/bench/judged.tsv, and the one beside the
                    first archive where there is one)
  --open <file>     write the failures without a verdict there, one JSON object a line, to be judged
  --list <outcome>  list failures: false, open, unsure, true, or lost for true ones no longer reported

A failure is a certain break or a likely one. Columns of a table of verdicts: path rule line column raw row col
label cause tell principle; label is true-error, true-rounding, true-conversion, false or unsure.
`;

const ownVerdicts = "test/bench/judged.tsv";

function verdictFiles(given: readonly string[] | undefined, paths: readonly string[]): readonly string[] {
  if (given && given.length > 0) return given;
  const beside = paths.map((path) => path.replace(/[^/\\]*$/, "judged.tsv"));
  return [...new Set([ownVerdicts, ...beside])].filter((path) => existsSync(path));
}

export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      verdicts: { type: "string", multiple: true },
      open: { type: "string" },
      list: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help || positionals.length === 0) return void process.stdout.write(help);
  const verdicts = new Verdicts(verdictFiles(values.verdicts, positionals));
  const { sources } = await discover(positionals);
  const judged = [];
  let [printed, tied] = [0, 0];
  for (const source of sources) {
    const report = await checkFiling(await readSource(source), { path: source.path });
    printed += report.figures.printed;
    tied += report.figures.tied;
    judged.push(judgeFile(report, verdicts));
  }
  process.stdout.write(judgedTable(judged, { printed, tied }, values.list ?? null));
  if (values.open !== undefined) {
    const open = judged.flatMap(({ findings }) => findings.filter(({ outcome }) => outcome === "open"));
    writeFileSync(
      values.open,
      open.map(({ path, check }) => `${JSON.stringify({ path, check })}\n`).join(""),
    );
  }
}
