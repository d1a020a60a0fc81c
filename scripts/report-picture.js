// Takes pictures of HTML reports, opened in a headless browser: a finding of a sample, and two drafts in Word. Run after
// a build.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const pictures = [
  // The fourth finding has its cell in a table that fits the picture.
  { picture: "docs/pictures/report.png", args: ["samples/faulty-release.txt"], finding: 3, height: 540 },
  {
    picture: "docs/pictures/draft.png",
    args: ["compare", "docs/examples/draft-3.docx", "docs/examples/draft-4.docx"],
    finding: null,
    height: 900,
  },
];
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const found = [process.env.CHROMIUM_PATH ?? "", ...names]
  .map((name) => spawnSync("which", [name], { encoding: "utf8" }).stdout?.trim() ?? "")
  .find((path) => path !== "" && existsSync(path));
if (found === undefined) throw new Error("no Chromium was found; install one, or name it in CHROMIUM_PATH");

const folder = mkdtempSync(join(tmpdir(), "kc-picture-"));
try {
  const report = join(folder, "report.html");
  const browser = await chromium.launch({ executablePath: found, args: ["--no-sandbox"] });
  for (const { picture, args, finding, height } of pictures) {
    const more = ["--format", "html", "--output", report, "--fail-on", "never"];
    execFileSync(process.execPath, ["bin/kc-check.js", ...args, ...more]);
    const page = await browser.newPage({ viewport: { width: 1400, height }, colorScheme: "light" });
    await page.goto(pathToFileURL(report).href);
    if (finding !== null) await page.locator(".found a").nth(finding).click();
    await page.mouse.move(0, 0);
    await page.screenshot({ path: picture });
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
