import type { ReportDocument } from "@redthread/core/model";
import type { DomainPack } from "@redthread/core/packs";
import { readDocument } from "../../packages/core/src/read/index.js";

/** Lines and rows of cells as the reading room makes a document of them. */
export const readPage = (
  lines: readonly (string | readonly string[])[],
  pack: DomainPack,
): ReportDocument =>
  readDocument(
    {
      path: "page.pdf",
      page: {
        lines: lines.map((line) =>
          typeof line === "string" ? { text: line } : { text: "", cells: line },
        ),
        title: null,
        publisher: null,
        date: null,
        language: null,
        notices: [],
      },
    },
    { pack },
  );
