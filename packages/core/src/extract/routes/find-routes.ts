import type { Claim, Modality } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { ClaimMaker } from "../claims/claim-maker.js";
import { modalityAt } from "../cues/read-cues.js";
import type { Findings } from "../extractor.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { OperationFrame } from "../operations/operation-frame.js";
import type { DocumentView } from "../view/document-view.js";
import type { SentenceView } from "../view/sentence-view.js";
import { is } from "../words/read-tokens.js";
import { goodsOf } from "./find-goods.js";
import { findOpenLegs, type OpenLeg } from "./find-legs.js";
import { journeysOf } from "./journeys.js";
import type { LegDirection, RouteLeg } from "./route-leg.js";

type ActionsBySentence = ReadonlyMap<number, readonly OperationFindings[]>;

/** Journeys of goods: one route the goods and sentence, and the plain links of its legs. */
export function findRoutes(
  view: DocumentView,
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Findings {
  const actions = actionsBySentence(operations);
  const legs = uniqueLegs([...toldLegs(view, actions), ...caughtLegs(operations)]);
  const entities: DocumentEntity[] = [];
  const claims: Claim[] = [];
  for (const group of groupLegs(legs)) {
    const route = routeOf(view, group);
    entities.push(route);
    claims.push(...routeClaims(route, group, actions, maker));
  }
  return { entities, claims };
}

/** Actions by the sentences that tell of them, in text order. */
function actionsBySentence(operations: readonly OperationFindings[]): ActionsBySentence {
  const actions = new Map<number, OperationFindings[]>();
  for (const found of operations) {
    for (const sentence of new Set(found.frame.parts.map((part) => part.sentence))) {
      const list = actions.get(sentence);
      if (list === undefined) actions.set(sentence, [found]);
      else list.push(found);
    }
  }
  return actions;
}

function toldLegs(view: DocumentView, actions: ActionsBySentence): RouteLeg[] {
  const open = openLegs(view);
  return view.sentences.flatMap((sentence, at) => {
    const journeys = journeysOf(sentence, open[at] ?? [], view.book);
    return (open[at] ?? []).flatMap((leg, index) => {
      const place = sentence.items[leg.item];
      if (place?.kind !== "mention") return [];
      const told = legModality(
        modalityAt(sentence.cues, leg.cue),
        modalityAt(sentence.cues, leg.item),
      );
      const modality = told === "asserted" ? (leg.modality ?? told) : told;
      return goodsOf(view, at, leg, open[at] ?? [], actions.get(at) ?? []).map((goods) => ({
        goods: goods.goods,
        direction: leg.direction,
        place: place.entity,
        modality,
        sentence: at,
        goodsSentence: goods.sentence,
        journey: journeys[index] ?? 0,
        rule: "route.cue",
      }));
    });
  });
}

/** Legs by sentence; where the next one goes on `from there`, the ends before are on the way. */
function openLegs(view: DocumentView): OpenLeg[][] {
  const open = view.sentences.map((sentence) => findOpenLegs(sentence, view.book));
  return open.map((legs, at) => {
    const next = view.sentences[at + 1];
    const onward =
      next !== undefined &&
      next.block.index === view.sentences[at]?.block.index &&
      goesOnFromThere(next) &&
      open[at + 1]?.some((leg) => leg.direction === "to") === true;
    if (!onward) return legs;
    const last = legs.findLast((leg) => leg.direction === "to");
    return legs.map((leg) =>
      leg.direction === "to" && leg.cue === last?.cue ? { ...leg, direction: "via" } : leg,
    );
  });
}

/** `From there the load went`, `There it was put on`. */
function goesOnFromThere({ items, body }: SentenceView): boolean {
  return (
    is(items[body], "there_word") ||
    (is(items[body], "source_mark") && is(items[body + 1], "there_word"))
  );
}

function legModality(cue: Modality | "void", place: Modality | "void"): Modality {
  const one = cue === "asserted" ? place : cue;
  return one === "void" ? "denied" : one;
}

/** The port, airport or crossing where named goods were caught lies on its way. */
function caughtLegs(operations: readonly OperationFindings[]): RouteLeg[] {
  return operations.flatMap(({ frame }) =>
    frame.places.flatMap((place) => {
      if (place.value.role !== "place" || !isGate(frame, place.value)) return [];
      return frame.seized.flatMap(({ value, sentence }) => {
        if (value.goods === null) return [];
        const leg: RouteLeg = {
          goods: value.goods,
          direction: "via",
          place: place.value,
          modality: "asserted",
          sentence: place.sentence,
          goodsSentence: sentence,
          journey: 0,
          rule: "route.caught-at",
        };
        return [leg];
      });
    }),
  );
}

const GATE =
  /\b(?:air)?port\b|\b(?:harbou?r|terminal|docks?|quay|crossing|checkpoint|border post|frontier)\b/i;
const GATES: ReadonlySet<string> = new Set(["port", "airport", "crossing"]);
const WHARF_REACH = 7;

/** True for a place where goods pass, by its level, its name, or the wharf or container beside it. */
function isGate(frame: OperationFrame, place: DocumentEntity): boolean {
  if (GATES.has(place.attributes.level ?? "")) return true;
  if ([place.name, ...place.aliases].some((name) => GATE.test(name))) return true;
  return frame.parts.some(({ view: { items } }) =>
    items.some((item, at) => {
      if (item.kind !== "mention" || item.entity !== place) return false;
      return items
        .slice(Math.max(0, at - WHARF_REACH), at + WHARF_REACH)
        .some((near) => is(near, "wharves"));
    }),
  );
}

/** One leg for each goods, direction and place. A place goods come to and leave again is on the way. */
function uniqueLegs(legs: readonly RouteLeg[]): RouteLeg[] {
  const kept = new Map<string, RouteLeg>();
  const ends = (direction: string): Set<string> =>
    new Set(
      legs
        .filter((leg) => leg.direction === direction)
        .map((leg) => `${leg.goods.id} ${leg.place.id}`),
    );
  const [from, to] = [ends("from"), ends("to")];
  const turned = legs.map((leg) => {
    const key = `${leg.goods.id} ${leg.place.id}`;
    return from.has(key) && to.has(key) ? { ...leg, direction: "via" as const } : leg;
  });
  for (const leg of turned) {
    const key = `${leg.goods.id}\u0000${leg.direction}\u0000${leg.place.id}`;
    if (!kept.has(key)) kept.set(key, leg);
  }
  return [...kept.values()];
}

function groupLegs(legs: readonly RouteLeg[]): RouteLeg[][] {
  const groups = new Map<string, RouteLeg[]>();
  for (const leg of legs) {
    const key = `${leg.goods.id}\u0000${leg.sentence}\u0000${leg.modality}\u0000${leg.journey}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [leg]);
    else list.push(leg);
  }
  return [...groups.values()];
}

function routeOf(view: DocumentView, legs: readonly RouteLeg[]): DocumentEntity {
  const first = legs[0] as RouteLeg;
  const named = (direction: LegDirection): string => {
    const names = legs.filter((leg) => leg.direction === direction).map((leg) => leg.place.name);
    return names.length === 0 ? "" : ` ${direction} ${names.join(", ")}`;
  };
  const start = view.sentences[first.sentence]?.sentence.start ?? 0;
  return {
    id: `${view.document.id}#Route:${start}:${first.goods.id.split("#")[1]?.split(":").slice(1).join(":") ?? first.goods.name}:${first.modality}${first.journey === 0 ? "" : `:${first.journey}`}`,
    document: view.document.id,
    type: "Route",
    role: "route",
    name: `${first.goods.name}${named("from")}${named("via")}${named("to")}`,
    aliases: [],
    mentions: [],
    key: null,
    attributes: {},
  };
}

function routeClaims(
  route: DocumentEntity,
  legs: readonly RouteLeg[],
  actions: ActionsBySentence,
  maker: ClaimMaker,
): Claim[] {
  const first = legs[0] as RouteLeg;
  const { modality, rule } = first;
  const ground = { rule, modality, sentences: [first.sentence, first.goodsSentence] };
  const claims: Claim[] = [
    ...maker.relation(route, "route-of", first.goods, ground),
    maker.property(route, "modality", modality, ground),
  ];
  for (const leg of legs) {
    const told = { rule: leg.rule, modality, sentences: [leg.sentence, leg.goodsSentence] };
    claims.push(...maker.relation(route, `route-${leg.direction}`, leg.place, told));
    claims.push(...maker.relation(leg.goods, `moved-${leg.direction}`, leg.place, told));
  }
  for (const { frame, operation } of actions.get(first.sentence) ?? []) {
    const caught = frame.seized.some(({ value }) => value.goods?.id === first.goods.id);
    if (caught) claims.push(...maker.relation(route, "found-in", operation, ground));
  }
  return claims;
}
