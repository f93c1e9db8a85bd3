export { type ReadInput, type ReadOptions, readDocument } from "./read-document.js";
