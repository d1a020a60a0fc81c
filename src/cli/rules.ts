/** `kc-check rules`: what there is to check. */
import type { Command } from "commander";
import type { Session } from "./dependencies.ts";

/** Adds the command to the program. */
export function addRules(program: Command, { dependencies }: Session): void {
  program
    .command("rules")
    .description("list the rules")
    .action(async () => {
      const { ruleList } = await import("../report/rule-pages.ts");
      await dependencies.io.stdout.write(ruleList(await dependencies.loadRules()));
    });
}
