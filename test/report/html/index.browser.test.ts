/** The index of an archive: as text, and in a real browser by mouse and keyboard. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "parse5";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { archivePages } from "../../../src/report/html/archive.ts";
import { plainOptions } from "../../../src/report/options.ts";
import { fillArchive, smallFiling } from "../../batch/archive-of.ts";
import { kcCheck } from "../../cli/built.ts";
import { file } from "../awkward.ts";
import { type Browser, type Context, findBrowser, launch, type Page } from "./browser.ts";
import { hostileFile } from "./hostile.ts";

const chromium = findBrowser();
const where = chromium === null ? "no Chromium was found; CHROMIUM_PATH names one" : "in a browser";
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kc-check-index-"));
  fillArchive(join(folder, "archive"), 12);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Element {
  readonly attrs?: readonly { readonly name: string }[];
  readonly childNodes?: readonly Element[];
}

function attributeNames({ attrs = [], childNodes = [] }: Element): readonly string[] {
  return [...attrs.map(({ name }) => name), ...childNodes.flatMap(attributeNames)];
}

interface Made {
  readonly index: string;
  readonly pages: readonly string[];
}

function made(name: string, args: readonly string[] = []): Made {
  const index = join(folder, `${name}.html`);
  kcCheck([join(folder, "archive"), "--format", "html", "--output", index, "--no-progress", ...args]);
  return { index, pages: readdirSync(join(folder, `${name}-pages`)) };
}

describe("as files", () => {
  test("an index and a page for each filing, under the same names in every run", () => {
    const first = made("first");
    const text = readFileSync(first.index, "utf8");
    const links = [...text.matchAll(/<th scope="row"><a href="([^"]+)"/g)].map(([, link = ""]) => link);
    expect(links).toHaveLength(first.pages.length);
    for (const link of links) {
      const page = readFileSync(join(folder, decodeURIComponent(link)), "utf8");
      expect(page).toContain('<a href="../first.html">All filings</a>');
    }
    // Every finding leads to its card.
    const findings = [...text.matchAll(/<a href="([^"]+)#(n\d+)"/g)];
    expect(findings.length).toBeGreaterThan(0);
    for (const [, link = "", id = ""] of findings) {
      expect(readFileSync(join(folder, link), "utf8")).toContain(`id="${id}"`);
    }
    expect(made("first").pages).toEqual(first.pages);
    expect(readFileSync(first.index, "utf8")).toBe(text);
  });

  test("from kept results, with what is new since the last time", () => {
    const results = join(folder, "results");
    kcCheck([join(folder, "archive"), "--out", results, "--no-progress"]);
    const wrong = smallFiling(5);
    writeFileSync(join(folder, "archive", "new.txt"), wrong);
    const { index } = made("since", ["--since", results]);
    const text = readFileSync(index, "utf8");
    rmSync(join(folder, "archive", "new.txt"));
    expect(text).toContain("Findings are those that are new since last time.");
    const rows = [
      ...text.matchAll(/<tr data-s="(\w)" data-r="([^"]*)"[^>]*><th scope="row"><a href="([^"]+)"/g),
    ];
    const withFindings = rows.filter(([, , rules]) => rules !== "");
    expect(withFindings.map(([, , , link]) => link)).toEqual([expect.stringContaining("new-txt-")]);
  });

  test("from merged results: the same index, though pages without the filing itself", () => {
    const results = join(folder, "merged");
    kcCheck([join(folder, "archive"), "--out", results, "--no-progress"]);
    const index = join(folder, "merged.html");
    kcCheck(["merge", results, "--format", "html", "--output", index]);
    const rows = (name: string): readonly string[] =>
      [...readFileSync(name, "utf8").matchAll(/<tr data-s.*<\/tr>/gs)].map(([row]) =>
        row.replaceAll(/href="[a-z]+-pages/g, 'href="pages'),
      );
    expect(rows(index)).toEqual(rows(made("first").index));
  });

  test("fewer than 8 filings stay one page, as does what goes to the standard output", () => {
    const small = join(folder, "small");
    mkdirSync(small);
    writeFileSync(join(small, "a.txt"), smallFiling(1));
    writeFileSync(join(small, "b.txt"), smallFiling(2));
    const output = join(folder, "small.html");
    kcCheck([small, "--format", "html", "--output", output]);
    expect(existsSync(join(folder, "small-pages"))).toBe(false);
    expect(readFileSync(output, "utf8")).toContain('<article id="file2">');
    expect(kcCheck([join(folder, "archive"), "--format", "html"]).stdout).toContain('<article id="file12">');
  });
});

describe("what a filing says does nothing", () => {
  const pages = archivePages(plainOptions, "0.1.0", { index: 'a" onclick="x.html', folder: "a <b>" });
  const page = pages.page({ ...hostileFile, path: '../../etc/<img src=x onerror=alert(1)>"&?#.txt' });
  pages.page({ ...file(), path: "nothing.txt", status: "unrecognized", error: "<script>alert(1)</script>" });
  const index = pages.index();

  test("neither its name nor its text leads out of the folder", () => {
    expect(page?.name).toMatch(/^[A-Za-z0-9-]+\.html$/);
    expect(index).not.toMatch(/<img|<script>alert|onclick="x/);
    const targets = [...index.matchAll(/ href="([^"]*)"/g)].map(([, target]) => target);
    expect(
      targets.every((target) =>
        /^(?:#filings$|a%20%3Cb%3E\/[A-Za-z0-9-]+\.html(?:#n\d+)?$)/.test(target ?? ""),
      ),
    ).toBe(true);
  });

  test("nothing is fetched, and only its own style and script run", () => {
    expect(index).toMatch(
      /content="default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; base-uri 'none'; form-action 'none'"/,
    );
    expect(index.match(/<script/g)).toHaveLength(1);
    const names = attributeNames(parse(index) as Element);
    expect(names.filter((name) => /^(?:src|srcset|srcdoc|style|action|on.*)$/.test(name))).toEqual([]);
  });

  test("two files of one name have two pages", () => {
    const names = ["a/x.txt", "b/x.txt"].map((path) => pages.page({ ...file(), path })?.name);
    expect(new Set(names).size).toBe(2);
  });
});

describe.skipIf(chromium === null)(`the index (${where})`, () => {
  let browser: Browser;
  let context: Context;
  let page: Page;
  const amiss: string[] = [];
  beforeAll(async () => {
    browser = await launch(chromium ?? "");
    const { index } = made("shown");
    context = await browser.newContext({ viewport: { width: 1200, height: 900 } });
    page = await context.newPage();
    page.on("console", (message) => void amiss.push(message.text?.() ?? ""));
    page.on("pageerror", (error) => void amiss.push(String(error)));
    page.on("request", (request) => {
      if (request.url?.().startsWith("file:") !== true) amiss.push(request.url?.() ?? "");
    });
    await page.goto(pathToFileURL(index).href);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    if (amiss.length > 0) throw new Error(amiss.join("\n"));
  });

  const shown = (): Promise<number> =>
    page.evaluate<number>("document.querySelectorAll('#filings tbody tr:not([hidden])').length");
  const column = (n: number): Promise<string[]> =>
    page.evaluate<string[]>(
      `Array.from(document.querySelectorAll('#filings tbody tr'), (row) => row.cells[${n}].textContent)`,
    );

  test("filters by result and rule, and Esc shows all again", async () => {
    const all = await shown();
    await page.locator("#s").selectOption("x");
    const broken = await shown();
    expect(broken).toBeGreaterThan(0);
    expect(broken).toBeLessThan(all);
    expect(await page.locator("#hits").textContent()).toBe(`${broken} of ${all} filings`);
    await page.locator("#r").selectOption("footing");
    expect(await shown()).toBeLessThanOrEqual(broken);
    await page.locator("#c").selectOption("certain");
    await page.keyboard.press("Escape");
    expect(await shown()).toBe(all);
  });

  test("searches from the keyboard", async () => {
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("/");
    await page.keyboard.type("filing-1.txt");
    expect(await shown()).toBe(1);
    await page.keyboard.press("Escape");
    await page.evaluate("document.activeElement.blur()");
    await page.keyboard.press("n");
    const first = await page.evaluate<string>("document.activeElement.textContent");
    expect(first).toBe((await column(0))[0]);
    await page.keyboard.press("n");
    await page.keyboard.press("p");
    expect(await page.evaluate<string>("document.activeElement.textContent")).toBe(first);
  });

  test("sorts numbers downwards first, texts upwards, and back", async () => {
    const heads = page.locator("#filings thead button");
    await heads.nth(4).click();
    const certain = (await column(4)).map((text) => Number(text || "0"));
    expect(certain).toEqual(certain.toSorted((a, b) => b - a));
    await heads.nth(0).focus();
    await page.keyboard.press("Enter");
    const names = await column(0);
    await page.keyboard.press("Enter");
    expect(await column(0)).toEqual(names.toReversed());
    expect(await page.evaluate<string>("document.querySelector('#filings [aria-sort]').ariaSort")).toBe(
      "descending",
    );
  });

  test("leads to the page of a filing and back", async () => {
    await page.locator("#filings tbody a").first().click();
    await page.locator("article").waitFor();
    await page.locator("main > p > a").first().click();
    await page.locator("#filings").waitFor();
    expect(await shown()).toBeGreaterThan(1);
  });

  test("can be read without its script", async () => {
    const bare = await browser.newContext({ javaScriptEnabled: false });
    const plain = await bare.newPage();
    await plain.goto(pathToFileURL(join(folder, "shown.html")).href);
    expect(await plain.locator("#q").isVisible()).toBe(false);
    expect(await plain.locator("#filings tbody tr").count()).toBeGreaterThan(1);
    await bare.close();
  });
});
