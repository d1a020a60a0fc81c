// The declarations of the library: those that src/index.ts reaches, and no others.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const folder = "dist/types";
rmSync(folder, { recursive: true, force: true });
const tsc = join(dirname(fileURLToPath(import.meta.resolve("typescript/package.json"))), "bin", "tsc");
execFileSync(process.execPath, [tsc, "-p", "tsconfig.types.json"], { stdio: "inherit" });

// The compiler keeps the sources' `.ts` in what it declares; whoever imports the package has no sources.
const specifier = /(?<=\bfrom "|\bimport\(")(\.{1,2}\/[^"]+)\.ts(?=")/g;
const reached = new Set();
const waiting = [join(folder, "index.d.ts")];
for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
  if (reached.has(path)) continue;
  reached.add(path);
  const text = readFileSync(path, "utf8");
  for (const [, target] of text.matchAll(specifier)) waiting.push(join(dirname(path), `${target}.d.ts`));
  writeFileSync(path, text.replace(specifier, "$1.js"));
}
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  const path = join(folder, name);
  if (name.endsWith(".d.ts") && !reached.has(path)) rmSync(path);
}
// Folders that the above left empty.
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort().reverse()) {
  const path = join(folder, name);
  if (!relative(folder, path).endsWith(".d.ts") && readdirSync(path).length === 0)
    rmSync(path, { recursive: true });
}
