import type { DocumentEntity } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import type { Block, BlockRole, ReportDocument, Sentence } from "../../model/report-document.js";
import type { EntityRole, EntityType, Schema } from "../../model/schema.js";
import { sha256 } from "../../text/sha256.js";

/** A report for tests: its text with the names marked in it, and the things they stand for. */
export interface MarkedReport {
  readonly document: ReportDocument;
  readonly entities: readonly DocumentEntity[];
}

const MARK = /\{(\w+):([^{}@=]+)(?:@(\w\w))?(?:=([^{}]+))?\}/g;
const ROLES: ReadonlyMap<string, BlockRole> = new Map([
  ["# ", "headline"],
  ["- ", "bullet"],
  ["> ", "byline"],
]);

/**
 * A report from lines, one a block; `# `, `- ` and `> ` make a headline, a bullet and a byline.
 * A name is marked `{Agency:Harbour Police@gr}`, with the state it belongs to, or
 * `{Country:Greek@gr=Greece}` where it goes by another name.
 */
export function markReport(
  lines: readonly string[],
  schema: Schema,
  date: string | null = null,
): MarkedReport {
  const blocks: Block[] = [];
  const marks: Marked[] = [];
  let text = "";
  for (const [index, line] of lines.entries()) {
    const role = ROLES.get(line.slice(0, 2)) ?? "paragraph";
    const start = text.length;
    text += readLine(role === "paragraph" ? line : line.slice(2), start, marks);
    blocks.push({ index, role, start, end: text.length });
    text += "\n";
  }
  const hash = sha256(text);
  const document: ReportDocument = {
    id: `doc:${hash.slice(0, 16)}`,
    sha256: hash,
    path: "marked.txt",
    title: null,
    publisher: null,
    date: date === null ? null : { value: date, basis: "header" },
    language: "en",
    text,
    blocks,
    sentences: splitSentences(text, blocks),
    dateOrder: null,
    notices: [],
  };
  return { document, entities: groupMarks(document, marks, schema) };
}

interface Marked {
  readonly type: EntityType;
  readonly written: string;
  readonly name: string;
  readonly country: string | null;
  readonly start: number;
}

function readLine(line: string, start: number, marks: Marked[]): string {
  let plain = "";
  let at = 0;
  for (const match of line.matchAll(MARK)) {
    const [whole, type = "", written = "", country, name] = match;
    plain += line.slice(at, match.index);
    marks.push({
      type,
      written,
      name: name ?? written,
      country: country ?? null,
      start: start + plain.length,
    });
    plain += written;
    at = match.index + whole.length;
  }
  return plain + line.slice(at);
}

function splitSentences(text: string, blocks: readonly Block[]): Sentence[] {
  const sentences: Sentence[] = [];
  for (const block of blocks) {
    let start = block.start;
    const body = text.slice(block.start, block.end);
    for (const match of body.matchAll(/[.!?] (?=\p{Lu})/gu)) {
      const end = block.start + match.index + 1;
      sentences.push({ index: sentences.length, block: block.index, start, end });
      start = end + 1;
    }
    if (start < block.end)
      sentences.push({ index: sentences.length, block: block.index, start, end: block.end });
  }
  return sentences;
}

function groupMarks(
  document: ReportDocument,
  marks: readonly Marked[],
  schema: Schema,
): DocumentEntity[] {
  const groups = new Map<string, Marked[]>();
  for (const mark of marks) {
    const key = `${mark.type}:${mark.name}`;
    groups.set(key, [...(groups.get(key) ?? []), mark]);
  }
  return [...groups].map(([key, group]) => {
    const first = group[0] as Marked;
    const country = group.find((mark) => mark.country !== null)?.country ?? null;
    return {
      id: `${document.id}#${key}`,
      document: document.id,
      type: first.type,
      role: roleOf(schema, first.type),
      name: first.name,
      aliases: [],
      mentions: group.map((mark) => mentionOf(document, mark, schema)),
      key: null,
      attributes: {
        ...(country === null ? {} : { country }),
        ...(first.type === "Country" && country !== null ? { iso2: country } : {}),
        ...(first.name === schema.entity(first.type)?.unspecified
          ? { unspecified: true as const }
          : {}),
      },
    };
  });
}

/** A test that misspells a type fails here, on its own line. */
function roleOf(schema: Schema, type: EntityType): EntityRole {
  const role = schema.roleOf(type);
  if (role === null)
    throw new TypeError(`A marked report names the type \`${type}\`, which the pack lacks.`);
  return role;
}

function mentionOf(document: ReportDocument, mark: Marked, schema: Schema): Mention {
  const end = mark.start + mark.written.length;
  const sentence = document.sentences.find((one) => one.start <= mark.start && end <= one.end);
  return {
    id: `${document.id}:${mark.start}-${end}:${mark.type}`,
    type: mark.type,
    role: roleOf(schema, mark.type),
    sentence: sentence?.index ?? 0,
    name: mark.name,
    key: null,
    country: mark.country,
    rule: "marked",
    score: 1,
    form: mark.type === "Country" && mark.name !== mark.written ? "demonym" : "name",
    start: mark.start,
    end,
  };
}
