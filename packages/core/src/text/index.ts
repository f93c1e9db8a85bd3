export { compareText } from "./compare.js";
