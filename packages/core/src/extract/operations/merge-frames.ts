import type { BlockRole } from "../../model/report-document.js";
import { firstFrom } from "../../text/first-from.js";
import type { DocumentView } from "../view/document-view.js";
import type { Deeds } from "./fate.js";
import { type EventDate, findEventDate } from "./find-event-date.js";
import { findDeeds } from "./find-fates.js";
import type { PlaceHit } from "./find-places.js";
import { rejectPart } from "./hear-actions.js";
import { totalsOf } from "./is-total.js";
import { blockDistance, dateScore, isKin, mergeScore, THRESHOLD } from "./merge-score.js";
import { type OpenFrame, OpenFrames } from "./open-frames.js";
import { peopleOf } from "./paper-acts.js";
import type { PartialFrame } from "./partial-frame.js";
import { readPartials } from "./read-partials.js";
import { sectionPlaces, sectionsOf } from "./sections.js";

/** Partial frames that tell one action, in text order; the first one opened it. */
export interface MergedFrame {
  readonly parts: readonly PartialFrame[];
  readonly section: number;
  /** Places in the heading of its section. */
  readonly heading: readonly PlaceHit[];
}

/** A sentence without an action that may lead up to one: it names a group or partners. */
interface Lead {
  readonly part: PartialFrame;
  readonly section: number;
}

const NO_DEEDS: Deeds = { fates: [], doers: new Map() };

/** How far back an open frame may lie, in frames. */
const REACH = 4;
/** Paragraphs over which `the operation` still means the last one. */
const FAR = 7;

/** Paragraphs over which a body may act on what was told before. */
const NEAR = 4;

/** Blocks that name things and repeat what the text tells; no action is read from them. */
export const tellsNoAction = (role: BlockRole): boolean =>
  role === "headline" || role === "byline" || role === "caption";

/** The actions of a report, each with every sentence that tells of it. */
export function mergeFrames(view: DocumentView): MergedFrame[] {
  const sections = sectionsOf(view);
  const totals = totalsOf(view.sentences, view.book);
  const open = new OpenFrames();
  const told = toldDates(view);
  const deeds = findDeeds(view);
  const leads: Lead[] = [];
  for (const [at, sentence] of view.sentences.entries()) {
    const { role } = sentence.block;
    if (tellsNoAction(role)) continue;
    for (const read of readPartials(
      sentence,
      at,
      totals[at] ?? false,
      deeds[at] ?? NO_DEEDS,
      view.book,
    )) {
      const section = sections[at] ?? 0;
      const dated = read.date !== null || read.paper !== null;
      const part = { ...read, inherited: dated ? null : (told[at] ?? null) };
      if (part.paper !== null && !isForce(part)) placePaper(view, open, part, section);
      else if (part.acts.size > 0) placePart(view, open, part, section, leads);
      else if (!attachContext(view, open, part, section)) leads.push({ part, section });
    }
  }
  // A boat that was stopped is a catch only where something was found on it.
  const caught = open.all.filter(({ parts }) => {
    const isCatch = parts.some(
      (part) => part.hauls.length > 0 || [...part.acts].some((act) => act !== "hold"),
    );
    if (!isCatch) for (const part of parts) rejectPart(part, "no-catch");
    return isCatch;
  });
  return caught.map(({ parts, section }) => ({
    parts,
    section,
    heading: sectionPlaces(view, sections, section),
  }));
}

/** `has been arrested and faces charges`: an arrest before all. */
const isForce = ({ paper, acts }: PartialFrame): boolean =>
  paper === "charge" && acts.has("arrest");

/** For each sentence the date told last in its paragraph before it. */
function toldDates(view: DocumentView): (EventDate | null)[] {
  let told: EventDate | null = null;
  let block = -1;
  return view.sentences.map((sentence, at) => {
    if (sentence.block.index !== block) told = null;
    block = sentence.block.index;
    const before = told;
    const range = { from: sentence.body, to: sentence.items.length };
    told = findEventDate(sentence, at, range, sentence.triggers) ?? told;
    return before;
  });
}

