import { FORMAT_READERS } from "@redthread/core/build";
import type { CypherValue } from "@redthread/core/cypher";
import { EXPORTERS } from "./export/registry.js";
import { READABLE_FORMATS } from "./import/graph-file.js";
import { FOREIGN_READERS } from "./readers/registry.js";

export const FORMAT_COLUMNS: readonly string[] = ["use", "format", "endings"];

/** A row a registered format: `use` is `read` for reports, `import` for graphs, `export` for what a case is written as. */
export function* formatRows(): Generator<readonly CypherValue[]> {
  for (const { name, extensions } of [...FORMAT_READERS, ...FOREIGN_READERS]) {
    yield ["read", name, extensions.map((extension) => `.${extension}`)];
  }
  for (const { name, endings } of READABLE_FORMATS) yield ["import", name, [...(endings ?? [])]];
  for (const { name, endings } of EXPORTERS) yield ["export", name, [...(endings ?? [])]];
}
