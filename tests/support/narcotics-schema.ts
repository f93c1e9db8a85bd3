import type { Schema } from "@redthread/core/model";
import { smallPack } from "./small-pack.js";

/** The types of the narcotics pack, for tests that make things by hand. */
export const narcoticsSchema: Schema = smallPack().schema;
