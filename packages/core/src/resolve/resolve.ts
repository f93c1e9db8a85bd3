// Resolution goes from things that can be told at sight to those that need what was resolved
// before: places and bodies, then people by their bodies, then actions by day, place and body, then
// what is known only by an action. In each step: block → compare → score → cluster → merge.

import type { DocumentEntity } from "../model/document-entity.js";
import type { Entity, Resolution } from "../model/entity.js";
import type { Extraction } from "../model/extraction.js";
import type { Judgement } from "../model/judgement.js";
import type { IdentityKind } from "../model/schema.js";
import type { DomainPack } from "../packs/domain-pack.js";
import { comparePairs } from "./block/candidate-pairs.js";
import { clusterProfiles } from "./cluster/cluster-profiles.js";
import { createAgencyComparer } from "./compare/compare-agencies.js";
import {
  createRouteComparer,
  createUnnamedNetworkComparer,
  exactComparer,
} from "./compare/compare-events.js";
import { createGroupComparer } from "./compare/compare-groups.js";
import { createOperationComparer } from "./compare/compare-operations.js";
import { createPeopleComparer } from "./compare/compare-people.js";
import { createPlaceComparer } from "./compare/compare-places.js";
import { createStatisticComparer } from "./compare/compare-statistics.js";
import type { Comparer } from "./compare/comparison.js";
import { readOperationFacts } from "./compare/operation-facts.js";
import { readPersonContext } from "./compare/person-context.js";
import type { ToldPerson } from "./compare/person-contradictions.js";
import { createBesideName } from "./identify/beside-name.js";
import { createCountryWords } from "./identify/country-words.js";
import {
  identifyOperation,
  identifyRoute,
  identifyStatistic,
  identifyUnnamedNetwork,
} from "./identify/identify-events.js";
import {
  identifyAgency,
  identifyGroup,
  identifyKeyed,
  identifyPerson,
  identifyPlace,
} from "./identify/identify-named.js";
import { bodyReading, groupReading } from "./identify/name-readings.js";
import { type NamedFacts, type NameReading, readNamedFacts } from "./identify/named-facts.js";
import { createNeighbourhood } from "./identify/neighbourhood.js";
import { readPersonFacts } from "./identify/person-facts.js";
import { byId, createProfiles, type Identity, type Profile } from "./identify/profile.js";
import { createStories, NO_STORY, type Story } from "./identify/story.js";
import { NamedThings, NOTHING_AROUND, type Surroundings } from "./identify/surroundings.js";
import { joinAcrossTypes } from "./join-across-types.js";
import { createAttacher } from "./judge/attach-thing.js";
import { createDecisionBook } from "./judge/decision-book.js";
import { createOutcomeBook } from "./judge/tell-outcomes.js";
import { type JudgedCase, JudgementDesk } from "./judgement-desk.js";
import { canonicalIds } from "./merge/canonical-ids.js";
import { mergeEntity } from "./merge/merge-entity.js";
import { rewriteClaims } from "./merge/rewrite-claims.js";

/** What resolution reads of a domain pack. */
export type ResolutionPack = Pick<
  DomainPack,
  "countries" | "entries" | "identity" | "names" | "schema" | "words"
>;

/**
 * The documents' entities united across documents, with every claim carried over. The result
 * depends on the set of extractions, not on their order. Judgements that contradict each other or that
 * fit nothing are told, and stop nothing.
 * @param judged what splits and paths of reports add to the judgements; the reports alone unless given
 */
export function resolve(
  extractions: readonly Extraction[],
  judgements: readonly Judgement[],
  pack: ResolutionPack,
  judged: Omit<JudgedCase, "judgements"> = {
    further: [],
    attacher: createAttacher(extractions, pack.schema),
    book: createOutcomeBook(),
  },
): Resolution {
  const sorted = [...extractions].sort((a, b) => byId(a.document, b.document));
  const run = createRun(sorted, new JudgementDesk({ judgements, ...judged }), pack);
  resolveNamed(run);
  resolvePeople(run);
  resolveEvents(run);
  const claims = rewriteClaims(
    sorted.flatMap((extraction) => extraction.claims),
    run.canonical,
  );
  const resolved = { entities: [...run.entities].sort(byId), claims };
  const joined = joinAcrossTypes(resolved, run.desk, pack.schema);
  return {
    entities: joined.entities,
    claims: joined.claims,
    decisions: run.decisions.settle(joined),
    unlistedReviews: run.unlistedReviews,
    judged: run.desk.outcomes(),
  };
}

