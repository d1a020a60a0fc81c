/** Options that several of the smaller commands have. */
import type { Command } from "commander";
import { didYouMean } from "../config/suggest.ts";
import { UsageError } from "./usage-error.ts";

const textFormats = ["table", "json"] as const;

/** For people, or for programs. */
export type TextFormat = (typeof textFormats)[number];

/** @throws UsageError */
export function chooseTextFormat(name: string | undefined): TextFormat {
  const format = textFormats.find((known) => known === (name ?? "table"));
  if (format) return format;
  throw new UsageError(
    `unknown format "${name}"${didYouMean(name ?? "", textFormats)}; this command has ${textFormats.join(" and ")}`,
  );
}

/** Adds `--format` to a command that knows two. */
export function addTextFormat(command: Command): Command {
  return command.option("-f, --format <name>", `${textFormats.join(" | ")} (default: table)`);
}

/** Adds the options of commands about rules. */
export function addRuleOptions(command: Command): Command {
  return addTextFormat(command)
    .option("--config <file>", "with the rules of this config (default: the nearest one from here upwards)")
    .option("--no-config", "without the rules of a config");
}
