// Bundles the entries of a bench with the sources they measure and runs the first one's main: no build of
// dist/ needed. The folder lies in the repository, so that packages are found.
import { mkdtemp, rm } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { rawText } from "./raw-text.js";

export async function runBench(...entryPoints) {
  const folder = await mkdtemp(resolve(".bench-"));
  try {
    await build({
      entryPoints,
      outdir: folder,
      bundle: true,
      splitting: true,
      packages: "external",
      plugins: [rawText],
      format: "esm",
      platform: "node",
      target: "node20.19",
      outExtension: { ".js": ".mjs" },
      logLevel: "warning",
    });
    const main = join(folder, basename(entryPoints[0]).replace(/\.ts$/, ".mjs"));
    await (await import(pathToFileURL(main).href)).main(process.argv.slice(2));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
