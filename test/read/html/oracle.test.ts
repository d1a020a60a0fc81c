/** The cells of random tables are those that parse5, which follows the standard to the letter, finds. */
import fc from "fast-check";
import { type DefaultTreeAdapterMap, parse } from "parse5";
import { expect, test } from "vitest";
import type { DraftTable } from "../../../src/read/html/drafts.ts";
import { TextRun } from "../../../src/read/html/text-run.ts";
import { walk } from "../../../src/read/html/walk.ts";

type Node = DefaultTreeAdapterMap["node"];

const word = fc.constantFrom(
  "Sales",
  "1,204",
  "(98)",
  "$",
  "&amp;",
  "&#8212;",
  "a&nbsp;b",
  "5 &lt; 6",
  "  x\n y ",
);
const inline = fc
  .tuple(fc.constantFrom("b", "i", "span", "font", "em"), word)
  .map(([tag, text]) => `<${tag}>${text}</${tag}>`);
const anyContent = fc.array(fc.oneof(word, inline), { maxLength: 4 }).map((parts) => parts.join(" "));
const cell = fc
  .record({
    tag: fc.constantFrom("td", "th"),
    columns: fc.integer({ min: 1, max: 4 }),
    content: anyContent,
    open: fc.boolean(),
    upper: fc.boolean(),
  })
  .map(({ tag, columns, content, open, upper }) => {
    const name = upper ? tag.toUpperCase() : tag;
    return `<${name}${columns > 1 ? ` colspan="${columns}"` : ""}>${content}${open ? "" : `</${tag}>`}`;
  });
const row = fc
  .record({ cells: fc.array(cell, { minLength: 1, maxLength: 5 }), open: fc.boolean() })
  .map(({ cells, open }) => `<tr>${cells.join("")}${open ? "" : "</tr>\n"}`);
const table = fc
  .record({ rows: fc.array(row, { minLength: 1, maxLength: 5 }), body: fc.boolean() })
  .map(({ rows, body }) => `<table>${body ? `<tbody>${rows.join("")}</tbody>` : rows.join("")}</table>`);

const clean = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

function rowsOf(node: Node): string[][] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) => {
    if (child.nodeName !== "tr" || !("childNodes" in child)) return rowsOf(child);
    const cells = child.childNodes.flatMap((own) => {
      if (!("attrs" in own)) return [];
      const columns = own.attrs.find(({ name }) => name === "colspan")?.value ?? "1";
      return [`${columns}:${clean(textOf(own))}`];
    });
    return [cells];
  });
}

function read(html: string): string[][] {
  return walk(html, 0, html.length)
    .drafts.filter((draft): draft is DraftTable => !(draft instanceof TextRun))
    .flatMap(({ rows }) =>
      rows.map(({ cells }) =>
        cells.map(
          ({ columns, content }) =>
            `${columns}:${clean(content.map((part) => (part instanceof TextRun ? part.text : "")).join(""))}`,
        ),
      ),
    );
}

test("cells, spans and texts", () => {
  fc.assert(
    fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), (tables) => {
      const html = `<!doctype html><html><body>${tables.join("<p>between</p>")}</body></html>`;
      expect(read(html)).toEqual(rowsOf(parse(html)));
    }),
    { numRuns: 300, seed: 20_260_717 },
  );
});
