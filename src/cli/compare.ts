/** `kc-check compare <old> <new>`: what an edit broke, and which figures did not follow one that was changed. */
import type { Command } from "commander";
import { addReportOptions, names } from "./check.ts";
import type { Session } from "./dependencies.ts";
import { runCheck } from "./run-check.ts";
import type { RawOptions } from "./settings.ts";
import { UsageError } from "./usage-error.ts";

/** Adds the command to the program. */
export function addCompare(program: Command, session: Session): void {
  const command = program
    .command("compare")
    .description("compare two drafts of a filing, or a draft with what was filed")
    .argument("<old>", "the earlier draft")
    .argument("<new>", "the later draft, whose findings are reported")
    .optionsGroup("What to compare:")
    .option("--rule <names>", "only the ties of these rules, separated by commas (repeatable)", names)
    .option("--ignore <names>", "the ties of all rules but these", names)
    .option("--confidence <level>", "report breaks from this on: certain | likely (default) | possible")
    .option("--tracked <side>", "tracked changes of Word: accepted | original (default: accepted)")
    .option(
      "--config <file>",
      "use this config (default: the nearest kc-check.config.* above the later draft)",
    )
    .option("--no-config", "ignore config files");
  addReportOptions(command)
    .optionsGroup("Known findings:")
    .option("--baseline <file>", "the file of accepted findings (default: kc-check.baseline.json)")
    .option("--no-baseline", "use no baseline")
    .optionsGroup("Exit code:")
    .option("--fail-on <level>", "error | warning | never (default: error)")
    .action(async (old: string, now: string, options: RawOptions) => {
      const { io } = session.dependencies;
      if (old === "-" && now === "-") {
        throw new UsageError("only one of the two drafts can come from standard input; name a file");
      }
      if (old !== "-" && now !== "-" && io.absolute(old) === io.absolute(now)) {
        throw new UsageError(`${old} and ${now} are one file; name two drafts`);
      }
      for (const path of [old, now]) {
        if (path !== "-" && io.isDirectory(path))
          throw new UsageError(`${path} is a directory; compare takes two files`);
      }
      session.exitCode = await runCheck([now], { ...options, prior: old, drafts: true }, session);
    });
}
