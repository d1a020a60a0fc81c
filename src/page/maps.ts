/** The maps from codes to characters of Chinese, Japanese and Korean fonts, which a page holds in itself. */

/** Put before the program by assemble.ts: the maps in base64, by the names of their files. */
declare const kcCheckMaps: Readonly<Record<string, string>>;

class MapsAtHand {
  /** As the reader of PDFs asks for them. */
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const map = kcCheckMaps[filename];
    if (map === undefined) throw new Error(`there is no map ${filename}`);
    return Uint8Array.from(Buffer.from(map, "base64"));
  }
}

/** What the reader of PDFs is told of them. Without an address it does not ask at all. */
export function mapOptions(): { readonly cMapUrl: string; readonly BinaryDataFactory: typeof MapsAtHand } {
  return { cMapUrl: "maps/", BinaryDataFactory: MapsAtHand };
}
