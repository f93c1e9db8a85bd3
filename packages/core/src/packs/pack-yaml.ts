import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { describeIssue, packInvalid } from "./pack-table.js";

/**
 * The content of a YAML pack file, validated.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
export function parsePackYaml<T>(file: string, content: string, schema: z.ZodType<T>): T {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, maxAliasCount: 100 } as never);
  const fault = document.errors[0];
  if (fault !== undefined) {
    const line = lines.linePos(fault.pos[0]).line;
    throw packInvalid(file, line, `is no YAML: ${fault.message.split("\n")[0] ?? fault.code}`);
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (parsed.success) return parsed.data;
  throw packInvalid(file, lineOf(document, lines, parsed.error), describeIssue(parsed.error));
}

/** Line of the deepest node on the path of the first fault that exists in the file. */
function lineOf(
  document: ReturnType<typeof parseDocument>,
  lines: LineCounter,
  error: z.ZodError,
): number | null {
  const path = [...(error.issues[0]?.path ?? [])].map((part) =>
    typeof part === "symbol" ? String(part) : part,
  );
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return null;
}
