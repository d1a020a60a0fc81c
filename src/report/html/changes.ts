/** What was changed between two drafts, each figure leading to its place on the page. */
import { changesSaid, standingOf } from "../changes.ts";
import type { FileReport } from "../report.ts";
import { figureMark } from "../where.ts";
import { escapeHtml } from "./escape.ts";
import { type Marked, placeKey } from "./marks.ts";

export function changesHtml(changes: NonNullable<FileReport["changes"]>, { byPlace }: Marked): string {
  const said = escapeHtml(changesSaid(changes));
  if (changes.figures.length === 0) return `<p class="meta">${said}</p>`;
  const rows = changes.figures.map((change) => {
    const { figure, was } = change;
    const marked = byPlace.get(placeKey(figure));
    const place = escapeHtml(figureMark(figure));
    const where = marked ? `<a class="go" href="#f${marked.id}">${place}</a>` : place;
    const cells = [figure.col, was, figure.raw].map(
      (text, i) => `<td${i > 0 ? ' class="n"' : ""}>${escapeHtml(text)}</td>`,
    );
    return `<tr><th scope="row">${escapeHtml(figure.row)}</th>${cells.join("")}<td>${escapeHtml(standingOf(change))}</td><td>${where}</td></tr>`;
  });
  const heads = ["changed", "column", "was", "is", "", "where"].map(
    (name, i) => `<th scope="col"${i === 2 || i === 3 ? ' class="n"' : ""}>${name}</th>`,
  );
  return `<details class="more" open><summary>${said}</summary><div class="scroll"><table class="ex changes"><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("\n")}</tbody></table></div></details>`;
}
