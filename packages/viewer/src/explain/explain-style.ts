/** Styles that only the page of an explanation has; the rest is the report's. */
export const EXPLAIN_STYLE = `
.front-plain{padding-bottom:12px}
.notes{max-width:1180px;margin:0 auto;padding:18px 28px 0;font-size:13.5px;color:var(--soft)}
.notes b{color:var(--ink);font-weight:600}
.sentence{display:grid;grid-template-columns:34px minmax(0,1fr) minmax(0,1fr);gap:0 28px;border-top:1px solid var(--rule);padding:16px 0 18px}
.sentence:target{background:var(--land)}
.sentence>.number{font:400 12.5px/1.9 var(--sans);color:var(--soft);text-align:right;text-decoration:none;font-variant-numeric:tabular-nums}
.sentence blockquote{font-size:17px;line-height:1.6}
.sentence.unread blockquote{color:var(--soft)}
.role{font-size:12px;color:var(--soft);letter-spacing:.02em}
mark.name{background:none;border-bottom:2px solid var(--edge);border-radius:0;padding:0 0 1px}
mark.name mark.name{border-bottom-style:dotted}
.read-links>li{padding:0 0 11px;font-size:13.5px;line-height:1.45}
.read-links .claim{margin:0 0 2px}
.read-links .claim .type{color:var(--thread);font-weight:600;font-size:12px;letter-spacing:.03em}
.read-links .no-link .type{color:var(--soft);text-decoration:line-through}
.read-links .worth{font-size:12px}
.none{font-size:13px;color:var(--soft);font-style:italic}
.more>ul{font-size:12.5px;line-height:1.5;margin:0 0 8px}
.more>ul>li{padding:1px 0 1px 12px;text-indent:-12px}
.more h4{font:600 11px/1.2 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--soft);margin:8px 0 3px}
.things td:last-child a{margin-right:7px}
@media screen and (max-width:760px){
.sentence{grid-template-columns:26px minmax(0,1fr);gap:8px 12px}
.sentence>.read{grid-column:2}
.notes{padding:16px 16px 0}
}
@media print{
.sentence{break-inside:avoid}
.more::details-content{content-visibility:visible;display:block}
.notes{max-width:none;padding:8pt 0 0}
}
`;
