// Bundles src/ into dist/: the library as ES modules, the program as one script with its bytecode.
import { execFileSync } from "node:child_process";
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

/** Files beside the bundles that they load when they need them. */
const beside = (filter, path) => ({
  name: path,
  setup: ({ onResolve }) => onResolve({ filter }, () => ({ path, external: true })),
});
/** Large, and used for PDF, packed files and workbooks only. */
const packages = ["unpdf", "yauzl", "numfmt"];
const rarelyUsed = [
  ...packages.map((name) => beside(new RegExp(`^${name}$`), `./${name}.cjs`)),
  beside(/\/excel-writer\.ts$/, "./excel-writer.cjs"),
];
const importModule = beside(/\/import-module\.ts$/, "./import-module.cjs");

/** What a browser has not, and what stands for it there. */
const inBrowser = {
  name: "in-browser",
  setup({ onResolve }) {
    const own = (path) => () => ({ path: join(process.cwd(), path) });
    onResolve({ filter: /^node:zlib$/ }, own("src/page/zlib.ts"));
    onResolve({ filter: /^\.\/maps\.ts$/ }, own("src/page/maps.ts"));
  },
};

/** Commander starts programs for commands in files of their own. There are none, and loading it takes time. */
const noChildProcess = {
  name: "no-child-process",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?child_process$/ }, ({ path, importer }) =>
      importer.includes("commander") ? { path, namespace: "left-out" } : null,
    );
    onLoad({ filter: /.*/, namespace: "left-out" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** cli-table3 measures text with a large expression for emoji; another package that is in already is faster. */
const fastWidth = {
  name: "fast-width",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^string-width$/ }, ({ path }) => ({ path, namespace: "fast-width" }));
    onLoad({ filter: /.*/, namespace: "fast-width" }, () => ({
      contents: `module.exports = require(${JSON.stringify(join(process.cwd(), "src/report/width.ts"))}).width;`,
      resolveDir: process.cwd(),
    }));
    // Colours are put on with chalk, which hears what a user wants.
    onResolve({ filter: /^@colors\// }, ({ path }) => ({ path, namespace: "no-colours" }));
    onLoad({ filter: /.*/, namespace: "no-colours" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** Writes other characters as escapes, which mean the same in strings and in regular expressions. */
async function onlyAscii(path) {
  const text = await readFile(path, "utf8");
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  await writeFile(path, text.replace(/[^\0-\x7f]/g, escape));
}

/** What both bundles share. Every `await import()` in src/ runs only when it is reached. */
const shared = {
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node20.19",
  minify: true,
  legalComments: "none",
  metafile: true,
  define: { KC_CHECK_BUILD: JSON.stringify(await hashOfSources()) },
  logLevel: "warning",
};

await rm("dist", { recursive: true, force: true });
// The library, for programs: ES modules, with a chunk for each part that is loaded when it is needed.
const library = await build({
  ...shared,
  entryPoints: { index: "src/index.ts" },
  splitting: true,
  format: "esm",
  plugins: [rawText, fastWidth, ...rarelyUsed],
});
const commonJs = { ...shared, format: "cjs", outExtension: { ".js": ".cjs" } };
const parts = await build({
  ...commonJs,
  entryPoints: {
    start: "src/start.ts",
    "import-module": "src/import-module.ts",
    "excel-writer": "src/report/lists/excel-writer.ts",
    ...Object.fromEntries(packages.map((name) => [name, name])),
  },
});
// The program: one script, so that one file of bytecode holds all that a run needs.
const program = await build({
  ...commonJs,
  entryPoints: { "kc-check": "src/cli/program.ts" },
  plugins: [rawText, fastWidth, ...rarelyUsed, importModule, noChildProcess],
  define: { ...shared.define, "import.meta.url": "importMetaUrl" },
  banner: { js: "const importMetaUrl=require('node:url').pathToFileURL(__filename).href;" },
  supported: { "dynamic-import": false },
});
await onlyAscii("dist/kc-check.cjs");
// The program for a browser, of which `kc-check page` makes a page.
const page = await build({
  ...shared,
  platform: "browser",
  target: "es2022",
  entryPoints: { page: "src/page/worker.ts" },
  format: "iife",
  plugins: [rawText, fastWidth, ...rarelyUsed, inBrowser],
  inject: ["src/page/node.ts"],
  supported: { "dynamic-import": false },
});
await writeFile("dist/worker.cjs", 'require("./start.cjs").load().work(Number(process.argv[2]));\n');
// The maps from codes to characters that PDFs in Chinese, Japanese and Korean name instead of holding them.
await cp("node_modules/pdfjs-dist/cmaps", "dist/cmaps", { recursive: true });
await writeFile(
  "dist/THIRD-PARTY-LICENCES.txt",
  licencesOf({
    inputs: Object.assign({}, ...[library, parts, program, page].map(({ metafile }) => metafile.inputs)),
  }),
);
// Options for Node in the environment are not those that it will run with.
execFileSync(process.execPath, ["scripts/bytecode.js"], { env: {}, stdio: "inherit" });
