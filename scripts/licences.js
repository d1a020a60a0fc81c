// The bundle holds code of others; their licences ask that the text goes with it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const licenceFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/** The packages whose files esbuild took, with the text of their licences, as one text. */
export function licencesOf(metafile) {
  const folders = new Set();
  for (const input of Object.keys(metafile.inputs)) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) folders.add(found[1]);
  }
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => licenceFile.test(file)) : [];
    const said = files.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
    return `${name} ${version} (${license})\n\n${said.join("\n\n")}`;
  });
  return `kc-check holds code of these packages.\n\n${texts.join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}
