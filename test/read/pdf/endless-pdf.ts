/**
 * A form that draws another twice, forty forms deep, and a word in the last: it ends in no time that anybody has.
 * Without the word the reader would see that nothing comes of it.
 */
export function endlessPdf(): string {
  const depth = 40;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>",
    "<< /Length 5 >>\nstream\n/X Do\nendstream",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  for (let i = 0; i < depth; i++) {
    const [content, inner] =
      i < depth - 1
        ? ["/X Do /X Do", `/XObject << /X ${7 + i} 0 R >>`]
        : ["BT /F1 9 Tf (1,234) Tj ET", "/Font << /F1 5 0 R >>"];
    objects.push(
      `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${inner} >> /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  }
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join("");
  return `%PDF-1.4\n${body}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`;
}
