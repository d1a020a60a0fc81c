/** Writes the documents anew and removes pages of rules and readings that are gone. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { documents } from "./documents.ts";

export async function main(): Promise<void> {
  const root = process.cwd();
  const texts = await documents(root);
  mkdirSync(join(root, "docs/defence"), { recursive: true });
  for (const [path, text] of texts) writeFileSync(join(root, path), text);
  for (const folder of ["docs/rules", "docs/defence"]) {
    for (const name of readdirSync(join(root, folder))) {
      if (!texts.has(`${folder}/${name}`)) rmSync(join(root, folder, name));
    }
  }
}
