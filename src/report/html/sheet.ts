/**
 * A page of a PDF as it is laid out: its text at its places, each figure with its mark. SVG says where things
 * stand by attributes, which the policy of the page allows; styles in the markup it does not.
 */
import type { ContentPage, ContentPart } from "../content.ts";
import { escapeHtml } from "./escape.ts";
import { type Marked, type MarkedFigure, placeKey } from "./marks.ts";
import { classes, spoken } from "./states.ts";

/** What stands beside a figure: the sign of its state. */
const signs: Readonly<Record<string, string>> = { t: "✓", x: "✗", w: "!" };

function textHtml({ text, x, y, width, size }: ContentPart): string {
  // As wide as on the page, in whatever font the reader has.
  const length = width > 0 ? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"` : "";
  return `<text x="${x}" y="${y}" font-size="${size}"${length}>${escapeHtml(text)}</text>`;
}

function one(n: number): string {
  return String(Math.round(n * 10) / 10);
}

/** Room for a sign behind a figure, as a share of its size; in running text there is less, and it is raised. */
const roomForSign = 0.9;

function signHtml(sign: string, { x, y, width, size }: ContentPart, next: ContentPart | undefined): string {
  const right = x + width;
  const isTight = next !== undefined && next.x - right < roomForSign * size;
  const [dx, dy, share] = isTight ? [0, 0.5, 0.45] : [0.15, 0, 0.75];
  return `<text class="tk" aria-hidden="true" x="${one(right + dx * size)}" y="${one(y - dy * size)}" font-size="${one(size * share)}">${sign}</text>`;
}

function figureHtml(
  part: ContentPart,
  next: ContentPart | undefined,
  marked: MarkedFigure,
  drawn: Set<number>,
): string {
  const { id, state, finding, equation, caption } = marked;
  const { text, x, y, width, size } = part;
  const name = classes[state];
  const target = finding === null ? (equation === null ? "" : `e${equation}`) : `n${finding}`;
  const behind = x + width + size * 0.15;
  const sign = signs[name];
  const body = [
    `<rect x="${one(x - size * 0.1)}" y="${one(y - size)}" width="${one(width + size * 0.2)}" height="${one(size * 1.3)}" rx="1"/>`,
    textHtml(part),
    sign === undefined ? "" : signHtml(sign, part, next),
  ].join("");
  const said = `${text}${state === "ties" ? " ties" : spoken[state]}`;
  const named = drawn.has(id) ? "" : ` id="f${id}"`;
  drawn.add(id);
  const open = `class="f ${name}"${named} tabindex="-1" data-c="${escapeHtml(caption)}" aria-label="${escapeHtml(said)}"`;
  const figure = target === "" ? `<g ${open}>${body}</g>` : `<a ${open} href="#${target}">${body}</a>`;
  if (finding === null) return figure;
  return `${figure}<text class="no" x="${one(behind + size * 0.7)}" y="${one(y - size * 0.35)}" font-size="${one(size * 0.65)}">${finding}</text>`;
}

function partHtml(part: ContentPart, next: ContentPart | undefined, marked: Marked): string {
  const figure = part.mark ? marked.byPlace.get(placeKey(part.mark)) : undefined;
  if (!figure || (figure.state === "part" && figure.equation === null)) return textHtml(part);
  return figureHtml(part, next, figure, marked.drawn);
}

/** The page as one picture of text. */
export function sheetHtml({ page, width, height, lines }: ContentPage, marked: Marked): string {
  const body = lines.map(({ line, parts }) => {
    const drawn = parts.map((part, i) => partHtml(part, parts[i + 1], marked)).join("");
    return `<g class="ln" data-line="${line}">${drawn}</g>`;
  });
  return `<svg class="pg" viewBox="0 0 ${width} ${height}" role="group" aria-label="Page ${page}">\n${body.join("\n")}\n</svg>`;
}
