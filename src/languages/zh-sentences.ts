/**
 * Sentences of results in Chinese: "收入為人民幣7,785.2百萬元，較2023年的人民幣7,047.5百萬元增加10.5%". A sentence is
 * said again in English only where it is understood as a whole; what is not is left out, and nothing is said of it.
 */
import { inOneScript } from "./chinese-characters.ts";
import type { Reader } from "./reader.ts";
import type { Said, SentenceReader } from "./sentence.ts";
import { dateTerm, spanTerm } from "./vocabulary.ts";

const number = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
const currencies: Readonly<Record<string, string>> = {
  人民币: "RMB",
  RMB: "RMB",
  港币: "HK$",
  HK$: "HK$",
  US$: "US$",
  港元: "HK$",
  美元: "US$",
};
const scales: Readonly<Record<string, string>> = {
  千: " thousand",
  百万: " million",
  万: " ten thousand",
  亿: " hundred million",
  十亿: " billion",
};

/** Parts of a sentence, each with a name by which it is found again. */
const amount = (name: string): string =>
  `(?<${name}>约?(?:人民币|RMB|港币|HK\\$|US\\$)?\\s?(?:${number})\\s?(?:百万|十亿|千|万|亿)?(?:元|港元|美元)?)`;
const percent = (name: string): string => `(?<${name}>约?(?:${number})\\s?%)`;
const period = (name: string): string =>
  `(?<${name}>(?:(?:于|在|截至)?\\d{4}年(?:\\d{1,2}月\\d{1,2}日)?(?:止)?(?:年度|度|全年|(?:三|六|九)个月|第?[一二三四]季度?|上半年|下半年|同期)?|去年同期|上年同期|上一年度|上年度?|去年))`;
const up = "增加|增长|上升|上涨|增";
const down = "减少|下降|下跌|下滑|减";
const change = (name: string): string => `(?<${name}>${up}|${down})(?:了)?`;
const subject = "(?<subject>[^,\\d%:]{2,40}?)";
/** Why, without a number. */
const reason = "(?:,(?:主要)?(?:由于|因|是由于|乃由于|反映)[^\\d]*)?";

const than = "(?:与|较|比|相较|相比)";
const patterns: readonly RegExp[] = [
  // Revenue was A, up p% on B a year before.
  `${subject}(?:为|达到?|录得)${amount("now")},?(?:${than}|而)?${period("past")}(?:的|为)?${amount("before")}(?:相比)?,?(?:同比)?${change("move")}${percent("by")}`,
  // Revenue was A, up p% on the year before.
  `${subject}(?:为|达到?|录得)${amount("now")},(?:同比|按年|${than}${period("past")}(?:同比)?)${change("move")}${percent("by")}`,
  // Revenue was A, and B a year before.
  `${subject}(?:为|达到?|录得)${amount("now")},?\\(?(?:而|${than})?${period("past")}(?:的|为|:)?${amount("before")}\\)?`,
  // Revenue rose by p% from B to A.
  `${subject}(?:由|从)${period("past")}?(?:的)?${amount("before")},?${change("move")}${percent("by")}?至${period("present")}?(?:的)?${amount("now")}`,
  // Revenue rose by p% to A.
  `${subject}(?:同比|按年|${than}${period("past")}(?:同比)?)?${change("move")}${percent("by")}(?:至|到)${amount("now")}`,
  // Revenue was A.
  `${subject}(?:为|达到?|录得)${amount("now")}`,
].map(
  (each) =>
    new RegExp(`^(?:(?:${period("when")}|本集团(?:的|于)?|本公司(?:的|于)?),?)*${each}${reason}$`, "ud"),
);

const together = /^(?<list>[^,%:]{2,80}?)分别为(?<values>.+)$/du;

const longestSentence = 300;

/** Letters of full width as those of half: one for one, so that offsets stay. */
function folded(text: string): string {
  return inOneScript(
    text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)),
  );
}

export function chineseSentences(read: Reader): SentenceReader {
  return (printed) => {
    const said: Said[] = [];
    const text = folded(printed);
    for (const match of text.matchAll(/[^。;]+/gu)) {
      const sentence = match[0].trimEnd();
      if (sentence.length > longestSentence || !/\d/.test(sentence)) continue;
      const start = match.index + (sentence.length - sentence.trimStart().length);
      said.push(...(sayOne(sentence.trimStart(), start, printed, read) ?? []));
    }
    return said.length > 0 ? said : null;
  };
}

