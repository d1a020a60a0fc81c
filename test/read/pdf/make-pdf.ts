/** The smallest PDFs that hold text: objects written by hand, with a table of their places. */

interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly rotated?: boolean;
}

/** One page for each list of runs; an empty one draws nothing. `trailer` goes into the trailer's dictionary. */
export function makePdf(
  pages: readonly (readonly Run[])[],
  trailer = "",
  extra: readonly string[] = [],
): Uint8Array {
  const first = 4 + extra.length;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${first + i * 2} 0 R`).join(" ")}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...extra,
  ];
  for (const [i, runs] of pages.entries()) {
    const content = runs.map(drawn).join("\n");
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${first + i * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, i) => {
    const at = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = body.length;
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) body += `${String(at).padStart(10, "0")} 00000 n \n`;
  body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(body);
}

function drawn({ text, x, y, size = 10, rotated = false }: Run): string {
  const matrix = rotated ? `0 1 -1 0 ${x} ${y}` : `1 0 0 1 ${x} ${y}`;
  return `BT /F1 ${size} Tf ${matrix} Tm (${text.replace(/([()\\])/g, "\\$1")}) Tj ET`;
}

/** Lines of characters as runs at even distances, as a typewriter would set them. */
export function typed(text: string): Run[] {
  return text.split("\n").flatMap((line, i) =>
    [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
      text: match[0],
      x: 40 + match.index * 5.2,
      y: 740 - i * 13,
    })),
  );
}
