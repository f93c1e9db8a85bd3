import type { Claim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { EntityRole } from "../../model/schema.js";
import { foldName } from "../../text/fold.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import type { DocumentView } from "../view/document-view.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";

/** Authors as members of the outlet of their byline, or to the publisher of the report. */
export function findBylines(view: DocumentView, maker: ClaimMaker): Claim[] {
  const outlet = publisherOf(view);
  return view.sentences.flatMap((sentence, at) => {
    if (!isByline(sentence)) return [];
    const people = named(sentence, ["person", "official"]);
    const body = named(sentence, ["organization"])[0] ?? outlet;
    if (body === undefined) return [];
    return people.flatMap((person) =>
      maker.relation(person, "member", body, { rule: "byline", sentences: [at] }),
    );
  });
}
const LONGEST = 24;

function isByline({ block, items }: SentenceView): boolean {
  if (items.length > LONGEST) return false;
  if (block.role === "byline") return true;
  return items.some(
    (item, at) =>
      item.kind === "word" && is(item, "byline_openers") && at < 8 && opensName(items, at),
  );
}

/** `By X`, `Reporting by X`, `Analysis by X`, `text: X`. */
function opensName(items: SentenceView["items"], at: number): boolean {
  const next = is(items[at + 1], "byline_leads") ? items[at + 2] : items[at + 1];
  const start = at === 0 || is(items[at - 1], "byline_marks") || items[at - 1]?.kind === "date";
  return start && next?.kind === "mention" && next.entity.role === "person";
}

function named({ items }: SentenceView, roles: readonly EntityRole[]): DocumentEntity[] {
  const found = items.flatMap((item) =>
    item.kind === "mention" && roles.includes(item.entity.role) ? [item.entity] : [],
  );
  return [...new Set(found)];
}

/** The organization that published the report, where the report names it. */
function publisherOf(view: DocumentView): DocumentEntity | undefined {
  const { publisher } = view.document;
  if (publisher === null) return undefined;
  const wanted = foldName(publisher);
  return view.entities.find(
    (entity) =>
      entity.role === "organization" &&
      [entity.name, ...entity.aliases].some((name) => foldName(name) === wanted),
  );
}
