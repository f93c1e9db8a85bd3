import type { StoredOrigins } from "@redthread/core/build";
import type { CypherValue } from "@redthread/core/cypher";
import type { Disagreement, SpeakerOf } from "@redthread/core/trace";
import { type Layout, paragraph } from "../terminal/layout.js";
import { visibleText } from "../terminal/visible-text.js";
import { moreLines } from "./more-lines.js";

/** Who speaks in the sentence that proves a claim, as the origins of the case tell it. */
export function createSpeakers({ leanings }: StoredOrigins): SpeakerOf {
  const speakers = new Map<string, string>();
  for (const { document, sentence, kind, name } of leanings) {
    const key = `${document} ${sentence}`;
    if (sentence !== null && (kind === "quotes" || kind === "cites") && !speakers.has(key))
      speakers.set(key, name);
  }
  return ({ attributedTo, evidence: [first] }) =>
    attributedTo ?? speakers.get(`${first.document} ${first.sentence}`) ?? null;
}

/** What reports tell differently, for people: a block a thing, each value with who gives it. */
export function conflictsText(
  found: readonly Disagreement[],
  limit: number,
  layout: Layout,
): string {
  if (found.length === 0) return "Nothing is told in two ways.\n";
  const blocks = found.slice(0, limit).map(({ entity, what, verdict, values }) => {
    const head = `${entity.name}: ${what}, ${verdict}`;
    return [
      ...paragraph(head, "", layout).map((line) => layout.paint.bold(line)),
      layout.paint.dim(`  ${visibleText(entity.id)}`),
      ...values.flatMap(({ value, statements }) => [
        ...paragraph(value, "  ", layout),
        ...statements.flatMap((statement) => statementLines(statement, value, layout)),
      ]),
    ].join("\n");
  });
  const rest = moreLines(found.length - limit, "conflict", layout);
  return `${[blocks.join("\n\n"), ...rest].join("\n")}\n`;
}

type Statement = Disagreement["values"][number]["statements"][number];

function statementLines(
  { figure, attributedTo, standing, quote }: Statement,
  value: string,
  layout: Layout,
): readonly string[] {
  const marks = [
    ...(figure === value ? [] : [figure]),
    ...(attributedTo === null ? [] : [`says ${attributedTo}`]),
    ...(standing === "told" ? [] : [standing]),
  ];
  const source = `${quote.publisher ?? "publisher unknown"}, ${quote.date ?? "undated"}, ${quote.path ?? quote.document}`;
  return [
    ...paragraph([source, ...marks].join("; "), "    ", layout),
    ...paragraph(`“${quote.quote.replace(/\s+/gu, " ").trim()}”`, "      ", layout),
  ];
}

export const CONFLICT_COLUMNS: readonly string[] = [
  "entity",
  "name",
  "what",
  "verdict",
  "value",
  "figure",
  "speaker",
  "standing",
  "publisher",
  "date",
  "path",
  "quote",
  "span",
];

/** A row a statement. */
export function* conflictRows(found: readonly Disagreement[]): Generator<readonly CypherValue[]> {
  for (const { entity, what, verdict, values } of found) {
    for (const { value, statements } of values) {
      for (const { figure, attributedTo, standing, quote } of statements) {
        const { publisher, date, path, document, start, end } = quote;
        const told = [figure, attributedTo, standing, publisher, date, path];
        const span = `${document}:${start}-${end}`;
        yield [entity.id, entity.name, what, verdict, value, ...told, quote.quote, span];
      }
    }
  }
}
