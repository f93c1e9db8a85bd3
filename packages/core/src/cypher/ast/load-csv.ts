/** LOAD CSV is a call of the procedure of this name, which no query can write. */
export const LOAD_CSV = "load csv";
