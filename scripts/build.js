// Bundles src/ into dist/. Splitting keeps what a run does not need out of its start-up:
// every `await import()` in src/ becomes a chunk of its own.
import { createHash } from "node:crypto";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { licencesOf } from "./licences.js";
import { rawText } from "./raw-text.js";

/** A hash of all that the bundle is made of: results that are kept on disk belong to one build. */
async function hashOfSources() {
  const hash = createHash("sha256");
  const names = await readdir("src", { recursive: true });
  for (const name of names.filter((each) => each.endsWith(".ts")).sort()) {
    hash.update(name).update(await readFile(join("src", name)));
  }
  return hash
    .update(await readFile("package-lock.json"))
    .digest("hex")
    .slice(0, 12);
}

await rm("dist", { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: { cli: "src/cli/main.ts", index: "src/index.ts", worker: "src/batch/worker.ts" },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  metafile: true,
  plugins: [rawText],
  define: { KC_CHECK_BUILD: JSON.stringify(await hashOfSources()) },
  // commander is CommonJS and asks for `require`.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: "warning",
});
// The maps from codes to characters that PDFs in Chinese, Japanese and Korean name instead of holding them.
await cp("node_modules/pdfjs-dist/cmaps", "dist/cmaps", { recursive: true });
await writeFile("dist/THIRD-PARTY-LICENCES.txt", licencesOf(metafile));
