/** A filing that tries everything to become more than text. */
import type { Content } from "../../../src/report/content.ts";
import type { FileReport } from "../../../src/report/report.ts";
import { file } from "../awkward.ts";
import { figure, grossProfit, passing, suspect } from "../checks.ts";

export const attacks = [
  "<script>window.pwned=1</script>",
  "</script><script>window.pwned=2</script>",
  "</style><style>*{display:none}</style>",
  '"><img src=x onerror="window.pwned=3">',
  "' onmouseover='window.pwned=4' x='",
  "<svg onload=window.pwned=5><a href=javascript:window.pwned=6>x</a>",
  "<!-- <!--><base href=http://evil.example/><meta http-equiv=refresh content=0;url=http://evil.example>",
  "&lt;b&gt; &amp;lt; &#x3c;script&#x3e;",
  "\u202e</p></td></table></article></main><iframe srcdoc='<script>parent.pwned=7</script>'></iframe>",
  "{{constructor.constructor('window.pwned=8')()}} ${window.pwned=9}",
] as const;

const all = attacks.join(" ");

const content: Content = {
  blocks: [
    ...attacks.map((text, i) => ({
      kind: "text" as const,
      line: i + 1,
      text: `${text} 850,169 **${text}**`,
      marks: [{ start: text.length + 1, end: text.length + 8, line: 300 + i, column: 1 }],
    })),
    {
      kind: "grid",
      line: 170,
      title: all,
      rows: [
        {
          line: 170,
          indent: 0,
          cells: attacks.map((text, col) => ({ text, col, span: 1, marks: [] })),
        },
        {
          line: 181,
          indent: 0,
          cells: attacks.map((text, col) => ({
            text: col === 0 ? text : `${text}850,169`,
            col,
            span: 1,
            marks:
              col === 0 ? [] : [{ start: 0, end: text.length + 7, line: 181, column: 22 + (col - 1) * 10 }],
          })),
        },
      ],
    },
  ],
};

/** Every field that a filing, a path or a baseline can fill holds all attacks. */
export const hostileFile: FileReport = file({
  path: `${all}.txt`,
  issuer: all,
  periods: [all],
  currencies: [all],
  scale: all,
  content,
  checks: [
    {
      ...grossProfit,
      rule: all,
      message: all,
      title: all,
      display: {
        line: all,
        period: all,
        printed: all,
        recomputed: all,
        difference: all,
        equation: all,
        sum: all,
      },
      excerpt: { columns: [all], rows: [{ line: 1, caption: all, cells: [{ text: all, mark: "suspect" }] }] },
      diagnosis: { slip: "unknown", suspects: [suspect(all, 1)], message: all },
      related: [{ ...grossProfit, title: all, display: { ...grossProfit.display, equation: all } }],
    },
    {
      ...passing,
      title: all,
      result: figure({ column: 32 }),
      display: { ...passing.display, line: all, equation: all },
    },
    { ...grossProfit, baselined: { reason: all, who: all, expires: all } },
  ],
  figureList: [
    { ...figure(), checks: 1 },
    { ...figure({ column: 32 }), checks: 4 },
    { ...figure({ column: 42 }), checks: 0 },
  ],
});
