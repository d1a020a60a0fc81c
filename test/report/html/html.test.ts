/** The page as text: what must hold whatever the filing says. How it behaves in a browser is in page.browser.test.ts. */
import { createHash } from "node:crypto";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { htmlStream } from "../../../src/report/html/html.ts";
import { plainOptions } from "../../../src/report/options.ts";
import type { FileReport, Report } from "../../../src/report/report.ts";
import { streamed } from "../../../src/report/stream.ts";
import { rules } from "../../../src/rules/index.ts";
import { checkFiling } from "../../../src/run.ts";
import { awkward, file, report } from "../awkward.ts";
import { grossProfit } from "../checks.ts";
import { makePdf, typed } from "../../read/pdf/make-pdf.ts";
import { attacks, hostileFile } from "./hostile.ts";

const options = { ...plainOptions, rules };
const html = (of: Report): string => streamed(of, htmlStream(options, "0.1.0"));

interface Node {
  readonly tagName?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

function nodesOf(node: Node): readonly Node[] {
  return [node, ...(node.childNodes ?? []).flatMap(nodesOf)];
}

function read(page: string): readonly Node[] {
  const errors: string[] = [];
  const nodes = nodesOf(parse(page, { onParseError: ({ code }) => errors.push(code) }) as Node);
  expect(errors).toEqual([]);
  return nodes;
}

/** What is said, without style and script. */
function textOf(nodes: readonly Node[]): string {
  const code = new Set(
    nodes.flatMap(({ tagName = "", childNodes = [] }) =>
      /^(?:style|script)$/.test(tagName) ? childNodes : [],
    ),
  );
  return nodes.map((node) => (code.has(node) ? "" : (node.value ?? ""))).join("");
}

function attributes(nodes: readonly Node[], name: string): readonly string[] {
  return nodes.flatMap(({ attrs = [] }) => attrs.flatMap((each) => (each.name === name ? each.value : [])));
}

const pages: [name: string, report: Report][] = [
  ...Object.entries(awkward),
  ["attacks", report(hostileFile)],
  ["attacks twice", report(hostileFile, hostileFile)],
];

describe.each(pages)("%s", (_name, of) => {
  const page = html(of);
  const nodes = read(page);

  test("is one page that fetches nothing and runs its own script only", () => {
    expect(nodes.filter(({ tagName }) => tagName === "script")).toHaveLength(1);
    expect(nodes.filter(({ tagName }) => tagName === "style")).toHaveLength(1);
    const names = nodes.flatMap(({ attrs = [] }) => attrs.map(({ name }) => name));
    expect(names.filter((name) => /^on|^(?:src|srcset|srcdoc|style|action|data|poster)$/.test(name))).toEqual(
      [],
    );
    expect(attributes(nodes, "href").filter((target) => !target.startsWith("#"))).toEqual([]);
    const forbidden = /^(?:img|iframe|object|embed|link|base|form|video|audio)$/;
    const tags = nodes.map(({ tagName = "" }) => tagName).filter((tag) => forbidden.test(tag));
    expect(tags).toEqual(["form"]);
  });

  test("its policy allows its own style and script, by what they are", () => {
    const [policy = ""] = attributes(nodes, "content");
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; base-uri 'none'/,
    );
    for (const tag of ["style", "script"]) {
      const text = nodes.find(({ tagName }) => tagName === tag)?.childNodes?.[0]?.value ?? "";
      expect(policy).toContain(createHash("sha256").update(text).digest("base64"));
    }
  });

  test("every link leads somewhere, no name is given twice", () => {
    const ids = attributes(nodes, "id");
    expect(new Set(ids).size).toBe(ids.length);
    const targets = attributes(nodes, "href").map((target) => target.slice(1));
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  test("tells every finding and every error", () => {
    const text = textOf(nodes);
    const findings = of.files.flatMap(({ checks }) =>
      checks.filter(({ status }) => status === "fail" || status === "warn"),
    );
    expect(
      nodes.filter(({ attrs = [] }) =>
        attrs.some(({ name, value }) => name === "class" && value.startsWith("card ")),
      ),
    ).toHaveLength(findings.length);
    for (const { error } of of.files) expect(text).toContain(error ?? "");
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
});

test("what a filing says is text", () => {
  const text = textOf(read(html(report(hostileFile))));
  for (const attack of attacks) expect(text).toContain(attack.replace("\u202e", "\\u202e"));
});

async function checked(filing: string): Promise<FileReport> {
  return checkFiling(new TextEncoder().encode(filing), { path: "filing.txt", content: true });
}

const filing = `Aldermoor Limited

Revenues from **harbour services** were RMB214.6 million, increased by 12.1% from RMB191.5 million in the same quarter of 2023.

CONDENSED STATEMENTS OF OPERATIONS (in thousands)
\tThree months ended December 31,
\t2023\t2024
\tRMB\tRMB
Revenues:
Harbour services\t191,482\t214,616
Pilotage\t20,000\t(9,017)
Total revenues\t211,482\t205,599
Days at sea\t311\t298
`;

test("the filing itself, each figure where it stands", async () => {
  const { content, figureList } = await checked(filing);
  const [, sentence, heading, grid] = content?.blocks ?? [];
  if (sentence?.kind !== "text" || grid?.kind !== "grid") throw new Error("other blocks");
  expect(sentence.marks.map(({ start, end }) => sentence.text.slice(start, end))).toEqual([
    "214.6",
    "12.1%",
    "191.5",
  ]);
  expect(heading).toMatchObject({ kind: "text", marks: [] });
  expect(grid.title).toContain("CONDENSED STATEMENTS OF OPERATIONS");
  const marks = [...sentence.marks, ...grid.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.marks))];
  const places = new Set(marks.map(({ line, column }) => `${line}:${column}`));
  expect(figureList?.filter(({ line, column }) => !places.has(`${line}:${column}`))).toEqual([]);
});

test("a check without content has none", async () => {
  const plain = await checkFiling(new TextEncoder().encode(filing), { path: "filing.txt" });
  expect(plain.content).toBeUndefined();
  expect(plain.figureList).toBeUndefined();
});

test("marks, ticks and equations in plain HTML", async () => {
  const page = html(report(await checked(filing)));
  expect(page).toContain("<strong>harbour services</strong>");
  expect(page).toMatch(
    /<td class="n"><a class="f t b" id="f\d+" tabindex="-1" href="#e\d+">\(9,017\)<\/a><\/td>/,
  );
  expect(page).toMatch(/<span class="f u" id="f\d+" tabindex="-1">311<\/span>/);
  expect(page).toMatch(/<li id="e\d+" class="t" data-f="\d+ \d+ \d+">.*211,482 = 191,482 \+ 20,000/);
  const broken = html(report(await checked(filing.replace("205,599", "205,959"))));
  expect(broken).toMatch(/<a class="f x" id="f\d+" tabindex="-1" href="#n1">205,959/);
  expect(broken).toContain("≠");
});

test("several files have an index", () => {
  const page = html(awkward.severalFiles);
  expect(page).toContain('<table class="index">');
  expect(page.match(/<article id="file\d+">/g)).toHaveLength(5);
});

test("a report without the filing still tells its findings", () => {
  const page = html(report(file({ checks: [grossProfit] })));
  expect(page).not.toContain('class="doc"');
  expect(page).toContain("850,169 ≠ 7,047,461 - 6,197,265 = 850,196");
});

describe("a PDF", () => {
  const statement = `Aldermoor Limited

Revenues from harbour services were RMB191.5 million in 2023, and grew by 12.1% in 2024.

CONDENSED STATEMENTS OF OPERATIONS (in RMB thousands)
                         Year ended December 31,
                            2023        2024
Harbour services         191,482     214,616
Pilotage                  20,000      (9,017)
Total revenues           211,482     205,599
Days at sea                  311         298
`;
  const pdf = makePdf([
    typed("About this report."),
    typed(statement),
    [],
    typed(statement.replaceAll("2024", "2025")),
  ]);
  const pageOf = async (bytes: Uint8Array): Promise<readonly Node[]> =>
    read(html(report(await checkFiling(bytes, { path: "filing.pdf", content: true }))));
  const classed = (nodes: readonly Node[], name: string): readonly Node[] =>
    nodes.filter(({ attrs = [] }) =>
      attrs.some((each) => each.name === "class" && each.value.split(" ").includes(name)),
    );

  test("shows each page as it is laid out, every figure with its mark", async () => {
    const { figures, figureList } = await checkFiling(pdf, { path: "filing.pdf", all: true });
    const nodes = await pageOf(pdf);
    expect(nodes.filter(({ tagName }) => tagName === "svg").length).toBeGreaterThanOrEqual(3);
    const places = attributes(classed(nodes, "sheet"), "aria-label");
    expect(places[0]).toBe("Page 1");
    expect(places[1]).toMatch(/^Page 2 · .*CONDENSED STATEMENTS OF OPERATIONS/);
    expect(places[2]).toMatch(/^Page 4 · /);
    const marks = nodes.filter(({ attrs = [] }) => attrs.some(({ name }) => name === "data-c"));
    expect(marks).toHaveLength(figures.printed);
    expect(figureList).toHaveLength(figures.printed);
    // The legend has one of each.
    expect(classed(nodes, "t").filter((node) => marks.includes(node)).length).toBe(figures.tied);
    expect(attributes(marks, "data-c")).toContainEqual(expect.stringMatching(/^Pilotage, .*2023/));
    expect(textOf(nodes)).toContain("12.1%");
    expect(textOf(nodes)).not.toContain("no mark below");
  });

  test("a figure stands where the page has it", async () => {
    const { content } = await checkFiling(pdf, { path: "filing.pdf", content: true });
    const page = content?.blocks[1];
    if (page?.kind !== "page") throw new Error("no page");
    expect([page.page, page.width, page.height]).toEqual([2, 612, 792]);
    const parts = page.lines.flatMap((line) => line.parts);
    const part = parts.find(({ text }) => text === "(9,017)");
    const above = parts.find(({ text }) => text === "214,616");
    expect(part?.mark).toMatchObject({ page: 2, start: 0, end: 7 });
    expect(part?.y).toBe((above?.y ?? 0) + 13);
    expect(Math.abs((part?.x ?? 0) - (above?.x ?? 0))).toBeLessThan(12);
    // Sentences are cut at their figures only.
    expect(parts.map(({ text }) => text)).toContain("million in 2023, and grew by");
  });

  test("what breaks is red where it stands", async () => {
    const wrong = makePdf([typed(statement.replace("205,599", "205,959"))]);
    const nodes = await pageOf(wrong);
    const broken = classed(nodes, "x").filter(({ attrs = [] }) =>
      attrs.some(({ name }) => name === "data-c"),
    );
    expect(attributes(broken, "aria-label")).toEqual(["205,959 (does not tie)"]);
  });

  test("figures that the page does not show are counted, never passed over", async () => {
    const whole = await checkFiling(pdf, { path: "filing.pdf", content: true });
    const blocks = (whole.content?.blocks ?? []).slice(0, 2);
    expect(textOf(read(html(report({ ...whole, content: { blocks } }))))).toMatch(
      /1\d figures have no mark below/,
    );
  });
});

describe("a figure in several equations", () => {
  const table = (total: string, sum: string): string => `Aldermoor Limited

Costs
\t2022\t2023\t2024
\tUSD\tUSD\tUSD
Rent\t1,200\t1,300\t1,420
Power\t345\t400\t455
Total operating costs\t1,545\t1,700\t${total}
Interest\t100\t110\t120
Total costs\t1,645\t1,810\t${sum}
`;
  const stateOf = (page: string, text: string): string =>
    new RegExp(`class="f (\\w)[^>]*>${text.replace(/[()]/g, "\\\\$&")}<`).exec(
      page.slice(page.indexOf('class="doc"')),
    )?.[1] ?? "";

  test("is as good as the worst of them", async () => {
    // The subtotal is wrong in its own sum; the total adds it up as it is printed.
    const page = html(report(await checked(table("1,785", "1,905"))));
    expect(stateOf(page, "1,785")).toBe("x");
    expect(stateOf(page, "1,420")).toBe("w");
    expect(stateOf(page, "1,700")).toBe("t");
  });

  test("ties where all of them do", async () => {
    const page = html(report(await checked(table("1,875", "1,995"))));
    for (const figure of ["1,875", "1,995", "1,420"]) expect(stateOf(page, figure)).toBe("t");
  });
});
