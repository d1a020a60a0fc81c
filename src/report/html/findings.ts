/** Each finding as a card: what is wrong, the arithmetic, the culprit, what to do. */
import { equation } from "../equation.ts";
import { counted, isBaselined, isFinding } from "../honesty.ts";
import type { RuleText } from "../options.ts";
import type { Accepted, Check, Excerpt, Quote } from "../report.ts";
import { escapeHtml } from "./escape.ts";
import type { Finding } from "./marks.ts";
import { findingSentence } from "../finding-sentence.ts";
import { isCounted, saidWhere } from "../where.ts";

const mostRelated = 12;
/** More warnings than these are folded away. */
const mostOpen = 6;

function excerptHtml({ columns, rows }: Excerpt): string {
  const head = columns.some((label) => label !== "")
    ? `<thead><tr><td></td>${columns.map((label) => `<th scope="col">${escapeHtml(label)}</th>`).join("")}</tr></thead>`
    : "";
  const body = rows.map(({ caption, cells }) => {
    const drawn = cells.map(({ text, mark }) =>
      mark === null
        ? `<td class="n">${escapeHtml(text)}</td>`
        : `<td class="n ${mark === "suspect" ? "sus" : mark === "result" ? "res" : "co"}">${escapeHtml(text)}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(caption)}</th>${drawn.join("")}</tr>`;
  });
  return `<div class="scroll"><table class="ex">${head}<tbody>${body.join("")}</tbody></table></div>`;
}

function quoteHtml({ text, start, end }: Quote): string {
  const [before, number, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  return `<blockquote>${escapeHtml(before)}<u>${escapeHtml(number)}</u>${escapeHtml(after)}</blockquote>`;
}

/** A column helps no one on a page that shows the figure itself. */
function placeHtml(check: Check): string {
  return isCounted(check) ? `line ${check.place.line}` : escapeHtml(saidWhere(check));
}

function findingHtml({ number, check, figure }: Finding, rules: readonly RuleText[]): string {
  const { display, diagnosis, related } = check;
  const place = placeHtml(check);
  const rule = rules.find(({ name }) => name === check.rule);
  const shown = equation(check);
  const line = [display.line, display.period].filter((part) => part !== "").join(", ");
  const amounts =
    display.recomputed === ""
      ? ""
      : `<dl><div><dt>printed</dt><dd>${escapeHtml(display.printed)}</dd></div><div><dt>recomputed</dt><dd>${escapeHtml(display.recomputed)}</dd></div><div><dt>difference</dt><dd>${escapeHtml(display.difference)}</dd></div></dl>`;
  const more = related.length - mostRelated;
  const others = related
    .slice(0, mostRelated)
    .map((other) => `<li>${escapeHtml(other.title)} <code>${escapeHtml(equation(other))}</code></li>`);
  return [
    `<li class="card ${isBaselined(check) ? "k" : check.status === "fail" ? "x" : "w"}" id="n${number}" value="${number}">`,
    `<h4 data-n="${number}">${escapeHtml(line === "" ? check.title : line)}</h4>`,
    `<p class="meta"><span class="rule">${escapeHtml(check.rule)}</span> ${figure === null ? place : `<a class="go" href="#f${figure}">${place}</a>`}</p>`,
    amounts,
    `<p class="title">${escapeHtml(check.title)}</p>`,
    check.quote ? quoteHtml(check.quote) : "",
    shown === "" ? "" : `<p><code>${escapeHtml(shown)}</code></p>`,
    check.excerpt && check.excerpt.rows.length > 1 ? excerptHtml(check.excerpt) : "",
    // Of a figure that did not follow one that was changed, which one that was.
    diagnosis?.slip === "stale" ? `<p class="why">${escapeHtml(findingSentence(check))}</p>` : "",
    `<p class="why">${escapeHtml(diagnosis?.message ?? findingSentence(check))}</p>`,
    related.length === 0
      ? ""
      : `<details><summary>${counted(related.length, "more relation")} ${related.length === 1 ? "breaks" : "break"} with it</summary><ul>${others.join("")}${more > 0 ? `<li>and ${more} more</li>` : ""}</ul></details>`,
    check.baselined ? `<p class="fix">${escapeHtml(acceptance(check.baselined))}</p>` : "",
    rule ? `<p class="fix">${escapeHtml(rule.fix)}</p>` : "",
    "</li>",
  ].join("\n");
}

function cards(findings: readonly Finding[], rules: readonly RuleText[]): string {
  if (findings.length === 0) return "";
  return `<ol class="cards">\n${findings.map((finding) => findingHtml(finding, rules)).join("\n")}\n</ol>`;
}

function acceptance({ reason, who, expires }: Accepted): string {
  const by = who ? ` by ${who}` : "";
  const until = expires ? ` until ${expires}` : "";
  return `Accepted${by}${until}: ${reason || "no reason given"}`;
}

function folded(heading: string, findings: readonly Finding[], rules: readonly RuleText[]): string {
  if (findings.length === 0) return "";
  return `<details class="more"><summary>${heading}</summary>${cards(findings, rules)}</details>`;
}

/** The cards of a file in their order; a damaged page has dozens of warnings, which are to be unfolded. */
export function findingsHtml(findings: readonly Finding[], rules: readonly RuleText[]): string {
  const own = findings.filter(({ check }) => isFinding(check));
  const accepted = findings.filter(({ check }) => isBaselined(check));
  const failures = own.filter(({ check }) => check.status === "fail");
  const warnings = own.filter(({ check }) => check.status === "warn");
  const isFolded = warnings.length > mostOpen;
  return [
    cards(isFolded ? failures : own, rules),
    isFolded ? folded(counted(warnings.length, "warning"), warnings, rules) : "",
    folded(`${counted(accepted.length, "finding")} accepted by the baseline`, accepted, rules),
  ].join("\n");
}
