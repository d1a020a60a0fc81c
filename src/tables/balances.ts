/** Captions of balances: what stands between two of them is a movement from one to the other. */
import { captionKey } from "./caption.ts";

const named =
  /^(?:balance|outstanding|(?:non ?|un)vested|opening|beginning|closing|ending|at (?:beginning|end))\b|^(?:total )?(?:shareholder )?equity\b.*\b\d{4}$/;

const month = "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
/** "December 31, 2024", "As of 31 December 2024": all that statements of equity call a balance. */
const dated = new RegExp(`^(?:as (?:of|at) |at )?(?:${month} \\d{1,2}|\\d{1,2} ${month}) \\d{4}$`);

export function isBalance(caption: string): boolean {
  const key = captionKey(caption);
  return named.test(key) || dated.test(key);
}
