/** What there is to check: files as named, directories walked, archives opened; always in the same order. */
import { readdirSync, realpathSync, statSync } from "node:fs";
import { readSentence, statOf } from "../io.ts";
import { byPath, namedFile, type Source } from "./source.ts";

export interface Discovery {
  readonly sources: readonly Source[];
  /** What was passed over, in sentences. */
  readonly passedOver: readonly string[];
}

export interface DiscoverOptions {
  /** Whether a file found in a walk is wanted; by path relative to the directory or archive walked. */
  readonly isWanted?: (path: string, root: string) => boolean;
}

const archive = /\.zip$/i;

/** Never a filing's text: the rest of a web page, data sets and programs that lie beside filings. */
const otherKinds =
  /\.(?:png|jpe?g|gif|svg|ico|webp|bmp|css|js|mjs|map|xsd|woff2?|ttf|eot|mp[34]|wav|avi|mov|pptx?|pptm|ppsx|odp|vsdx?|msg|exe|dll|so|bin|pyc|parquet|sqlite|db|log|tmp\d*|tmp\d+-[\da-f]+)$/i;

class Walk {
  readonly sources: Source[] = [];
  readonly passedOver: string[] = [];
  readonly #options: DiscoverOptions;
  /** Real paths of the directories walked. */
  readonly #seen = new Set<string>();

  constructor(options: DiscoverOptions) {
    this.#options = options;
  }

  async named(path: string): Promise<void> {
    if (path !== "-") {
      const stat = statOf(path);
      if (stat?.isDirectory() === true) return this.#directory(path, path);
      if (stat?.isFile() === true && archive.test(path)) return this.#zip(path, false);
    }
    this.sources.push(namedFile(path));
  }

  async #directory(path: string, root: string): Promise<void> {
    let entries: { path: string; name: string; isDirectory: boolean }[];
    try {
      const real = realpathSync(path);
      if (this.#seen.has(real)) {
        this.passedOver.push(`${path} leads to a directory that was searched already and is passed over`);
        return;
      }
      this.#seen.add(real);
      const prefix = path.endsWith("/") ? path : `${path}/`;
      entries = readdirSync(path, { withFileTypes: true })
        // Hidden files are those of tools: .git, .DS_Store.
        .filter((entry) => !entry.name.startsWith(".") && entry.name !== "node_modules")
        .map((entry) => ({
          path: prefix + entry.name,
          name: entry.name,
          isDirectory: entry.isDirectory() || (entry.isSymbolicLink() && isDirectory(prefix + entry.name)),
        }));
    } catch (error) {
      this.#unreadable(path, error);
      return;
    }
    // With a slash behind a directory's name the walk is in the byte order of whole paths.
    const key = ({ path: name, isDirectory: is }: (typeof entries)[number]): string =>
      is ? `${name}/` : name;
    const order = entries.map((entry) => ({ entry, path: key(entry) })).sort(byPath);
    for (const { entry } of order) {
      if (entry.isDirectory) await this.#directory(entry.path, root);
      else await this.#entry(entry.path, root);
    }
  }

  async #entry(path: string, root: string): Promise<void> {
    const relative = path.slice(root.endsWith("/") ? root.length : root.length + 1);
    if (!this.#isWanted(relative, root)) return;
    try {
      const stat = statSync(path);
      if (!stat.isFile())
        this.passedOver.push(
          `${path} is not a regular file (but a pipe, a socket or a device) and is passed over`,
        );
      else if (archive.test(path)) await this.#zip(path, true);
      else this.sources.push({ ...namedFile(path), found: true });
    } catch (error) {
      this.#unreadable(path, error);
    }
  }

  async #zip(path: string, found: boolean): Promise<void> {
    const { zipSources } = await import("./zip.ts");
    const members = await zipSources(
      path,
      (member) => this.#isWanted(member, path),
      (member, why) => this.passedOver.push(`${member} ${why}`),
    );
    for (const member of members) this.sources.push(member);
    if (members.length === 0 && !found) {
      this.sources.push({
        ...namedFile(path),
        error: `${path} holds no file that could be a filing; name another`,
      });
    }
  }

  #isWanted(relative: string, root: string): boolean {
    if (this.#options.isWanted) return this.#options.isWanted(relative, root);
    // "~$draft.docx" is what Word keeps beside a document that somebody has open.
    return !otherKinds.test(relative) && !/(?:^|\/)(?:\.(?!\.?\/)|~\$|__MACOSX\/)/.test(relative);
  }

  #unreadable(path: string, error: unknown): void {
    this.sources.push({
      ...namedFile(path),
      found: true,
      error: deadLink(path) ?? readSentence(path, error),
    });
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // A link that leads nowhere is named when its turn comes.
    return false;
  }
}

function deadLink(path: string): string | null {
  try {
    statSync(path);
    return null;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return isMissing ? `${path} is a link to a file that does not exist; repair or remove it` : null;
  }
}

/** Everything that `paths` stand for: each path in the order given, what is in it in byte order of the paths. */
export async function discover(paths: readonly string[], options: DiscoverOptions = {}): Promise<Discovery> {
  const walk = new Walk(options);
  for (const path of paths) await walk.named(path);
  return { sources: distinct(walk.sources), passedOver: walk.passedOver };
}

/** A file may be named and found: the first stands. */
function distinct(sources: readonly Source[]): readonly Source[] {
  const byName = new Map<string, Source>();
  for (const source of sources) if (!byName.has(source.path)) byName.set(source.path, source);
  return byName.size === sources.length ? sources : [...byName.values()];
}
