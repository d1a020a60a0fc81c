/** `kc-check cache clear`: forget the results of earlier runs. */
import type { Command } from "commander";
import { didYouMean } from "../config/suggest.ts";
import { counted } from "../report/honesty.ts";
import type { Session } from "./dependencies.ts";
import { UsageError } from "./usage-error.ts";

/** Adds the command to the program. */
export function addCache(program: Command, { dependencies }: Session): void {
  program
    .command("cache")
    .description("clear the cache of earlier results")
    .argument("<what>", "clear")
    .option("--cache-dir <dir>", "where it is (default: the user's cache directory)")
    .action(async (what: string, { cacheDir }: { readonly cacheDir?: string }) => {
      if (what !== "clear") {
        throw new UsageError(
          `unknown word "${what}"${didYouMean(what, ["clear"])}; use kc-check cache clear`,
        );
      }
      const { Cache, usualCache } = await import("../batch/cache.ts");
      const directory = cacheDir ?? usualCache(dependencies.io.env);
      const removed = new Cache(directory).clear();
      await dependencies.io.stdout.write(`${counted(removed, "result")} removed from ${directory}\n`);
    });
}
