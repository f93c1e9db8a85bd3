/** Doubt a link or quote carries, mildest first; the picture shows the gravest of a bundle. */
export const DOUBTS = ["asserted", "planned", "attempted", "alleged", "denied"] as const;
export type Doubt = (typeof DOUBTS)[number];

/** Band of a confidence: confirmed from 0.85, likely from 0.6, candidate below. */
export type Band = "confirmed" | "likely" | "candidate";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** Where a label's text starts, ends or is centred, and the baseline of its first line. */
export interface LabelPlace {
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
  /** One-based paragraph of the report's body, or null where unknown. */
  readonly paragraph: number | null;
}

/** A word and a value for the drawer, such as `Arrested` and `17`. */
export type SceneFact = readonly [word: string, value: string];

/** A thing of the graph as it is told; positions come with {@link SceneNode}. */
export interface ContentNode {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  /** What stands on the picture: the name, or the date of an operation. */
  readonly label: string;
  readonly sub: string | null;
  readonly aliases: readonly string[];
  readonly facts: readonly SceneFact[];
  /** Evidence numbers of the sentences that name it, in order. */
  readonly mentions: readonly number[];
  readonly documents: readonly number[];
  /** First and last month (`YYYY-MM`) it can have happened in; null where no date is known. */
  readonly months: readonly [string, string] | null;
  /** Nodes of the states it belongs to: none, one, or two when it stands on a border. */
  readonly homes: readonly number[];
  /** True for a place that is larger than a state or lies outside of all: a region, a sea. */
  readonly beyond: boolean;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** A thing with its place on the picture. */
export interface SceneNode extends ContentNode {
  /** False where only the list shows it: a state that is a ground, a figure, what the picture has no room for. */
  readonly drawn: boolean;
  /** Indexes of the grounds it stands on; two when it stands on their border. */
  readonly grounds: readonly number[];
  /** The ground that this state is, or null. */
  readonly isGround: number | null;
  /** Number of lines that end here. */
  readonly degree: number;
  readonly hub: boolean;
  readonly x: number;
  readonly y: number;
  /** Radius of the shape. */
  readonly size: number;
  /** Null where no label fits; it shows on zoom, hover and focus. */
  readonly place: LabelPlace | null;
  /** Place of the label on a phone, where the same picture is less than half as wide. */
  readonly phonePlace: LabelPlace | null;
}

/** One relationship of the graph. */
export interface SceneEdge {
  readonly id: string;
  readonly type: string;
  readonly from: number;
  readonly to: number;
  readonly doubt: Doubt;
  readonly confidence: number;
  readonly band: Band;
  /** Independent sources. */
  readonly sources: number;
  /** Evidence numbers, in order. */
  readonly evidence: readonly number[];
  /** Evidence numbers of the sentences that deny it. */
  readonly denials: readonly number[];
  /** Qualifiers such as `1.8 million pills` or a post's title, or null. */
  readonly detail: string | null;
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
  /** The gravest doubt in it. */
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
  readonly label: LabelPlace;
  readonly phoneLabel: LabelPlace | null;
}

/** One hop of a chain: the edge, and whether it is walked from its start to its end. */
export interface SceneHop {
  readonly edge: number;
  readonly forward: boolean;
}

/** A chain of evidence from one thing to another. */
export interface SceneChain {
  /** Node indexes, one more than hops. */
  readonly stops: readonly number[];
  readonly hops: readonly SceneHop[];
  readonly borders: number;
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

export interface SceneKind {
  readonly kind: string;
  /** Things of the kind that are drawn. */
  readonly drawn: number;
  readonly count: number;
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
  readonly nodes: readonly ContentNode[];
  readonly edges: readonly Omit<SceneEdge, "line">[];
  readonly evidence: readonly SceneEvidence[];
  readonly documents: readonly SceneDocument[];
  readonly months: readonly SceneMonth[];
  readonly spans: readonly SceneSpan[];
  readonly counts: SceneCounts;
}

/** The picture and all it says, as plain JSON; every painter draws the same one. */
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
  readonly kinds: readonly SceneKind[];
  readonly months: readonly SceneMonth[];
  readonly spans: readonly SceneSpan[];
  readonly counts: SceneCounts;
  /** Chains over borders worth following, best first. */
  readonly chains: readonly SceneChain[];
  /** Index in `chains` of the one that is drawn, or null. */
  readonly open: number | null;
}
