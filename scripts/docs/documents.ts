/** All documents that are written, in whole or in part, from what the tool says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleGroups } from "../../src/rules/index.ts";
import { filled, runBuilt } from "./executed.ts";
import { innocentReadings } from "../../src/defence/index.ts";
import { readingIndex, readingPage } from "./reading-page.ts";
import { ruleIndex, rulePage } from "./rule-page.ts";
import { terminalPicture } from "./terminal.ts";

/** Written by hand, with blocks and tables that are filled. */
export const handWritten = [
  "README.md",
  "CONTRIBUTING.md",
  "docs/how-it-decides.md",
  "docs/formats.md",
  "docs/drafts.md",
] as const;

/** Text by path in the repository at `root`. */
export async function documents(root: string): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const path of handWritten) texts.set(path, filled(readFileSync(join(root, path), "utf8"), root));
  texts.set("docs/rules/README.md", ruleIndex());
  for (const group of ruleGroups) {
    for (const rule of group.rules) texts.set(`docs/rules/${rule.name}.md`, await rulePage(rule, group));
  }
  texts.set("docs/defence/README.md", readingIndex());
  for (const reading of innocentReadings) {
    texts.set(`docs/defence/${reading.name}.md`, await readingPage(reading));
  }
  const command = ["samples/faulty-release.txt", "--quiet"];
  const coloured = runBuilt(root, [...command, "--color"], { COLUMNS: "112" });
  texts.set("docs/pictures/terminal.svg", terminalPicture(`kc-check ${command.join(" ")}`, coloured));
  return texts;
}
