/** Statements that add up, of figures drawn by a seed, printed in the words of a language. */
import { type Words, words } from "./words.ts";

type Line = readonly [key: string, now: number | null, before: number | null];

/** Whole numbers from a seed: the same in every run. */
function numbers(seed: number): (least: number, most: number) => number {
  let state = seed * 2_654_435_761 + 1;
  return (least, most) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) | 0;
    return least + (Math.abs(state) % (most - least + 1));
  };
}

type Year = Readonly<Record<string, number>>;

function yearOf(draw: (least: number, most: number) => number, cashAtStart: number): Year {
  const rev = draw(40_000, 60_000);
  const cogs = -draw(20_000, 30_000);
  const [oinc, sell, admin, fin] = [
    draw(500, 1_500),
    -draw(4_000, 7_000),
    -draw(3_000, 5_000),
    -draw(900, 1_900),
  ];
  const gross = rev + cogs;
  const op = gross + oinc + sell + admin;
  const pbt = op + fin;
  const tax = -Math.round(pbt / 4) + draw(-40, 40);
  const net = pbt + tax;
  const nci = draw(300, 900);
  const [dep, wc, taxpaid] = [draw(3_000, 4_500), -draw(200, 1_900), -draw(900, 2_400)];
  const cfo = pbt + dep + wc + taxpaid;
  const [capex, disp] = [-draw(3_000, 6_000), draw(100, 900)];
  const cfi = capex + disp;
  const [newl, repay, div] = [draw(1_000, 3_000), -draw(2_000, 5_000), -draw(1_000, 2_500)];
  const cff = newl + repay + div;
  const net_inc = cfo + cfi + cff;
  const fx = draw(-90, 90);
  const cash = cashAtStart + net_inc + fx;
  const [ppe, intang, inv, trade, allow, other] = [
    draw(28_000, 36_000),
    draw(5_000, 9_000),
    draw(4_000, 7_000),
    draw(7_000, 9_500),
    -draw(200, 400),
    draw(800, 1_800),
  ];
  const rec = trade + allow + other;
  const [tnca, tca] = [ppe + intang, inv + rec + cash];
  const ta = tnca + tca;
  const [loans, dtl, pay, stl, taxp] = [
    draw(12_000, 17_000),
    draw(800, 1_900),
    draw(7_000, 9_900),
    draw(2_000, 4_000),
    draw(1_000, 1_900),
  ];
  const [tncl, tcl] = [loans + dtl, pay + stl + taxp];
  const teq = ta - tncl - tcl;
  const ncieq = draw(2_000, 4_900);
  const [cap, eqo] = [10_000, teq - ncieq];
  return {
    rev,
    cogs,
    gross,
    oinc,
    sell,
    admin,
    op,
    fin,
    pbt,
    tax,
    net,
    owners: net - nci,
    nci,
    ppe,
    intang,
    tnca,
    inv,
    rec,
    cash,
    tca,
    ta,
    cap,
    ret: eqo - cap,
    eqo,
    ncieq,
    teq,
    loans,
    dtl,
    tncl,
    pay,
    stl,
    taxp,
    tcl,
    tle: ta,
    dep,
    wc,
    taxpaid,
    cfo,
    capex,
    disp,
    cfi,
    newl,
    repay,
    div,
    cff,
    net_inc,
    fx,
    beg: cashAtStart,
    end: cash,
    trade,
    allow,
    other,
    total: rec,
  };
}

const income = [
  "rev",
  "cogs",
  "gross",
  "oinc",
  "sell",
  "admin",
  "op",
  "fin",
  "pbt",
  "tax",
  "net",
  "attr",
  "owners",
  "nci",
];
const balance = [
  "nca",
  "ppe",
  "intang",
  "tnca",
  "ca",
  "inv",
  "rec",
  "cash",
  "tca",
  "ta",
  "eqh",
  "cap",
  "ret",
  "eqo",
  "ncieq",
  "teq",
  "ncl",
  "loans",
  "dtl",
  "tncl",
  "cl",
  "pay",
  "stl",
  "taxp",
  "tcl",
  "tle",
];
const cashFlow = [
  "cfo_h",
  "pbt",
  "dep",
  "wc",
  "taxpaid",
  "cfo",
  "cfi_h",
  "capex",
  "disp",
  "cfi",
  "cff_h",
  "newl",
  "repay",
  "div",
  "cff",
  "net_inc",
  "fx",
  "beg",
  "end",
];
const note = ["trade", "allow", "other", "total"];

function printed(value: number | null, style: Words["style"]): string {
  if (value === null) return "";
  const digits = Math.abs(value).toLocaleString("en-US");
  if (style === "triangle") return value < 0 ? `△${digits}` : digits;
  if (style === "minus") return value < 0 ? `-${digits}` : digits;
  const grouped =
    style === "points"
      ? digits.replaceAll(",", ".")
      : style === "blanks"
        ? digits.replaceAll(",", "\u00a0")
        : digits;
  return value < 0 ? `(${grouped})` : grouped;
}

export interface Slip {
  readonly key: string;
  readonly by: number;
}

/** The statements of a seed in a language, as markdown; with one figure of the later year wrong where a slip is given. */
export function statementsIn(language: string, seed: number, slip?: Slip): string {
  const own = words[language];
  if (!own) throw new Error(`no words of ${language}`);
  const draw = numbers(seed);
  const before = yearOf(draw, draw(6_000, 9_000));
  const now = yearOf(draw, before["cash"] ?? 0);
  const lines: string[] = [`# ${own.company}`, ""];
  const add = (title: string, keys: readonly string[], head: string): void => {
    const [first, second] = ["2024", "2023"].map((year) => head.replaceAll("{y}", year));
    lines.push(
      `## ${title}`,
      "",
      own.unit,
      "",
      `|  | ${own.notes} | ${first} | ${second} |`,
      "|---|---|---:|---:|",
    );
    for (const key of keys) {
      const [, a, b]: Line = [key, now[key] ?? null, before[key] ?? null];
      const wrong = a !== null && slip?.key === key ? a + slip.by : a;
      const mark = key === "rev" ? "4" : key === "rec" ? "9" : "";
      lines.push(
        `| ${own.captions[key]} | ${mark} | ${printed(wrong, own.style)} | ${printed(b, own.style)} |`,
      );
    }
    lines.push("");
  };
  add(own.titles[0], income, own.period);
  add(own.titles[1], balance, own.date);
  add(own.titles[2], cashFlow, own.period);
  add(own.titles[3], note, own.date);
  return lines.join("\n");
}
