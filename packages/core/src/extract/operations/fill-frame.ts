import type { DocumentEntity } from "../../model/document-entity.js";
import type { Schema } from "../../model/schema.js";
import { type DocumentView, stateOf } from "../view/document-view.js";
import { clearHome } from "../view/nearby.js";
import type { PeopleCount } from "./count-people.js";
import { fillAgencies } from "./fill-agencies.js";
import { fillSeized } from "./fill-seized.js";
import type { Actor } from "./find-actors.js";
import type { PlaceHit } from "./find-places.js";
import type { MergedFrame } from "./merge-frames.js";
import type { OperationFrame, Told, ToldPerson, UnnamedNetwork } from "./operation-frame.js";
import type { PartialFrame } from "./partial-frame.js";

/** A merged frame with its slots filled from the sentences that tell it. */
export function fillFrame(view: DocumentView, frame: MergedFrame): OperationFrame {
  const parts = frame.parts;
  const acting = parts.filter((part) => part.acts.size > 0);
  const lead = parts[0] as PartialFrame;
  const agencies = unique(fillAgencies(view, acting, parts));
  if (agencies.length === 0) agencies.push(...courtState(view, acting));
  const seized = fillSeized(view, parts);
  const court = COURT.test(agencies[0]?.value.name ?? "");
  const kind = court && !isPaperOnly(acting) ? "sentencing" : kindOf(acting, seized.length > 0);
  const judged = kind === "sentencing" || isPaperOnly(acting);
  return {
    kind,
    lead,
    parts,
    date: fillDate(acting),
    agencies,
    partners: fillPartners(view, acting, parts, agencies),
    places: fillPlaces(view, frame, agencies),
    networks: fillNetworks(acting, parts),
    targets: fillTargets(view.book.schema, parts),
    unnamed: fillUnnamed(parts),
    arrested: judged
      ? null
      : withMore(
          acting,
          bestCount(acting, (part) => (part.adds ? null : part.arrested)),
        ),
    killed: judged ? null : bestCount(acting, (part) => part.killed),
    seized: judged || kind === "other" ? [] : seized,
  };
}

/** Where no court is named, the state stands in for it. */
function courtState(view: DocumentView, acting: readonly PartialFrame[]): Told<DocumentEntity>[] {
  const judged = acting.find(
    (part) =>
      part.paper !== null &&
      COURTLY.has(part.paper) &&
      part.fates.some(
        (fate) =>
          fate.doer?.authority === true || fate.word.id === "remand" || fate.word.id === "appear",
      ),
  );
  const home = judged === undefined ? undefined : clearHome(view);
  return home === undefined || judged === undefined
    ? []
    : [{ value: home, sentence: judged.sentence }];
}

const COURTLY: ReadonlySet<string> = new Set(["charge", "warrant", "sentence"]);

const COURT = /\b(?:court|tribunal)\b/i;

/** Nothing but warrants, charges, sanctions, handing over. */
const isPaperOnly = (parts: readonly PartialFrame[]): boolean =>
  parts.every((part) => part.paper !== null && [...part.acts].every((act) => PAPERS.has(act)));

const PAPERS: ReadonlySet<string> = new Set(["charge", "warrant", "extradite", "sanction"]);

function kindOf(parts: readonly PartialFrame[], caught: boolean): string {
  const acts = new Set(parts.flatMap((part) => [...part.acts]));
  if (acts.has("dismantle")) return "dismantling";
  if (acts.has("sentence")) return "sentencing";
  if (isPaperOnly(parts)) return "other";
  if (acts.has("sanction") || (acts.has("destroy") && !acts.has("arrest"))) return "other";
  if (caught) return "seizure";
  if (acts.has("airstrike")) return "airstrike";
  if (acts.has("arrest")) return "arrest";
  if (acts.has("kill")) return "killing";
  return acts.has("raid") ? "raid" : "other";
}

function fillDate(parts: readonly PartialFrame[]): OperationFrame["date"] {
  const dates = parts.flatMap((part) => (part.date === null ? [] : [part.date]));
  const inherited = parts.flatMap((part) => (part.inherited === null ? [] : [part.inherited]));
  const date = dates.find((one) => !one.announced) ?? dates[0] ?? inherited[0];
  return date === undefined ? null : { value: date.date, sentence: date.sentence };
}

const unique = (told: readonly Told<DocumentEntity>[]): Told<DocumentEntity>[] => {
  const seen = new Set<DocumentEntity>();
  return told.filter(({ value }) => !seen.has(value) && seen.add(value) !== undefined);
};

const asTold = (actor: Actor): Told<DocumentEntity> => ({
  value: actor.entity,
  sentence: actor.sentence,
});

function fillPartners(
  view: DocumentView,
  acting: readonly PartialFrame[],
  parts: readonly PartialFrame[],
  agencies: readonly Told<DocumentEntity>[],
): Told<DocumentEntity>[] {
  const lead = new Set(agencies.map((agency) => agency.value));
  const said = parts.flatMap((part) => part.partners.map(asTold));
  const later = acting.flatMap((part) => part.agents.map(asTold));
  const lacks = acting.find(
    (part) => part.paper === "extradite" && said.length === 0 && agencies.length > 0,
  );
  const home = lacks === undefined ? undefined : clearHome(view);
  const receiver =
    home === undefined || lacks === undefined ? [] : [{ value: home, sentence: lacks.sentence }];
  return unique([...said, ...later, ...receiver]).filter(({ value }) => !lead.has(value));
}

