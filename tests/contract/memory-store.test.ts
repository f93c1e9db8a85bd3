import { createMemoryStore } from "@redthread/core/stores";
import { describeGraphStore } from "./graph-store.contract.js";

describeGraphStore("memory store", async () => createMemoryStore(undefined, { clock: Date.now }));
