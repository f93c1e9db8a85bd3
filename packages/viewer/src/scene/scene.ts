import type { EntityRole, SchemaData } from "@redthread/core/model";
import type { Chain, TraceGraphLink, TraceGraphNode } from "@redthread/core/trace";
import type { KindStyle } from "../theme/kinds.js";
import type { Overview } from "./overview.js";

/** Doubt a link carries, mildest first; the picture shows the mildest of a bundle. */
export const DOUBTS = ["asserted", "planned", "attempted", "alleged", "denied"] as const;
export type Doubt = (typeof DOUBTS)[number];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where a label's text starts, ends or is centred, and the baseline of its first line. */
export interface LabelSpot {
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  /** The name in one or two lines, as it fits. */
  readonly lines: readonly string[];
  /** A last line in the smaller size, or null. */
  readonly sub: string | null;
  readonly box: Box;
}

/** One report. */
export interface SceneDocument {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or null. */
  readonly date: string | null;
  readonly path: string | null;
  readonly sha256: string | null;
  readonly language: string | null;
}

/** A stretch of a quote that names a node. */
export interface SceneMark {
  readonly start: number;
  readonly end: number;
  readonly node: number;
}

/** A sentence that proves something; `number` is its footnote, from 1, in order of report and place. */
export interface SceneEvidence {
  readonly number: number;
  readonly quote: string;
  readonly marks: readonly SceneMark[];
  /** Index of the document. */
  readonly document: number;
  readonly start: number;
  readonly end: number;
  /** One-based paragraph of the report's body, the name of a place such as `page 3`, or null where unknown. */
  readonly paragraph: number | string | null;
}

/** A word and a value for the drawer, such as `Arrested` and `17`. */
export type SceneFact = readonly [word: string, value: string];

/**
 * A node of the graph as chains are sought in it, with what is told of it; positions come with
 * {@link SceneNode}. Reports, routes and figures are nodes too: a chain may need them, the picture
 * leaves them out.
 */
export interface ContentNode extends TraceGraphNode {
  /** Ids by which earlier builds or other reports knew it. */
  readonly otherIds: readonly string[];
  /** What stands on the picture: the name, or the date of an operation. */
  readonly label: string;
  readonly sub: string | null;
  readonly facts: readonly SceneFact[];
  /** Evidence numbers of the sentences that name it, in order. */
  readonly mentions: readonly number[];
  readonly documents: readonly number[];
  /** First and last month (`YYYY-MM`) it can have happened in; null where no date is known. */
  readonly months: readonly [string, string] | null;
  /**
   * Nodes of the states it stands by on the picture: the strongest two of its own, else of those it
   * is near. All of them are in `states` and `near`.
   */
  readonly homes: readonly number[];
  /** True for a place that is larger than a state or lies outside of all: a region, a sea. */
  readonly beyond: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A node with its place on the picture. */
export interface SceneNode extends ContentNode {
  /**
   * Where it stands; null for what only the list shows: a state that is a ground, a figure, what the
   * picture has no room for.
   */
  readonly at: Point | null;
  /** Indexes of the grounds it stands on; two when it stands on their border. */
  readonly grounds: readonly number[];
  /** The ground that this state is, or null. */
  readonly isGround: number | null;
  /** Number of lines that end here. */
  readonly degree: number;
  readonly hub: boolean;
  /** Radius of the shape. */
  readonly size: number;
  /** Null where no label fits; it shows on zoom, hover and focus. */
  readonly labelSpot: LabelSpot | null;
  /** Place of the label on a phone, where the same picture is less than half as wide. */
  readonly phoneLabelSpot: LabelSpot | null;
}

/** A node that stands on the picture. */
export type DrawnNode = SceneNode & { readonly at: Point };

/** A relationship of the graph as chains are sought over it, with what proves it. */
export interface ContentEdge extends TraceGraphLink {
  /** Evidence numbers in the order stored: the first is the one that can stand for all. */
  readonly evidence: readonly number[];
  /** Evidence numbers of the sentences that deny it; none of them proves it. */
  readonly against: readonly number[];
  /** Qualifiers such as `320 kg` or a post's title, or null. */
  readonly detail: string | null;
}

export interface SceneEdge extends ContentEdge {
  /** Index of the line that shows it, or null where the ground already says it. */
  readonly line: number | null;
}

/** Edges between the same two ends, merged: what is drawn. */
export interface ContentLine {
  /** Node indexes; a state that is a ground stands for its ground. */
  readonly a: number;
  readonly b: number;
  /** Indexes of edges. */
  readonly edges: readonly number[];
  /** The doubt of the edge that is least in doubt: the line says that something joins the two. */
  readonly doubt: Doubt;
  /** Most independent sources of one of its edges. */
  readonly sources: number;
  /** Ends that something is moved to: `a`, `b`, both or none. */
  readonly arrow: "none" | "a" | "b" | "both";
}

/** A line with its course: a quadratic curve, straight when `control` is the middle; a loop for a self-link. */
export interface SceneLine extends ContentLine {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
  readonly loop: boolean;
}

export type GroundKind = "state" | "international" | "unnamed" | "elsewhere";

/** A state as a stretch of pale ground, or the place of those that no state holds. */
export interface SceneGround {
  readonly kind: GroundKind;
  readonly name: string;
  /** Index of the state's node, or null. */
  readonly node: number | null;
  /** Corners of the smooth closed outline, without the first again at the end. */
  readonly outline: readonly Point[];
  readonly members: readonly number[];
  readonly label: LabelSpot;
  readonly phoneLabel: LabelSpot | null;
  /** Things of it that this picture leaves out; absent where it shows all it can. */
  readonly more?: number;
}

/** A month and what happened or was reported in it. */
export interface SceneMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** Operations dated to it. */
  readonly operations: number;
  /** Reports published in it. */
  readonly reports: number;
}

