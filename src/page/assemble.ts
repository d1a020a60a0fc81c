/**
 * The page that needs no installation: one file of HTML that holds the program. Its policy allows its own style and
 * script and those of the report, and a worker made of its own text; nothing may be fetched or sent.
 */
import { pageHead } from "../report/html/head.ts";
import { hash, ownHashes } from "../report/html/html.ts";
import script from "./page.js?raw";
import style from "./page.css?raw";

/** The files of the build that go into the page. */
export interface Pieces {
  /** The program for a browser. */
  readonly program: string;
  /** Its large parts, modules of CommonJS, by the names of their files. */
  readonly parts: Readonly<Record<string, string>>;
  /** The maps of fonts in base64, by the names of their files. */
  readonly maps: Readonly<Record<string, string>>;
  readonly licences: string;
  readonly version: string;
}

/** Nothing in it ends the element that it stands in; strings and expressions mean the same. */
function inElement(text: string): string {
  return text.replace(/<\/(?=script)/gi, "<\\x2f").replaceAll("<!--", "<!-\\x2d");
}

function programOf({ program, parts, maps }: Pieces): string {
  const functions = Object.entries(parts).map(
    ([name, text]) => `${JSON.stringify(name)}:function(module,exports,require){${text}\n}`,
  );
  return [
    `var kcCheckParts={${functions.join(",")}};`,
    `var kcCheckMaps=${JSON.stringify(maps)};`,
    program,
  ].join("\n");
}

/** The whole page. */
export function assemblePage(pieces: Pieces): string {
  const report = ownHashes();
  return `${pageHead({
    title: "kc-check",
    style,
    styles: `${hash(style)} ${report.style}`,
    scripts: `${hash(script)} ${report.script}`,
    more: ["worker-src blob:"],
  })}
<body>
<header>
<h1>kc-check</h1>
<label class="pick">Choose filings<input id="pick" type="file" multiple></label>
<button type="button" id="stop" hidden>Stop</button>
<p id="state" role="status"></p>
<a class="save" data-of="html" type="text/html" download="tie-out.html" hidden>Save the report</a>
<a class="save" data-of="csv" type="text/csv" download="findings.csv" hidden>Findings as CSV</a>
<a class="save" data-of="json" type="application/json" download="findings.json" hidden>Findings as JSON</a>
</header>
<main>
<section id="start">
<p>Drop one or several filings here, or choose them above: text, HTML, PDF, Word (.docx), Excel (.xlsx, .ods), Markdown or CSV.</p>
<p>Every printed figure that other printed figures determine is recomputed; those that do not tie are named, and the filing is shown with tick marks.</p>
<p>All of it happens in this page. Nothing is sent, and nothing is kept when it is closed. kc-check ${pieces.version}</p>
</section>
<iframe id="report" title="Report" sandbox="allow-scripts" hidden></iframe>
</main>
<script type="text/plain" id="program">${inElement(programOf(pieces))}</script>
<script type="text/plain" id="licences">${pieces.licences.replaceAll("</", "<\\/")}</script>
<script>${script}</script>
</body>
</html>
`;
}