type Run = ReturnType<typeof createRun>;

function createRun(extractions: readonly Extraction[], desk: JudgementDesk, pack: ResolutionPack) {
  const canonical = new Map<string, string>();
  const byCanonical = new Map<string, Entity>();
  const documentEntities = extractions.flatMap((extraction) => extraction.entities);
  return {
    extractions,
    desk,
    pack,
    schema: pack.schema,
    documentEntities,
    countryWords: createCountryWords(pack),
    neighbourhood: createNeighbourhood(extractions, pack.schema),
    names: pack.names,
    named: new NamedThings(),
    beside: createBesideName(extractions),
    canonical,
    byCanonical,
    ends: {
      canonicalOf: (id: string) => canonical.get(id),
      countryOf: (id: string) => countryOf(byCanonical.get(id)),
      nameOf: (id: string) => byCanonical.get(id)?.name,
      attributesOf: (id: string) => byCanonical.get(id)?.attributes,
      roleOf: (id: string) => {
        const entity = byCanonical.get(id);
        return entity === undefined ? undefined : (pack.schema.roleOf(entity.type) ?? undefined);
      },
    },
    entities: [] as Entity[],
    decisions: createDecisionBook(),
    unlistedReviews: 0,
  };
}

function countryOf(entity: Entity | undefined): string | undefined {
  if (entity === undefined) return undefined;
  const { country, iso2 } = entity.attributes;
  if (entity.type !== "Country") return country;
  return (iso2 ?? country ?? entity.id.slice("country:".length)).toLowerCase();
}

function resolveNamed(run: Run): void {
  const { names, identity, words } = run.pack;
  step(run, ofIdentity(run, "key"), identifyKeyed, () => exactComparer);
  const around = (profile: Profile): Surroundings => aroundProfile(run, profile);
  step(run, ofIdentity(run, "place"), identifyPlace, () =>
    createPlaceComparer({ weights: identity.place, around }),
  );
  const statesOf = statesByDocument(run);
  step(
    run,
    ofIdentity(run, "body"),
    (entity) => identifyAgency(entity, run),
    (profiles) =>
      createAgencyComparer({
        profiles,
        names,
        weights: identity.body,
        factsOf: readFacts(run, profiles, bodyReading(run)),
        statesOf: (document) => statesOf.get(document) ?? NO_STATES,
      }),
  );
  step(
    run,
    ofIdentity(run, "group").filter((entity) => !isUnnamed(entity)),
    (entity) => identifyGroup(entity, run),
    (profiles) =>
      createGroupComparer({
        weights: identity.group,
        words,
        factsOf: readFacts(run, profiles, groupReading(run)),
      }),
  );
}

const NO_STATES: ReadonlySet<string> = new Set();

const aroundProfile = ({ named }: Run, profile: Profile): Surroundings => {
  const [member] = profile.members;
  return member === undefined ? NOTHING_AROUND : named.around(member);
};

/** Facts of profiles, each read once. */
function readFacts(
  run: Run,
  profiles: readonly Profile[],
  reading: NameReading,
): (profile: Profile) => NamedFacts {
  const read = (one: Profile): NamedFacts => readNamedFacts(one, aroundProfile(run, one), reading);
  const facts = new Map(profiles.map((one) => [one, read(one)]));
  return (profile) => facts.get(profile) ?? read(profile);
}

function resolvePeople(run: Run): void {
  const sentencesOf = sentencesByDocument(run);
  const { names, identity } = run.pack;
  const read = (one: Profile): ToldPerson => ({
    facts: readPersonFacts(one, run),
    context: readPersonContext(one, run),
  });
  step(
    run,
    ofIdentity(run, "person"),
    (entity) => identifyPerson(entity, run),
    (profiles) => {
      const told = new Map(profiles.map((one) => [one, read(one)]));
      const toldOf = (one: Profile): ToldPerson => told.get(one) ?? read(one);
      const stories = readStories(run, profiles, toldOf);
      return createPeopleComparer({
        profiles,
        names,
        weights: identity.person,
        toldOf,
        storyOf: (profile) => stories.get(profile) ?? NO_STORY,
        around: (profile) => aroundProfile(run, profile),
        sentencesOf: (document, canonical) => sentencesOf.get(document)?.get(canonical) ?? [],
      });
    },
  );
}

