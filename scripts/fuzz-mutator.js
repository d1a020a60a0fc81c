// Filings in every shape, and what strangers make of them.

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

const pick = (list, random) => list[Math.floor(random() * list.length)];

/** Some fifty lines in a row: a table or two with what is said of them. */
function stretch(text, random) {
  const lines = text.split("\n");
  const start = Math.floor(random() * Math.max(1, lines.length - 60));
  return lines.slice(start, start + 30 + Math.floor(random() * 60));
}

const isRow = (line) => line.includes("\t");
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export const shapes = [
  (text, random) => stretch(text, random).join("\n"),
  (text, random) => {
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
  (text, random) =>
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
  (text, random) =>
    stretch(text, random)
      .filter(isRow)
      .map((line) =>
        line
          .split("\t")
          .map((cell) => `"${cell.replaceAll('"', '""')}"`)
          .join(","),
      )
      .join("\n"),
  (text, random) =>
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
];

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
