/** The command line: arguments in, exit code out. Only bin/kc-check.js hands the code to the process. */
import { Command, CommanderError, Help } from "commander";
import { ConfigError } from "../config/config-error.ts";
import { FileError } from "../io.ts";
import { addCheck } from "./check.ts";
import { type Dependencies, machine, type Session } from "./dependencies.ts";
import { addCompare } from "./compare.ts";
import { addCompletion } from "./completion.ts";
import { addCache } from "./cache.ts";
import { addDump } from "./dump.ts";
import { addExplain } from "./explain.ts";
import { addInit } from "./init.ts";
import { note, noteBlock, trace } from "./note.ts";
import { addMerge } from "./merge.ts";
import { addPage } from "./page.ts";
import { addRules } from "./rules.ts";
import { UsageError } from "./usage-error.ts";

const about =
  "Reads a company's financial filing, recomputes every printed figure that other printed figures\n" +
  "determine, and reports each line that does not tie. Works offline and changes nothing.";

const examples = `
Examples:
  kc-check release-q4.txt                         one filing, as a table
  kc-check filings/*.txt --quiet                  many, only what does not tie
  kc-check 10-k.txt --format json -o result.json  for a program
  kc-check 6-k.txt --rule footing,gross-profit    these rules only
  curl -s https://example.com/6-k.txt | kc-check -
  git diff --name-only -z | xargs -0 kc-check --skip-unrecognized
  kc-check compare draft-3.docx draft-4.docx      what an edit broke, and what still prints the old figure
  kc-check explain gross-profit                   what a rule checks and why
  kc-check --update-baseline --reason "restated in the 10-K/A" 10-k.txt
                                                  accept what fails now; new breaks still fail
  kc-check init                                   a config: severities, captions, own equations
  eval "$(kc-check completion bash)"              completion of options and rules

Exit codes:
  0  everything was checked and nothing at or above --fail-on was found
  1  something does not tie
  2  the job could not be done: wrong usage, a file that cannot be read or has no
     financial table, a crash; wins over 1
`;

function buildProgram(session: Session, print: (text: string) => void): Command {
  const { io, version } = session.dependencies;
  const program = new Command("kc-check")
    .description(about)
    .usage(
      [
        "[check] <paths...> [options]",
        "kc-check compare <old> <new> [options]",
        "kc-check rules | explain <rule> | dump <what> <file>",
        "kc-check init [file] | page | completion <shell>",
        "kc-check merge <results...> | cache clear",
      ].join("\n       "),
    )
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .exitOverride()
    .configureOutput({
      writeOut: print,
      // The message comes with the error that is thrown.
      writeErr: () => {},
      getOutHelpWidth: () => io.stdout.columns ?? 100,
      getOutHasColors: () => false,
    });
  const check = addCheck(program, session);
  addCompare(program, session);
  addRules(program, session);
  addExplain(program, session);
  addDump(program, session);
  addInit(program, session);
  addPage(program, session);
  addCompletion(program, session);
  addMerge(program, session);
  addCache(program, session);

  const standard = new Help();
  // Nearly all use of the program is `check`: its options belong on the first page.
  program.configureHelp({
    visibleOptions: (command) => [
      ...(command === program ? check.options : []),
      ...standard.visibleOptions(command),
    ],
    // In the order shown: left alone, the options of the program itself would come first.
    groupItems: (_all, visible, groupOf) => standard.groupItems(visible, visible, groupOf),
    visibleCommands: (command) => command.commands.filter((each) => each !== check),
  });
  const page = program.helpInformation.bind(program);
  program.helpInformation = (context) => page(context) + examples;
  check.helpInformation = (context) => program.helpInformation(context);
  return program;
}

/** "error: unknown option '--al'\n(Did you mean --all?)" as one sentence. */
function sentenceOf(error: CommanderError): string {
  const message =
    error.code === "commander.help"
      ? "there is no such command"
      : error.message
          .replace(/^error: /, "")
          .replace("\n(Did", " (did")
          .replace(/\. Expected (.*)\.$/, " (expected $1)");
  return `${message}; see "kc-check --help"`;
}

async function fail(error: unknown, session: Session): Promise<2> {
  if (error instanceof CommanderError) await note(session, sentenceOf(error));
  else if (error instanceof ConfigError) await noteBlock(session, error.message);
  else if (error instanceof UsageError || error instanceof FileError) await note(session, error.message);
  else {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    await note(session, `kc-check failed (${reason}); please report this, --verbose shows where`);
    await trace(session, error);
  }
  return 2;
}

/** Runs the command line and returns the exit code. */
export async function main(argv: readonly string[], dependencies: Dependencies = machine()): Promise<number> {
  const session: Session = { dependencies, verbose: argv.includes("--verbose"), exitCode: 0 };
  let printed = "";
  const program = buildProgram(session, (text) => {
    printed += text;
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return session.exitCode;
  } catch (error) {
    // Help and version end the parse with an error of exit code 0.
    if (!(error instanceof CommanderError) || error.exitCode !== 0) return await fail(error, session);
    await dependencies.io.stdout.write(printed);
    return 0;
  }
}
