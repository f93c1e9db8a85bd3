// What files of other programs leave open: a node without labels and a link without a type.

/** The label of a node of which nothing is told. */
export const PLAIN_LABEL = "Node";

/** The type of a link of which nothing is told. */
export const PLAIN_TYPE = "LINK";
