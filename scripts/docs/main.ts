/** Writes the documents anew and removes pages of rules that are gone. */
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documents } from "./documents.ts";

export async function main(): Promise<void> {
  const root = process.cwd();
  const texts = await documents(root);
  for (const [path, text] of texts) writeFileSync(join(root, path), text);
  for (const name of readdirSync(join(root, "docs/rules"))) {
    if (!texts.has(`docs/rules/${name}`)) rmSync(join(root, "docs/rules", name));
  }
}
