/**
 * Two voices, no download: serif for what people said, sans for what the tool says. The sans stack
 * holds fonts of nearly one width, because label places are computed without the reader's fonts.
 */
export const SERIF =
  '"Noto Serif", Georgia, "Source Serif 4", "Liberation Serif", "Times New Roman", serif';
export const SANS =
  '"Noto Sans", "Segoe UI", "Helvetica Neue", Roboto, Arial, "Liberation Sans", sans-serif';

/** Sizes of labels in units of the picture; the picture is laid out for about one unit a CSS pixel. */
export const LABEL_SIZE = 12;
export const SUB_SIZE = 11;
export const GROUND_SIZE = 11;
/** Distance of baselines in font sizes. */
export const LINE_HEIGHT = 1.18;

/** How much larger type and nodes are drawn on a phone, which shows the picture less than half as wide. */
export const PHONE_SCALE = 2.1;
export const PHONE_NODE_SCALE = 1.5;
export const PHONE_THREAD_SCALE = 1.9;
