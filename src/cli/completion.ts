/** `kc-check completion <shell>`. The scripts are loaded when they are wanted. */
import type { Command } from "commander";
import { didYouMean } from "../config/suggest.ts";
import type { Session } from "./dependencies.ts";
import { UsageError } from "./usage-error.ts";

const shells = ["bash", "zsh", "fish", "powershell"] as const;

/** Adds the command to the program. */
export function addCompletion(program: Command, { dependencies }: Session): void {
  program
    .command("completion")
    .description("print the completion for a shell")
    .argument("<shell>", shells.join(", "))
    .action(async (name: string) => {
      const shell = shells.find((known) => known === name);
      if (!shell) {
        throw new UsageError(
          `unknown shell "${name}"${didYouMean(name, shells)}; use one of ${shells.join(", ")}`,
        );
      }
      const rules = (await dependencies.loadRules()).map((rule) => rule.name);
      const { completionScript } = await import("./completion-scripts.ts");
      await dependencies.io.stdout.write(completionScript(shell, program, rules));
    });
}
