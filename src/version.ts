/** The tool's version, as in package.json; a test keeps them equal. */
export const version = "0.1.0";

declare const KC_CHECK_BUILD: string | undefined;

/** Changes with every change of the code, so that results of another build are never taken for those of this one. */
export const build: string = typeof KC_CHECK_BUILD === "undefined" ? version : `${version}+${KC_CHECK_BUILD}`;
