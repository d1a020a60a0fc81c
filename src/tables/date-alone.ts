/** A line or cell that gives a date or a period and nothing else. */
import { readDates } from "./period.ts";

const longest = 60;
const words =
  /\b(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?|for|the|as|of|at|and|fiscal|years?|quarters?|months?|weeks?|periods?|ended|ending|one|two|three|six|nine|twelve|thirteen|first|second|third|fourth|unaudited|audited)\b|[\d\s,.:()–—-]/giu;

/** "For the year ended December 31, 2024", "(unaudited) as of June 30, 2024". */
export function isDateAlone(text: string): boolean {
  return text.length <= longest && readDates(text).length === 1 && text.replace(words, "") === "";
}
