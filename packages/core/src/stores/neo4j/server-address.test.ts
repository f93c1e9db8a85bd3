import { describe, expect, it } from "vitest";
import { readAddress } from "./server-address.js";

describe("the address of a server", () => {
  it.each([
    "bolt://localhost:7687",
    "neo4j://db.example.org",
    "neo4j+s://db-1.example.org/",
    "bolt+ssc://127.0.0.1:7687",
    "bolt://[::1]:7687",
    "  bolt://localhost  ",
  ])("is %s", (text) => {
    expect(readAddress(text)).toBe(text.trim());
  });

  it.each([
    "neo4j:s3cret@host:7687",
    "bolt:neo4j:s3cret@h",
    "bolt:/neo4j:s3cret@h",
    "bolt:\\\\neo4j:s3cret@h",
    " bolt://neo4j:s3cret@h",
    "bolt2://neo4j:s3cret@h",
    "s3://neo4j:s3cret@h",
    "neo4j+x-y://neo4j:s3cret@h",
    "bolt://neo4j:s3cret/x@127.0.0.1:1",
    "bolt://neo4j%3As3cret%40h",
    "bolt://h/neo4j:s3cret@x",
    "bolt://neo4j:s3cret＠h",
    "bolt://s3cret@h",
    "bolt://h:7687?user=neo4j&password=s3cret",
    "bolt://h#s3cret",
    "bolt:////s3cret",
    "bolt://h:s3cret",
    "BOLT://neo4j:s3cret@h",
    "http://neo4j:s3cret@localhost",
    "s3cret",
    "bolt://h:76877687",
    "bolt://h:99999",
    "bolt://h s3cret",
    "bolt://h\ns3cret",
    "",
  ])("is not %j, and nothing of it is repeated", (text) => {
    const message = (() => {
      try {
        return readAddress(text);
      } catch (error) {
        return String(error);
      }
    })();
    expect(message).toContain("no Neo4j address");
    expect(message).not.toContain("s3cret");
  });
});
