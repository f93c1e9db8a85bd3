export { compareText } from "./compare.js";
export { foldName } from "./fold.js";
