// Which networks move what, where, and in how many independent sources?
MATCH (n:Network)-[t:TRAFFICS]->(d:Drug)
OPTIONAL MATCH (n)-[o:OPERATES_IN]->(where)
RETURN n.name AS network, d.name AS drug, t.modality AS said, t.sources AS sources, collect(DISTINCT where.name) AS operates_in
ORDER BY sources DESC, network, drug;

// On which roads over at least two borders did the authorities find drugs, and what did they catch?
MATCH (r:Route)-[:OF]->(d:Drug), (r)-[:FROM]->(origin:Country), (r)-[:TO]->(target:Country)
OPTIONAL MATCH (r)-[:VIA]->(transit:Country)
RETURN d.name AS drug, origin.name AS origin, collect(DISTINCT transit.name) AS through, target.name AS target, r.modality AS said
ORDER BY origin, target, drug;

// Which agencies of two different states worked together, and what is the sentence?
MATCH (a:Agency)-[:AGENCY_OF]->(ca:Country), (b:Agency)-[:AGENCY_OF]->(cb:Country), (a)-[w:COOPERATED_WITH]-(b)
WHERE ca.name < cb.name
RETURN ca.name AS state, a.name AS agency, b.name AS partner, cb.name AS of_state, w.quotes[0] AS quote
ORDER BY state, agency, partner;
