// Which networks move what, where, and in how many independent sources?
MATCH (n:Network)-[t:TRAFFICS]->(d:Drug)
OPTIONAL MATCH (n)-[o:OPERATES_IN]->(where)
RETURN n.name AS network, d.name AS drug, t.modality AS said, t.sources AS sources, collect(DISTINCT where.name) AS operates_in
ORDER BY sources DESC, network, drug;

// On which roads through a third state is a drug said to move, in how many reports, and what is the sentence?
MATCH (r:Route)-[:FROM]->(:Country), (r)-[leg:TO]->(:Country)
WHERE EXISTS { (r)-[:VIA]->(:Country) }
RETURN DISTINCT r.name AS road, r.modality AS said, size(r.documents) AS reports, leg.quotes[0] AS quote
ORDER BY reports DESC, road;

// Which agencies of two different states worked together, and what is the sentence?
MATCH (a:Agency)-[:AGENCY_OF]->(ca:Country), (b:Agency)-[:AGENCY_OF]->(cb:Country), (a)-[w:COOPERATED_WITH]-(b)
WHERE ca.name < cb.name
RETURN ca.name AS state, a.name AS agency, b.name AS partner, cb.name AS of_state, w.quotes[0] AS quote
ORDER BY state, agency, partner;
