/** `kc-check explain <rule>`: what it checks, why, what to do, with examples. */
import type { Command } from "commander";
import type { InnocentReading } from "../defence/reading.ts";
import type { ToldReading } from "../report/reading-pages.ts";
import type { FileReport } from "../report/report.ts";
import type { ToldExample, ToldExamples } from "../report/rule-examples.ts";
import type { Example, Rule } from "../rules/rule.ts";
import type { CheckOptions } from "../run.ts";
import { stringify } from "../report/json.ts";
import { didYouMean } from "../config/suggest.ts";
import { addRuleOptions, chooseTextFormat } from "./command-options.ts";
import type { Session } from "./dependencies.ts";
import { knownRules, type RawRuleOptions } from "./known-rules.ts";
import { UsageError } from "./usage-error.ts";
import { findingSentence } from "../report/finding-sentence.ts";

type CheckFiling = (bytes: Uint8Array, options: CheckOptions) => Promise<FileReport>;

/** Checks examples with all rules, as a user would. */
function tell(kind: readonly Example[], checkFiling: CheckFiling): Promise<readonly ToldExample[]> {
  const encoder = new TextEncoder();
  return Promise.all(
    kind.map(async (example) => {
      const { filing, prior } = example;
      const earlier =
        prior === undefined ? {} : { prior: { bytes: encoder.encode(prior), path: "earlier.txt" } };
      const report = await checkFiling(encoder.encode(filing), { path: "example.txt", ...earlier });
      return { ...example, report };
    }),
  );
}

/** The examples of a rule, checked. */
export async function toldExamples({ examples }: Rule, checkFiling: CheckFiling): Promise<ToldExamples> {
  return {
    passes: await tell(examples.passes, checkFiling),
    fails: await tell(examples.fails, checkFiling),
    quiet: await tell(examples.quiet, checkFiling),
  };
}

/** The examples of an innocent reading, checked. */
export async function toldReading(
  { examples }: InnocentReading,
  checkFiling: CheckFiling,
): Promise<ToldReading> {
  return {
    cleared: await tell(examples.cleared, checkFiling),
    stands: await tell(examples.stands, checkFiling),
  };
}

/** A rule as plain data, with what the tool says of its examples. */
function ruleData(rule: Rule, severity: string, { passes, fails, quiet }: ToldExamples): unknown {
  const told = (kind: readonly ToldExample[]): unknown =>
    kind.map(({ title, filing, prior, report }) => ({
      title,
      filing,
      ...(prior === undefined ? {} : { prior }),
      says: report.checks.map(findingSentence),
    }));
  const { name, summary, what, why, fix, source } = rule;
  const examples = { passes: told(passes), fails: told(fails), quiet: told(quiet) };
  return {
    schemaVersion: 1,
    name,
    summary,
    what,
    why,
    fix,
    source,
    severity,
    options: rule.options ?? {},
    examples,
  };
}

/** Adds the command to the program. */
export function addExplain(program: Command, session: Session): void {
  const { dependencies } = session;
  addRuleOptions(
    program
      .command("explain")
      .description("what a rule checks and why, or what an innocent reading clears, with examples")
      .argument("<rule>", "its name"),
  ).action(async (name: string, raw: RawRuleOptions) => {
    const format = chooseTextFormat(raw.format);
    const { all } = await knownRules(raw, session);
    const rule = all.find((candidate) => candidate.name === name);
    if (!rule) {
      const readings = await dependencies.loadReadings();
      const reading = readings.find((candidate) => candidate.name === name);
      if (reading) {
        const { readingPage } = await import("../report/reading-pages.ts");
        const told = await toldReading(reading, await dependencies.loadCheck());
        const { name: called, summary, what } = reading;
        const page =
          format === "table"
            ? readingPage(reading, told)
            : `${stringify({ schemaVersion: 1, name: called, summary, what, examples: reading.examples }, 2)}\n`;
        await dependencies.io.stdout.write(page);
        return;
      }
      const known = [...all, ...readings].map((candidate) => candidate.name);
      throw new UsageError(`unknown rule "${name}"${didYouMean(name, known)}; "kc-check rules" lists them`);
    }
    const { rulePage, severityName } = await import("../report/rule-pages.ts");
    const examples = await toldExamples(rule, await dependencies.loadCheck());
    const text =
      format === "table"
        ? rulePage(rule, examples)
        : `${stringify(ruleData(rule, severityName(rule), examples), 2)}\n`;
    await dependencies.io.stdout.write(text);
  });
}
