import type { ViewState } from "../interact/view-state.js";

/** Holds the state of the page and tells whoever draws it. */
export interface Store {
  readonly state: ViewState;
  /** Changes part of the state; listeners hear of it once, after the change. */
  readonly set: (change: Partial<ViewState>) => void;
  readonly listen: (listener: (state: ViewState, before: ViewState) => void) => void;
}

export function createStore(start: ViewState): Store {
  const listeners: ((state: ViewState, before: ViewState) => void)[] = [];
  let state = start;
  return {
    get state() {
      return state;
    },
    set: (change) => {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, before);
    },
    listen: (listener) => {
      listeners.push(listener);
    },
  };
}
