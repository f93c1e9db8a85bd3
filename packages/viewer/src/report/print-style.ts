/** Styles of the page on paper: picture, key, chains, numbered quotes, method. */
export const PRINT_STYLE = `
@page{margin:16mm 15mm 18mm}
@media print{
html{font-size:10pt;background:#fff}
body{background:#fff}
.masthead{display:block;padding:0 0 6pt}
.masthead h1{font-size:19pt}
.find,nav.parts,.skip,.controls,.found,.no-print{display:none!important}
.front{display:block;height:auto}
.board{display:flex;flex-direction:column}
.board>.key{order:1;border:0;padding:8pt 0 4pt;columns:3;column-gap:18pt;overflow:visible}
.board .eyebrow{break-after:avoid}
.board .eyebrow:not(:first-child){margin-top:8pt}
.plate{display:block;padding:8pt 0 0;break-inside:avoid}
.stage{overflow:visible;height:auto}
.stage svg.picture{width:100%;height:auto;max-height:190mm}
.stage .lines,.stage .nodes,.stage .labels,.stage .ground-names{visibility:visible!important}
.stage .phone{display:none!important}
.stage .sigma-layer,.months-note,.thread-form,.back,.all,.live-region{display:none!important}
.drawer{order:2;border:0;border-top:1px solid var(--rule);background:none;padding:10pt 0;overflow:visible}
.chain::details-content,.group::details-content{content-visibility:visible;display:block}
.part{max-width:none;padding:14pt 0 0}
.entity,.quotes>li,.step,tr{break-inside:avoid}
h2,h3,h4{break-after:avoid}
a{text-decoration:none}
mark.aside{text-decoration:none}
mark:not(.aside){background:none;text-decoration:underline;text-decoration-thickness:1.4px;text-underline-offset:2px}
.ground{stroke:var(--rule);stroke-width:1}
.stop-number,.legend .icon{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.picture{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.colophon{padding:10pt 0 0}
}
`;
