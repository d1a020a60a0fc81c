import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/filings/", import.meta.url));

/** Real filings lie beside the repository on some machines only; tests that use them are skipped elsewhere. */
export const haveFilings = existsSync(folder);

export function readFiling(name: string): string {
  return readFileSync(`${folder}${name}`, "utf8");
}