/** A sentence without an action of its own may still tell partners and places of the last one. */
function attachContext(
  view: DocumentView,
  open: OpenFrames,
  part: PartialFrame,
  section: number,
): boolean {
  const frame = open.all.at(-1);
  if (frame === undefined || frame.section !== section) return false;
  const distance = blockDistance(view, frame.last, part.sentence);
  const close = part.sentence - frame.last <= 2 && distance <= 1;
  // `the force seized all five containers`: with nothing that measures it, the catch told before.
  const acted = part.catching && part.definite && part.agents.length > 0;
  const near = close || (part.continues && distance <= FAR) || (acted && distance <= NEAR);
  const tells =
    part.partners.length > 0 ||
    part.networks.length > 0 ||
    part.anaphor ||
    (part.definite && part.agents.length > 0);
  if (!near || part.separator || !tells) return false;
  open.join(frame, part);
  if (acted) frame.last = part.sentence;
  return true;
}

/** A paper act goes to the act of its kind told of the same people, a charge also to their arrest. */
function placePaper(
  view: DocumentView,
  open: OpenFrames,
  part: PartialFrame,
  section: number,
): void {
  const people = peopleOf(part.fates);
  const sanctions = part.paper === "sanction";
  const fits = (frame: OpenFrame): boolean => {
    const shared = [...people].some((one) => frame.people.has(one));
    const same = frame.acts.has(part.paper ?? "");
    const near =
      part.sentence - frame.last <= 1 && blockDistance(view, frame.last, part.sentence) === 0;
    const listed =
      part.agents.length === 0 ||
      part.agents.some(
        ({ entity }) =>
          frame.agents.has(entity) || [...frame.agents].some((other) => isKin(view, entity, other)),
      );
    if (same && part.date !== null && !part.date.announced && !frame.dated && !near) return false;
    if (same) return (shared || (sanctions && (near || listed))) && dateScore(frame, part) >= 0;
    const step = part.paper === "charge" && frame.arrests;
    return step && shared && part.date === null && part.agents.length === 0 && !part.separator;
  };
  // A sanction may go to another one told of others; all else must share people.
  const able = sanctions ? open.ofAct("sanction") : open.ofPeople(people);
  const frame = able.find(fits);
  if (frame === undefined) {
    // Those who only stand for people without a name open nothing that has neither court nor day.
    const vague = people.size === 0 && part.agents.length === 0 && part.date === null;
    if (vague) rejectPart(part, "nobody");
    else open.open([part], section, part.sentence);
  } else {
    open.join(frame, part);
    frame.last = part.sentence;
  }
}

function placePart(
  view: DocumentView,
  open: OpenFrames,
  part: PartialFrame,
  section: number,
  leads: readonly Lead[],
): void {
  let best: OpenFrame | null = null;
  let bestScore = THRESHOLD - 1e-9;
  for (const frame of open.all.slice(-REACH)) {
    const score = mergeScore(view, frame, part, section);
    if (score >= bestScore) {
      best = frame;
      bestScore = score;
    }
  }
  if (best === null) {
    if (part.loose && !opensByDate(part)) {
      rejectPart(part, "no-act");
      return;
    }
    // Leads are in text order: none that is too far back is looked at.
    const from = firstFrom(leads, (lead) => part.sentence - lead.part.sentence <= LEAD_REACH);
    const near = leads
      .slice(from)
      .filter((lead) => lead.section === section && leadsUp(view, lead.part, part));
    open.open([part, ...near.map((lead) => lead.part)], section, part.sentence);
  } else {
    open.join(best, part);
    best.last = part.sentence;
  }
}

/** How many sentences before an action may describe whom it hit. */
const LEAD_REACH = 4;

/** A group described right before an action that hits a group, or who set out to act. */
function leadsUp(view: DocumentView, lead: PartialFrame, part: PartialFrame): boolean {
  if (part.sentence - lead.sentence > LEAD_REACH) return false;
  if (blockDistance(view, lead.sentence, part.sentence) > 1) return false;
  const acts = lead.catching && lead.agents.length > 0 && part.agents.length === 0;
  return acts || lead.networks.some((hit) => hit.entity === null && !hit.definite);
}

/** Named goods with a day of their own are an action even without a verb. */
function opensByDate(part: PartialFrame): boolean {
  const date = part.date ?? part.inherited;
  const named = part.hauls.some((haul) => haul.goods !== null && haul.amount?.value != null);
  // `officers smuggled 300 kg`: goods that a link's verb tells of were not caught.
  const { predicateVerbs, syntax } = part.view;
  const linked = new Set(predicateVerbs.map((hit) => hit.from));
  const told = syntax.clauses.some(({ verb, object }) => {
    if (object === null || !linked.has(verb.head)) return false;
    return part.hauls.some(({ item }) => object.from <= item && item <= object.to + 2);
  });
  return named && !told && date !== null && date.date.value?.length === 10;
}
