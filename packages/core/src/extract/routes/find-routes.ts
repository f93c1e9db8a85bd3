import type { Claim, Modality } from "../../model/claim.js";
import type { DocumentEntity } from "../../model/document-entity.js";
import type { ClaimMaker, Findings } from "../claims/claim-maker.js";
import { modalityAt } from "../cues/read-cues.js";
import type { OperationFindings } from "../operations/frame-claims.js";
import type { OperationFrame } from "../operations/operation-frame.js";
import type { DocumentView } from "../stream/document-view.js";
import { goodsOf } from "./find-goods.js";
import { findOpenLegs } from "./find-legs.js";
import type { RouteLeg } from "./route-leg.js";

/** Journeys of drugs: one route a drug and sentence, and the plain SMUGGLED links of its legs. */
export function findRoutes(
  view: DocumentView,
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Findings {
  const legs = uniqueLegs([...toldLegs(view, operations), ...caughtLegs(view, operations)]);
  const entities: DocumentEntity[] = [];
  const claims: Claim[] = [];
  for (const group of groupLegs(legs)) {
    const route = routeOf(view, group);
    entities.push(route);
    claims.push(...routeClaims(route, group, operations, maker));
  }
  return { entities, claims };
}

function toldLegs(view: DocumentView, operations: readonly OperationFindings[]): RouteLeg[] {
  return view.sentences.flatMap((sentence, at) => {
    const open = findOpenLegs(sentence, view.book);
    return open.flatMap((leg) => {
      const place = sentence.items[leg.item];
      const goods = goodsOf(view, at, leg, open, operations);
      if (place?.kind !== "mention" || goods === null) return [];
      const modality = legModality(
        modalityAt(sentence.cues, leg.cue),
        modalityAt(sentence.cues, leg.item),
      );
      return goods.drugs.map((drug) => ({
        drug,
        direction: leg.direction,
        place: place.entity,
        modality,
        sentence: at,
        drugSentence: goods.sentence,
        rule: "route.cue",
      }));
    });
  });
}

function legModality(cue: Modality | "void", place: Modality | "void"): Modality {
  const one = cue === "asserted" ? place : cue;
  return one === "void" ? "denied" : one;
}

/** The port, airport or crossing where a named drug was caught lies on its way. */
function caughtLegs(view: DocumentView, operations: readonly OperationFindings[]): RouteLeg[] {
  return operations.flatMap(({ frame }) =>
    frame.places.flatMap((place) => {
      if (place.value.type !== "Place" || !isGate(view, frame, place.value)) return [];
      return frame.seized.flatMap(({ value, sentence }) => {
        if (value.drug === null) return [];
        const leg: RouteLeg = {
          drug: value.drug,
          direction: "VIA",
          place: place.value,
          modality: "asserted",
          sentence: place.sentence,
          drugSentence: sentence,
          rule: "route.caught-at",
        };
        return [leg];
      });
    }),
  );
}

const GATE =
  /\b(?:air)?port\b|\b(?:harbou?r|terminal|docks?|quay|crossing|checkpoint|border post|frontier)\b/i;
const GATES: ReadonlySet<string> = new Set(["port", "airport", "crossing", "sea"]);
const SHIPPED = /\b(?:containers?|quay|dockers?|terminal|port|vessel|ship|freighter|reefer)\b/i;

/** True for a place where goods pass, by its level, its name, or the wharf and container around it. */
function isGate(view: DocumentView, frame: OperationFrame, place: DocumentEntity): boolean {
  if (GATES.has(place.attributes.level ?? "")) return true;
  if ([place.name, ...place.aliases].some((name) => GATE.test(name))) return true;
  return frame.parts.some(({ view: { sentence, items } }) => {
    const here = items.some((item) => item.kind === "mention" && item.entity === place);
    return here && SHIPPED.test(view.document.text.slice(sentence.start, sentence.end));
  });
}

/** One leg a drug, direction and place. A place goods come to and leave again is on the way. */
function uniqueLegs(legs: readonly RouteLeg[]): RouteLeg[] {
  const kept = new Map<string, RouteLeg>();
  const ends = (direction: string): Set<string> =>
    new Set(
      legs
        .filter((leg) => leg.direction === direction)
        .map((leg) => `${leg.drug.id} ${leg.place.id}`),
    );
  const [from, to] = [ends("FROM"), ends("TO")];
  const turned = legs.map((leg) => {
    const key = `${leg.drug.id} ${leg.place.id}`;
    return from.has(key) && to.has(key) ? { ...leg, direction: "VIA" as const } : leg;
  });
  for (const leg of turned) {
    const key = `${leg.drug.id}\u0000${leg.direction}\u0000${leg.place.id}`;
    if (!kept.has(key)) kept.set(key, leg);
  }
  return [...kept.values()];
}

function groupLegs(legs: readonly RouteLeg[]): RouteLeg[][] {
  const groups = new Map<string, RouteLeg[]>();
  for (const leg of legs) {
    const key = `${leg.drug.id}\u0000${leg.sentence}\u0000${leg.modality}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [leg]);
    else list.push(leg);
  }
  return [...groups.values()];
}

function routeOf(view: DocumentView, legs: readonly RouteLeg[]): DocumentEntity {
  const first = legs[0] as RouteLeg;
  const named = (direction: string, word: string): string => {
    const names = legs.filter((leg) => leg.direction === direction).map((leg) => leg.place.name);
    return names.length === 0 ? "" : ` ${word} ${names.join(", ")}`;
  };
  const start = view.sentences[first.sentence]?.sentence.start ?? 0;
  return {
    id: `${view.document.id}#Route:${start}:${first.drug.id.split("#Drug:")[1] ?? first.drug.name}:${first.modality}`,
    document: view.document.id,
    type: "Route",
    name: `${first.drug.name}${named("FROM", "from")}${named("VIA", "via")}${named("TO", "to")}`,
    aliases: [],
    mentions: [],
    key: null,
    attributes: {},
  };
}

function routeClaims(
  route: DocumentEntity,
  legs: readonly RouteLeg[],
  operations: readonly OperationFindings[],
  maker: ClaimMaker,
): Claim[] {
  const first = legs[0] as RouteLeg;
  const { modality, rule } = first;
  const ground = { rule, modality, sentences: [first.sentence, first.drugSentence] };
  const claims: Claim[] = [
    maker.relation(route, "OF", first.drug, ground),
    maker.property(route, "modality", modality, ground),
  ];
  for (const leg of legs) {
    const told = { rule: leg.rule, modality, sentences: [leg.sentence, leg.drugSentence] };
    claims.push(maker.relation(route, leg.direction, leg.place, told));
    claims.push(maker.relation(leg.drug, `SMUGGLED_${leg.direction}`, leg.place, told));
  }
  for (const { frame, operation } of operations) {
    const same = frame.parts.some((part) => part.sentence === first.sentence);
    const caught = frame.seized.some(({ value }) => value.drug?.id === first.drug.id);
    if (same && caught) claims.push(maker.relation(route, "FOUND_IN", operation, ground));
  }
  return claims;
}
