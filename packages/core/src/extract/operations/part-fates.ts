import type { PeopleCount } from "./count-people.js";
import type { Fate } from "./fate.js";
import type { NetworkHit } from "./find-networks.js";
import {
  crimeFrom,
  isPaper,
  paperActIn,
  paperAgents,
  peopleOf,
  receiversIn,
} from "./paper-acts.js";
import type { PartialFrame } from "./partial-frame.js";

/** What a stretch tells with what befell people in it; a paper act has no catch and no scene of a crime. */
export function withFates(part: PartialFrame, fates: readonly Fate[]): PartialFrame {
  const { view, range, sentence } = part;
  const paper = paperActIn(fates);
  const arrests = fates.filter((fate) => fate.word.act === "arrest");
  const taken = arrests.length > 0 ? arrests : fates.filter((fate) => fate.word.act === "charge");
  const counted =
    arrests.length === 0 ? part.arrested : (part.arrested ?? countOf(peopleOf(arrests)));
  if (paper === null)
    return {
      ...part,
      fates,
      arrested: counted,
      acts: actsOf(part.acts, fates),
      loose: part.loose && arrests.length === 0,
    };
  const to = crimeFrom(view.items, range, fates);
  const before = part.acts.size > 0 && hasCatchBefore(part, fates);
  const agents = paperAgents(view, sentence, fates);
  const partners = [...part.partners, ...receiversIn(sentence, fates)];
  const scene = Math.min(...fates.filter(isPaper).map((fate) => fate.scene));
  const places = part.places.filter(
    (place) =>
      place.item >= scene && place.item < to && !partners.some((one) => one.item === place.item),
  );
  const shared = {
    fates,
    paper,
    places,
    partners,
    loose: false,
    date: part.date !== null && part.date.item >= to ? null : part.date,
    agents: agents.length > 0 ? agents : part.agents,
  };
  if (before || arrests.length > 0) {
    const arrested = part.arrested ?? countOf(peopleOf(taken));
    return { ...part, ...shared, arrested, acts: actsOf(part.acts, fates) };
  }
  return {
    ...part,
    ...shared,
    hauls: [],
    arrested: null,
    killed: null,
    networks: networksOf(part, paper),
    acts: actsOf(new Set(), fates),
  };
}

/** Sanctions hit the groups they name; before a court stands only a group that the case singles out. */
function networksOf({ networks }: PartialFrame, paper: string): readonly NetworkHit[] {
  if (paper === "sanction") return networks;
  return paper === "sentence" ? networks.filter((hit) => hit.entity === null || hit.tied) : [];
}

const countOf = ({ size }: ReadonlySet<unknown>): PeopleCount | null =>
  size === 0 ? null : { value: size, low: size, high: size, qualifier: "eq", named: [] };

/** An action of force told before the paper act, such as `seized 3 kg and charged`. */
const hasCatchBefore = ({ view, range, hauls }: PartialFrame, fates: readonly Fate[]): boolean => {
  const first = fates.find(isPaper)?.at ?? range.to;
  return (
    hauls.some((haul) => haul.item < first) ||
    view.triggers.some(
      (one) => one.from >= range.from && one.from < first && CATCHES.has(one.value.frame),
    )
  );
};

const CATCHES: ReadonlySet<string> = new Set([
  "seize",
  "hold",
  "arrest",
  "raid",
  "dismantle",
  "kill",
]);

/** Acts that fates tell of; a death counts where an authority killed, an escape never opens anything. */
function actsOf(own: ReadonlySet<string>, fates: readonly Fate[]): ReadonlySet<string> {
  const told = fates.filter(
    ({ word, doer }) => word.act !== "escape" && (word.act !== "kill" || doer !== null),
  );
  return new Set([...own, ...told.map((fate) => fate.word.act)]);
}
