/**
 * A real browser for the tests of the page; they are skipped by name where there is none. The types of
 * playwright-core need those of a browser's window, which nothing else here may know: what is used of it is
 * named here.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface Locator {
  readonly first: () => Locator;
  readonly nth: (index: number) => Locator;
  count(): Promise<number>;
  click(): Promise<void>;
  focus(): Promise<void>;
  fill(text: string): Promise<void>;
  selectOption(value: string): Promise<unknown>;
  textContent(): Promise<string | null>;
  getAttribute(name: string): Promise<string | null>;
  isVisible(): Promise<boolean>;
  allTextContents(): Promise<string[]>;
  setInputFiles(paths: readonly string[]): Promise<void>;
  waitFor(options?: { readonly state: "visible" | "hidden" }): Promise<void>;
}

export interface Page {
  goto(url: string): Promise<unknown>;
  locator(selector: string): Locator;
  /** What stands in a frame of the page. */
  frameLocator(selector: string): { locator(selector: string): Locator };
  waitForEvent(event: "download"): Promise<{ path(): Promise<string> }>;
  /** Runs an expression in the page. */
  evaluate<T>(expression: string): Promise<T>;
  emulateMedia(options: {
    readonly media?: "print" | "screen";
    readonly colorScheme?: "dark" | "light";
  }): Promise<void>;
  on(event: string, listener: (message: { text?(): string; url?(): string }) => void): void;
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

export interface Context {
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

export interface Browser {
  newContext(options: {
    readonly viewport?: { readonly width: number; readonly height: number };
    readonly colorScheme?: "dark" | "light";
    readonly javaScriptEnabled?: boolean;
  }): Promise<Context>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: {
    launch(options: { readonly executablePath: string; readonly args: readonly string[] }): Promise<Browser>;
  };
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** The path of a Chromium: CHROMIUM_PATH, else one of the usual names on the PATH. */
export function findBrowser(): string | null {
  const given = process.env["CHROMIUM_PATH"] ?? "";
  if (given !== "") return existsSync(given) ? given : null;
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  for (const name of names) {
    for (const folder of folders) {
      const path = join(folder, name);
      if (folder !== "" && existsSync(path)) return path;
    }
  }
  return null;
}

export async function launch(executablePath: string): Promise<Browser> {
  const name: string = "playwright-core";
  const { chromium } = (await import(name)) as Playwright;
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
  ];
  return chromium.launch({ executablePath, args });
}
