// The table of how pairs are made. 500 a half, 58 % of them different.
import type { Way } from "./way.js";
import { BODY_WAYS } from "./ways-of-bodies.js";
import { GROUP_WAYS, OTHER_WAYS } from "./ways-of-groups.js";
import { PEOPLE } from "./ways-of-people.js";

export const WAYS: readonly Way[] = [...PEOPLE, ...BODY_WAYS, ...GROUP_WAYS, ...OTHER_WAYS];
