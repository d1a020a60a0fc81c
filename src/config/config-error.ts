/** A config that cannot be used. The message names the file, the keys and the places, a line for each. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}
