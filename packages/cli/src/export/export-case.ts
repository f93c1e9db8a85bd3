import { basename } from "node:path";
import { HANDLING, type Handling, readHandling } from "@redthread/core/build";
import { RedthreadError } from "@redthread/core/errors";
import { createTrace } from "@redthread/core/trace";
import { pathFrom } from "../case-option.js";
import { findOne } from "../find-one.js";
import type { Io } from "../io.js";
import { counted } from "../terminal/counted.js";
import { visibleText } from "../terminal/visible-text.js";
import type { ExportChain } from "./exporter.js";
import { exporterFor } from "./registry.js";
import { openReleasedCase } from "./released-case.js";
import { writeExported } from "./write-exported.js";

export interface ExportRequest {
  readonly case: string;
  readonly chain: { readonly from: string; readonly to: string } | null;
  readonly title?: string;
  /** The strictest code of a report that the file may hold. */
  readonly handling: string;
  /** Name of a format; the end of the file's name decides where absent. */
  readonly format?: string;
}

/**
 * Writes a case in the form that `format` or the end of the file's name asks for.
 * @throws RedthreadError `USAGE` for an unknown format; `ENTITY_NOT_FOUND`, `ENTITY_AMBIGUOUS` for an
 *   end of the chain; `EXPORT_FAILED`.
 */
export async function exportCase(file: string, request: ExportRequest, io: Io): Promise<void> {
  const { name, loses, load } = exporterFor(file, request.format);
  const write = await load();
  const upTo = handlingCode(request.handling);
  const { opened, graph, schema, heldBack } = await openReleasedCase(request.case, upTo, io);
  const trace = createTrace(graph, schema);
  const endOf = (asked: string) => ({ id: findOne(trace, asked).id, asked });
  const chain: ExportChain | null = request.chain && {
    from: endOf(request.chain.from),
    to: endOf(request.chain.to),
  };
  const title = request.title ?? basename(request.case);
  const exported = await write({ opened, graph, schema, chain, title });
  const bytes = writeExported(pathFrom(io, file), { name: file, format: name, exported });
  if (heldBack.length > 0) {
    const reports = heldBack.map((path) => visibleText(path)).join(", ");
    io.stderr.write(
      `Left out ${counted(heldBack.length, "report")} above ${upTo}, and all that follows from them alone: ${reports}.\n`,
    );
  }
  const without = loses === null ? "" : `, without ${loses}`;
  io.stderr.write(`Wrote \`${visibleText(file)}\` (${sizeText(bytes)})${without}.\n`);
}

function handlingCode(text: string): Handling {
  const found = readHandling(text);
  if (found !== null) return found;
  throw new RedthreadError(
    "USAGE",
    `\`${visibleText(text)}\` is no handling code. \`--handling\` takes one of ${HANDLING.join(", ")}.`,
  );
}

/** Such as `840 kB` or `1.2 MB`. */
function sizeText(bytes: number): string {
  if (bytes < 100_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
