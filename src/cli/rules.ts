/** `kc-check rules`: what there is to check. */
import type { Command } from "commander";
import { stringify } from "../report/json.ts";
import { addRuleOptions, chooseTextFormat } from "./command-options.ts";
import type { Session } from "./dependencies.ts";
import { knownRules, type RawRuleOptions } from "./known-rules.ts";

/** Adds the command to the program. */
export function addRules(program: Command, session: Session): void {
  const { io } = session.dependencies;
  addRuleOptions(
    program.command("rules").description("list the rules, including those of the config in this folder"),
  ).action(async (raw: RawRuleOptions) => {
    const format = chooseTextFormat(raw.format);
    const { all, own } = await knownRules(raw, session);
    const { ruleList, severityName } = await import("../report/rule-pages.ts");
    if (format === "table") return io.stdout.write(ruleList(all));
    const rules = all.map((rule) => ({
      name: rule.name,
      summary: rule.summary,
      severity: severityName(rule),
      own: own.includes(rule),
    }));
    return io.stdout.write(`${stringify({ schemaVersion: 1, rules }, 2)}\n`);
  });
}