/** The stories around people; whoever is known by post and body needs none, and is met too often to read it. */
function readStories(
  { extractions, names }: Run,
  profiles: readonly Profile[],
  toldOf: (profile: Profile) => ToldPerson,
): ReadonlyMap<Profile, Story> {
  const storyOf = createStories(extractions, names);
  return new Map(
    profiles.flatMap((one) => {
      const [member] = one.members;
      const { anchors, titles } = toldOf(one).context;
      return member === undefined || (anchors.size > 0 && titles.size > 0)
        ? []
        : [[one, storyOf(member)] as const];
    }),
  );
}

/** For each document the sentences that name each entity resolved so far. */
function sentencesByDocument(
  run: Run,
): ReadonlyMap<string, ReadonlyMap<string, readonly number[]>> {
  const documents = new Map<string, Map<string, number[]>>();
  for (const entity of run.documentEntities) {
    const id = run.canonical.get(entity.id);
    if (id === undefined) continue;
    const entities = documents.get(entity.document) ?? new Map<string, number[]>();
    const sentences = entity.mentions.map((mention) => mention.sentence);
    documents.set(entity.document, entities.set(id, [...(entities.get(id) ?? []), ...sentences]));
  }
  return documents;
}

function resolveEvents(run: Run): void {
  step(
    run,
    ofIdentity(run, "action"),
    (entity) => identifyOperation(entity, run),
    (profiles) => {
      const facts = new Map(
        profiles.map((one) => [one, readOperationFacts(one, run.neighbourhood, run.ends)]),
      );
      return createOperationComparer(
        (profile) => facts.get(profile) ?? readOperationFacts(profile, run.neighbourhood, run.ends),
      );
    },
  );
  const unnamed = ofIdentity(run, "group").filter(isUnnamed);
  step(
    run,
    unnamed,
    (entity) => identifyUnnamedNetwork(entity, run),
    () => createUnnamedNetworkComparer(run.neighbourhood, run.ends),
  );
  step(
    run,
    ofIdentity(run, "leg"),
    (entity) => identifyRoute(entity, run),
    () => createRouteComparer(run.neighbourhood, run.ends),
  );
  const dates = new Map(run.extractions.map(({ document }) => [document.id, document.date?.value]));
  step(
    run,
    ofIdentity(run, "figure"),
    (entity) => identifyStatistic(entity, run),
    () =>
      createStatisticComparer(
        run.neighbourhood,
        (document) => dates.get(document) ?? null,
        run.pack.words,
      ),
  );
}

/** One kind of thing from its document entities to entities with canonical ids. */
function step(
  run: Run,
  entities: readonly DocumentEntity[],
  identify: (entity: DocumentEntity) => Identity,
  comparerFor: (profiles: readonly Profile[]) => Comparer,
): void {
  const { profiles, pairs: parted } = run.desk.part(createProfiles(entities, identify, run.schema));
  const comparer = comparerFor(profiles);
  const links = run.desk.linksOf(profiles);
  const judged = new Set(links.flatMap((link) => [...link.a, ...link.b]));
  const pairs = [...parted, ...comparePairs(profiles, comparer, judged)];
  const { clusters, decisions, unlistedReviews, verdicts } = clusterProfiles(
    profiles,
    pairs,
    comparer,
    links,
  );
  run.desk.note(verdicts);
  run.unlistedReviews += unlistedReviews;
  const ids = canonicalIds(clusters);
  for (const cluster of clusters) {
    const entity = mergeEntity(ids.get(cluster) ?? "", cluster, run.pack);
    run.entities.push(entity);
    run.byCanonical.set(entity.id, entity);
    for (const member of entity.members) run.canonical.set(member, entity.id);
  }
  run.decisions.add(profiles, decisions, verdicts);
  for (const entity of entities) {
    const id = run.canonical.get(entity.id);
    if (id !== undefined)
      run.named.add(entity, { id, role: entity.role, state: run.ends.countryOf(id) });
  }
}

const ofIdentity = (run: Run, identity: IdentityKind): readonly DocumentEntity[] =>
  run.documentEntities.filter((entity) => run.schema.entity(entity.type)?.identity === identity);

const isUnnamed = (entity: DocumentEntity): boolean => entity.attributes.unnamed === true;

function statesByDocument(run: Run): ReadonlyMap<string, ReadonlySet<string>> {
  const states = new Map<string, Set<string>>();
  for (const entity of run.documentEntities) {
    if (entity.type !== "Country") continue;
    const state = run.ends.countryOf(run.canonical.get(entity.id) ?? "");
    if (state === undefined) continue;
    states.set(entity.document, (states.get(entity.document) ?? new Set()).add(state));
  }
  return states;
}