function sayOne(sentence: string, start: number, printed: string, read: Reader): readonly Said[] | null {
  const list = together.exec(sentence);
  if (list) return sayTogether(list, start, printed, read);
  for (const pattern of patterns) {
    const match = pattern.exec(sentence);
    if (match) return new Clause(match, start, printed, read).say();
  }
  return null;
}

/** One sentence that a pattern matches, said in English. */
class Clause {
  private readonly said: Said[] = [];
  private readonly match: RegExpExecArray;
  private readonly start: number;
  private readonly printed: string;
  private readonly read: Reader;

  constructor(match: RegExpExecArray, start: number, printed: string, read: Reader) {
    this.match = match;
    this.start = start;
    this.printed = printed;
    this.read = read;
  }

  say(): readonly Said[] | null {
    const groups = this.match.groups ?? {};
    const when = periodTerm(groups["when"] ?? "");
    const present = periodTerm(groups["present"] ?? "");
    const past = groups["past"] === undefined ? null : periodTerm(groups["past"]);
    if (when === null || present === null || (groups["past"] !== undefined && past === null)) return null;
    const name = subjectTerm(this.printed, this.match, this.start, this.read);
    if (name === null || !this.mayBeSaid(["now", "before"])) return null;
    this.put(
      "subject",
      `${when === "" ? "" : `${capital(inPeriod(when))}, `}${when === "" ? capital(name) : name} `,
    );
    const verb = new RegExp(`^(?:${down})`, "u").test(groups["move"] ?? "") ? "decreased" : "increased";
    if (groups["move"] === undefined) {
      this.put("now", "was ", amountTerm);
      if (groups["before"] !== undefined) {
        this.put("before", ", compared with ", amountTerm);
        this.put("past", ` ${inPeriod(past ?? "")}`);
      }
    } else if (groups["before"] !== undefined) {
      this.put("move", `${verb} `);
      if (groups["by"] !== undefined) this.put("by", "by ", percentTerm);
      this.put("before", " from ", amountTerm);
      if (past !== null) this.put("past", ` ${inPeriod(past)}`);
      this.put("now", " to ", amountTerm);
      if (present !== "") this.put("present", ` ${inPeriod(present)}`);
    } else {
      this.put("move", `${verb} `);
      this.put("by", "by ", percentTerm);
      this.put("now", " to ", amountTerm);
      if (past !== null) this.put("past", ` from ${past}`);
    }
    this.said.push({ text: ". ", at: this.start });
    return this.said;
  }

  /** Every amount has a currency: whose a bare 元 is, the sentence does not say. */
  private mayBeSaid(names: readonly string[]): boolean {
    return names.every((name) => {
      const print = this.match.groups?.[name];
      return print === undefined || amountTerm(print) !== null;
    });
  }

  /** Words, and the number of a group behind them at its own place. */
  private put(name: string, words: string, term?: (print: string) => Term | null): void {
    const [from = 0] = this.match.indices?.groups?.[name] ?? [];
    const at = this.start + from;
    const own = term?.(this.match.groups?.[name] ?? "");
    this.said.push({ text: words + (own?.before ?? ""), at });
    if (own) this.said.push({ text: own.digits, at: at + own.offset }, { text: own.after, at });
  }
}

interface Term {
  readonly before: string;
  readonly digits: string;
  /** Of the digits in the print. */
  readonly offset: number;
  readonly after: string;
}

const amountParts = new RegExp(
  `^约?(人民币|RMB|港币|HK\\$|US\\$)?\\s?(${number})\\s?(百万|十亿|千|万|亿)?(元|港元|美元)?$`,
  "u",
);

function amountTerm(print: string): Term | null {
  const [, mark, digits = "", scale = "", unit = ""] = amountParts.exec(print) ?? [];
  const currency = currencies[mark ?? ""] ?? currencies[unit];
  if (digits === "" || currency === undefined) return null;
  return {
    before: hedgeOf(print) + currency,
    digits,
    offset: print.indexOf(digits),
    after: scales[scale] ?? "",
  };
}

/** What makes a number less exact than its print is said as well. */
function hedgeOf(print: string): string {
  return print.startsWith("约") ? "approximately " : "";
}

function percentTerm(print: string): Term {
  const digits = new RegExp(number, "u").exec(print)?.[0] ?? "";
  return { before: hedgeOf(print), digits, offset: print.indexOf(digits), after: "%" };
}

const spans: Readonly<Record<string, number>> = { 三: 3, 六: 6, 九: 9 };

