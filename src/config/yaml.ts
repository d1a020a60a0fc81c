/** The parts of yaml that are used, in one place that is loaded only for a config that needs it. */
export { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
