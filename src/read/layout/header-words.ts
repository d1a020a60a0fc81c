/** Words that head columns: dates, periods, units, changes. */
import { monthName } from "../months.ts";
const month = `${monthName}\\.?`;
export const item = new RegExp(
  `^(?:\\(?(?:un)?audited\\)?|\\(?restated\\)?|(?:19|20)\\d\\d(?:\\(\\w\\)|\\*{0,2})|${month}\\s?\\d{1,2},?(?:\\s(?:19|20)\\d\\d)?|${month},?\\s(?:19|20)\\d\\d|RMB|US\\$|HK\\$|\\$|%|change|[1-4]Q\\s?['’]?(?:\\d\\d){1,2}|FY\\s?['’]?(?:\\d\\d){1,2}|fiscal\\s(?:year\\s)?(?:19|20)\\d\\d|[12]H\\s?['’]?(?:\\d\\d){1,2}|Q[1-4](?:\\s(?:19|20)?\\d\\d)?|\\d{1,2}/\\d{1,2}/(?:\\d\\d){1,2}|total|amount|percent)$`,
  "i",
);
/** Words of a header that stands over several columns. */
export const overGroup = /\b(?:months?|weeks?|quarters?|years?|periods?)\b|\bended\b|^\(?(?:un)?audited\)?$/i;

/** Of a change as an amount and in percent. */
export const overChange =
  /^(?:(?:%|per\s?cent(?:age)?|dollar|\$|amount)?\s*change|variance|(?:increase|growth)[/ ]*(?:\(?decrease\)?|decline)?)\b[^\d]*$/i;

/** Whether a piece of text is one that heads columns. */
export function isHeaderItem(text: string): boolean {
  return (
    item.test(text) ||
    overGroup.test(text) ||
    /^(?:(?:19|20)\d\d\s*)+$/.test(text) ||
    new RegExp(`\\b${month}\\s?\\d{1,2},?(?:\\s*(?:19|20)\\d\\d)?\\b`, "i").test(text)
  );
}
