import { addToTotals, emptyTotals } from "./assemble.ts";
import type { Report } from "./report.ts";
import type { ReportStream } from "./stream.ts";

/**
 * JSON.stringify escapes C0 controls only. The rest of what a terminal might act on can stand nowhere but
 * inside strings, so it may be escaped in the finished text.
 */
const unescaped = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** Compact or indented JSON that is also safe to show in a terminal. */
export function stringify(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    unescaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** One object, the very shape of report.ts. */
export function json(report: Report): string {
  return `${stringify(report, 2)}\n`;
}

/** The same text in pieces: the files as they end, the totals last. */
export function jsonStream(version: string): ReportStream {
  let totals = emptyTotals;
  const head = (isEmpty: boolean): string => {
    const whole = json({ schemaVersion: 1, tool: { name: "kc-check", version }, files: [], totals });
    return whole.slice(0, whole.indexOf('"files": [') + (isEmpty ? '"files": []' : '"files": [').length);
  };
  return {
    file(file) {
      const start = totals.files === 0 ? head(false) : ",";
      totals = addToTotals(totals, file);
      return `${start}\n    ${stringify(file, 2).replace(/\n/g, "\n    ")}`;
    },
    end() {
      const start = totals.files === 0 ? head(true) : "\n  ]";
      return `${start},\n  "totals": ${stringify(totals, 2).replace(/\n/g, "\n  ")}\n}\n`;
    },
  };
}
