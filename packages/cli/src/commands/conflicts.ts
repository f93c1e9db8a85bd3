import type { AddCommand } from "../add-command.js";
export const addConflictsCommand: AddCommand = () => {};
