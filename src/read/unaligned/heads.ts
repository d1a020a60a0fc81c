/**
 * Header lines without columns: "Three Months Ended March 31, 2024 2023", or one date, year or unit a line. They
 * are taken apart into what each column needs, and are a header only where there is one for each column.
 */
import { joinMarks, type LooseCell, type LooseRow } from "../loose/marks.ts";
import type { Line } from "../layout/line.ts";
import { monthName } from "../months.ts";

type Kind = "scale" | "group" | "day" | "date" | "year" | "change" | "unit" | "note" | "other";

interface Token {
  readonly kind: Kind;
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

const month = `${monthName}\\.?`;
const year = "(?:19|20)\\d\\d";
const day = `(?:${month}\\s\\d{1,2}|\\d{1,2}\\s${month})`;
const kinds: readonly (readonly [Kind, string])[] = [
  ["scale", "\\((?:[\\p{L}’'.$]+\\s){0,6}in\\s(?:thousands|millions|billions)[^()]{0,100}\\)"],
  [
    "group",
    `(?:for\\sthe\\s)?(?:(?:three|four|six|nine|twelve|\\d{1,2})\\s(?:months?|weeks?)|(?:first|second|third|fourth)?\\s?(?:fiscal\\s)?(?:quarters?|years?|periods?|half)|(?:first|second)\\shalf)(?:\\send(?:ed|ing))?(?:\\s${day},?(?!\\s${year}))?`,
  ],
  [
    "date",
    `\\d{1,2}\\/\\d{1,2}\\/(?:\\d\\d){1,2}|(?:as\\s(?:of|at)\\s)?${day},?\\s${year}|${month},?\\s${year}`,
  ],
  ["day", `(?:as\\s(?:of|at)\\s)?${day},?`],
  [
    "year",
    `(?:fy\\s?|fiscal\\s(?:year\\s)?)?${year}|q[1-4]\\s(?:fy\\s?)?(?:\\d\\d){1,2}|[1-4]q\\s?['’]?(?:\\d\\d){1,2}`,
  ],
  ["change", "[%$]?\\s?(?:change|variance|increase\\s?\\/?\\s?\\(?decrease\\)?)(?:\\s?(?:\\(?%\\)?|\\$))?|%"],
  ["note", "notes?"],
  ["unit", "(?:rmb|us\\$|hk\\$|nt\\$|usd|hkd|eur|gbp|[$€£¥])\\s?(?:['’‘]000s?|m(?:illions?)?)?"],
  ["other", "\\(?(?:un)?audited\\)?|\\(?restated\\)?|as\\s(?:of|at)|ended"],
];
const token = new RegExp(kinds.map(([kind, source]) => `(?<${kind}>${source})`).join("|"), "giu");
const longest = 160;

/** Asked several times of each line. */
const tokensOfLines = new WeakMap<Line, readonly Token[] | null>();

/** What the line says of columns; null where it says anything else. */
function tokensOf(line: Line): readonly Token[] | null {
  const known = tokensOfLines.get(line);
  if (known !== undefined) return known;
  const tokens = tokensIn(line);
  tokensOfLines.set(line, tokens);
  return tokens;
}

function tokensIn({ line, source }: Line): Token[] | null {
  if (source.length > longest) return null;
  const tokens: Token[] = [];
  let rest = "";
  let end = 0;
  for (const { 0: text, index, groups } of source.matchAll(token)) {
    const kind = kinds.find(([name]) => groups?.[name] !== undefined)?.[0] ?? "other";
    tokens.push({ kind, text, line, column: index + 1, endColumn: index + 1 + text.length });
    rest += `${source.slice(end, index)} `;
    end = index + text.length;
  }
  rest += source.slice(end);
  return tokens.length > 0 && /^[\s(),.;:|–—-]*$/.test(rest) ? tokens : null;
}

export function isHeaderLine(line: Line): boolean {
  return tokensOf(line) !== null;
}

/** Header rows for so many columns, or none where what the lines say is not one for each. */
export function headsOf(lines: readonly Line[], width: number): LooseRow[] {
  const tokens = lines.flatMap((line) => tokensOf(line) ?? []);
  const of = (...wanted: Kind[]): Token[] => tokens.filter(({ kind }) => wanted.includes(kind));
  let groups = of("group");
  let columns = whole(of("day", "date", "year", "change"));
  const days = columns.filter(({ kind }) => kind === "day");
  if (days.length > 0 && columns.length > width) {
    columns = columns.filter(({ kind }) => kind !== "day");
    // "Six Months Ended" over "June 30,": the day of the group, or of all.
    if (groups.length === days.length) {
      groups = groups.map((group, i) => ({ ...group, text: `${group.text} ${days[i]?.text ?? ""}` }));
    } else if (groups.length === 0) groups = days;
    else return [];
  }
  const notes = of("note");
  if (columns.length + notes.length === width) columns = [...notes, ...columns];
  // One date over two columns, and nothing that tells them apart: one of them may be a change from it.
  const isTwice = new Set(columns.map(({ text }) => text.toLowerCase())).size < columns.length;
  if ((isTwice && groups.length < 2) || columns.some(({ kind }) => kind === "day")) return [];
  const units = of("unit");
  if (columns.length < width && units.length === width) columns = overUnits(columns, units);
  if (columns.length !== width || (groups.length > 1 && width % groups.length !== 0)) return [];
  return [of("scale").slice(0, 1), groups, columns, units.length === width ? units : []].flatMap((row) =>
    row.length > 0 ? [rowOf(row)] : [],
  );
}

/**
 * A period told once for several currencies, each time for all of them or first for all in one and then for
 * those, or the last, in the other: as many as there are units, or none.
 */
function overUnits(columns: readonly Token[], units: readonly Token[]): Token[] {
  const names = units.map(({ text }) => text.toLowerCase());
  const size = units.length / columns.length;
  if (
    size > 1 &&
    Number.isInteger(size) &&
    names.every((name, i) => name === names[i % size]) &&
    new Set(names).size === size
  )
    return columns.flatMap((column) => Array.from({ length: size }, () => column));
  const own = names.findIndex((name) => name !== names[0]);
  const others = new Set(names.slice(own));
  if (own !== columns.length || others.size !== 1) return [];
  const rest = units.length - own;
  return rest === own || rest === 1 ? [...columns, ...columns.slice(-rest)] : [];
}

/** Days and their years put together, where the year follows or stands in the same place of the next line. */
function whole(tokens: readonly Token[]): Token[] {
  const days = tokens.filter(({ kind }) => kind === "day");
  const years = tokens.filter(({ kind }) => kind === "year");
  if (days.length === 0 || days.length !== years.length) return [...tokens];
  return tokens.flatMap((each): Token[] => {
    if (each.kind === "year") return [];
    const own = each.kind === "day" ? years[days.indexOf(each)] : undefined;
    return [own ? { ...each, kind: "date", text: `${each.text} ${own.text}` } : each];
  });
}

function rowOf(tokens: readonly Token[]): LooseRow {
  const cells = tokens.map(
    ({ text, line, column, endColumn }, at): LooseCell => ({ text, line, column, endColumn, at }),
  );
  return { ...joinMarks([], tokens[0]?.line ?? 1), cells, width: cells.length };
}
