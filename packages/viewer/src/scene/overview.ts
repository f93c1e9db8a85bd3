import type { Box, Point } from "./scene.js";

/** What crosses a border, in the order of the key. */
export const FLOWS = ["route", "cooperation", "network", "abroad"] as const;
export type Flow = (typeof FLOWS)[number];

/** What joins two states in one way: its edges and what they are worth. */
export interface Crossing {
  readonly flow: Flow;
  /** Nodes of the two states; a route and an act abroad lead from the first to the second. */
  readonly from: number;
  readonly to: number;
  /** Indexes of the edges that say it, the best proved first. */
  readonly edges: readonly number[];
  /** Things it is about: goods moved, a group active in both; nodes, most told first. */
  readonly about: readonly number[];
  /** Independent sources. */
  readonly sources: number;
}

/** How a crossing is shown: in a band between regions or states, or as a stroke in both grounds. */
export interface Band {
  readonly flow: Flow;
  /** Regions by index, or states by node, that it joins. */
  readonly grain: "state" | "region";
  readonly from: number;
  readonly to: number;
  /** Indexes of crossings. */
  readonly crossings: readonly number[];
  /** Independent sources of all of them together: the union, never the sum. */
  readonly sources: number;
  /** Goods it carries first, or null. */
  readonly word: string | null;
}

/** A run of marks of one kind: each stands for `unit` things. */
export interface MarkRun {
  readonly kind: string;
  readonly points: readonly Point[];
}

/** Strokes of one kind of crossing. */
export interface StrokeRun {
  readonly flow: Flow;
  readonly points: readonly Point[];
}

/** A text on the overview; `y` is its baseline. */
export interface PlacedText extends Point {
  readonly text: string;
  readonly box: Box;
}

/** What is written of a state: its name, a mark a thing, a stroke a thin crossing. */
export interface StateContents {
  readonly node: number;
  readonly names: readonly PlacedText[];
  readonly marks: readonly MarkRun[];
  readonly figures: readonly PlacedText[];
  readonly strokes: readonly StrokeRun[];
}

export interface OverviewGround extends StateContents {
  readonly box: Box;
  /** True from 24 marks on: its name is written in ink. */
  readonly strong: boolean;
}

/** A state that is a line of its region's list; `soft` where nothing is told of it but its name. */
interface ListedState extends StateContents {
  /** All of its line. */
  readonly box: Box;
  readonly soft: boolean;
}

export interface OverviewRegion {
  readonly name: string;
  readonly box: Box;
  readonly label: PlacedText;
  readonly grounds: readonly OverviewGround[];
  readonly listed: readonly ListedState[];
  /** Crossings inside the region whose states do not touch: how many of a kind. */
  readonly tags: readonly (PlacedText & { readonly flow: Flow })[];
}

/** Things that no state holds, counted. */
export interface StatelessBox {
  readonly kind: "international" | "unnamed";
  readonly name: string;
  readonly box: Box;
  readonly label: PlacedText;
  readonly rows: readonly (PlacedText & { readonly kind: string })[];
}

/** A band with its course over the water. */
export interface DrawnBand {
  /** Index in `bands`. */
  readonly band: number;
  readonly width: number;
  readonly points: readonly Point[];
  /** A bridge over the few pixels between two grounds that touch. */
  readonly bridge: boolean;
  readonly label: PlacedText | null;
  /** A number in a ring on the band, or null. */
  readonly ring: Point | null;
}

/** One drawing of the overview, for a page of about its width. */
export interface OverviewPlate {
  readonly width: number;
  readonly height: number;
  /** Things that one mark stands for. */
  readonly unit: number;
  /** Regions are the grounds themselves, with figures: the grain of a phone. */
  readonly coarse: boolean;
  readonly regions: readonly OverviewRegion[];
  readonly boxes: readonly StatelessBox[];
  readonly bands: readonly DrawnBand[];
}

/** From how many sources a kind of crossing is drawn as a band. */
export type Thresholds = Readonly<Record<Flow, number>>;

/** Where a region and its states are on the wide plate. */
interface RegionSpot {
  readonly name: string;
  readonly box: Box;
  /** Nodes of its states with their grounds; null for a state that is a line of its list. */
  readonly states: readonly (readonly [node: number, box: Box | null])[];
}

/** What crosses in a large case and where its states are. */
export interface PageOverview {
  readonly crossings: readonly Crossing[];
  readonly bands: readonly Band[];
  readonly thresholds: Thresholds;
  /** Names of the regions that bands of that grain join, by index. */
  readonly regionNames: readonly string[];
  readonly size: { readonly width: number; readonly height: number };
  readonly places: readonly RegionSpot[];
}

/** The same with the drawings of it, at three sizes of page. */
export interface Overview extends PageOverview {
  readonly wide: OverviewPlate;
  readonly middle: OverviewPlate;
  readonly phone: OverviewPlate;
}
