/** `npm run bench:corpus`: its arguments, its files, its exit code. */
import { fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parseIndex } from "./index-file.ts";
import { isKnown, parseKnownBreaks } from "./known-breaks.ts";
import { linesOf, type Outcome, type Result, resultsTable, totalsTable } from "./table.ts";
import type { Survey } from "./survey.ts";

const help = `npm run bench:corpus -- <folder> [options]

Checks every file of a folder, each in a process of its own, and prints what was read, what ties and every
failing and warning line. A failing line that test/bench/known-breaks.tsv does not hold is a false alarm.

  --only <text>    files whose path holds it
  --fails          failing lines only
  --json           everything as JSON
  --timeout <s>    for one file (default 60)

statements  income, balance, cash flow: y found, - not there, M missed (INDEX.tsv says it is there),
            + found though the index has none; small letters where the folder has no INDEX.tsv
faces       figures of the tables recognised as one of the three statements

Exit code: 1 for a false alarm or a file that crashed or took too long.
`;

const mostAtOnce = 2;
const knownBreaks = "test/bench/known-breaks.tsv";

function filesBelow(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "INDEX.tsv")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A process that ends without a word has crashed: its last words on stderr say why. */
function surveyOf(path: string, seconds: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(new URL("child.mjs", import.meta.url)), [path], {
      silent: true,
      execArgv: ["--enable-source-maps"],
    });
    let survey: Survey | null = null;
    let errors = "";
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, seconds * 1_000);
    child.stderr?.on("data", (chunk: Buffer) => (errors += chunk.toString()));
    child.on("message", (message) => (survey = message as Survey));
    child.on("close", () => {
      clearTimeout(timer);
      const cause = late
        ? `no result after ${seconds} s`
        : (/^\S*Error.*$/m.exec(errors)?.[0] ?? errors.trim());
      resolve(survey ? { kind: "survey", survey } : { kind: "crash", message: cause });
    });
  });
}

export async function main(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: "string", default: "" },
      fails: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      timeout: { type: "string", default: "60" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const [folder] = positionals;
  if (values.help || folder === undefined) return void process.stdout.write(help);
  const indexPath = join(folder, "INDEX.tsv");
  const index = existsSync(indexPath) ? parseIndex(readFileSync(indexPath, "utf8")) : null;
  const known = parseKnownBreaks(readFileSync(knownBreaks, "utf8"));
  const paths = filesBelow(folder).filter((path) => path.includes(values.only));
  const results: Result[] = [];
  const queue = [...paths.entries()].reverse();
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [at, path] = next;
      const name = relative(folder, path) || path;
      const outcome = await surveyOf(path, Number(values.timeout));
      results[at] = { name, expected: index?.get(name) ?? null, outcome };
    }
  };
  await Promise.all(Array.from({ length: Math.min(mostAtOnce, availableParallelism()) }, work));
  const lines = linesOf(results, known);
  const unseen = known.filter(
    (one) =>
      paths.some((path) => path.endsWith(one.file)) &&
      !lines.some(({ name, line }) => isKnown(one, join(folder, name), line)),
  );
  const alarms = lines.filter(({ line, evidence }) => line.status === "fail" && evidence === null);
  const crashes = results.filter(({ outcome }) => outcome.kind === "crash");
  if (alarms.length + crashes.length > 0) process.exitCode = 1;
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ results, lines, unseen }, null, 1)}\n`);
    return;
  }
  const shown = lines.filter(({ line }) => line.status === "fail" || !values.fails);
  const out = [
    resultsTable(results),
    "",
    totalsTable(results),
    "",
    ...shown.map(
      ({ name, line, evidence }) =>
        `${name}:${line.page === null ? "" : `p${line.page}:`}${line.line}:${line.column} ${line.status} ${line.rule} ${line.message}${evidence === null ? "" : ` [known: ${evidence}]`}`,
    ),
    ...unseen.map((one) => `NOT FOUND ${one.file}:${one.line ?? `${one.row} ${one.figure}`} ${one.evidence}`),
    "",
    `${alarms.length} false alarms, ${lines.length - alarms.length} other lines, ${unseen.length} known breaks not found, ${crashes.length} crashes`,
  ];
  process.stdout.write(`${out.join("\n")}\n`);
}
