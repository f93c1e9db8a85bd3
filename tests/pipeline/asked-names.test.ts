// How people ask for what a report names: by another desk's spelling, by a name that no report of the
// case uses, in another script. The report is made up; what its names are also called is the pack's.
import { buildCase } from "@redthread/core/build";
import { createTrace, findEntities, namesOf, searchNames } from "@redthread/core/trace";
import { describe, expect, it } from "vitest";
import { narcoticsPack } from "../support/read-pack.js";

const REPORT = `Quay Gazette
3 March 2026

BAGHDAD, 3 March 2026 (Quay Gazette) – The Iraqi National Intelligence Service (INIS) arrested Nasser al-Shammari in Baghdad on 1 March and seized 40,000 Captagon pills.
The Iraqi National Security Service seized 12 kilograms of hashish and 3 kilograms of crystal meth in Deir ez-Zor on 2 March.
Colonel Youssef al-Khatib, spokesman of the Iraqi National Intelligence Service, said that Qassem Murad and Abdul Rahman Othman were members of the Salt Road network.
The Salt Road network is linked to Hezbollah, the statement said.
Major Mustafa al-Kadhimi, director of the Border Ports Authority, said that Islamic State militants had bought pills in Homs.
The pills were smuggled from Syria through Jordan to Kuwait and Saudi Arabia.
The Lebanese Army raided a workshop in Baalbek on 28 February and arrested Hassan Dekko.
`;

const pack = narcoticsPack();
const { graph } = buildCase([{ path: "quay.txt", bytes: new TextEncoder().encode(REPORT) }], {
  pack,
});
const trace = createTrace(graph, pack.schema);
const namesFound = (wanted: string) => findEntities(trace, wanted).map(({ name }) => name);
const namesOffered = (wanted: string) =>
  searchNames(namesOf(trace), wanted, 5).map((at) => trace.graph.nodes[at]?.name);

describe("a name as people ask for it", () => {
  it.each([
    ["Nasser al-Shammari", "Nasser al-Shammari"],
    ["Nasir al Shamari", "Nasser al-Shammari"],
    ["Naser Al-Shamari", "Nasser al-Shammari"],
    ["nasser shammari", "Nasser al-Shammari"],
    ["Nassir el-Shammary", "Nasser al-Shammari"],
    ["ناصر الشمري", "Nasser al-Shammari"],
    ["Yusuf al-Khateeb", "Youssef al-Khatib"],
    ["Yousef Khatib", "Youssef al-Khatib"],
    ["يوسف الخطيب", "Youssef al-Khatib"],
    ["Kassem Murad", "Qassem Murad"],
    ["Qasim Mourad", "Qassem Murad"],
    ["قاسم مراد", "Qassem Murad"],
    ["Abdelrahman Osman", "Abdul Rahman Othman"],
    ["Abd al-Rahman Uthman", "Abdul Rahman Othman"],
    ["Mustafa Kazemi", "Mustafa al-Kadhimi"],
    ["Mostafa al-Kazimi", "Mustafa al-Kadhimi"],
    ["Hasan Dekko", "Hassan Dekko"],
    ["Hassan Dikko", "Hassan Dekko"],
    ["Daesh", "Islamic State"],
    ["daesh", "Islamic State"],
    ["Da'esh", "Islamic State"],
    ["ISIS", "Islamic State"],
    ["ISIL", "Islamic State"],
    ["داعش", "Islamic State"],
    ["تنظيم الدولة الإسلامية", "Islamic State"],
    ["الدولة الاسلامية", "Islamic State"],
    ["captagon", "Captagon"],
    ["كبتاغون", "Captagon"],
    ["الكبتاغون", "Captagon"],
    ["كبتاجون", "Captagon"],
    ["Kaptagon", "Captagon"],
    ["fenethylline", "Captagon"],
    ["Captagno", "Captagon"],
    ["حشيش", "hashish"],
    ["الحشيش", "hashish"],
    ["charas", "hashish"],
    ["شبو", "methamphetamine"],
    ["methamphetamine", "methamphetamine"],
    ["Hizballah", "Hezbollah"],
    ["Hizbullah", "Hezbollah"],
    ["حزب الله", "Hezbollah"],
    ["INIS", "Iraqi National Intelligence Service"],
    ["جهاز المخابرات الوطني العراقي", "Iraqi National Intelligence Service"],
    ["INSS", "Iraqi National Security Service"],
    ["الجيش اللبناني", "Lebanese Army"],
    ["Dayr az-Zawr", "Deir ez-Zor"],
    ["Deir al-Zour", "Deir ez-Zor"],
    ["حمص", "Homs"],
    ["بعلبك", "Baalbek"],
    ["Ba'albak", "Baalbek"],
    ["بغداد", "Baghdad"],
    ["العراق", "Iraq"],
    ["سوريا", "Syria"],
    ["الأردن", "Jordan"],
    ["الكويت", "Kuwait"],
    ["السعودية", "Saudi Arabia"],
    ["KSA", "Saudi Arabia"],
  ])("%s is %s", (wanted, name) => {
    expect(namesFound(wanted)).toEqual([name]);
    expect(namesOffered(wanted)[0]).toBe(name);
  });

  it.each([
    ["INIS", "Islamic State"],
    ["ISIS", "Iraqi National Intelligence Service"],
    ["INSS", "Iraqi National Intelligence Service"],
    ["ISS", "Iraqi National Security Service"],
    ["Omar al-Shammari", "Nasser al-Shammari"],
    ["Hama", "Homs"],
    ["حماة", "Homs"],
    ["Karim Murad", "Qassem Murad"],
  ])("%s never means %s", (wanted, name) => {
    expect(namesFound(wanted)).not.toContain(name);
  });

  it.each([
    ["Shamari", "Nasser al-Shammari"],
    ["khateeb", "Youssef al-Khatib"],
    ["الشمري", "Nasser al-Shammari"],
    ["Salt Road", "Salt Road network"],
  ])("%s is too little to be taken for %s, and is offered", (wanted, name) => {
    expect(namesFound(wanted)).toEqual([]);
    expect(namesOffered(wanted)).toContain(name);
  });
});
