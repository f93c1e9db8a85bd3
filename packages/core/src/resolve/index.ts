export { encodeJudgement, parseJudgements } from "./judgements.js";
export { type ResolutionPack, resolve } from "./resolve.js";
