/** An archive to test with: filings that differ, made from a sample of this repository. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../cli/built.ts";

/** A small statement; every number of it depends on `n`. Some do not add up. */
export function smallFiling(n: number): string {
  const [rent, power, wages] = [1_000 + n, 300 + ((n * 7) % 97), 20_000 + n * 13];
  const slip = n % 5 === 0 ? 90 : 0;
  return [
    `Example ${n % 10} Limited`,
    "",
    "Costs",
    "\t2023\t2024",
    "\tUSD\tUSD",
    `Rent\t${rent}\t${rent + 5}`,
    `Power\t${power}\t${power + 7}`,
    `Wages\t${wages}\t${wages + 11}`,
    `Total\t${rent + power + wages}\t${rent + power + wages + 23 + slip}`,
    "",
  ].join("\n");
}

/** Fills a folder with `count` small filings and two whole ones. */
export function fillArchive(folder: string, count: number): void {
  mkdirSync(join(folder, "sub"), { recursive: true });
  for (let n = 0; n < count; n++) {
    writeFileSync(join(folder, n % 3 === 0 ? "sub" : "", `filing-${n}.txt`), smallFiling(n));
  }
  for (const name of ["clean-release.txt", "faulty-release.txt", "no-table.txt"]) {
    writeFileSync(join(folder, name), readFileSync(join(root, "samples", name)));
  }
}
