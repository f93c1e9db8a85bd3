import type { ProcedureSignature } from "./catalog.js";

/** LOAD CSV calls a procedure of this name, which no query can write. */
export const LOAD_CSV = "load csv";

export const LOAD_CSV_SIGNATURE: ProcedureSignature = {
  name: LOAD_CSV,
  inputs: [
    { name: "url", type: "STRING" },
    { name: "headers", type: "BOOLEAN" },
    { name: "terminator", type: "STRING?", optional: true },
  ],
  outputs: [{ name: "row", type: "ANY" }],
};
