/** The maps from codes to characters of Chinese, Japanese and Korean fonts: they lie beside the bundle. */
import { fileURLToPath } from "node:url";

/** What the reader of PDFs is told of them. */
export function mapOptions(): { readonly cMapUrl: string } {
  const bundled = new URL("./cmaps/", import.meta.url);
  const isBundle = !import.meta.url.endsWith(".ts");
  return { cMapUrl: fileURLToPath(isBundle ? bundled : new URL("../../../dist/cmaps/", import.meta.url)) };
}
