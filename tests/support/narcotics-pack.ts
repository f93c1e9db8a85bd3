import type { DomainPack } from "@redthread/core/packs";
import { smallPack } from "./small-pack.js";

/** The narcotics pack, for tests that make things of its types by hand. */
export const narcoticsPack: DomainPack = smallPack();
