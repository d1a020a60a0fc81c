/** `kc-check explain <rule>`: what it checks, why, what to do, with examples. */
import type { Command } from "commander";
import type { FileReport } from "../report/report.ts";
import type { ToldExample, ToldExamples } from "../report/rule-examples.ts";
import type { Example, Rule } from "../rules/rule.ts";
import type { CheckOptions } from "../run.ts";
import type { Session } from "./dependencies.ts";
import { didYouMean } from "../config/suggest.ts";
import { UsageError } from "./usage-error.ts";

/** Checks the examples of the rule with all rules, as a user would. */
export async function toldExamples(
  { examples }: Rule,
  checkFiling: (bytes: Uint8Array, options: CheckOptions) => Promise<FileReport>,
): Promise<ToldExamples> {
  const encoder = new TextEncoder();
  const told = (kind: readonly Example[]): Promise<readonly ToldExample[]> =>
    Promise.all(
      kind.map(async (example) => {
        const { filing, prior } = example;
        const earlier =
          prior === undefined ? {} : { prior: { bytes: encoder.encode(prior), path: "earlier.txt" } };
        const report = await checkFiling(encoder.encode(filing), { path: "example.txt", ...earlier });
        return { ...example, report };
      }),
    );
  return {
    passes: await told(examples.passes),
    fails: await told(examples.fails),
    quiet: await told(examples.quiet),
  };
}

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
      const examples = await toldExamples(rule, await dependencies.loadCheck());
      await dependencies.io.stdout.write(rulePage(rule, examples));
    });
}
