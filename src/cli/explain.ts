/** `kc-check explain <rule>`: what it checks, why, what to do, with examples. */
import type { Command } from "commander";
import type { Session } from "./dependencies.ts";
import { didYouMean } from "../config/suggest.ts";
import { UsageError } from "./usage-error.ts";

/** Adds the command to the program. */
export function addExplain(program: Command, { dependencies }: Session): void {
  program
    .command("explain")
    .description("what a rule checks, why, with examples")
    .argument("<rule>", "its name")
    .action(async (name: string) => {
      const rules = await dependencies.loadRules();
      const rule = rules.find((candidate) => candidate.name === name);
      if (!rule) {
        const known = rules.map((candidate) => candidate.name);
        throw new UsageError(`unknown rule "${name}"${didYouMean(name, known)}; "kc-check rules" lists them`);
      }
      const { rulePage } = await import("../report/rule-pages.ts");
      await dependencies.io.stdout.write(rulePage(rule));
    });
}
