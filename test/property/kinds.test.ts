/**
 * Filings of many industries and layouts, right by construction: silent, most of their figures tied, and a
 * transposed figure seen in nearly all places.
 */
import { describe, expect, test } from "vitest";
import { read } from "../../src/read/read.ts";
import type { FileReport } from "../../src/report/report.ts";
import { checkDocument } from "../../src/run.ts";
import { financialKinds, type Kind } from "./kinds/financial.ts";
import { noteKinds } from "./kinds/notes.ts";
import { statementKinds } from "./kinds/statements.ts";
import { supplementKinds } from "./kinds/supplements.ts";
import { drawer, type NumberStyle, type Print, printFiling } from "./sheet.ts";

const seeds = [20260101, 20260102, 20260103];
const prints: readonly Print[] = ["tabs", "positions", "html"];

/** What nothing else of the filing determines, as a share of its figures; 0 where absent. */
const untold: Readonly<Record<string, number>> = {
  "bank, average balances and yields": 0.3,
  "insurer, income": 0.12,
  "interim report, HK$'000": 0.12,
  "interim report, RMB'000": 0.12,
  "interim report, S$'000": 0.12,
  "cash flows, exchange effect behind the change, supplemental items": 0.15,
  "growth as reported and in constant currency": 0.2,
  "pension: obligation, assets, funded status": 0.1,
  "stores rolled forward, and sales per store": 0.2,
  "capital amounts and ratios": 1,
  "options: numbers add up, prices and values do not": 1,
  "highlights: lines, margins and ratios that do not add up": 0.2,
  "net debt and leverage": 0.2,
  "quarters whose per-share figures do not make the year": 0.35,
};

async function check(text: string): Promise<FileReport> {
  return checkDocument(await read(new TextEncoder().encode(text), "filing"), null, { path: "filing" });
}

function styleOf(name: string): NumberStyle {
  if (name.includes("Japanese")) return "triangles";
  return name.includes("Indian") ? "indian" : "plain";
}

/** The first two digits that differ by more than one, transposed. */
function transposed(print: string): string | null {
  const places = [...print].flatMap((digit, i) => (/\d/.test(digit) ? [i] : []));
  for (const [k, place] of places.entries()) {
    const next = places[k + 1];
    if (next === undefined) return null;
    const [a = "", b = ""] = [print[place], print[next]];
    if (Math.abs(Number(a) - Number(b)) < 2 || (k === 0 && b === "0")) continue;
    return print.slice(0, place) + b + print.slice(place + 1, next) + a + print.slice(next + 1);
  }
  return null;
}

/** Slips at so many places of a text, spread over it. */
const slipsPerText = 5;
/** At least so many of all slips of a kind are seen. */
const seenOf = 0.8;
/** Totals whose captions say nothing, so that two columns of which one breaks prove too little. */
const unproven: Readonly<Record<string, number>> = {
  "fund, operations and changes in net assets": 0.15,
};

const kinds: readonly (readonly [string, Kind])[] = Object.entries({
  ...financialKinds,
  ...statementKinds,
  ...noteKinds,
  ...supplementKinds,
});

describe.each(kinds)("%s", (name, kind) => {
  test.each(prints)("silent and tied, as %s", async (print) => {
    for (const seed of seeds) {
      const text = printFiling(kind.make(drawer(seed, kind.columns)), print, styleOf(name));
      const { checks, figures } = await check(text);
      expect(
        checks.map(({ status, message }) => `${status} ${message}`),
        `seed ${seed}`,
      ).toEqual([]);
      expect(figures.tied / figures.printed, `seed ${seed}`).toBeGreaterThanOrEqual(
        0.97 - (untold[name] ?? 0),
      );
    }
  });

  test("slips are seen", async () => {
    let planted = 0;
    let seen = 0;
    for (const seed of seeds.slice(1)) {
      const text = printFiling(kind.make(drawer(seed, kind.columns)), "tabs", styleOf(name));
      const figures = [...text.matchAll(/(?<=[\t(△])\d{1,3}(?:,\d{2,3})+(?=[\t)\n])/g)];
      const step = Math.max(1, Math.floor(figures.length / slipsPerText));
      for (let i = 0; i < figures.length; i += step) {
        const [print = ""] = figures[i] ?? [];
        const at = figures[i]?.index ?? 0;
        const slip = transposed(print);
        if (slip === null) continue;
        planted++;
        const { checks } = await check(text.slice(0, at) + slip + text.slice(at + print.length));
        if (checks.some(({ status }) => status === "fail")) seen++;
      }
    }
    expect(seen).toBeGreaterThanOrEqual(planted * (seenOf - (untold[name] ?? 0) - (unproven[name] ?? 0)));
  });
});

describe.each<NumberStyle>(["points", "blanks"])("numbers with %s", (style) => {
  const kind = statementKinds["net assets, £'000"];
  test.each(prints)("as %s", async (print) => {
    for (const seed of seeds) {
      const text = printFiling(kind?.make(drawer(seed, 2)) ?? [], print, style);
      const { checks, figures } = await check(text);
      expect(checks).toEqual([]);
      expect(figures.tied).toBe(figures.printed);
    }
  });
});