function fillPlaces(
  view: DocumentView,
  { parts, heading }: MergedFrame,
  agencies: readonly Told<DocumentEntity>[],
): Told<DocumentEntity>[] {
  const acting = parts.filter((part) => part.acts.size > 0);
  // Sanctions take place nowhere.
  const paper = isPaperOnly(acting);
  const listed = paper && acting.some((part) => part.acts.has("sanction"));
  if (listed) return [];
  const own = acting.flatMap((part) => part.places);
  const taken = parts.filter((part) => part.acts.size === 0 && part.continues);
  const told =
    own.length > 0 || paper
      ? [...own, ...(paper ? [] : taken.flatMap((part) => part.places))]
      : parts.flatMap((part) => part.places);
  const hits = [...told, ...headingHits(view, told, heading)];
  const places = hits.map((hit) => ({ value: hit.entity, sentence: hit.sentence }));
  const states = places.flatMap(({ value, sentence }) => {
    const state = stateOf(view, value);
    return state === undefined ? [] : [{ value: state, sentence }];
  });
  // A place whose state is not known, such as a hamlet, lies in the state of who acted there.
  const isTold = places.some(({ value }) => value.role === "place");
  const state =
    states.length > 0 ? undefined : actingState(view, agencies, isTold || paper ? [] : parts);
  return unique([...places, ...states, ...(state === undefined ? [] : [state])]);
}

/** Places of a heading, unless the sentences themselves tell of another state. */
function headingHits(
  view: DocumentView,
  told: readonly PlaceHit[],
  heading: readonly PlaceHit[],
): PlaceHit[] {
  const own = new Set(told.flatMap((hit) => stateOf(view, hit.entity) ?? []));
  return heading.filter((hit) => {
    const state = stateOf(view, hit.entity);
    return own.size === 0 || state === undefined || own.has(state);
  });
}

/** The state of the acting body; where no place is told either, the one the report is about. */
function actingState(
  view: DocumentView,
  agencies: readonly Told<DocumentEntity>[],
  parts: readonly PartialFrame[],
): Told<DocumentEntity> | undefined {
  for (const { value, sentence } of agencies) {
    const state = stateOf(view, value);
    if (state !== undefined) return { value: state, sentence };
  }
  const judged = parts.some((part) => part.acts.has("sentence"));
  const home = agencies.length > 0 || judged ? undefined : clearHome(view);
  const lead = parts[0];
  return home === undefined || lead === undefined
    ? undefined
    : { value: home, sentence: lead.sentence };
}

/** Groups that its acting sentences name, and those another sentence ties to it. */
function fillNetworks(
  acting: readonly PartialFrame[],
  parts: readonly PartialFrame[],
): Told<DocumentEntity>[] {
  const own = acting.flatMap((part) => part.networks);
  const tied = parts.flatMap((part) => part.networks.filter((hit) => hit.tied));
  return unique(
    [...own, ...tied].flatMap((hit) =>
      hit.entity === null ? [] : [{ value: hit.entity, sentence: hit.sentence }],
    ),
  );
}

/** The people it befell, each in the furthest part that it tells of. */
function fillTargets(schema: Schema, parts: readonly PartialFrame[]): ToldPerson[] {
  const type = schema.relationOf("targeted");
  const order = type === null ? [] : (schema.relation(type)?.roles ?? []);
  const rank = (role: string): number => (role === "escaped" ? 0 : order.indexOf(role) + 1);
  const found = new Map<DocumentEntity, ToldPerson>();
  for (const { fates, sentence } of parts)
    for (const { word, people } of fates)
      for (const { entity, sentences } of people) {
        const known = found.get(entity);
        if (known !== undefined && rank(known.role) >= rank(word.role)) continue;
        const also = sentences.filter((one) => one !== sentence);
        found.set(entity, { value: entity, sentence, also, role: word.role });
      }
  return [...found.values()].filter(({ role }) => order.includes(role));
}

/** A group that the action's sentences describe; `the group` alone never starts one. */
function fillUnnamed(parts: readonly PartialFrame[]): Told<UnnamedNetwork> | null {
  const hits = parts.flatMap((part) => part.networks.filter((hit) => hit.entity === null));
  const first =
    hits.find((hit) => !hit.definite) ?? hits.find((hit) => hit.phrases[0]?.includes(" "));
  if (first === undefined) return null;
  const phrases = [...new Set([first, ...hits].flatMap((hit) => hit.phrases))];
  return { value: { phrases }, sentence: first.sentence };
}

/** Those arrested as well are counted to the others. */
function withMore(
  parts: readonly PartialFrame[],
  best: Told<PeopleCount> | null,
): Told<PeopleCount> | null {
  const more = bestCount(parts, (part) => (part.adds ? part.arrested : null));
  if (best === null || more === null) return best ?? more;
  if (best.value.qualifier !== "eq" || more.value.qualifier !== "eq") return best;
  const value = best.value.value + more.value.value;
  return { value: { ...best.value, value, low: value, high: value }, sentence: best.sentence };
}

/** The exact figure where one is told, else the largest. */
function bestCount(
  parts: readonly PartialFrame[],
  count: (part: PartialFrame) => PeopleCount | null,
): Told<PeopleCount> | null {
  let best: Told<PeopleCount> | null = null;
  for (const part of parts) {
    const value = count(part);
    if (value === null) continue;
    if (best === null || isBetter(value, best.value)) best = { value, sentence: part.sentence };
  }
  return best;
}

const isBetter = (a: PeopleCount, b: PeopleCount): boolean =>
  (a.qualifier === "eq") === (b.qualifier === "eq")
    ? a.value > b.value
    : a.qualifier === "eq" && a.value > 1;
