/** The two files of a set of tables. */
export const NODES_FILE = "nodes.csv";
export const LINKS_FILE = "relationships.csv";
