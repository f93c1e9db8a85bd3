// The body that a post of a state belongs to, where the report names it.
import type { DocumentEntity } from "../../model/document-entity.js";
import { fold } from "../../text/fold.js";
import { type DocumentView, stateOf } from "../view/document-view.js";
import type { TitleRun } from "./read-title.js";

/** The office of a state's attorneys, where the report names one and no other. */
export function prosecutorsOf(
  view: DocumentView,
  state: DocumentEntity,
  { head }: TitleRun,
): DocumentEntity | null {
  const posts = view.book.nouns("prosecutorPost");
  if (!posts.has(head)) return null;
  const offices = view.entities.filter(
    (entity) =>
      entity.role === "body" &&
      stateOf(view, entity) === state &&
      fold(entity.name)
        .split(/[^\p{L}]+/u)
        .some((word) => posts.has(word)),
  );
  return offices.length === 1 ? (offices[0] ?? null) : null;
}

/** The ministry of a minister, where the report names it. */
export function ministryOf(
  view: DocumentView,
  state: DocumentEntity,
  title: TitleRun,
): DocumentEntity | null {
  const { head, title: words } = title;
  if (head !== "minister" || words.startsWith("prime") || words.includes("deputy prime"))
    return null;
  const fields = words
    .split(" ")
    .filter((word) => word !== "minister" && word !== "of" && word.length > 3);
  const found = view.entities.find((entity) => {
    const name = fold(entity.name);
    const field = fields.some((one) => name.includes(one));
    return (
      entity.role === "body" &&
      field &&
      name.includes("ministry") &&
      stateOf(view, entity) === state
    );
  });
  return found ?? null;
}
