/** One finding at length: what is wrong, the arithmetic, the rows, the culprit, what else breaks with it. */
import { equation } from "./equation.ts";
import { excerptLines } from "./excerpt.ts";
import type { Numbered } from "./findings-table.ts";
import { counted, isBreak } from "./honesty.ts";
import type { ReportOptions } from "./options.ts";
import type { Check } from "./report.ts";
import { pad, wrap } from "./width.ts";
import { findingSentence } from "./finding-sentence.ts";
import { quoteLines } from "./quote.ts";

const mostRelated = 12;

function relatedLines(
  related: readonly Check[],
  room: number,
  { paint, verbose }: ReportOptions,
): readonly string[] {
  if (related.length === 0) return [];
  const shown = verbose ? related : related.slice(0, mostRelated);
  const lines = [
    paint.dim(
      `${counted(related.length, "more relation")} ${related.length === 1 ? "breaks" : "break"} with it:`,
    ),
  ];
  for (const check of shown) {
    lines.push(...wrap(check.title, room - 2).map((line) => `  ${line}`));
    lines.push(...wrap(equation(check), room - 4).map((line) => paint.dim(`    ${line}`)));
  }
  const more = related.length - shown.length;
  if (more > 0) lines.push(paint.dim(`  and ${more} more (--verbose lists them)`));
  return lines;
}

/** The lines of one finding. A warning is told in brief unless --verbose. */
export function findingLines({ number, check }: Numbered, options: ReportOptions): readonly string[] {
  const { paint, width, verbose } = options;
  const isLoud = isBreak(check);
  const tag = String(number);
  const indent = tag.length + 2;
  const room = Math.max(30, width - indent);
  const colour = check.status === "fail" ? paint.red : paint.yellow;
  const [first = "", ...rest] = wrap(findingSentence(check), room);
  const inner: string[] = rest.map((line) => paint.bold(line));

  inner.push(...wrap(`${check.rule}: ${check.title}`, room).map((line) => paint.dim(line)));
  if (isLoud || verbose) {
    if (check.quote) {
      const quoted = quoteLines(check.quote, room - 2).map((line) =>
        /^\s*\^+$/.test(line) ? colour(`  ${line}`) : `  ${line}`,
      );
      inner.push("", ...quoted, "");
    }
    if (check.display.equation !== "") inner.push(...wrap(equation(check), room));
    if (check.excerpt && check.excerpt.rows.length > 0) {
      // A suspect in another file has a line number that means nothing here.
      const list = (check.diagnosis?.suspects ?? []).filter(({ path }) => path === undefined);
      const suspects = { list, sure: check.suspect !== undefined || list.length === 1 };
      const title =
        check.quote || check.result.table === "" ? [] : wrap(check.result.table, room).slice(0, 1);
      inner.push("", ...title.map((line) => paint.dim(line)));
      inner.push(...excerptLines(check.excerpt, suspects, room, paint), "");
    }
  }
  if (check.diagnosis)
    inner.push(...wrap(check.diagnosis.message, room).map((line) => paint.bold(colour(line))));
  if (isLoud || verbose) inner.push(...relatedLines(check.related, room, options));

  const lines = inner.map((line) => (line === "" ? "" : pad("", indent) + line));
  while (lines.at(-1) === "") lines.pop();
  return [` ${colour(tag)} ${paint.bold(first)}`, ...lines];
}
