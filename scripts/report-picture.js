// Takes the picture of the HTML report: a finding of a sample, opened in a headless browser. Run after a build.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const picture = "docs/pictures/report.png";
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const found = [process.env.CHROMIUM_PATH ?? "", ...names]
  .map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout?.trim() ?? "")
  .find((path) => path !== "" && existsSync(path));
if (found === undefined) throw new Error("no Chromium was found; install one, or name it in CHROMIUM_PATH");

const folder = mkdtempSync(join(tmpdir(), "kc-picture-"));
try {
  const report = join(folder, "report.html");
  const args = ["samples/faulty-release.txt", "--format", "html", "--output", report, "--fail-on", "never"];
  execFileSync(process.execPath, ["bin/kc-check.js", ...args]);
  const browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
  const page = await browser.newPage({ viewport: { width: 1400, height: 540 }, colorScheme: "light" });
  await page.goto(pathToFileURL(report).href);
  // The fourth finding has its cell in a table that fits the picture.
  await page.locator(".found a").nth(3).click();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: picture });
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
