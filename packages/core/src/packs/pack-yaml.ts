import {
  type Alias,
  type Document,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLParseError,
} from "yaml";
import type { z } from "zod";
import type { PackFault } from "./pack-fault.js";
import { describeIssue, packInvalid } from "./pack-table.js";

/** A YAML pack file as read: its content, and the error of a fault at a path inside it. */
export interface PackYaml<T> {
  readonly value: T;
  readonly fault: PackFault;
}

/**
 * The content of a YAML pack file, validated.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
export function parsePackYaml<T>(file: string, content: string, schema: z.ZodType<T>): PackYaml<T> {
  const lines = new LineCounter();
  // Two keys of one name are reported with their line; a repeated type or list is never merged.
  const document = parseDocument(content, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken !== undefined) {
    const line = lines.linePos(broken.pos[0]).line;
    throw packInvalid(file, line, brokenYaml(broken));
  }
  const fault: PackFault = (path, sentence) =>
    packInvalid(file, lineOf(document, lines, path), sentence);
  if (document.contents === null) throw packInvalid(file, 1, "is empty");
  checkAliases(file, document, lines);
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: -1 }));
  if (parsed.success) return { value: parsed.data, fault };
  const issue = parsed.error.issues[0];
  const path = [...(issue?.path ?? []), ...(issue?.code === "unrecognized_keys" ? issue.keys : [])];
  throw fault(path.map(plainKey), describeIssue(parsed.error));
}

/** What the parser says, in one line; it gives up on what is nested beyond all measure. */
const brokenYaml = ({ message, code }: YAMLParseError): string =>
  message.includes("call stack")
    ? "is nested too deep to be read; no section of a pack is deeper than five levels"
    : `is no YAML: ${message.split("\n")[0] ?? code}`;

/**
 * A file may repeat a word list by an alias. An alias of a node that holds aliases itself could grow
 * without end, and one that nothing is named by is a slip.
 * @throws RedthreadError `PACK_INVALID` naming file and line.
 */
function checkAliases(file: string, document: Document.Parsed, lines: LineCounter): void {
  const fault = (node: Alias, sentence: string) =>
    packInvalid(file, lines.linePos(node.range?.[0] ?? 0).line, sentence);
  visit(document, {
    Alias: (_key, alias) => {
      const named = alias.resolve(document);
      if (named === undefined)
        throw fault(alias, `repeats \`*${alias.source}\`, which nothing above is named by`);
      if (!isScalar(named))
        throw fault(alias, `repeats \`*${alias.source}\`, which is no single text; write it out`);
    },
  });
}

const plainKey = (part: PropertyKey): string | number =>
  typeof part === "symbol" ? String(part) : part;

/** Line of the deepest node on a path that exists in the file; of a key where its value is a map. */
function lineOf(
  document: Document.Parsed,
  lines: LineCounter,
  path: readonly (string | number)[],
): number | null {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly number[] } | undefined)?.range;
    if (range?.[0] !== undefined) return lines.linePos(range[0]).line;
  }
  return null;
}
