/**
 * What `elementId()` gives and results carry: the element's place in the graph, which no other element
 * of its kind has. The property `id` of two nodes may be the same.
 */
export const elementIdOfNode = (slot: number): string => `n${slot}`;

export const elementIdOfRelationship = (slot: number): string => `r${slot}`;
