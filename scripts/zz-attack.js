// Looks for regular expressions that take exponential time: `npm run expressions`. All that are in src/ are taken, as
// they are written or as they are put together when the program is loaded. --all lists polynomial ones, too.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseArgs } from "node:util";
import vm from "node:vm";
import { build } from "esbuild";
import { check } from "recheck";
import { parseAst } from "rolldown/parseAst";
import { rawText } from "./raw-text.js";

const { values } = parseArgs({ options: { all: { type: "boolean", default: false } } });
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
const modules = names.filter((name) => !/^(?:start|index|cli\/program|batch\/worker)\.ts$/.test(name));
const { outputFiles } = await build({
  stdin: { contents: modules.map((name) => `import "./src/${name}";`).join("\n"), resolveDir: "." },
  bundle: true,
  write: false,
  platform: "node",
  format: "cjs",
  external: ["unpdf", "hyparquet", "hyparquet-writer", "yauzl", "tinyglobby"],
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

let exponential = 0; const vul = [], unk = [];
let polynomial = 0;
let unknown = 0;
for (const { source, flags, where } of found.values()) {
  const { status, complexity, attack } = await check(source, flags, { timeout: 4_000, attackTimeout: 500 });
  if (status === "vulnerable") vul.push({ where, source, flags, summary: complexity.summary, pumps: attack.pumps, suffix: attack.suffix }); if (status === "unknown") unk.push({where,source,flags});
  if (status === "unknown") unknown++;
  if (status !== "vulnerable") continue;
  const isExponential = complexity.type === "exponential";
  if (isExponential) exponential++;
  else polynomial++;
  if (isExponential || values.all) say(`${where}: ${complexity.summary}: /${source}/${flags}`);
}
say(
  `${found.size} expressions: ${exponential} exponential, ${polynomial} polynomial, ${unknown} on which the checker gives up`,
);
(await import("node:fs")).writeFileSync("/tmp/w15/vul.json", JSON.stringify({vul,unk}));
process.exit(exponential > 0 ? 1 : 0);
