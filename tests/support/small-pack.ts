import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readPackFiles } from "@redthread/cli";
import { type DomainPack, loadPack, type PackFiles } from "@redthread/core/packs";

/** The few places that unit tests speak of; the shipped gazetteer takes ten times as long to read. */
const PLACES = `id	name	alternates	iso2	level	latitude	longitude	population
geonames:1	Rotterdam		nl	locality	51.922	4.479	598199
geonames:2	Antwerpen	Antwerp	be	locality	51.221	4.399	459805
iso:IQ-BA	Basra	Al Basrah	iq	adm1	30.50	47.80	2908000
geonames:3	Al Basrah	Basra	iq	locality	30.508	47.783	1326564
geonames:4	Baghdad		iq	locality	33.340	44.401	7216000
geonames:5	Erbil	Arbil|Hawler	iq	locality	36.183	44.011	1612700
geonames:6	As Sulaymānīyah	Sulaimani|Sulaymaniyah	iq	locality	35.565	45.433	878146
geonames:7	Damascus	Dimashq	sy	locality	33.510	36.291	1569394
geonames:8	Homs	Hims	sy	locality	34.727	36.723	775404
geonames:9	Valencia		es	locality	39.473	-0.376	789744
geonames:10	Valencia		ve	locality	10.162	-68.007	1619470
geonames:11	Van	Wan	tr	locality	38.494	43.380	371713
geonames:12	Reading		gb	locality	51.456	-0.971	318014
geonames:13	Guayaquil		ec	locality	-2.196	-79.886	2723665
geonames:14	Posorja		ec	locality	-2.700	-80.233	18000
geonames:15	Santa Cruz		bo	locality	-17.786	-63.181	1364389
geonames:16	Hassan		in	locality	13.005	76.102	128531
geonames:17	Lagos		ng	locality	6.454	3.394	15388000
geonames:18	Manta		ec	locality	-0.949	-80.731	183166
geonames:19	Lisbon	Lisboa	pt	locality	38.716	-9.133	517802
geonames:20	Canberra		au	locality	-35.283	149.128	367752
geonames:21	Los Angeles		us	locality	34.052	-118.244	3971883
`;

/** Texts of a pack's files with a gazetteer of some twenty places. */
export function smallPackFiles(name = "narcotics"): PackFiles {
  const files = readPackFiles(name);
  return { ...files, world: new Map(files.world).set("gazetteer/places.tsv", PLACES) };
}

/** A pack with a gazetteer of some twenty places. */
export const smallPack = (name?: string): DomainPack => loadPack(smallPackFiles(name));

/** Names of the packs that come with the program. */
export const packNames = (): readonly string[] =>
  readdirSync(join(import.meta.dirname, "../../packages/core/packs/domains")).sort();
