import type { PropertyValue } from "../graph/property-value.js";
import { type CaseContext, type CaseDocument, gradeProperties, sorted } from "./case-context.js";
import type { NodeDraft } from "./graph-draft.js";

/** The node of a document: what was read, where it lay, and the hash that proves it unchanged. */
export function createDocumentNode(
  { document, paths }: CaseDocument,
  context: CaseContext,
): NodeDraft {
  const { id, sha256, title, publisher, date, language, text } = document;
  const [path = document.path] = paths;
  const original = context.origins.originalOf(id);
  const back = context.takenBack.all.filter(({ of }) => of === id);
  const by = (kind: "withdrawn" | "corrected"): readonly string[] | null => {
    const found = sorted(back.flatMap((one) => (one.kind === kind ? [one.document] : [])));
    return found.length === 0 ? null : found;
  };
  const optional: readonly (readonly [string, PropertyValue | null])[] = [
    ["title", title],
    ["publisher", publisher],
    ["date", date?.value ?? null],
    ["dateBasis", date?.basis ?? null],
    ["language", language],
    ["copyOf", original],
    ["withdrawnBy", by("withdrawn")],
    ["correctedBy", by("corrected")],
    ["paths", paths.length > 1 ? paths : null],
    ["notices", document.notices.length > 0 ? document.notices : null],
    ["places", document.places?.map(({ name }) => name) ?? null],
    ["placeStarts", document.places?.map(({ start }) => start) ?? null],
  ];
  return {
    id,
    labels: ["Document"],
    properties: [
      ["id", id],
      ["name", title ?? path],
      ...optional.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const])),
      ["path", path],
      ["sha256", sha256],
      ["characters", text.length],
      ...gradeProperties([id], context),
    ],
  };
}
