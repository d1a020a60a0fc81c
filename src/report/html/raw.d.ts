/** A file as a string; the build and the test runner put its text there. */
declare module "*?raw" {
  const text: string;
  export default text;
}
