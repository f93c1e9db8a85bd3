import type { GraphFormat } from "@redthread/core/formats";
import type { Exporter } from "./exporter.js";

/** What writes a graph as text, as an exporter. */
export async function graphExporter(format: GraphFormat): Promise<Exporter> {
  if (format.endings === null) {
    const write = await format.writeFolder();
    return (source) => ({ kind: "folder", files: write(source) });
  }
  const write = await format.write();
  return (source) => ({ kind: "file", chunks: write(source) });
}
