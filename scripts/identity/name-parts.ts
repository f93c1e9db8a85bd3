// Parts of invented names with the spellings that desks give them. Odd and even ones never meet: one half
// of the parts makes the pairs that weights are fitted to, the other the pairs that they are tried on.

/** A part of a name in several spellings. */
export type Part = readonly string[];

const parts = (text: string): readonly Part[] =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split("|"));

export const GIVEN: readonly Part[] = parts(`
  Mahmoud|Mahmud
  Youssef|Yusuf|Yousef
  Khaled|Khalid
  Hussein|Husain|Hussain
  Qassem|Kassem|Qasim
  Abdullah|Abdallah
  Mustafa|Moustafa
  Nasser|Nasir
  Faisal|Faysal
  Tarek|Tariq
  Saeed|Said
  Jaafar|Jafar
  Shirko|Sherko
  Rebwar|Rêbwar
  Behrouz|Behruz
  Farhad|Ferhad
  Mehmet|Mehmed
  Şükrü|Sukru
  Sergei|Sergey
  Dmitri|Dmitry
  Yevgeny|Evgeny
  Aleksandr|Alexander
  José|Jose
  Joaquín|Joaquin
`);

export const FAMILY: readonly Part[] = parts(`
  al-Shammari|Al Shamari|al-Shamary
  al-Dulaimi|Al Dulaymi
  al-Khafaji|Al-Khafagi
  al-Jubouri|al-Juburi
  Haddad|Hadad
  Sarraf|Sarraaf
  Tawil|Taweel
  Qabbani|Kabbani
  Zangana|Zengene
  Barwari|Berwari
  Khoshnaw|Khoshnau
  Rostami|Rustami
  Ghaffari|Gaffari
  Yıldırım|Yildirim
  Kılıçoğlu|Kilicoglu
  Öztürk|Ozturk
  Vorontsov|Voroncov
  Zhdanov|Jdanov
  Tikhonov|Tihonov
  Muñoz|Munoz
  Echeverría|Echeverria
  Villaseñor|Villasenor
  Benítez|Benitez
  Arístegui|Aristegui
`);

/** Given names that are near and another's: brothers, women, strangers. */
export const NEAR_GIVEN: readonly Part[] = parts(`
  Karim|Karima
  Jamal|Jamil
  Rashid|Rashad
  Salem|Salim
  Hamed|Hamid
  Amin|Amina
  Omar|Amir
  Nadir|Nadim
  Samir|Samira
  Majid|Majed
  Bashar|Bashir
  Hassan|Hossein
  Anas|Anis
  Marwan|Marwa
  Fadi|Fadel
  Luis|Luisa
`);

export const NEAR_FAMILY: readonly Part[] = parts(`
  Hassan|Hassani
  Nasr|Naser
  Marwan|Marwani
  Haddad|Haddadi
  Salman|Suleiman
  Kaya|Kayar
  Ivanov|Ivanova
  Torres|Torrens
  Morales|Moreales
  Barzan|Barzani
  Rahman|Rahmani
  Petrov|Petrovich
  Aslan|Arslan
  Demir|Demirel
  Kazem|Kazemi
  Sabri|Sabra
`);

/** States with demonym, a town of theirs and another. */
export const STATES: readonly Part[] = parts(`
  Iraq|Iraqi|Basra|Erbil
  Jordan|Jordanian|Amman|Irbid
  Lebanon|Lebanese|Beirut|Sidon
  Syria|Syrian|Homs|Aleppo
  Turkey|Turkish|Mersin|Izmir
  Egypt|Egyptian|Cairo|Alexandria
  Colombia|Colombian|Cali|Medellin
  Peru|Peruvian|Lima|Cusco
  Spain|Spanish|Seville|Cadiz
  Albania|Albanian|Tirana|Shkoder
  Kuwait|Kuwaiti|Hawalli|Jahra
  Morocco|Moroccan|Tangier|Fez
`);

/** Bodies in two wordings or languages. */
export const BODIES: readonly Part[] = parts(`
  Ministry of Interior|Interior Ministry
  Border Guard Command|Border Guard
  National Customs Service|Customs Service
  Anti-Narcotics Department|Directorate of Narcotics Control
  Organised Crime Directorate|Organized Crime Department
  Coast Guard|Coastguard
  Defence Ministry|Ministry of Defense
  Federal Inquiry Bureau|Federal Bureau of Inquiry
  Harbour Protection Agency|Agency for Harbour Protection
  River Patrol Service|Service of River Patrol
  Financial Crime Authority|Authority for Financial Crime
  Directorate of Public Health|Public Health Directorate
  Orchard Inspection Bureau|Bureau of Orchard Inspection
  Desert Patrol Command|Command of Desert Patrol
`);

/** Bodies of one state that are near and two. */
export const NEAR_BODIES: readonly Part[] = parts(`
  National Security Service|National Intelligence Service
  Border Guard|Coast Guard
  Customs Investigation Office|Customs Laboratory
  Ministry of Interior|Ministry of Justice
  Military Police|Military Intelligence
  First Brigade|Second Brigade
  15th Brigade|50th Brigade
  Anti-Narcotics Department|Anti-Corruption Department
  Federal Police|National Police
  Supreme Court|Criminal Court
  Fourth Regiment|Fifth Regiment
  Narcotics Prosecutor|Finance Prosecutor
`);

/** Names of groups in two spellings; none is in a lexicon. */
export const GROUPS: readonly Part[] = parts(`
  Red Sparrow|Redsparrow
  Night Harvest|Night-Harvest
  Jaish al-Nahr|Jaysh al-Nahr
  Nur Sharqi|Nour Sharqi
  Glass Harbour|Glassharbour
  Stone Gate|Stone-Gate
  Palm Terrace|Palm-Terrace
  Khat Ramadi|Khatt Ramadi
  Iron Orchard|Iron-Orchard
  Tall Reed|Tall-Reed
  Copper Kettle|Copper-Kettle
  Blue Anchor|Blue-Anchor
  Dahab Rimal|Dhahab Rimal
  Salt Ladder|Salt-Ladder
`);

/** Names of groups that are near and two. */
export const NEAR_GROUPS: readonly Part[] = parts(`
  Red Sparrow|Red Swallow
  Night Harvest|Night Harbour
  Stone Gate|Stone Gale
  Palm Terrace|Pine Terrace
  Jaish al-Nahr|Jaish al-Nasr
  Iron Orchard|Iron Orchid
  Tall Reed|Tall Weed
  Blue Anchor|Blue Archer
  Salt Ladder|Salt Adder
  Copper Kettle|Copper Nettle
  Saraya al-Wadi|Saraya al-Hadi
  Glass Harbour|Grass Harbour
`);

/** Firms and vessels; none is in a lexicon. */
export const FIRMS: readonly Part[] = parts(`
  Zagros Fresh Produce
  Delta Ceramics
  Orontes Shipping
  Anadol Tyre
  Levant Citrus
  Karun Plastics
  Sierra Alta Flores
  Hauran Textiles
  Atlas Marble
  Bekaa Packaging
`);

export const VESSELS: readonly Part[] = parts(`
  Jamila
  Al Rahma
  Sea Lark
  Golden Tern
  Noor One
  Costa Serena
  Kaptan Yusuf
  Estrella Negra
  Blue Heron
  Amal Star
`);
