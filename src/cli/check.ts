/** `kc-check check <paths...>`, the default command. */
import type { Command } from "commander";
import { addArchiveOptions } from "./archive-options.ts";
import type { Session } from "./dependencies.ts";
import { runCheck } from "./run-check.ts";
import { formats } from "../report/formats.ts";
import type { RawOptions } from "./settings.ts";

/** "a,b" after what earlier uses of the option gave. */
export function names(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, ...value.split(",").flatMap((part) => part.trim() || [])];
}

/** How the report looks and where it goes. */
export function addReportOptions(command: Command): Command {
  return command
    .optionsGroup("Report:")
    .option("-f, --format <name>", `${formats.join(" | ")} (default: table)`)
    .option("-o, --output <file>", "write the report there instead of to the terminal")
    .option("--all", "also list what ties, and every figure with its checks")
    .option("--quiet", "only what does not tie, and one line of counts")
    .option("--verbose", "also what was not checked and why, and where a crash happened")
    .option("--color", "use colour even if the output is not a terminal")
    .option("--no-color", "use no colour");
}

/** Adds the command to the program. */
export function addCheck(program: Command, session: Session): Command {
  const command = program
    .command("check", { isDefault: true })
    .description("check filings (the default)")
    .argument("[paths...]", 'filings and directories to check; "-" reads standard input')
    .optionsGroup("What to check:")
    .option("--rule <names>", "only these rules, separated by commas (repeatable)", names)
    .option("--ignore <names>", "all rules but these", names)
    .option("--confidence <level>", "report breaks from this on: certain | likely (default) | possible")
    .option("--tracked <side>", "tracked changes of Word: accepted | original (default: accepted)")
    .option("--watch", "check again whenever a file is saved, and tell what changed")
    .option("--skip-unrecognized", "pass over files without a financial table, for hooks")
    .option("--config <file>", "use this config (default: the nearest kc-check.config.* above each file)")
    .option("--no-config", "ignore config files")
    .option("--prior <file>", "check the comparatives against this earlier filing of the company");
  addReportOptions(command)
    .optionsGroup("Known findings:")
    .option("--baseline <file>", "the file of accepted findings (default: kc-check.baseline.json)")
    .option("--no-baseline", "use no baseline")
    .option("--update-baseline", "accept what fails now; entries that remain keep their reasons")
    .option("--reason <text>", "the reason, for new entries and those without one")
    .option("--expires <date>", "how long new entries hold: until 2027-03-31, for example")
    .option("--prune-baseline", "remove entries whose finding is gone");
  return addArchiveOptions(command)
    .optionsGroup("Exit code:")
    .option("--fail-on <level>", "error | warning | never (default: error)")
    .option(
      "--exit-zero",
      "exit with 0 once the results are written, whatever was found or could not be read",
    )
    .action(async (paths: readonly string[], options: RawOptions) => {
      if (options.watch !== true) session.exitCode = await runCheck(paths, options, session);
      else {
        const { watchUntilStopped } = await import("./watch.ts");
        session.exitCode = await watchUntilStopped(paths, options, session, runCheck);
      }
    });
}
