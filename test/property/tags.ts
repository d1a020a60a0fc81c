/** Inline XBRL around the figures of an HTML filing, as its own reading has them: what tags say is what is printed. */
import { read } from "../../src/read/read.ts";
import { understand } from "../../src/statements/filing.ts";
import { type Figure, type Period, periodKey } from "../../src/tables/table.ts";

/** The element of a figure's line; null leaves the figure without a tag. */
export type Element = (figure: Figure) => string | null;

/** By its caption: lines of one name are one fact where their period is one. */
export const byCaption: Element = ({ row, table }) =>
  `x:${`${table.index}${row.section.join("")}${row.caption}`.replace(/[^A-Za-z\d]/g, "")}`;

export async function tagged(markup: string, element: Element = byCaption): Promise<string> {
  const filing = understand(await read(new TextEncoder().encode(markup), "filing.htm"));
  const lines = markup.split("\n");
  const contexts = new Map<string, string>();
  const figures = filing.figures
    .filter((figure) => !figure.nil && figure.damage === null && figure.unit !== "percent")
    .toSorted((a, b) => b.place.line - a.place.line || b.place.column - a.place.column);
  for (const figure of figures) {
    const { period } = figure.column;
    const name = element(figure);
    if (!period || name === null) continue;
    const key = periodKey(period) ?? "";
    contexts.set(key, contextOf(period));
    const at = figure.place.line - 1;
    const text = lines[at] ?? "";
    const digits = /\d[\d.,]*/.exec(text.slice(figure.place.column - 1));
    if (!digits) continue;
    const start = figure.place.column - 1 + digits.index;
    const sign = figure.value.coefficient < 0n ? ' sign="-"' : "";
    const tag = `<ix:nonFraction name="${name}" contextRef="c${idOf(key)}" unitRef="${figure.unit}" scale="${figure.scale}" decimals="${-figure.scale}"${sign}>`;
    lines[at] =
      `${text.slice(0, start)}${tag}${digits[0]}</ix:nonFraction>${text.slice(start + digits[0].length)}`;
  }
  const declared = [...contexts].map(
    ([key, period]) =>
      `<xbrli:context id="c${idOf(key)}"><xbrli:period>${period}</xbrli:period></xbrli:context>`,
  );
  return lines
    .join("\n")
    .replace(
      "<body>",
      `<body><div style="display:none"><ix:header>${declared.join("")}${units}</ix:header></div>`,
    );
}

const units =
  '<xbrli:unit id="currency"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit><xbrli:unit id="shares"><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unit><xbrli:unit id="count"><xbrli:measure>xbrli:pure</xbrli:measure></xbrli:unit><xbrli:unit id="per-share"><xbrli:divide><xbrli:unitNumerator><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure></xbrli:unitDenominator></xbrli:divide></xbrli:unit>';

const idOf = (key: string): string => key.replace(/\D/g, "");

function contextOf(period: Period): string {
  return period.kind === "instant"
    ? `<xbrli:instant>${period.end}</xbrli:instant>`
    : `<xbrli:startDate>${period.start}</xbrli:startDate><xbrli:endDate>${period.end}</xbrli:endDate>`;
}
