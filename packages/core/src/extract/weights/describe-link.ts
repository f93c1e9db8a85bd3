import { MODALITY_FACTOR, type RelationClaim } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { LinkFeature } from "../../packs/link-features.js";
import type { SentenceView } from "../view/sentence-view.js";
import { describeEnd } from "./describe-end.js";
import { describePath, nearestPair, type Path } from "./describe-path.js";
import { degreeKey, fanKey, itemKey, type LinkGround, linkKey, pairKey } from "./link-ground.js";

/** Features by name; one that is not there is 0. */
export type Features = ReadonlyMap<LinkFeature, number>;

/** How a link was read, as features between 0 and 1. Pure; costs as much as its sentences are long. */
export function describeLink(ground: LinkGround, claim: RelationClaim): Features {
  const quoted = [...new Set(claim.evidence.map((one) => one.sentence))];
  const sentences = quoted.flatMap((index) => ground.sentences.get(index) ?? []);
  const path = nearestPair(ground, claim, sentences);
  const telling = path?.sentence ?? sentences[0];
  const all: readonly (readonly [LinkFeature, number | boolean])[] = [
    ["joined", upTo(quoted.length - 1, 2)],
    ["guessed", 1 - claim.confidenceWording / MODALITY_FACTOR[claim.modality]],
    ...describePath(path),
    ...apartTraits(ground, claim, path),
    ...stateTraits(ground, claim),
    ...(telling === undefined ? [] : sentenceTraits(ground, claim, telling)),
    ...actionTraits(ground, claim),
    ...othersTraits(ground, claim, quoted),
    ...describeEnd("subject", endOf(ground, claim.subject), telling, path),
    ...describeEnd("object", endOf(ground, claim.object), telling, path),
  ];
  return new Map(
    all.map(([name, value]) => [name, Number(value)] as const).filter(([, value]) => value > 0),
  );
}

type Traits = readonly (readonly [LinkFeature, number | boolean])[];

const upTo = (count: number, most: number): number => Math.min(count, most) / most;

const endOf = ({ things }: LinkGround, id: string): DocumentEntity | undefined => things.get(id);

/** How far apart the names of two ends stand that no sentence names together. */
function apartTraits(ground: LinkGround, claim: RelationClaim, path: Path | null): Traits {
  if (path !== null) return [];
  const [first, second] = [claim.subject, claim.object].map((id) =>
    claim.evidence.flatMap(({ sentence }) =>
      ground.items.has(itemKey(sentence, id)) ? [sentence] : [],
    ),
  );
  if (first?.[0] === undefined || second?.[0] === undefined) return [["apart", 1]];
  const from = first[0];
  const gap = Math.min(...second.map((sentence) => Math.abs(sentence - from)));
  return [
    ["apart", 1],
    ["gap", upTo(gap, 4)],
  ];
}

function stateTraits(ground: LinkGround, { subject, object }: RelationClaim): Traits {
  const [first, second] = [subject, object].map((id) => {
    const { iso2, country } = endOf(ground, id)?.attributes ?? {};
    return iso2 ?? country;
  });
  if (first === undefined || second === undefined) return [];
  return [first === second ? ["same-state", 1] : ["other-state", 1]];
}

const LONG = 60;
const CROWDED = 15;
const OPENING = 3;

function sentenceTraits(ground: LinkGround, claim: RelationClaim, telling: SentenceView): Traits {
  const { items, cues, speech, triggers, block, sentence } = telling;
  const { verbs, nouns } = predicatesOf(claim, telling);
  return [
    ["sentence-length", upTo(items.length, LONG)],
    ["sentence-names", upTo(items.filter((item) => item.kind === "mention").length, CROWDED)],
    ["verb-predicate", verbs],
    ["noun-predicate", nouns],
    ["alleged", claim.modality === "alleged"],
    ["planned", claim.modality === "planned" || claim.modality === "attempted"],
    ["doubt", cues.length > 0],
    ["speech", speech.length > 0],
    ["headline", block.role === "headline"],
    ["caption", block.role === "caption"],
    ["bullet", block.role === "bullet"],
    ["opening", sentence.index < OPENING],
    ["action", triggers.length > 0],
    ["fan", upTo((ground.fans.get(fanKey(claim)) ?? 1) - 1, 4)],
  ];
}

/** Whether a verb or a role noun of the sentence is the predicate that the claim's rule is named after. */
function predicatesOf(
  { rule, type }: RelationClaim,
  { predicateVerbs, predicateNouns }: SentenceView,
) {
  const isOf = ({ value }: SentenceView["predicateVerbs"][number]): boolean =>
    value.some(({ id }) => rule === `${id}/${type}`);
  return { verbs: predicateVerbs.some(isOf), nouns: predicateNouns.some(isOf) };
}

function actionTraits(ground: LinkGround, claim: RelationClaim): Traits {
  const action = [claim.subject, claim.object].find(
    (id) => endOf(ground, id)?.role === "operation",
  );
  if (action === undefined) {
    const first = ground.actions.get(claim.subject);
    const second = ground.actions.get(claim.object);
    const joins = [...(first ?? [])].some((id) => second?.has(id) === true);
    return [
      ["action-joins", joins],
      ["subject-acted", first !== undefined],
      ["object-acted", second !== undefined],
    ];
  }
  const slots = [...(ground.slots.get(action) ?? [])];
  const known = ground.known.get(action) ?? new Set();
  const away = Math.abs(claim.evidence[0].sentence - (ground.told.get(action) ?? 0));
  return [
    ["action-apart", upTo(away, 3)],
    ["action-doer", slots.some((slot) => slot.startsWith("by "))],
    ["action-slots", upTo(slots.length, 6)],
    ["action-dated", known.has("date")],
    ["action-counted", known.has("arrested") || known.has("killed")],
    ["action-twins", upTo((ground.kinds.get(ground.kindOf.get(action) ?? "") ?? 1) - 1, 4)],
    ["unmeasured", claim.qualifiers["amount"] === null],
  ];
}

/** What other claims of the report say of the same two and of each. */
function othersTraits(ground: LinkGround, claim: RelationClaim, quoted: readonly number[]): Traits {
  const { type, subject, object } = claim;
  const same = ground.links.get(linkKey(claim)) ?? [];
  const rules = new Set(same.map(({ rule }) => rule));
  const extractors = new Set(same.map(({ extractor }) => extractor));
  const elsewhere = new Set(same.flatMap(({ evidence }) => evidence.map((one) => one.sentence)));
  const others = [...elsewhere].filter((sentence) => !quoted.includes(sentence)).length;
  const turned = ground.links.has(linkKey({ ...claim, subject: object, object: subject }));
  return [
    ["seconded", upTo(rules.size - 1, 2)],
    ["retold", upTo(others, 3)],
    ["agreed", extractors.size > 1],
    ["agreed-here", ground.seconded.has(claim.id)],
    ["subject-links", upTo((ground.degrees.get(degreeKey(type, "subject", subject)) ?? 1) - 1, 4)],
    ["object-links", upTo((ground.degrees.get(degreeKey(type, "object", object)) ?? 1) - 1, 4)],
    ["other-type", (ground.pairs.get(pairKey(subject, object))?.size ?? 1) > 1],
    ["reversed", turned && ground.view.book.schema.relation(type)?.symmetric !== true],
  ];
}
