import type { Procedure } from "../execute/procedure.js";
export const APOC_PROCEDURES: readonly Procedure[] = [];
