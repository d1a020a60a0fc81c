/** The head of every page that is written: one policy, under which nothing is fetched and only its own script runs. */
import { escapeHtml } from "./escape.ts";

export interface Head {
  readonly title: string;
  readonly style: string;
  /** Hashes of the styles and scripts that the page may use, parted by blanks. */
  readonly styles: string;
  readonly scripts: string;
  /** Further directives of the policy. */
  readonly more?: readonly string[];
}

/** From the doctype to the end of the head. */
export function pageHead({ title, style, styles, scripts, more = [] }: Head): string {
  const policy = [
    "default-src 'none'",
    `style-src ${styles}`,
    `script-src ${scripts}`,
    ...more,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>`;
}
