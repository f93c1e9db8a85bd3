import type { ClaimQualifiers, ClaimValue, Modality } from "../../model/claim.js";
import type { Mention } from "../../model/mention.js";
import type { BlockRole, ReportDocument } from "../../model/report-document.js";
import type { EntityRole } from "../../model/schema.js";
import type { TextSpan } from "../../model/text-span.js";
import type { CueModality } from "../cues/read-cues.js";
import type { NameRejection, RejectionReason } from "../listener.js";
import type { Clause } from "../syntax/clause.js";
import type { Unread } from "../view/document-view.js";

/** Words of the report with the offsets at which they stand. */
export interface Words extends TextSpan {
  readonly text: string;
}

/** A thing of the report by its id. */
export interface ThingRef {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Words that were read as a name. */
export interface ExplainedName extends Words {
  readonly type: string;
  /** The name to show. */
  readonly name: string;
  readonly rule: string;
  readonly form: Mention["form"];
  readonly score: number;
  /** Id of the thing it became, or null where it became none. */
  readonly thing: string | null;
  /** True where a longer name holds it; rules then see the longer one alone. */
  readonly inside: boolean;
}

/** Words that might have been a name, with what became of them. */
export interface LostName extends Words {
  readonly role: EntityRole;
  readonly rule: string;
  readonly reason: NameRejection;
  readonly because: string;
  /** The words and the rule that won, or null. */
  readonly by: (Words & { readonly rule: string }) | null;
}

export interface ExplainedGroup extends Words {
  readonly head: Words;
  /** Whose it is, before `'s`. */
  readonly possessor: Words | null;
  readonly complements: readonly (Words & { readonly preposition: string })[];
  readonly listed: readonly Words[];
  /** Groups that say who or what it is. */
  readonly apposed: readonly Words[];
}

export interface ExplainedClause {
  readonly verb: Words;
  readonly stand: Clause["verb"]["stand"];
  readonly voice: "active" | "passive" | "copular";
  readonly negated: boolean;
  readonly modal: boolean;
  readonly subject: Words | null;
  readonly object: Words | null;
  readonly phrases: readonly (Words & { readonly preposition: string })[];
}

/** A word of doubt or denial with the words it reaches. */
export interface ExplainedCue extends Words {
  readonly modality: CueModality;
  readonly scope: Words;
}

/** A word that may state a link or an action and did not, and why. */
export interface ExplainedRejection extends Words {
  readonly reason: RejectionReason;
  /** The reason in words. */
  readonly because: string;
  readonly extractor: string;
  readonly rule: string;
  readonly type: string | null;
  readonly subjects: readonly ThingRef[];
  readonly objects: readonly ThingRef[];
  /** Phrases that were looked in for an end that was not found. */
  readonly sought: readonly string[];
  /** True for a word that may state a link where nothing was found for either end. */
  readonly idle: boolean;
}

export interface ExplainedSentence extends Words {
  /** One-based, over the whole report. */
  readonly number: number;
  readonly role: BlockRole;
  /** Why rules passed over it, or null. */
  readonly unread: Unread | null;
  /** False where only names and links are read, no actions. */
  readonly tellsActions: boolean;
  readonly names: readonly ExplainedName[];
  readonly lostNames: readonly LostName[];
  readonly groups: readonly ExplainedGroup[];
  readonly clauses: readonly ExplainedClause[];
  readonly cues: readonly ExplainedCue[];
  /** Ids of the claims that it tells. */
  readonly claims: readonly string[];
  readonly rejected: readonly ExplainedRejection[];
}

/**
 * What carries a claim: a predicate's word, the words of an action, what stands between its ends, the
 * names themselves, or the sentence as a whole where an end is an event or a figure.
 */
export type Carrier = "predicate" | "action" | "between" | "names" | "sentence";

/** A phrase of a predicate that names an end. */
interface FilledSlot {
  readonly slot: string;
  readonly words: Words | null;
}

export interface ExplainedClaim {
  readonly id: string;
  /** Relationship type, or the property. */
  readonly type: string;
  readonly subject: ThingRef;
  /** The other end, or null for a property. */
  readonly object: ThingRef | null;
  /** The property's value, or null for a link. */
  readonly value: ClaimValue | null;
  readonly qualifiers: ClaimQualifiers;
  readonly modality: Modality;
  /** False for what is denied or supposed: it is kept and never becomes a link. */
  readonly stands: boolean;
  readonly attributedTo: string | null;
  readonly extractor: string;
  readonly rule: string;
  readonly confidence: number;
  readonly confidenceRule: number;
  readonly confidenceWording: number;
  /** Number of the sentence that tells it. */
  readonly sentence: number;
  /** Numbers of all sentences that prove it. */
  readonly sentences: readonly number[];
  readonly carrier: Carrier;
  /** The words that carry it. */
  readonly words: readonly Words[];
  /** The phrases of the predicate that name its ends; empty where it is none. */
  readonly slots: readonly FilledSlot[];
}

/** A slot of an action with what filled it. */
export interface ActionSlot {
  readonly slot: string;
  readonly value: string;
  readonly thing: string | null;
  /** Number of the sentence that tells it. */
  readonly sentence: number;
}

export interface ExplainedAction {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Numbers of the sentences that tell it, the one that opened it first. */
  readonly sentences: readonly number[];
  readonly words: readonly Words[];
  readonly slots: readonly ActionSlot[];
}

export interface ExplainedThing extends ThingRef {
  readonly aliases: readonly string[];
  readonly key: string | null;
  /** Numbers of the sentences that name it. */
  readonly sentences: readonly number[];
}

/** What of the text was read, in characters (UTF-16 units), and what came of it. */
export interface ReadCounts {
  readonly characters: number;
  readonly read: number;
  /** Headings, credits and captions: read for names and links, never for actions. */
  readonly headings: number;
  readonly leftOut: Readonly<Record<Unread, number>>;
  /** Characters that print nothing. */
  readonly invisible: number;
  readonly sentences: number;
  readonly names: number;
  readonly things: number;
  readonly claims: number;
  /** Readings that found something and came to nothing. */
  readonly rejected: number;
}

/** What was read in one report, and why: plain data, the same for the same report. */
export interface Explanation {
  readonly document: Pick<
    ReportDocument,
    "id" | "path" | "title" | "publisher" | "date" | "language" | "notices"
  >;
  readonly pack: string;
  readonly counts: ReadCounts;
  readonly sentences: readonly ExplainedSentence[];
  readonly things: readonly ExplainedThing[];
  readonly actions: readonly ExplainedAction[];
  readonly claims: readonly ExplainedClaim[];
}
