// Bundles src/ into dist/. Splitting keeps what a run does not need out of its start-up:
// every `await import()` in src/ becomes a chunk of its own.
import { cp, rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { licencesOf } from "./licences.js";
import { rawText } from "./raw-text.js";

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
  // commander is CommonJS and asks for `require`.
  banner: { js: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);" },
  logLevel: "warning",
});
// The maps from codes to characters that PDFs in Chinese, Japanese and Korean name instead of holding them.
await cp("node_modules/pdfjs-dist/cmaps", "dist/cmaps", { recursive: true });
await writeFile("dist/THIRD-PARTY-LICENCES.txt", licencesOf(metafile));
