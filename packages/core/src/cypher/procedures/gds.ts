export const gdsProcedures = (): readonly Procedure[] => [];

import type { Procedure } from "../execute/procedure.js";
