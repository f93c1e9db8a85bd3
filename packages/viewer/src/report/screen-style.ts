/** Styles of the page on screens: paper, thin rules, two voices. */
export const SCREEN_STYLE = `
*{box-sizing:border-box}
html{font:400 16px/1.5 var(--sans);background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
a{color:inherit;text-decoration-color:var(--rule);text-underline-offset:.18em}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:3px solid var(--focus,#2F6FB3);outline-offset:2px;border-radius:2px}
h1,h2,h3,h4,p,ul,ol,blockquote,figure,table{margin:0;padding:0}
h1,h2.title,.chain-title,.drawer-title{font-family:var(--serif);font-weight:600}
ul,ol{list-style:none}
button,input{font:inherit;color:inherit}
.soft{color:var(--soft)}
.eyebrow{font:600 11px/1.2 var(--sans);letter-spacing:.08em;text-transform:uppercase;color:var(--soft);margin:0 0 10px}
.skip{position:absolute;left:-9999px;top:0}
.skip:focus{left:24px;top:8px;background:var(--card);padding:6px 10px;z-index:9}
.masthead{flex:none;display:flex;flex-wrap:wrap;gap:10px 30px;align-items:flex-end;padding:18px 28px 13px;border-bottom:1px solid var(--rule)}
.masthead .titles{flex:1 1 480px;min-width:0}
.masthead h1{font-size:23px;line-height:1.2;letter-spacing:-.01em;text-wrap:balance}
.standfirst{color:var(--soft);font-size:13.5px;margin-top:4px}
.find{position:relative;flex:0 1 240px;min-width:200px}
.find input{width:100%;border:1px solid var(--rule);background:var(--card);border-radius:5px;padding:7px 12px;font-size:13.5px}
.find input::placeholder{color:var(--soft);opacity:1}
.found{position:absolute;z-index:8;left:0;right:0;top:calc(100% + 4px);background:var(--card);border:1px solid var(--rule);border-radius:5px;max-height:340px;overflow:auto}
.found[hidden]{display:none}
.found li{display:flex;gap:8px;align-items:baseline;padding:7px 12px;font-size:13.5px;cursor:pointer}
.found li small{color:var(--soft);margin-left:auto;text-align:right}
.found li[aria-selected=true],.found li:hover{background:var(--land)}
nav.parts{display:flex;gap:17px;font-size:13.5px;white-space:nowrap;overflow-x:auto}
nav.parts a{color:var(--soft);text-decoration:none;padding:2px 0 4px;border-bottom:2px solid transparent}
nav.parts a:hover,nav.parts a[aria-current]{color:var(--ink);border-color:var(--ink)}
.front{display:flex;flex-direction:column;height:clamp(660px,100vh,1200px)}
.board{flex:1 1 0;min-height:0;display:grid;grid-template:minmax(0,1fr)/208px minmax(0,1fr) 376px}
.board>.key{border-right:1px solid var(--rule);padding:20px 18px 16px 28px;overflow:auto}
.board .eyebrow:not(:first-child){margin-top:26px}
.legend li{display:flex;align-items:center;gap:9px;padding:2.5px 0;font-size:13.5px}
.legend .count,.publishers .count{margin-left:auto;color:var(--soft);font-variant-numeric:tabular-nums}
.legend button{all:unset;display:flex;align-items:center;gap:9px;width:100%;cursor:pointer}
.legend button:focus-visible{outline:3px solid var(--focus,#2F6FB3);outline-offset:2px}
.legend button[aria-pressed=false]{color:var(--soft);text-decoration:line-through}
.legend button[aria-pressed=false] .icon{opacity:.3}
.left-out{font-size:12.5px;line-height:1.4;margin-top:8px}
.icon{flex:none;display:block}
.line-key li{display:grid;grid-template-columns:44px 1fr;gap:11px;align-items:center;padding:2px 0;font-size:13px;color:var(--soft)}
.band-key li{padding:2px 0;font-size:12.5px;line-height:1.4;color:var(--soft)}
.publishers li{display:flex;gap:9px;padding:2px 0;font-size:13.5px}
.plate{position:relative;display:flex;flex-direction:column;min-height:0;min-width:0;padding:12px 14px 0}
.stage{position:relative;flex:1 1 0;min-height:0;overflow:hidden}
.stage svg{display:block;width:100%;height:100%}
.stage .phone{display:none}
.stage .overlay,.sigma-layer{position:absolute;inset:0;pointer-events:none}
.stage .overlay .label,.stage .overlay .node,.stage .overlay .handles text{pointer-events:auto;cursor:pointer}
.stage.enhanced .line{vector-effect:non-scaling-stroke}
.stage.enhanced .shape{transform:scale(var(--shape,1))}
.stage:focus-visible{outline-offset:-3px}
.stage a:focus{outline:none}
.stage.zoomed{cursor:grab}
.controls{grid-area:1/3;display:flex;gap:14px;font-size:12.5px;color:var(--soft)}
.controls button{all:unset;cursor:pointer;padding:2px 0}
.controls button:hover{color:var(--ink)}
.controls button:focus-visible{outline:3px solid var(--focus,#2F6FB3)}
@media screen{.stage.live .lines .line,.stage.live .nodes .shape{opacity:0}}
.plate figcaption{flex:none;display:grid;grid-template-columns:1fr auto auto;gap:0 18px;align-items:baseline;border-top:1px solid var(--rule);margin:10px -14px 0;padding:8px 14px 6px}
.timeline{grid-area:2/1/3/-1;display:block;width:100%;height:auto}
.picture .node,.picture a{cursor:pointer}
.drawer{border-left:1px solid var(--rule);background:var(--card);padding:20px 24px 28px;overflow:auto;min-width:0}
.drawer-title,.drawer h2.title{font-size:19.5px;line-height:1.25;margin:0 0 4px;text-wrap:balance}
.chain{border-top:1px solid var(--rule);padding:11px 0}
.chain:first-of-type{border-top:0}
.chain summary{cursor:pointer;list-style:none;display:block}
.chain summary::-webkit-details-marker{display:none}
.chain summary span{display:block}
.chain-title{font-size:16px;line-height:1.3}
.chain summary .soft{font-size:12.5px;margin-top:2px}
.chain summary:hover .chain-title{text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.18em}
.steps{margin-top:14px}
.step{display:grid;grid-template-columns:24px minmax(0,1fr);gap:12px;padding-bottom:18px;position:relative}
.step:not(:last-child)::before{content:"";position:absolute;left:11px;top:24px;bottom:0;width:2px;background:var(--thread)}
.stop-number{width:24px;height:24px;border-radius:50%;background:var(--thread);color:var(--onthread);font:700 12.5px/24px var(--sans);text-align:center;position:relative}
.claim{font-weight:600;font-size:14px;line-height:1.4;margin:2px 0 5px}
.claim small{font-weight:400;font-size:11.5px;color:var(--soft);letter-spacing:.03em}
.worth,.source{font-size:12.5px;line-height:1.45;color:var(--soft)}
.source b{color:var(--ink);font-weight:600}
blockquote{font:400 15.5px/1.5 var(--serif);margin:0 0 5px}
mark{background:var(--mark);color:inherit;padding:0 1px;border-radius:2px}
mark.aside{background:none}
a[href^="#e"]{font-size:.86em;text-decoration:none;color:var(--soft);white-space:nowrap}
a[href^="#e"]:hover{text-decoration:underline}
.live-region{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.notice{grid-column:1/-1;padding:8px 28px;border-bottom:1px solid var(--rule);font-size:13.5px}
.link{all:unset;cursor:pointer;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.18em}
.link:hover{text-decoration-color:currentColor}
.link:focus-visible,.back:focus-visible{outline:3px solid var(--focus,#2F6FB3);outline-offset:2px}
.top-bar{display:flex;justify-content:space-between;align-items:baseline;gap:12px}
.back,.all{all:unset;cursor:pointer;font-size:12.5px;color:var(--soft);text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.18em}
.back:hover,.all:hover{color:var(--ink)}
.all{margin-top:6px}
[hidden]{display:none!important}
.summary{font-size:13px;line-height:1.45;margin:0 0 16px}
.fact{font-size:13px;line-height:1.45;margin:0 0 4px}
.edge-view{margin:0 0 20px}
.view>.edge-view{border-top:1px solid var(--rule);padding-top:12px;margin-bottom:14px}
.step .edge-view{margin:0}
.quote-view{margin:0 0 5px}
.weakest{font-style:italic}
.denial{margin:8px 0 4px}
.denied{color:var(--soft);font-style:italic}
.more summary{cursor:pointer;font-size:12.5px;color:var(--soft);margin:2px 0 6px}
.thread-form{border-top:1px solid var(--rule);margin-top:18px;padding-top:16px}
.thread-form .find{margin:0 0 8px;min-width:0}
.thread-form .found{position:static;margin-top:4px}
.filter-note{grid-area:1/1;font-size:12.5px}
.months-note{grid-area:1/2;font-size:12.5px}
.months-note select{all:unset;cursor:pointer;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:.18em;color:var(--ink)}
.months-note select:focus-visible{outline:3px solid var(--focus,#2F6FB3)}
.months-note option{background:var(--card);color:var(--ink)}
.timeline{cursor:crosshair}
tr[data-edge]{cursor:pointer}
tr[data-edge]:hover td{background:var(--land)}
.entity h4{cursor:pointer}
.drawer.floating{position:fixed;right:0;top:0;bottom:0;width:min(400px,100vw);z-index:7;border-left:1px solid var(--rule);overflow:auto}
.part{max-width:1180px;margin:0 auto;padding:44px 28px 8px}
.part>h2{font:600 21px/1.25 var(--serif);margin-bottom:4px}
.part>.lead{color:var(--soft);font-size:14px;margin-bottom:18px;max-width:70ch}
.group{border-top:1px solid var(--rule);padding:12px 0 18px}
.group summary{cursor:pointer}
.group h3,.report h3{display:inline;font:600 16px/1.35 var(--serif)}
.group .count{color:var(--soft);font-weight:400}
.entities{columns:2;column-gap:44px;margin-top:10px}
.entity{break-inside:avoid-column;padding:7px 0 9px;font-size:13.5px;line-height:1.5}
.entity h4{display:flex;align-items:center;gap:7px;font:600 14px/1.35 var(--sans)}
.entity .aliases,.entity .facts,.entity .mentions{color:var(--soft)}
.entity p,.entity ul{padding-left:25px}
.entity:target,tr:target td,.quotes>li:target{background:var(--mark)}
em{font-style:italic;color:var(--soft)}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:13.5px;line-height:1.45}
caption{text-align:left;color:var(--soft);padding:0 0 8px}
th{font:600 11px/1.2 var(--sans);letter-spacing:.06em;text-transform:uppercase;color:var(--soft);text-align:left;padding:6px 14px 6px 0;border-bottom:1px solid var(--rule)}
td{vertical-align:top;padding:5px 14px 5px 0;border-bottom:1px solid var(--rule)}
td small{color:var(--soft);font-size:10.5px;letter-spacing:.03em}
.report{border-top:1px solid var(--rule);padding:14px 0 16px}
.report .origin,.report .hash{color:var(--soft);font-size:12.5px}
.hash code{font-size:11px;overflow-wrap:anywhere}
.quotes{columns:2;column-gap:44px;margin-top:12px}
.quotes>li{break-inside:avoid-column;padding:0 0 14px 34px;position:relative}
.quotes>li::before{content:attr(value);position:absolute;left:0;top:2px;width:24px;text-align:right;font:400 12px/1.5 var(--sans);color:var(--soft);font-variant-numeric:tabular-nums}
.quotes blockquote{font-size:15px}
.method{font-size:14px;max-width:74ch}
.method p{margin-bottom:9px}
.colophon{max-width:1180px;margin:32px auto 0;padding:14px 28px 40px;border-top:1px solid var(--rule);color:var(--soft);font-size:12.5px}
@media screen and (max-width:1120px){
.front{height:auto}
.board{flex:none;grid-template:auto auto/200px minmax(0,1fr)}
.plate{height:clamp(520px,72vh,760px)}
.drawer{grid-column:1/-1;border-left:0;border-top:1px solid var(--rule);overflow:visible}
}
@media screen and (max-width:760px){
.masthead{display:block;padding:18px 16px 0}
.masthead h1{font-size:25px}
.standfirst{font-size:14.5px;line-height:1.5;margin-top:6px}
.find{margin:14px 0 0;min-width:0}
.find input{padding:11px 13px;font-size:16px}
nav.parts{margin-top:8px;font-size:15px;gap:24px}
nav.parts a{padding:10px 0 9px}
.front{display:block;height:auto}
.board{display:flex;flex-direction:column}
.board>.key{order:3;border:0;border-top:1px solid var(--rule);padding:22px 16px}
.legend li,.line-key li,.publishers li{padding:0;min-height:36px;font-size:15px;align-items:center}
.legend button{min-height:44px}
.plate{height:auto;padding:6px 4px 0}
.stage:not(.zoomed)~figcaption .controls{display:none}
.controls{padding:4px 8px;font-size:14px}
.stage{flex:none;height:auto}
.stage svg.picture{height:auto}
.stage:not(.enhanced) .ground-names:not(.phone),.stage:not(.enhanced) .labels:not(.phone){display:none}
.stage .phone{display:inline}
.stage .shape{transform:scale(1.5)}
.stage.enhanced .shape{transform:scale(calc(1.5*var(--shape,1)))}
.plate figcaption{margin:6px -4px 0;padding:8px 8px 6px}
.plate figcaption{display:block}
.months-note{font-size:14px;padding:0 8px}
.timeline{min-width:560px}
.plate figcaption{overflow-x:auto}
.drawer.floating{top:auto;left:0;width:100vw;max-height:72vh;border-top:1px solid var(--ink)}
.back,.all{padding:8px 0;font-size:14px}
.summary,.fact{font-size:15px}
.drawer{order:2;border:0;border-top:1px solid var(--rule);padding:22px 16px 26px}
.chain{padding:14px 0}
.chain-title{font-size:18px}
.chain summary .soft{font-size:14px}
.claim{font-size:15.5px}
blockquote{font-size:17px}
.worth,.source{font-size:14px}
.part{padding:36px 16px 8px}
.entities,.quotes{columns:1}
.entity{font-size:15px}
.quotes blockquote{font-size:16px}
a[href^="#e"]{padding:4px 2px}
}
@media (forced-colors:active){.stop-number{border:1px solid}}
`;
