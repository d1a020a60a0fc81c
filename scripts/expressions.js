// Looks for slow regular expressions: `npm run expressions`. All that are in src/ are taken, as they are written or as
// they are put together when the program is loaded. The checker takes minutes for all of them, so that what it said is
// kept in expressions.tsv, by a hash of each, and only those are checked that are not in it. One that takes
// exponential time must be mended. One that takes polynomial time must be mended or see short text only, as a bounded
// caption; then --keep writes it down. --all checks all anew, and lists the polynomial ones.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import vm from "node:vm";
import { build } from "esbuild";
import { check } from "recheck";
import { parseAst } from "rolldown/parseAst";
import { rawText } from "./raw-text.js";

const { values } = parseArgs({
  options: { all: { type: "boolean", default: false }, keep: { type: "boolean", default: false } },
});
const list = new URL("expressions.tsv", import.meta.url);
const say = (line) => process.stdout.write(`${line}\n`);
const found = new Map();
const keep = (source, flags, where) => found.set(`/${source}/${flags}`, { source, flags, where });

function walk(node, tell) {
  if (Array.isArray(node)) for (const each of node) walk(each, tell);
  else if (typeof node === "object" && node !== null) {
    tell(node);
    for (const key of Object.keys(node)) walk(node[key], tell);
  }
}

const names = (await readdir("src", { recursive: true })).filter((name) => /(?<!\.d)\.ts$/.test(name)).sort();
for (const name of names) {
  const text = await readFile(join("src", name), "utf8");
  walk(parseAst(text, { lang: "ts" }), (node) => {
    if (node.type !== "Literal" || !node.regex) return;
    const line = text.slice(0, node.start).split("\n").length;
    keep(node.regex.pattern, node.regex.flags, `src/${name}:${line}`);
  });
}

// Those that are put together: every module is loaded with a RegExp that remembers what it made.
// Of a page in a browser: what runs there is not loaded here.
const modules = names.filter(
  (name) => !/^(?:start|index|cli\/program|batch\/worker|page\/.*)\.ts$/.test(name),
);
const { outputFiles } = await build({
  stdin: { contents: modules.map((name) => `import "./src/${name}";`).join("\n"), resolveDir: "." },
  bundle: true,
  write: false,
  platform: "node",
  format: "cjs",
  external: ["unpdf", "hyparquet", "hyparquet-writer", "yauzl", "tinyglobby", "write-excel-file/node"],
  define: { "import.meta.url": JSON.stringify(import.meta.url), KC_CHECK_BUILD: '""' },
  banner: { js: "RegExp = remembering(RegExp);" },
  logLevel: "error",
  plugins: [rawText],
});
const remembering = (Plain) =>
  new Proxy(Plain, {
    construct(target, given) {
      const made = new target(...given);
      if (!found.has(`/${made.source}/${made.flags}`)) keep(made.source, made.flags, "put together");
      return made;
    },
  });
const { createRequire } = await import("node:module");
vm.runInThisContext(`(function (remembering, require, module, exports, RegExp) { ${outputFiles[0].text}\n})`)(
  remembering,
  createRequire(import.meta.url),
  { exports: {} },
  {},
  RegExp,
);

const hashOf = ({ source, flags }) =>
  createHash("sha256").update(`/${source}/${flags}`).digest("hex").slice(0, 12);

/** Verdicts by hash: safe, polynomial, or unknown where the checker gives up. */
const known = new Map(
  (await readFile(list, "utf8"))
    .split("\n")
    .filter((line) => line.includes("\t"))
    .map((line) => line.split("\t")),
);

async function verdictOn({ source, flags, where }) {
  const { status, complexity } = await check(source, flags, { timeout: 8_000, attackTimeout: 500 });
  if (status !== "vulnerable") return status;
  const isExponential = complexity.type === "exponential";
  say(`${where}: ${complexity.summary}: /${source}/${flags}`);
  return isExponential ? "exponential" : "polynomial";
}

const verdicts = new Map();
let checked = 0;
let failed = 0;
for (const expression of found.values()) {
  const hash = hashOf(expression);
  const before = known.get(hash);
  const verdict = before === undefined || values.all ? await verdictOn(expression) : before;
  if (before === undefined || values.all) checked++;
  verdicts.set(hash, verdict);
  if (verdict === "exponential" || (verdict === "polynomial" && before !== verdict && !values.keep)) failed++;
}
if (values.keep) {
  const kept = [...verdicts].filter(([, verdict]) => verdict !== "exponential").sort();
  await writeFile(list, kept.map((line) => `${line.join("\t")}\n`).join(""));
}
const number = (verdict) => [...verdicts.values()].filter((each) => each === verdict).length;
say(
  `${verdicts.size} expressions, ${checked} of them checked anew: ${number("exponential")} exponential, ${number("polynomial")} polynomial, ${number("unknown")} on which the checker gives up; ${failed} to be mended`,
);
// The checker leaves a program of its own running.
process.exit(failed > 0 ? 1 : 0);
