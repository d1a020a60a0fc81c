/** What a rule of a house's own is made of: the same parts as the built-in ones. */
export { countTies, evaluateTie, mostTied } from "../relations/tie.ts";
export { captionKey } from "../tables/caption.ts";
export { periodKey, readable } from "../tables/table.ts";
export { equationRule } from "./own/equation.ts";
export { defineRule } from "./rule.ts";
export { sumRelations, withSupport } from "./sums.ts";
