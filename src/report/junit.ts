/**
 * JUnit XML: a suite for each file, a case for each rule that was asked. Rules that tie are cases that pass,
 * so that a CI server shows what was checked, and rules that found nothing to check are skipped cases.
 */
import { clean } from "./clean.ts";
import { equation } from "./equation.ts";
import { counted, honestyLine, isFinding, wasChecked } from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Check, FileReport, RuleTally } from "./report.ts";
import type { ReportStream } from "./stream.ts";
import { findingSentence } from "./finding-sentence.ts";
import { hasLines, saidWhere } from "./where.ts";

/** What XML 1.0 cannot hold at all; most of it is made visible by clean() before. */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** For text and attributes alike. */
function escapeXml(text: string): string {
  return text.replace(forbidden, "").replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

function element(name: string, attributes: Readonly<Record<string, string | number>>, inner = ""): string {
  const given = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  return inner === "" ? `<${name}${given}/>` : `<${name}${given}>${inner}</${name}>`;
}

/** A finding in plain lines. */
function told(check: Check): string {
  const { title, diagnosis, related } = check;
  const arithmetic = equation(check);
  const lines = [
    `${saidWhere(check)}: ${findingSentence(check)}`,
    title,
    ...(arithmetic === "" ? [] : [arithmetic]),
    ...(diagnosis ? [diagnosis.message] : []),
    ...related.map((other) => `also breaks: ${other.title}: ${equation(other)}`),
  ];
  return lines.join("\n  ");
}

function outcome(tally: RuleTally, checks: readonly Check[]): string {
  const failing = checks.filter((check) => check.status === "fail" && isFinding(check));
  const warned = checks.filter((check) => check.status === "warn" && isFinding(check));
  const parts: string[] = [];
  if (failing.length > 0) {
    const [first] = failing;
    const more = failing.length - 1;
    const message = (first ? findingSentence(first) : "") + (more > 0 ? ` (and ${more} more)` : "");
    parts.push(element("failure", { type: tally.rule, message }, escapeXml(failing.map(told).join("\n\n"))));
  } else if (tally.pass === 0 && checks.length === 0) {
    const message =
      tally.skip > 0 ? `${counted(tally.skip, "relation")} could not be checked` : "nothing to check";
    parts.push(element("skipped", { message }));
  }
  const said = [
    ...(tally.pass > 0 ? [`${counted(tally.pass, "relation")} ${tally.pass === 1 ? "ties" : "tie"}`] : []),
    ...warned.map((check) => `warning: ${told(check)}`),
  ];
  if (said.length > 0) parts.push(element("system-out", {}, escapeXml(said.join("\n"))));
  return parts.join("");
}

/** A finding of a rule without a tally still is a case. */
function talliesOf({ rules = [], checks }: FileReport): readonly RuleTally[] {
  const known = new Set(rules.map(({ rule }) => rule));
  const others = new Set(checks.map(({ rule }) => rule).filter((rule) => !known.has(rule)));
  return [...rules, ...[...others].map((rule) => ({ rule, pass: 0, warn: 0, fail: 0, skip: 0 }))];
}

interface Suite {
  readonly xml: string;
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suiteOf(file: FileReport): Suite {
  const name = file.path === "-" ? "standard input" : file.path;
  const cases: string[] = [];
  const found = { tests: 0, failures: 0, errors: 0, skipped: 0 };
  if (wasChecked(file)) {
    for (const tally of talliesOf(file)) {
      const own = file.checks.filter(({ rule }) => rule === tally.rule);
      const inner = outcome(tally, own);
      const first = own.find((check) => check.status === "fail" && isFinding(check));
      const line = first && hasLines(file) ? { line: first.place.line } : {};
      cases.push(element("testcase", { classname: name, name: tally.rule, file: name, ...line }, inner));
      found.tests++;
      if (first) found.failures++;
      else if (inner.startsWith("<skipped")) found.skipped++;
    }
    cases.push(element("system-out", {}, escapeXml(honestyLine([file], true))));
  } else {
    const error = element("error", { type: file.status, message: file.error ?? "could not be checked" });
    cases.push(element("testcase", { classname: name, name: "read", file: name }, error));
    found.tests = 1;
    found.errors = 1;
  }
  const inner = `\n${cases.map((line) => `    ${line}\n`).join("")}  `;
  return { ...found, xml: `  ${element("testsuite", { name, ...found }, inner)}\n` };
}

/** The whole document. Warnings do not fail a case; they stand in its output. */
export function junitStream({ passOver }: ReportOptions): ReportStream {
  const suites: string[] = [];
  const total = { name: "kc-check", tests: 0, failures: 0, errors: 0, skipped: 0 };
  return {
    // The first line counts them all, so nothing can be written before the end.
    file(file) {
      if (passOver && file.status === "unrecognized") return "";
      const { xml, ...found } = suiteOf(clean(file));
      suites.push(xml);
      total.tests += found.tests;
      total.failures += found.failures;
      total.errors += found.errors;
      total.skipped += found.skipped;
      return "";
    },
    end() {
      const inner = suites.length === 0 ? "" : `\n${suites.join("")}`;
      return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", total, inner)}\n`;
    },
  };
}
