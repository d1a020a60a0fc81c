/** The page that needs no installation, in a real browser and opened from disk. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { kcCheck, root } from "../cli/built.ts";
import { excelFile, income } from "../read/excel/excel-file.ts";
import { makePdf, typed } from "../read/pdf/make-pdf.ts";
import { statement, wordFile } from "../read/word/word-file.ts";
import { type Browser, type Context, findBrowser, launch, type Page } from "../report/html/browser.ts";

const path = findBrowser();
const where = path === null ? "no Chromium was found; CHROMIUM_PATH names one" : "in a browser";

/** A file that would run, ask and write if any of it were taken for markup. */
const hostile = `<html><body><script>document.title = "ran"; alert(1)</script>
<img src="https://example.com/x.png" onerror="alert(2)"><p>&lt;script&gt;alert(3)&lt;/script&gt;</p>
<p>STATEMENTS OF OPERATIONS</p>
<table><tr><td>(in thousands of US dollars)</td><td>2024</td><td>2023</td></tr>
<tr><td>Revenues &lt;img src=x onerror=alert(4)&gt;</td><td>1,210</td><td>1,100</td></tr>
<tr><td>Cost of revenues</td><td>(730)</td><td>(699)</td></tr>
<tr><td>Gross profit</td><td>480</td><td>410</td></tr>
<tr><td>Selling expenses</td><td>(95)</td><td>(88)</td></tr>
<tr><td>Administrative expenses</td><td>(130)</td><td>(127)</td></tr>
<tr><td>Total operating expenses</td><td>(225)</td><td>(215)</td></tr>
<tr><td>Operating income</td><td>255</td><td>195</td></tr></table></body></html>`;

describe.skipIf(path === null)(`the page without installation (${where})`, () => {
  let folder: string;
  let browser: Browser;
  let context: Context;
  /** What the page must not do: ask for anything but itself, complain, open a dialog. */
  let amiss: string[];

  const inFolder = (name: string): string => join(folder, name);

  beforeAll(async () => {
    browser = await launch(path ?? "");
    folder = mkdtempSync(join(tmpdir(), "kc-check-without-"));
    kcCheck(["page", "--output", inFolder("kc-check.html")]);
    const release = readFileSync(join(root, "samples/faulty-release.txt"), "utf8");
    writeFileSync(inFolder("release.txt"), release);
    const laidOut = readFileSync(join(root, "samples/laid-out-release.txt"), "utf8")
      .replace("24,065", "24,605")
      .replaceAll("—", "-")
      .replaceAll("’", "'")
      .replace(/[^\n\f -~]/g, "");
    writeFileSync(
      inFolder("filing.pdf"),
      makePdf(laidOut.split("\f").map((sheet) => typed(sheet.split("\n").slice(0, 52).join("\n")))),
    );
    writeFileSync(inFolder("draft.docx"), wordFile({ body: statement("699") }));
    writeFileSync(inFolder("book.xlsx"), excelFile([income(-699)]));
    writeFileSync(inFolder("hostile.html"), hostile);
    writeFileSync(inFolder("letter.txt"), "Dear shareholders, nothing is counted here.");
    writeFileSync(inFolder("cut.pdf"), "%PDF-1.7 and no more");
    writeFileSync(inFolder("cut.docx"), wordFile({ body: statement() }).subarray(0, 300));
  }, 60_000);

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  afterEach(async () => {
    await context.close();
    if (amiss.length > 0) throw new Error(amiss.join("\n"));
  });

  async function open(): Promise<Page> {
    context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const page = await context.newPage();
    const url = pathToFileURL(inFolder("kc-check.html")).href;
    amiss = [];
    page.on("console", (message) => amiss.push(`console: ${message.text?.()}`));
    page.on("pageerror", (error) => amiss.push(`error: ${String(error)}`));
    page.on("dialog", () => amiss.push("dialog"));
    page.on("request", (request) => {
      const asked = request.url?.() ?? "";
      if (asked !== url && !asked.startsWith("blob:")) amiss.push(`request: ${asked}`);
    });
    await page.goto(url);
    return page;
  }

  async function save(page: Page, name: string): Promise<string> {
    const download = page.waitForEvent("download");
    await page.locator(`a.save:has-text("${name}")`).click();
    return readFileSync(await (await download).path(), "utf8");
  }

  async function check(page: Page, names: readonly string[]): Promise<void> {
    await page.locator("#pick").setInputFiles(names.map(inFolder));
    const said = `${names.length} ${names.length === 1 ? "file" : "files"} checked`;
    await page.locator(`#state:has-text("${said}")`).waitFor({ state: "visible" });
    await page
      .frameLocator("#report")
      .locator(`article:has-text("${names.at(-1)}")`)
      .first()
      .waitFor();
  }

  /** What the command says of these files, as it names them in their folder. */
  function command(names: readonly string[], format: string): string {
    const { stdout } = kcCheck([...names.map(inFolder), "--format", format]);
    return stdout.replaceAll(`${folder}/`, "");
  }

  test.each([
    "release.txt",
    "filing.pdf",
    "draft.docx",
    "book.xlsx",
    "hostile.html",
    "letter.txt",
    "cut.pdf",
    "cut.docx",
  ])("says of %s what the command says", async (name) => {
    const page = await open();
    await check(page, [name]);
    const told = JSON.parse(await save(page, "Findings as JSON"));
    expect(told).toEqual(JSON.parse(command([name], "json")));
    const isCut = name.startsWith("cut") || name === "letter.txt";
    expect(told.totals.fail + told.totals.warn > 0).toBe(!isCut);
  });

  test("shows several filings as the command does, and saves them", async () => {
    const page = await open();
    await check(page, ["release.txt", "draft.docx"]);
    const names = ["release.txt", "draft.docx"];
    expect(await save(page, "Save the report")).toBe(command(names, "html"));
    expect(await save(page, "Findings as CSV")).toBe(command(names, "csv"));
    const frame = page.frameLocator("#report");
    expect(await frame.locator("table.index tbody tr").count()).toBe(2);
    // The script of the report runs in its frame.
    await frame.locator("article .f.t").first().click();
    expect(await frame.locator("#told h3").count()).toBe(1);
    await check(page, ["release.txt"]);
    expect(await frame.locator("table.index").count()).toBe(0);
  });

  test("is worked by keyboard, and takes files that are dropped on it", async () => {
    const page = await open();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("pick");
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(hostile)}], "dropped.html"));
      dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
    })()`);
    await page.locator('#state:has-text("1 file checked")').waitFor({ state: "visible" });
    await page.frameLocator("#report").locator(".card").first().waitFor();
    await page.locator("#pick").focus();
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Save the report");
  });

  test("runs nothing of a hostile file, and may ask for nothing", async () => {
    const page = await open();
    await check(page, ["hostile.html"]);
    expect(await page.evaluate("document.title")).toBe("kc-check");
    const frame = page.frameLocator("#report");
    expect(await frame.locator("article script, article img").count()).toBe(0);
    expect(await frame.locator("article").first().textContent()).toContain("<img src=x onerror=alert(4)>");
    const asked = `fetch("https://example.com/").then(() => "asked", () => "refused")`;
    expect(await page.evaluate(asked)).toBe("refused");
    expect(amiss.splice(0).every((said) => /Content Security Policy/.test(said))).toBe(true);
  });
});
