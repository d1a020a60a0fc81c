/** A picture of coloured terminal output: SVG, text that can be searched and copied, no font embedded. */
import { stripVTControlCharacters } from "node:util";

const cell = { width: 7.8, height: 18 };
const margin = { side: 18, top: 44, bottom: 16 };

/** What chalk writes at level 1: the codes a report uses. */
const styles: Readonly<Record<string, string>> = {
  "1": "bold",
  "2": "dim",
  "31": "red",
  "32": "green",
  "33": "yellow",
  "36": "cyan",
};
/** Codes that end what others began. */
const ends: Readonly<Record<string, readonly string[]>> = {
  "0": Object.values(styles),
  "22": ["bold", "dim"],
  "39": ["red", "green", "yellow", "cyan"],
};

/** Select graphic rendition: a list of codes between ESC [ and m. */
const rendition = new RegExp(`${String.fromCharCode(27)}\\[([\\d;]*)m`);

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** One line as tspans; spaces are kept by `xml:space`. */
function spans(line: string): string {
  const on = new Set<string>();
  // Text and codes by turns: "text", "31", "text", "39", ...
  return line
    .split(rendition)
    .map((piece, index) => {
      if (index % 2 === 1) {
        for (const code of piece.split(";")) {
          for (const style of ends[code] ?? []) on.delete(style);
          const begun = styles[code];
          if (begun !== undefined) on.add(begun);
        }
        return "";
      }
      if (piece === "") return "";
      return on.size === 0 ? escaped(piece) : `<tspan class="${[...on].join(" ")}">${escaped(piece)}</tspan>`;
    })
    .join("");
}

function plainWidth(line: string): number {
  return stripVTControlCharacters(line).length;
}

/** The command and what it prints, in a window. */
export function terminalPicture(command: string, output: string): string {
  const lines = [`\u001b[1m$ ${command}\u001b[22m`, ...output.replace(/\n+$/, "").split("\n")];
  const columns = Math.max(...lines.map(plainWidth));
  const width = Math.ceil(columns * cell.width + 2 * margin.side);
  const height = margin.top + lines.length * cell.height + margin.bottom;
  const rows = lines.map(
    (line, index) =>
      `<text x="${margin.side}" y="${margin.top + (index + 1) * cell.height - 5}" xml:space="preserve">${spans(line)}</text>`,
  );
  const buttons = ["#ff5f57", "#febc2e", "#28c840"].map(
    (fill, index) => `<circle cx="${24 + index * 20}" cy="22" r="6" fill="${fill}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(command)} in a terminal">`,
    "<style>",
    "text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace;fill:#d6dbe3}",
    ".bold{font-weight:700;fill:#fff}.dim{fill:#8b95a5}.red{fill:#ff7b72}.green{fill:#7ee787}.yellow{fill:#e3b341}.cyan{fill:#79c0ff}",
    "</style>",
    `<rect width="${width}" height="${height}" rx="10" fill="#161b22"/>`,
    ...buttons,
    ...rows,
    "</svg>",
    "",
  ].join("\n");
}
