/** Another print put in place of a figure's, whatever stands between its characters in the source. */
import { isNegative, takeApart } from "./print.ts";

/** Markup, cell borders and blanks that may part a number from its brackets. */
const between = "(?:<[^<>]*>|&(?:nbsp|#160|#xa0);|[\\s|$])*";
const openBefore = new RegExp(`[(\\-\\u2010-\\u2013\\u2212](?=${between}$)`);
const closeBehind = new RegExp(`^${between}\\)`);
/** How far from the number its brackets are looked for. */
const reach = 400;

/**
 * The source with `print` instead of `raw`, which stands from offset `start` to `end`. Null where the digits
 * are not there in one piece, or a sign cannot be taken away.
 */
export function splice(
  source: string,
  start: number,
  end: number,
  raw: string,
  print: string,
): string | null {
  if (source.slice(start, end) === raw) return source.slice(0, start) + print + source.slice(end);
  const [before, after] = [takeApart(raw), takeApart(print)];
  const core = /\d[\d,.]*/.exec(raw)?.[0].replace(/[.,]$/, "");
  const other = /\d[\d,.]*/.exec(print)?.[0].replace(/[.,]$/, "");
  if (!before || !after || !core || !other) return null;
  const at = source.indexOf(core, start);
  if (at < 0 || at + core.length > end || /[\d.,]/.test(source[at - 1] ?? "")) return null;
  const head = source.slice(0, at);
  const tail = source.slice(at + core.length);
  if (isNegative(before) === isNegative(after)) return head + other + tail;
  if (isNegative(after)) return `${head}(${other})${tail}`;
  const near = head.slice(-reach);
  const open = openBefore.exec(near);
  if (!open) return null;
  const opened = head.length - near.length + open.index;
  const close = closeBehind.exec(tail.slice(0, reach));
  if (open[0] === "(" && !close) return null;
  const kept = close ? tail.slice(0, close[0].length - 1) + tail.slice(close[0].length) : tail;
  return head.slice(0, opened) + head.slice(opened + 1) + other + (open[0] === "(" ? kept : tail);
}
