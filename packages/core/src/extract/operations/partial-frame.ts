import type { SentenceView } from "../view/sentence-view.js";
import type { PeopleCount } from "./count-people.js";
import type { Fate } from "./fate.js";
import type { Actor } from "./find-actors.js";
import type { EventDate } from "./find-event-date.js";
import type { NetworkHit } from "./find-networks.js";
import type { PlaceHit } from "./find-places.js";
import type { Haul } from "./haul.js";
import type { ItemRange } from "./voice.js";

/** What one sentence, or a part of it, tells of an action. */
export interface PartialFrame {
  readonly view: SentenceView;
  /** Index of the sentence view in the document view. */
  readonly sentence: number;
  readonly range: ItemRange;
  /** Ids of the frame rules that something concrete stands behind; empty for a context sentence. */
  readonly acts: ReadonlySet<string>;
  readonly hauls: readonly Haul[];
  readonly arrested: PeopleCount | null;
  readonly killed: PeopleCount | null;
  readonly networks: readonly NetworkHit[];
  readonly agents: readonly Actor[];
  readonly announcers: readonly Actor[];
  readonly partners: readonly Actor[];
  readonly places: readonly PlaceHit[];
  readonly date: EventDate | null;
  readonly umbrella: boolean;
  readonly separator: boolean;
  readonly anaphor: boolean;
  /** True where a definite noun takes up who or what was told before. */
  readonly definite: boolean;
  /** True for `the operation`, `those raids`: the action told before. */
  readonly continues: boolean;
  /** The date told before in its paragraph, where it has none of its own. */
  readonly inherited: EventDate | null;
  /** What befell people, and the paper act among it, or null. */
  readonly fates: readonly Fate[];
  readonly paper: string | null;
  /** True where a verb of an action is told, whatever there is to show for it. */
  readonly catching: boolean;
  /** True where its arrests come to those told before: `two others were held as well`. */
  readonly adds: boolean;
  /** True for what may fill an open frame but never opens one: goods without a verb, deaths alone. */
  readonly loose: boolean;
}
