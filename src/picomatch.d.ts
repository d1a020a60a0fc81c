/** picomatch ships no types; this is the part of it that is used. */
declare module "picomatch" {
  interface Options {
    readonly dot?: boolean;
  }
  type Matcher = (text: string) => boolean;
  function picomatch(patterns: string | readonly string[], options?: Options): Matcher;
  export default picomatch;
}
