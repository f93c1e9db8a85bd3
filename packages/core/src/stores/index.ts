export type {
  GraphStore,
  LoadChanges,
  LoadOptions,
  LoadProgress,
  RunOptions,
  StoreCapabilities,
  StoreResult,
} from "./graph-store.js";
export { createMemoryStore, MemoryStore, type MemoryStoreOptions } from "./memory/memory-store.js";
