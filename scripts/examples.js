// Commands in a document with what they print: a block of `sh` that begins with kc-check, then a block of output.
import { spawnSync } from "node:child_process";

const example = /^```sh\n(kc-check .*)\n```\n\n(`{3,4})\n([\s\S]*?)^\2$/gm;

/** What a command of a document prints, run by the built tool. */
export function outputOf(command, root = ".") {
  const script = `kc-check() { "$NODE" bin/kc-check.js "$@"; }; ${command}`;
  const env = { PATH: process.env.PATH, NODE: process.execPath, NO_COLOR: "1" };
  return spawnSync("bash", ["-c", script], { cwd: root, encoding: "utf8", env }).stdout;
}

/** The commands of a document, each with the output that stands below it. */
export function examplesOf(text) {
  return [...text.matchAll(example)].map(([, command, , output]) => ({ command, output }));
}

/** The document with the outputs of now. */
export function refreshed(text, root = ".") {
  return text.replace(
    example,
    (_whole, command, fence) =>
      `\`\`\`sh\n${command}\n\`\`\`\n\n${fence}\n${outputOf(command, root)}${fence}`,
  );
}