/** Operations dated only to a span of months: an open bar as wide as the date is vague. */
export interface SceneSpan {
  readonly from: string;
  readonly to: string;
  readonly operations: number;
}

/** A kind of thing that the graph holds, as the field declares it. */
export interface ContentKind extends KindStyle {
  /** What the engine takes it for, or null for a kind that no schema declares. */
  readonly role: EntityRole | null;
  /** True for those who act. */
  readonly acts: boolean;
  readonly count: number;
}

export interface SceneKind extends ContentKind {
  /** Things of the kind that are drawn. */
  readonly drawn: number;
}

/** A relationship type that the graph holds, as the field declares it. */
export interface SceneRelation {
  readonly type: string;
  /** From start to end and back, for a sentence. */
  readonly forward: string;
  readonly back: string;
  /** True where it only says where its start stands: on a picture with grounds the ground says it. */
  readonly standing: boolean;
  /** Which end goods move to along it, or null. */
  readonly moves: "to" | "from" | null;
}

export interface SceneCounts {
  readonly reports: number;
  readonly publishers: number;
  readonly entities: number;
  readonly edges: number;
  readonly figures: number;
  /** First and last month of reports and operations, or null. */
  readonly span: readonly [string, string] | null;
}

/** What the graph says, before anything has a place. */
export interface SceneContent {
  readonly schema: SchemaData;
  /** In the order of the legend. */
  readonly kinds: readonly ContentKind[];
  readonly relations: readonly SceneRelation[];
  /** In the order of the trace graph. */
  readonly nodes: readonly ContentNode[];
  readonly edges: readonly ContentEdge[];
  readonly evidence: readonly SceneEvidence[];
  readonly documents: readonly SceneDocument[];
  readonly months: readonly SceneMonth[];
  readonly spans: readonly SceneSpan[];
  readonly counts: SceneCounts;
}

/**
 * The picture and all it says, as plain JSON; every painter draws the same one. Its nodes and edges
 * are the nodes and links of the trace graph in their order, so that a page finds the chains that the
 * terminal finds.
 */
export interface Scene {
  readonly version: 1;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly SceneNode[];
  readonly edges: readonly SceneEdge[];
  readonly lines: readonly SceneLine[];
  /** Empty where states say too little: then the picture is a plain force layout. */
  readonly grounds: readonly SceneGround[];
  readonly evidence: readonly SceneEvidence[];
  readonly documents: readonly SceneDocument[];
  /** The types in use as the field declares them. */
  readonly schema: SchemaData;
  /** In the order of the legend. */
  readonly kinds: readonly SceneKind[];
  readonly relations: readonly SceneRelation[];
  readonly months: readonly SceneMonth[];
  readonly spans: readonly SceneSpan[];
  readonly counts: SceneCounts;
  /** Chains over borders worth following, best first. */
  readonly chains: readonly Chain[];
  /** Index in `chains` of the one that is drawn, or null. */
  readonly open: number | null;
  /**
   * The overview of a case that is too large for one picture; null where all of it is on one. With an
   * overview things have a place only in a focus or along a chain, so `at` is null for what neither shows.
   */
  readonly overview: Overview | null;
  /** Words of the sources beside the links of a chain; absent elsewhere. */
  readonly captions?: readonly LabelSpot[];
  /** Outlines of the overview's regions under a chain, so that one sees where it runs; absent elsewhere. */
  readonly backdrop?: readonly Backdrop[];
}

/** A region as an outline without contents. */
export interface Backdrop {
  readonly name: string;
  readonly box: Box;
}
