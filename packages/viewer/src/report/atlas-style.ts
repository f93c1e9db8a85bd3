/** Styles of the board of a large case. */
export const ATLAS_STYLE = `
.atlas .key{padding:18px 14px 16px 22px}
.front:has(.atlas){height:auto}
.board.atlas{grid-template:auto/190px minmax(0,1fr) 300px;flex:none;align-items:start}
.atlas .key,.atlas .drawer{position:sticky;top:0;max-height:max(100vh,600px)}
.atlas .plate{padding:0}
.atlas .plate figcaption{margin:0}
.atlas .drawer{padding:18px 20px 24px;align-self:stretch;position:static;max-height:none}
.atlas .drawer .view{position:sticky;top:0;max-height:100vh;overflow:auto}
.overviews svg{width:100%;height:auto}
.overviews svg.wide{display:block}
.overviews svg.middle,.overviews svg.phone{display:none}
.overviews .state,.overviews .listed [data-state],.overviews .band,.overviews .band-words *{cursor:pointer}
.overviews .state:hover>path:first-child{fill:var(--rule)}
.overviews .chosen path:not(.hit){stroke-opacity:1;filter:brightness(.75)}
.overviews.hushed .band:not(.chosen){opacity:.35}
.atlas .stage{min-height:min(78vh,712px);height:auto;aspect-ratio:900/712}
.flow-icon{flex:none;width:32px}
.legend small{font-size:11px}
.widths{margin-top:6px}
.widths li{grid-template-columns:32px 1fr}
.strongest .drawer-title a,.ranking a{text-decoration:none}
.strongest .drawer-title a:hover,.ranking a:hover{text-decoration:underline}
.members{margin:0 0 12px}
.members li{font-size:13.5px;padding:1.5px 0}
.view h3.eyebrow{margin:14px 0 4px}
.ranking{margin:14px 0}
.ranking li{display:flex;gap:12px;border-top:1px solid var(--rule);padding:10px 0;font-size:13.5px;line-height:1.35}
.ranking li .flow-icon{margin-top:3px}
.ranking a{font-weight:600}
.ranking p{font-size:12.5px}
.reading{margin-top:22px}
.reading>summary{cursor:pointer}
.crossing{border-top:1px solid var(--rule);padding:10px 0 2px}
.crossing>h3{font-size:14px;font-weight:600}
.entity li>a,.back-links a{unicode-bidi:isolate}
.entity li>i{color:var(--soft);font-style:normal;font-size:12px}
.entity li:target{background:var(--mark)}
.group h3 .icon{display:inline-block;vertical-align:-3px;margin-right:6px}
.entity .back-links{color:var(--soft)}
@media screen and (max-width:1439px){
.overviews svg.wide{display:none}
.overviews svg.middle{display:block}
}
@media screen and (max-width:1239px){
.board.atlas{display:flex;flex-direction:column}
.atlas .plate{order:1;width:100%;height:auto}
.atlas .drawer{order:2;width:100%}
.atlas .key{order:3;width:100%;position:static;max-height:none;border:0;border-top:1px solid var(--rule)}
}
@media screen and (max-width:760px){
.overviews svg.middle{display:none}
.overviews svg.phone{display:block}
.atlas .stage{min-height:0}
.atlas .captions,.atlas .handles,.atlas .backdrop text{display:none}
}
@media print{
.board.atlas{align-items:stretch}
.atlas .key,.atlas .drawer{position:static;max-height:none}
.overviews svg.wide{display:block}
.overviews svg.middle,.overviews svg.phone{display:none}
.overviews{display:block!important;break-inside:avoid}
.overviews svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`;
