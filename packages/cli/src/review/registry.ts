import { conflicts } from "./kinds/conflicts.js";
import { links } from "./kinds/links.js";
import { pairs } from "./kinds/pairs.js";
import type { QueueKind } from "./review-item.js";

/** The kinds of queues; the first is the one without an option. */
export const QUEUE_KINDS: readonly [QueueKind, ...QueueKind[]] = [pairs, links, conflicts];
