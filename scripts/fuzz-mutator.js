// Filings in every shape, and what strangers make of them.
import { readFileSync } from "node:fs";

const sample = (name) => readFileSync(new URL(`../samples/${name}`, import.meta.url), "utf8");
const tabbed = ["clean-release.txt", "faulty-release.txt", "damaged-announcement.txt"].map(sample);

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = (list, random) => list[Math.floor(random() * list.length)];

/**
 * Lines in a row: mostly a table or a part of one with what is said of it, which takes a fifth of the time of the
 * tables in a row that it is now and then.
 */
function stretch(text, random) {
  const lines = text.split("\n");
  const isLong = random() < 0.1;
  const length = isLong ? 30 + Math.floor(random() * 60) : 4 + Math.floor(random() * 20);
  const start = Math.floor(random() * Math.max(1, lines.length - length));
  return lines.slice(start, start + length);
}

const isRow = (line) => line.includes("\t");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const written = {
  "laid out": sample("laid-out-release.txt"),
  edgar: sample("edgar-release.txt"),
  "written markdown": sample("quarterly-report.md"),
  "written html": sample("annual-statements.htm"),
};

/** Of filings with tabs. */
const reshaped = {
  tabs: (text, random) => stretch(text, random).join("\n"),
  markdown: (text, random) => {
    let before = false;
    return stretch(text, random)
      .flatMap((line) => {
        const isFirst = isRow(line) && !before;
        before = isRow(line);
        if (!isRow(line)) return [line];
        const cells = line.split("\t");
        return [`| ${cells.join(" | ")} |`, ...(isFirst ? [`|${"---|".repeat(cells.length)}`] : [])];
      })
      .join("\n");
  },
  columns: (text, random) =>
    stretch(text, random)
      .map((line) =>
        isRow(line)
          ? line
              .split("\t")
              .map((cell, i) => (i === 0 ? cell.slice(0, 60).padEnd(62) : cell.padStart(16)))
              .join("")
          : line,
      )
      .join("\n"),
  csv: (text, random) =>
    stretch(text, random)
      .filter(isRow)
      .map((line) =>
        line
          .split("\t")
          .map((cell) => `"${cell.replaceAll('"', '""')}"`)
          .join(","),
      )
      .join("\n"),
  html: (text, random) =>
    `<html><body>${stretch(text, random)
      .map((line) =>
        isRow(line)
          ? `<table><tr>${line
              .split("\t")
              .map((cell) => `<td>${escaped(cell)}</td>`)
              .join("")}</tr></table>`
          : `<p>${escaped(line)}</p>`,
      )
      .join("\n")}</body></html>`.replaceAll("</table>\n<table>", "\n"),
};

/** A piece of a filing in each shape, by name. */
export const shapes = Object.fromEntries([
  ...Object.entries(reshaped).map(([name, shape]) => [name, (random) => shape(pick(tabbed, random), random)]),
  ...Object.entries(written).map(([name, text]) => [name, (random) => stretch(text, random).join("\n")]),
]);

const strange = [
  "\0",
  "\u200b",
  "\u00a0",
  "\u3000",
  "\f",
  "\u2028",
  "\ud800",
  "–",
  "—",
  "△",
  "(",
  ")",
  "%",
  "$",
  "RMB",
  "nil",
  "-",
  ",",
  ".",
  "0",
  "00",
  "December 00, 2023",
  "999999999999999999999999",
  "| ",
  "\t",
  "\t\t",
  "<td>",
  "</table>",
  "<!--",
  "&#0;",
  "```",
  "{{",
  "](",
  "**",
  "Q0",
  "13/45/2023",
  "(1)(2)(3)",
  "1/0",
  "per share",
  " of ",
];

const mutations = [
  (lines, random) => lines.splice(Math.floor(random() * lines.length), 1),
  (lines, random) => lines.splice(Math.floor(random() * lines.length), 0, pick(lines, random) ?? ""),
  (lines, random) => {
    const at = Math.floor(random() * lines.length);
    const line = lines[at] ?? "";
    const from = Math.floor(random() * line.length);
    lines[at] = line.slice(0, from) + pick(strange, random) + line.slice(from + Math.floor(random() * 3));
  },
  (lines, random) => {
    const at = Math.floor(random() * lines.length);
    lines[at] = (lines[at] ?? "").replace(/\d/g, (digit) =>
      random() < 0.1 ? String(Math.floor(random() * 10)) : digit,
    );
  },
  (lines, random) => {
    const at = Math.floor(random() * lines.length);
    lines[at] = (lines[at] ?? "").replace(/[\d,.]+/, () =>
      pick(["0", "", "0.00", "-", "1e9", "1,00", "(0)"], random),
    );
  },
  (lines, random) => {
    const at = Math.floor(random() * lines.length);
    lines[at] = `${lines[at] ?? ""}${pick(strange, random).repeat(Math.floor(random() * 50))}`;
  },
];

export function mutated(text, random) {
  const lines = text.split("\n");
  for (let count = Math.floor(random() * 8); count > 0; count--) pick(mutations, random)(lines, random);
  return lines.join("\n");
}

const keywords = [
  "stream",
  "endobj",
  "<<",
  ">>",
  "[",
  "]",
  "0 R",
  "/Kids",
  "/Filter",
  "/Length",
  "PK\x01\x02",
  "xref",
];

const byteMutations = [
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
    return copy;
  },
  // Left out, doubled, or moved.
  (bytes, random) => {
    const from = Math.floor(random() * bytes.length);
    const to = from + Math.floor(random() * 60);
    const [head, middle, tail] = [bytes.subarray(0, from), bytes.subarray(from, to), bytes.subarray(to)];
    return Buffer.concat(
      pick(
        [
          [head, tail],
          [head, middle, middle, tail],
          [tail, head, middle],
        ],
        random,
      ),
    );
  },
  // Another number: of an object, a length, a count.
  (bytes, random) => {
    const text = bytes.toString("latin1");
    const numbers = [...text.matchAll(/\d+/g)];
    const number = pick(numbers, random);
    if (!number) return bytes;
    const other = pick(["0", "1", "2", "4", "-1", "99999999999", "1e9", "", "2147483648"], random);
    return Buffer.from(
      text.slice(0, number.index) + other + text.slice(number.index + number[0].length),
      "latin1",
    );
  },
  (bytes, random) => {
    const at = Math.floor(random() * bytes.length);
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(pick(keywords, random), "latin1"),
      bytes.subarray(at),
    ]);
  },
  (bytes, random) => (random() < 0.2 ? bytes.subarray(0, Math.floor(random() * bytes.length)) : bytes),
];

/** The bytes of a file, damaged in up to six places. */
export function mutatedBytes(bytes, random) {
  let damaged = bytes;
  for (let count = 1 + Math.floor(random() * 6); count > 0 && damaged.length > 0; count--)
    damaged = pick(byteMutations, random)(damaged, random);
  return damaged;
}
