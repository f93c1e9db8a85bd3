export type {
  GraphStore,
  LoadProgress,
  RunOptions,
  StoreCapabilities,
  StoreResult,
} from "./graph-store.js";
