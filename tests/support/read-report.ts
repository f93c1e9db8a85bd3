import type { ReportDocument } from "@redthread/core/model";
import type { DomainPack } from "@redthread/core/packs";
import { readDocument } from "../../packages/core/src/read/index.js";

/** A plain text as the reading room makes a document of it. */
export const readReport = (text: string, pack: DomainPack): ReportDocument =>
  readDocument({ path: "report.txt", bytes: new TextEncoder().encode(text) }, { pack });
