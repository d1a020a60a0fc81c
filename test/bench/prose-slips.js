/**
 * Plants one error at a time in the sentences of a filing and counts how many are reported as a failure at
 * their place; also how many numbers of the sentences take part in a check.
 *
 *   npm run build && node test/bench/prose-slips.js <filing...> [--seed 7] [--list]
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "7" },
    list: { type: "boolean", default: false },
    from: { type: "string", default: new URL("../../dist/index.js", import.meta.url).href },
  },
});
const { checkFiling } = await import(values.from);

const print = (line) => process.stdout.write(`${line}\n`);

/** mulberry32: the same slips for the same seed. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const number = /(?<![\w.,/+-])(?:(?:RMB|US\\?\$|\$)\s?)?(-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+))(?![\d.,]*\d)/g;

/** Lines of running text with their offset. */
function proseLines(text) {
  const lines = [];
  let offset = 0;
  for (const [i, line] of text.split("\n").entries()) {
    if (!line.includes("\t")) lines.push({ line: i + 1, offset, text: line });
    offset += line.length + 1;
  }
  return lines;
}

function numbersOf(text) {
  return proseLines(text).flatMap(({ line, offset, text: content }) =>
    [...content.matchAll(number)].map((match) => {
      const at = match.index + match[0].length - match[1].length;
      return { line, column: at + 1, at: offset + at, print: match[1], content, inLine: at };
    }),
  );
}

function* slips(text, next) {
  for (const { line, column, at, print: said, content, inLine } of numbersOf(text)) {
    const plant = (kind, from, length, put, where = column) => ({
      kind,
      line,
      column: where,
      text: text.slice(0, from) + put + text.slice(from + length),
      what: `${said} -> ${put}`,
    });
    const places = [...said].flatMap((char, i) => (/\d/.test(char) ? [i] : []));
    const place = places[Math.floor(next() * places.length)];
    const digit = String((Number(said[place]) + 1 + Math.floor(next() * 9)) % 10);
    if (!(place === 0 && digit === "0")) {
      yield plant("digit", at, said.length, said.slice(0, place) + digit + said.slice(place + 1));
    }
    if (said.startsWith("-")) yield plant("sign lost", at, said.length, said.slice(1));
    const scale = /^ million/.exec(content.slice(inLine + said.length));
    if (scale) yield plant("million for billion", at + said.length, 8, " billion");
    const stale = /^ million in the same (?:quarter|period)[^.]*?(?:and|by [\d.]+% from|from) RMB(-?[\d,]+\.\d) million last quarter/.exec(
      content.slice(inLine + said.length),
    );
    if (stale) yield plant("prior quarter for prior year", at, said.length, stale[1]);
  }
  for (const { line, offset, text: content } of proseLines(text)) {
    for (const match of content.matchAll(/\b(?:increased?|decreased?)\b(?=[^.]{0,12}(?:by|of|to|from) [^.]{0,8}\d)/g)) {
      const put = match[0].startsWith("in") ? `de${match[0].slice(2)}` : `in${match[0].slice(2)}`;
      const at = offset + match.index;
      yield {
        kind: "direction",
        line,
        column: match.index + 1,
        to: match.index + 40,
        text: text.slice(0, at) + put + text.slice(at + match[0].length),
        what: `${match[0]} -> ${put}`,
      };
    }
  }
}

/** A break, certain or likely. */
const isBreak = (check) => check.status === "fail" || (check.status === "warn" && check.weighed === true);
const key = (check) => `${check.place.line}:${check.place.column}`;

for (const path of positionals) {
  const text = readFileSync(path, "utf8");
  const check = (content) => checkFiling(Buffer.from(content), { path, all: true, confidence: "likely" });
  const clean = await check(text);
  const before = new Set(clean.checks.filter(isBreak).map(key));
  const taking = new Set();
  for (const c of clean.checks) {
    if (c.status === "skip") continue;
    for (const figure of [c.result, ...c.terms]) taking.add(`${figure.line}:${figure.column}`);
  }
  const all = numbersOf(text);
  const covered = all.filter((n) => taking.has(`${n.line}:${n.column}`));
  print(`${path}: ${covered.length} of ${all.length} numbers of the text take part in a check (${((100 * covered.length) / all.length).toFixed(1)}%)`);
  if (values.list) for (const n of all) if (!covered.includes(n)) print(`  not checked ${n.line}:${n.column} ${n.print}`);
  const counts = new Map();
  for (const slip of slips(text, random(Number(values.seed)))) {
    const report = await check(slip.text);
    const at = (c) => c.place.line === slip.line && c.place.column >= slip.column - 2 && c.place.column <= (slip.to ?? slip.column + 2);
    const fails = report.checks.filter((c) => isBreak(c) && (!before.has(key(c)) || at(c)));
    const hit = fails.some(at) && !(fails.length === 1 && before.has(key(fails[0])) && slip.what === "");
    const elsewhere = !hit && fails.some((c) => [c, ...c.related].some((r) => [r.result, ...r.terms].some((f) => f.line === slip.line && f.column === slip.column)));
    const own = counts.get(slip.kind) ?? { planted: 0, placed: 0, named: 0 };
    own.planted++;
    if (hit) own.placed++;
    else if (elsewhere) own.named++;
    counts.set(slip.kind, own);
    if (values.list && !hit) print(`  missed ${slip.kind} ${slip.line}:${slip.column} ${slip.what}${elsewhere ? " (in a finding placed elsewhere)" : ""}`);
  }
  const total = { planted: 0, placed: 0, named: 0 };
  for (const [kind, own] of counts) {
    for (const k of Object.keys(total)) total[k] += own[k];
    print(`  ${kind}: ${own.placed} of ${own.planted} at their place, ${own.named} more in a finding placed elsewhere`);
  }
  print(`  all: ${total.placed} of ${total.planted} (${((100 * total.placed) / total.planted).toFixed(1)}%)`);
}
