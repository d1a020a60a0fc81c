/** The page in a real browser, as a reader uses it: mouse, keyboard, no JavaScript, dark, narrow, printed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { htmlStream } from "../../../src/report/html/html.ts";
import { plainOptions } from "../../../src/report/options.ts";
import { streamed } from "../../../src/report/stream.ts";
import { kcCheck, root } from "../../cli/built.ts";
import { makePdf, typed } from "../../read/pdf/make-pdf.ts";
import { report } from "../awkward.ts";
import { type Browser, type Context, findBrowser, launch, type Page } from "./browser.ts";
import { attacks, hostileFile } from "./hostile.ts";

const path = findBrowser();
const where = path === null ? "no Chromium was found; CHROMIUM_PATH names one" : "in a browser";

/** As many lines as a page holds. */
function inPages(text: string): readonly string[] {
  const lines = text.split("\n");
  const most = 52;
  return Array.from({ length: Math.ceil(lines.length / most) }, (_, i) =>
    lines.slice(i * most, (i + 1) * most).join("\n"),
  );
}

describe.skipIf(path === null)(`the page (${where})`, () => {
  let folder: string;
  let printed = 0;
  let browser: Browser;
  let context: Context;
  /** What a page must not do: ask for anything but itself, complain, open a dialog. */
  let amiss: string[];

  beforeAll(async () => {
    browser = await launch(path ?? "");
    folder = mkdtempSync(join(tmpdir(), "kc-check-page-"));
    // As the built command writes it.
    const samples = { faulty: "faulty-release", clean: "clean-release", damaged: "damaged-announcement" };
    for (const [name, sample] of Object.entries(samples)) {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, kcCheck([`samples/${sample}.txt`, "--format", "html"]).stdout);
    }
    const laidOut = readFileSync(join(root, "samples/laid-out-release.txt"), "utf8");
    const pdf = join(folder, "filing.pdf");
    const sheets = laidOut
      .replace("24,065", "24,605")
      .replaceAll("—", "-")
      .replaceAll("’", "'")
      .replace(/[^\n\f -~]/g, "")
      .split("\f");
    writeFileSync(pdf, makePdf(sheets.flatMap((sheet) => inPages(sheet).map(typed))));
    writeFileSync(join(folder, "pdf.html"), kcCheck([pdf, "--format", "html"]).stdout);
    printed = JSON.parse(kcCheck([pdf, "--format", "json"]).stdout).files[0].figures.printed;
    const hostile = streamed(report(hostileFile), htmlStream(plainOptions, "0.1.0"));
    writeFileSync(join(folder, "hostile.html"), hostile);
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  afterEach(async () => {
    await context.close();
    if (amiss.length > 0) throw new Error(amiss.join("\n"));
  });

  async function open(name: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
    context = await browser.newContext({ viewport: { width: 1400, height: 900 }, ...options });
    const page = await context.newPage();
    const url = pathToFileURL(join(folder, `${name}.html`)).href;
    amiss = [];
    page.on("console", (message) => amiss.push(`console: ${message.text?.()}`));
    page.on("pageerror", (error) => amiss.push(`error: ${String(error)}`));
    page.on("dialog", () => amiss.push("dialog"));
    page.on("request", (request) => {
      if (request.url?.() !== url) amiss.push(`request: ${request.url?.()}`);
    });
    await page.goto(url);
    return page;
  }

  const isInView = (page: Page, selector: string): Promise<boolean> =>
    page.evaluate(`(() => {
      const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
    })()`);

  test("a click on a figure shows its equations, and marks the other cells", async () => {
    const page = await open("clean");
    expect(await page.locator("#hint").isVisible()).toBe(true);
    await page.locator("tr:has-text('Goodwill') .f.t").first().click();
    expect(await page.locator("#told h3").textContent()).toBe("1,275,816");
    expect(await page.locator("#told .eq .rule").first().textContent()).toBe("balance-sheet");
    expect(await page.locator("#told .eq code").first().textContent()).toMatch(/^3,845,100 = 1,702,254 \+ /);
    expect(await page.locator("#told .eq em").first().textContent()).toBe("exact");
    const lit = await page.locator(".f.co").allTextContents();
    expect(lit).toContain("3,845,100");
    expect(lit).toContain("1,702,254");
    // A cell of the equation leads on to its own.
    await page.locator("#told .res button").first().click();
    expect(await page.locator("#told h3").textContent()).toBe("3,845,100");
    await page.keyboard.press("Escape");
    expect(await page.locator("#told h3").count()).toBe(0);
    expect(await page.locator(".f.co, .f.sel").count()).toBe(0);
  });

  test("the same by keyboard: Tab, arrows, Enter", async () => {
    const page = await open("clean");
    await page.locator("section.grid .f[tabindex='0']").first().focus();
    const first = await page.evaluate<string>("document.activeElement.textContent");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowDown");
    const second = await page.evaluate<string>("document.activeElement.textContent");
    expect([first, second]).toEqual(["1,031,254", "61,199"]);
    await page.keyboard.press("Enter");
    expect(await page.locator("#told h3").textContent()).toBe("61,199");
    await page.keyboard.press("ArrowLeft");
    expect(await page.locator("#told h3").textContent()).toBe("92,425");
  });

  test("n and p go from finding to finding, buttons and links do the same", async () => {
    const page = await open("faulty");
    expect(await page.locator("#at").textContent()).toBe("0 / 9");
    await page.keyboard.press("n");
    expect(await page.locator("#at").textContent()).toBe("1 / 9");
    expect(await page.locator("#told h3").textContent()).toBe("148.4");
    await page.keyboard.press("p");
    expect(await page.locator("#at").textContent()).toBe("9 / 9");
    await page.locator("#prev").click();
    expect(await page.locator("#at").textContent()).toBe("8 / 9");
    expect(await page.locator(".f.sel.x").count()).toBe(1);
    expect(await isInView(page, ".f.sel")).toBe(true);
    await page.locator(".found a").nth(3).click();
    expect(await page.locator("#told h3").textContent()).toBe("(686,402)");
    expect(await page.locator("#told").textContent()).toContain("two digits transposed");
    expect(await page.locator("#at").textContent()).toBe("4 / 9");
    expect(await isInView(page, ".f.sel")).toBe(true);
    await page.keyboard.press("u");
    expect(await page.locator(".f.sel.u").count()).toBe(1);
    expect(await page.locator("#told").textContent()).toContain("In no relation");
  });

  test("a PDF: its pages as laid out, with every figure marked, by mouse and by keyboard", async () => {
    const page = await open("pdf");
    expect(printed).toBeGreaterThan(50);
    expect(await page.locator(".pg .f:not(.z)").count()).toBe(printed);
    expect(await page.locator(".secs .sec").count()).toBe(await page.locator(".sheet").count());
    const pick = (text: string): string => `.pg .f[aria-label="${text} ties"]`;
    const first = await page.evaluate<string>(
      "document.querySelector('.pg .f.t').getAttribute('aria-label').replace(' ties', '')",
    );
    await page.locator(pick(first)).first().click();
    expect(await page.locator("#told h3").textContent()).toBe(first);
    expect(await page.locator("#told .eq code").count()).toBeGreaterThan(0);
    expect(await page.locator(".pg .f.co").count()).toBeGreaterThan(0);
    await page.keyboard.press("ArrowDown");
    const below = await page.evaluate<string>("document.activeElement.getAttribute('data-c')");
    await page.keyboard.press("Enter");
    expect(await page.locator("#told h3 + p").textContent()).toContain(below);
    // Signs stand beside their figures, within the page.
    const stray = `[...document.querySelectorAll(".pg")].filter((sheet) => {
      const page = sheet.getBoundingClientRect();
      return [...sheet.querySelectorAll(".f")].some((figure) => {
        const box = figure.getBoundingClientRect();
        return box.width === 0 || box.left < page.left || box.right > page.right || box.top < page.top || box.bottom > page.bottom;
      });
    }).length`;
    await page.evaluate(
      "document.querySelectorAll('.sheet').forEach((sheet) => { sheet.style.contentVisibility = 'visible'; })",
    );
    expect(await page.evaluate<number>(stray)).toBe(0);
    await page.keyboard.press("n");
    expect(await page.locator(".pg .f.x.sel").count()).toBe(1);
    await page.keyboard.press("/");
    await page.keyboard.type("total");
    await page.keyboard.press("Enter");
    expect(await page.locator("#hits").textContent()).toMatch(/^1 of \d+$/);
  });

  test("the filter leaves parts out, the search steps through what it finds", async () => {
    const page = await open("faulty");
    const shown = "[...document.querySelectorAll('.doc > *')].filter((e) => e.offsetParent).length";
    const all = await page.evaluate<number>(shown);
    await page.locator("#show").selectOption("found");
    const found = await page.evaluate<number>(shown);
    expect(found).toBeGreaterThan(0);
    expect(found).toBeLessThan(all / 4);
    await page.keyboard.press("Escape");
    await page.locator("main").focus();
    await page.keyboard.press("/");
    await page.keyboard.type("goodwill");
    await page.keyboard.press("Enter");
    expect(await page.locator("#hits").textContent()).toMatch(/^1 of \d+$/);
    expect(await page.locator(".hit.now").textContent()).toContain("Goodwill");
    expect(await isInView(page, ".hit.now")).toBe(true);
    await page.locator("#q").fill("no such caption");
    await page.keyboard.press("Enter");
    expect(await page.locator("#hits").textContent()).toBe("none");
  });

  test("without JavaScript: findings, marks and equations are there, links lead to them", async () => {
    const page = await open("faulty", { javaScriptEnabled: false });
    expect(await page.locator(".card").count()).toBe(9);
    expect(await page.locator(".card .why").first().isVisible()).toBe(true);
    expect(await page.locator(".f.x").count()).toBeGreaterThanOrEqual(9);
    for (const hidden of [".tools", "#panel"]) expect(await page.locator(hidden).isVisible()).toBe(false);
    expect(await page.locator(".eqs section").first().isVisible()).toBe(false);
    await page.locator("tr:has-text('Goodwill') a.f.t").first().click();
    await page.locator(".eqs li:target").waitFor({ state: "visible" });
    expect(await page.locator(".eqs li:target").textContent()).toMatch(/1,275,816/);
    await page.locator(".eqs summary").click();
    expect(await page.locator(".eqs section").first().isVisible()).toBe(false);
  });

  test("what a filing says does nothing", async () => {
    const page = await open("hostile");
    await page.keyboard.press("n");
    await page.locator(".f.t").first().click();
    expect(await page.evaluate<unknown>("window.pwned")).toBeUndefined();
    expect(await page.evaluate<number>("document.querySelectorAll('iframe, img, base, script').length")).toBe(
      1,
    );
    const text = await page.locator("main").textContent();
    for (const attack of attacks) expect(text).toContain(attack.replace("\u202e", "\\u202e"));
  });

  /** The least contrast (WCAG 2) of the texts that a selector finds, against what lies behind them. */
  const contrast = (page: Page, selector: string, pseudo: string | null): Promise<number> =>
    page.evaluate(`(() => {
      const read = (color) => color.match(/[\\d.]+/g).map(Number);
      const light = ([r, g, b]) => [r, g, b]
        .map((c) => c / 255)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
      let least = 21;
      for (const element of [...document.querySelectorAll(${JSON.stringify(selector)})].slice(0, 40)) {
        let behind = element;
        while (behind && (read(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) behind = behind.parentElement;
        const back = light(read(getComputedStyle(behind ?? document.documentElement).backgroundColor));
        const front = light(read(getComputedStyle(element, ${JSON.stringify(pseudo)}).color));
        least = Math.min(least, (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05));
      }
      return least;
    })()`);

  test.each(["light", "dark"] as const)("%s: every text has enough contrast", async (colorScheme) => {
    const page = await open("damaged", { colorScheme });
    const background = await page.evaluate<string>(
      "getComputedStyle(document.documentElement).backgroundColor",
    );
    const [red = 0] = background.match(/\d+/g)?.map(Number) ?? [];
    expect(red > 128).toBe(colorScheme === "light");
    await page.keyboard.press("n");
    const texts =
      ".f.t|.f.w|.f.u|.honesty|.path|.verdict|.cov|thead th|.side small|.found b|.legend .x|.legend li|#told|#told em|summary";
    const low: string[] = [];
    for (const [selectors, pseudo] of [
      [texts, null],
      [".f.t|.f.w|.legend .x", "::after"],
    ] as const) {
      for (const selector of selectors.split("|")) {
        const found = await contrast(page, selector, pseudo);
        if (found < 4.5) low.push(`${selector} ${pseudo ?? ""} ${found.toFixed(2)}`);
      }
    }
    expect(low).toEqual([]);
  });

  test("the head covers neither the list nor the panel, however it wraps", async () => {
    for (const width of [1100, 1280, 1600]) {
      const page = await open("faulty", { viewport: { width, height: 800 } });
      await page.keyboard.press("n");
      for (const beside of [".side", "#panel"]) {
        const gap = await page.evaluate<number>(
          `document.querySelector("${beside}").getBoundingClientRect().top - document.querySelector(".top").getBoundingClientRect().bottom`,
        );
        expect([width, beside, gap >= -1]).toEqual([width, beside, true]);
      }
      if (width !== 1600) await context.close();
    }
  });

  test("narrow: the page does not scroll sideways, the panel comes from below", async () => {
    const page = await open("faulty", { viewport: { width: 420, height: 820 } });
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(420);
    expect(await page.locator("#panel").isVisible()).toBe(false);
    await page.locator("#next").click();
    await page.keyboard.press("n");
    expect(await page.locator("#panel").isVisible()).toBe(true);
    const isCovered = await page.evaluate<boolean>(
      "document.querySelector('.f.sel').getBoundingClientRect().bottom > document.querySelector('#panel').getBoundingClientRect().top",
    );
    expect(isCovered).toBe(false);
    expect(await isInView(page, ".f.sel")).toBe(true);
    await page.locator("#close").click();
    expect(await page.locator("#panel").isVisible()).toBe(false);
  });

  test("printed: the filing with its marks and the findings, no controls", async () => {
    const page = await open("faulty");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const hidden of [".tools", ".side", "#panel", ".eqs"]) {
      expect(await page.locator(hidden).isVisible()).toBe(false);
    }
    for (const shown of [".card", ".doc table", ".f.x", ".legend", ".verdict"]) {
      expect(await page.locator(shown).first().isVisible()).toBe(true);
    }
    expect(await page.evaluate("getComputedStyle(document.documentElement).backgroundColor")).toBe(
      "rgb(255, 255, 255)",
    );
  });

  test("landmarks and names for those who cannot see it", async () => {
    const page = await open("faulty");
    for (const landmark of [
      "header.top",
      "nav[aria-label]",
      "main",
      "aside[aria-label]",
      "form[role=search]",
    ]) {
      expect(await page.locator(landmark).count()).toBe(1);
    }
    await page.keyboard.press("Tab");
    expect(await page.evaluate<string>("document.activeElement.textContent")).toBe("Skip to the filing");
    expect(await page.evaluate<string>("getComputedStyle(document.activeElement).outlineStyle")).not.toBe(
      "none",
    );
    const unnamed = `[...document.querySelectorAll("button, input, select, [role=region]")].filter((e) =>
      !(e.getAttribute("aria-label") || e.textContent.trim() || e.closest("label"))).length`;
    expect(await page.evaluate<number>(unnamed)).toBe(0);
    const levels = `[...document.querySelectorAll("h1, h2, h3, h4")].map((e) => Number(e.tagName[1]))`;
    expect((await page.evaluate<number[]>(levels))[0]).toBe(1);
    // Thousands of figures must not stand between a keyboard and the rest of the page.
    expect(await page.locator(".doc .f[tabindex='0']").count()).toBeLessThan(60);
    expect(await page.locator(".f.x .sr").first().textContent()).toBe(" (does not tie)");
  });
});
