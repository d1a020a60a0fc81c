/** `--link-prior`: each filing of an archive is checked against the one before it. */
import { type ArchiveOptions, checkAll } from "../batch/archive.ts";
import { type Identity, linkPriors, parseIssuers } from "../batch/link.ts";
import type { Task } from "../batch/check-source.ts";
import type { Source } from "../batch/source.ts";
import { FileError } from "../io.ts";
import { counted } from "../report/honesty.ts";
import type { Session } from "./dependencies.ts";
import { note } from "./note.ts";

/** @throws FileError */
function issuersIn(path: string | null, { dependencies }: Session): ReadonlyMap<string, string> {
  if (path === null) return new Map();
  const issuers = parseIssuers(new TextDecoder().decode(dependencies.io.readFile(path)));
  if (!("badLine" in issuers)) return issuers;
  throw new FileError(
    `${path}, line ${issuers.badLine}: this is neither "path,issuer" nor {"path": …, "issuer": …}; correct it`,
  );
}

/** The earlier filing of each of the sources that has one, by path. */
export async function priorsOf(
  tasks: readonly Task[],
  issuers: string | null,
  options: ArchiveOptions,
  session: Session,
): Promise<ReadonlyMap<string, Source>> {
  const mapping = issuersIn(issuers, session);
  const found: Identity[] = [];
  const asked = tasks.map((task) => ({ ...task, keep: null, prior: null, isIdentify: true }));
  for await (const { identity } of checkAll(asked, { ...options, recall: null })) {
    if (!identity) continue;
    const issuer = mapping.get(identity.path.replace(/^(?:\.\/+)+/, "")) ?? identity.issuer;
    found.push({ ...identity, issuer });
  }
  const sources = new Map(tasks.map(({ source }) => [source.path, source]));
  const priors = new Map<string, Source>();
  for (const [path, prior] of linkPriors(found)) {
    const source = sources.get(prior);
    if (source) priors.set(path, source);
    if (session.verbose) await note(session, `${path}: compared with ${prior}`);
  }
  await note(session, `${counted(priors.size, "filing")} of ${tasks.length} compared with an earlier one`);
  return priors;
}