/** A period in English; "" for none, null for one that is not understood. */
function periodTerm(print: string): string | null {
  if (print === "") return "";
  if (/^(?:去年|上年)同期$/u.test(print)) return "the same period of last year";
  if (/^(?:上一?年度?|去年)$/u.test(print)) return "last year";
  const [, year = "", month = "", day = "", ended = "", rest = ""] =
    /^(?:于|在|截至)?(\d{4})年(?:(\d{1,2})月(\d{1,2})日)?(止)?(.*)$/u.exec(print) ?? [];
  if (year === "") return null;
  if (month !== "") {
    const date = dateTerm(year, month, day);
    if (ended === "") return rest === "" ? `at ${date}` : null;
    const span = rest === "年度" ? 12 : spans[rest.charAt(0)];
    return span === undefined ? null : `the ${spanTerm(span).toLowerCase()} ${date}`;
  }
  if (/^(?:年度|度|全年)?$/u.test(rest)) return year;
  if (rest === "同期") return `the same period of ${year}`;
  const quarter = "一二三四".indexOf(/^第?([一二三四])季度?$/u.exec(rest)?.[1] ?? "-");
  if (quarter >= 0) return `the ${["first", "second", "third", "fourth"][quarter]} quarter of ${year}`;
  if (rest === "上半年") return `the first half of ${year}`;
  return null;
}

/** "in 2023", but "at December 31, 2024". */
function inPeriod(term: string): string {
  return term.startsWith("at ") ? term : `in ${term}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The subject as the tables call it: one that no vocabulary has says nothing. */
function subjectTerm(printed: string, match: RegExpExecArray, start: number, read: Reader): string | null {
  const [from = 0, to = 0] = match.indices?.groups?.["subject"] ?? [];
  const name = printed.slice(start + from, start + to).replace(/^(?:本集團|本集团|本公司)?(?:之|的)?/u, "");
  const term = read(name);
  return /\p{Lo}/u.test(term) ? null : asSubject(term);
}

/** "for the year" would be read as the period of the sentence. */
function asSubject(term: string): string {
  return term.replace(
    /^(Profit|Loss|Profit \(loss\)) for the year$/,
    (_, result: string) => `Net ${result.toLowerCase()}`,
  );
}

/** "A、B及C分別為X、Y及Z", "2024年及2023年的A分別為X及Y": as many of the one as of the other. */
function sayTogether(
  match: RegExpExecArray,
  start: number,
  printed: string,
  read: Reader,
): readonly Said[] | null {
  const { list = "", values = "" } = match.groups ?? {};
  const [listAt = 0] = match.indices?.groups?.["list"] ?? [];
  const [valuesAt = 0] = match.indices?.groups?.["values"] ?? [];
  const names = namesIn(list, start + listAt, printed, read);
  const terms: { readonly term: Term; readonly at: number }[] = [];
  for (const part of values.matchAll(/(?:[^、及和与,]|,(?=\d{3}))+/gu)) {
    const term = amountTerm(part[0].trim());
    if (!term) return null;
    terms.push({ term, at: start + valuesAt + part.index });
  }
  if (!names || names.length < 2 || names.length !== terms.length) return null;
  // A sentence for each: in English, too, a list leaves open what belongs together.
  return terms.flatMap(({ term, at }, i): Said[] => [
    { text: `${names[i]?.name ?? ""} was ${term.before}`, at: start + listAt },
    { text: term.digits, at: at + term.offset },
    { text: `${term.after}${names[i]?.when ?? ""}. `, at },
  ]);
}

interface Named {
  readonly name: string;
  /** " in 2024", or nothing. */
  readonly when: string;
}

const years = new RegExp(
  `^(?<first>(?:于)?\\d{4}年)(?:及|和|与)(?<second>\\d{4}年)的?(?<name>[^\\d,]+)$`,
  "du",
);

function namesIn(list: string, at: number, printed: string, read: Reader): readonly Named[] | null {
  const both = years.exec(list);
  if (both) {
    const [from = 0, to = 0] = both.indices?.groups?.["name"] ?? [];
    const name = read(printed.slice(at + from, at + to));
    const when = [both.groups?.["first"], both.groups?.["second"]].map((year) => periodTerm(year ?? ""));
    if (/\p{Lo}/u.test(name) || when.includes(null)) return null;
    return when.map((year) => ({ name: capital(asSubject(name)), when: ` ${inPeriod(year ?? "")}` }));
  }
  const names: Named[] = [];
  for (const part of list.matchAll(/[^、及和与]+/gu)) {
    const from = at + part.index;
    const name = read(printed.slice(from, from + part[0].length));
    if (/\p{Lo}|\d/u.test(name)) return null;
    names.push({ name: capital(asSubject(name)), when: "" });
  }
  return names;
}
