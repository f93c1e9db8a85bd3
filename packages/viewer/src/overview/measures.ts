/** Sizes of the overview, in CSS pixels at the width it is made for. */
export const PITCH = { x: 8.3, y: 9.4 } as const;
export const MARK_RADIUS = 3.3;
/** Between strokes of a kind, and between kinds. */
export const STROKE = { step: 3.3, gap: 4.5, height: 8 } as const;
/** Inside a ground, left and right, above its name, below its last row. */
export const PAD = { side: 9, top: 6, bottom: 8 } as const;
/** Water between states, between regions of a column, between columns, and to the rim. */
export const WATER = { states: 8, regions: 36, columns: 42, narrow: 22, rim: 12 } as const;
/** Inside a region, around its grounds; its name stands in the head. */
export const REGION_PAD = { side: 8, head: 24, foot: 10 } as const;
/** Sizes of type: none is below 10. */
export const TYPE = { figure: 10, list: 10.5, state: 11, strong: 12, region: 11.5 } as const;
export const TRACKING = 0.06;
/** Marks from which the name of a state is written in ink. */
export const STRONG_FROM = 24;
/** Grounds at most, and things without which a state is a line of its region's list. */
export const MOST_GROUNDS = 36;
export const FEWEST_THINGS = 7;
/** Marks at most; beyond, one stands for several things. */
export const MOST_MARKS = 700;
export const UNITS: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
/** From this count on a figure stands behind the marks. */
export const FIGURE_FROM = 10;
/** Up to so many marks all kinds run on in one row. */
export const RUN_ON = 16;
/** Strokes of one ground, beyond which one stands for several crossings. */
export const MOST_STROKES = 30;
