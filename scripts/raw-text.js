// `import text from "./page.css?raw"`: the file as a string, minified. The test runner does the same by itself.
import { readFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { transform } from "esbuild";

/** The plugin for esbuild. */
export const rawText = {
  name: "raw-text",
  setup(build) {
    build.onResolve({ filter: /\?raw$/ }, ({ path, importer }) => ({
      path: join(dirname(importer), path.replace(/\?raw$/, "")),
      namespace: "raw-text",
    }));
    build.onLoad({ filter: /.*/, namespace: "raw-text" }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      // The charset keeps characters as they are: a style sheet's marks would become escapes.
      const { code } = await transform(text, {
        loader: extname(path).slice(1),
        minify: true,
        charset: "utf8",
        target: "es2022",
      });
      return { contents: code.trim(), loader: "text", watchFiles: [path] };
    });
  },
};
