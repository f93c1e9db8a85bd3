/**
 * The regions of the overview in the order of its columns from west to east and, inside a column, from
 * north to south: subregions of the UN, merged where two are rarely told apart. Fixed, so that a reader
 * learns the page once. Data: id, column, latitude by which it is set, name, short name, states.
 */
export const REGION_TABLE = `
north-america	0	48	North America	North America	us ca bm gl pm
central-america	0	16	Central America	Central America	mx gt bz hn sv ni cr pa cu jm ht do bs tt bb ag dm gd kn lc vc pr aw cw
south-america	0	-16	South America	South America	co ve ec pe bo br cl ar py uy gy sr gf
western-europe	1	50	Western Europe	Western Europe	gb ie fr de at ch nl be lu es pt it mt ad mc sm va li dk se no fi is ee lv lt gi im je gg fo
north-africa	1	29	North Africa	North Africa	ma dz tn ly eg sd eh
west-africa	1	6	West Africa, Sahel	West Africa	ml ne ng sn gm gn gw sl lr ci gh tg bj bf mr cv td cm cf ga cg cd gq st ao
balkans	2	47	Balkans and the East	Balkans	al ba bg cz gr hr hu md me mk pl ro rs si sk ua by xk
levant	2	36	Turkey and the Levant	Turkey, Levant	tr sy lb il ps jo iq cy
gulf	2	22	Gulf and Yemen	The Gulf	sa kw bh qa ae om ye
south-africa	2	-14	East and South Africa	East Africa	ss et er dj so ke ug rw bi tz mz mg mw zm zw bw na za ls sz km sc mu
central-asia	3	48	Central Asia	Central Asia	ru kz uz tm kg tj ge am az mn
indus	3	28	Iran to the Indus	Iran to Indus	ir af pk in np bt bd lk mv
east-asia	4	24	East Asia	East Asia	cn kp kr jp tw hk mo mm th la kh vn my sg id ph bn tl
oceania	4	-24	Oceania	Oceania	au nz pg sb vu fj nc pf ws to ki tv nr fm mh pw
`;

/** Where what no region holds stands. */
export const ELSEWHERE = "elsewhere\t4\t-60\tElsewhere\tElsewhere\t";

/** Names by which reports call a state for short, for where the whole does not fit. */
export const SHORT_STATES = `
gb	UK
us	US
ae	UAE
ba	Bosnia
mk	N. Macedonia
cf	Central Afr. Rep.
cd	DR Congo
cg	Congo
pg	Papua N. Guinea
sb	Solomon Is.
do	Dominican Rep.
cz	Czechia
tl	Timor-Leste
tt	Trinidad
`;
