/**
 * Every equation of a filing in plain HTML, once: to be read without JavaScript, and what the page's script
 * shows when a figure is chosen.
 */
import { equation } from "../equation.ts";
import { counted } from "../honesty.ts";
import type { Check, Grade } from "../report.ts";
import { escapeHtml } from "./escape.ts";
import type { Equation } from "./marks.ts";

const grades: Readonly<Record<Grade, string>> = {
  exact: "exact",
  rounding: "within rounding",
  strained: "strained",
  recovered: "recovered",
  broken: "does not tie",
  unread: "unreadable",
  missing: "not checked",
};

function classOf({ status }: Check): string {
  return status === "fail" ? "x" : status === "warn" ? "w" : "t";
}

function difference({ grade, status, display }: Check): string {
  const isOff = grade === "rounding" || status === "fail" || status === "warn";
  return isOff && display.difference !== "" && display.difference !== "0" ? `, ${display.difference}` : "";
}

function equationHtml({ id, check, figures }: Equation): string {
  const shown = equation(check);
  const where = [check.display.line, check.display.period].filter((part) => part !== "").join(", ");
  const [result] = figures;
  return [
    `<li id="e${id}" class="${classOf(check)}" data-f="${figures.join(" ")}">`,
    `<a class="wh" href="#f${result}">${escapeHtml(where === "" ? "figure" : where)}</a> `,
    shown === "" ? "" : `<code>${escapeHtml(shown)}</code> `,
    `<em>${grades[check.grade]}${escapeHtml(difference(check))}</em></li>`,
  ].join("");
}

/** The same relation in several columns stands under one heading. */
export function equationsHtml(equations: readonly Equation[]): string {
  if (equations.length === 0) return "";
  const groups = new Map<string, Equation[]>();
  for (const item of equations) {
    const key = `${item.check.rule}\n${item.check.title}`;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const parts = [...groups.values()].map((group) => {
    const check = group[0]?.check;
    const head = `<h4><span class="rule">${escapeHtml(check?.rule ?? "")}</span> ${escapeHtml(check?.title ?? "")}</h4>`;
    return `<section>${head}\n<ul>${group.map(equationHtml).join("\n")}</ul></section>`;
  });
  return `<details class="eqs"><summary>All ${counted(equations.length, "equation")}, with their arithmetic</summary>\n${parts.join("\n")}\n</details>`;
}
