import type { DocumentEntity } from "../../model/document-entity.js";
import type { Mention } from "../../model/mention.js";
import type { LinkFeature } from "../../packs/link-features.js";
import type { SentenceView } from "../view/sentence-view.js";
import type { Path } from "./describe-path.js";

type Trait = readonly [LinkFeature, number | boolean];

/** How one end of a link is named where the link is told. */
export function describeEnd(
  end: "subject" | "object",
  thing: DocumentEntity | undefined,
  telling: SentenceView | undefined,
  path: Path | null,
): readonly Trait[] {
  if (thing === undefined) return [];
  const { mentions, key, role, attributes } = thing;
  const kind: Trait = [`${end}-is-${role}`, 1];
  const nameless = attributes.unnamed === true || attributes.unspecified === true;
  if (mentions.length === 0) return [kind, [`${end}-anonymous`, nameless]];
  const named = namedAt(end, mentions, telling, path);
  const surest = Math.max(...mentions.map(({ score }) => score));
  return [
    kind,
    [`${end}-anonymous`, nameless],
    [`${end}-unnamed`, named === undefined],
    [`${end}-acronym`, named?.form === "acronym"],
    [`${end}-described`, named?.form === "descriptor" || named?.form === "metonym"],
    [`${end}-new`, key === null],
    [`${end}-once`, mentions.length === 1],
    [`${end}-doubtful`, 1 - Math.min(1, surest)],
    ...foundBy(end, mentions[0]?.rule ?? ""),
  ];
}

/** Rules of names that are worth a weight of their own. */
const FOUND: ReadonlyMap<
  string,
  "gazetteer" | "capital" | "nested" | "retold" | "capitals" | "locative"
> = new Map([
  ["gazetteer", "gazetteer"],
  ["capital.state", "capital"],
  ["nested.state", "nested"],
  ["nested.place", "nested"],
  ["group.retold", "retold"],
  ["organization.retold", "retold"],
  ["vessel.retold", "retold"],
  ["agency.capitalised", "capitals"],
  ["place.locative", "locative"],
] as const);

function foundBy(end: "subject" | "object", rule: string): readonly Trait[] {
  const found = FOUND.get(rule);
  return found === undefined ? [] : [[`${end}-${found}`, 1]];
}

/** The name that stands for the end: the one on the path, else any in the telling sentence. */
function namedAt(
  end: "subject" | "object",
  mentions: readonly Mention[],
  telling: SentenceView | undefined,
  path: Path | null,
): Mention | undefined {
  const item = path?.sentence.items[path[end]];
  if (item?.kind === "mention") return item.mention;
  return mentions.find(({ sentence }) => sentence === telling?.sentence.index);
}
