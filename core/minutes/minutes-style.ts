import { fontFaceRules, plainGlyphs, sans, serif } from './print-fonts.ts';

/**
 * The page: A4, margins wide enough for the marking, the reference and the page number, which are
 * put there after printing (page-margins.ts).
 */
export const minutesStyle = `${fontFaceRules()}
@page{size:A4;margin:28mm 25mm 31mm 25mm}
*{box-sizing:border-box}
${plainGlyphs}
html{font:10.5pt/1.45 '${serif.family}',serif;color:#000;font-variant-numeric:lining-nums;text-rendering:geometricPrecision;-webkit-print-color-adjust:exact}
body{margin:0;overflow-wrap:break-word}
p{margin:0 0 2mm;orphans:2;widows:2}
.short{break-inside:avoid}
h1,h2,h3{margin:0;break-after:avoid;break-inside:avoid;text-wrap:balance}
h1{font-size:19pt;line-height:1.2;font-weight:600;margin:0 0 6mm}
h2{font:600 11pt/1.3 '${sans.family}',sans-serif;margin:6.5mm 0 2mm;padding-top:1.5mm;border-top:.6pt solid #000}
h3{font-size:11.5pt;line-height:1.35;font-weight:600;margin:6mm 0 1.5mm;padding-left:8mm;text-indent:-8mm}
h2 + .item > h3{margin-top:0}
h3 .number{display:inline-block;width:7mm;text-indent:0}
.group,.genre{font-family:'${sans.family}',sans-serif;font-size:9.5pt;line-height:1.35;margin:0}
.group{font-weight:600}
.genre{color:#444;margin-bottom:5mm}
.portion{font:400 8.5pt/1 '${sans.family}',sans-serif;white-space:nowrap}
.aside{font-family:'${sans.family}',sans-serif;font-size:9pt;color:#444}
table{width:100%;border-collapse:collapse;font:9.25pt/1.4 '${sans.family}',sans-serif;font-variant-numeric:lining-nums tabular-nums;margin:0}
thead{display:table-header-group}
tr{break-inside:avoid}
th,td{text-align:left;vertical-align:top;padding:1.1mm 3mm 1.1mm 0;font-weight:400;overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
thead th{font-weight:600;border-bottom:.6pt solid #000;vertical-align:bottom}
tbody tr{border-bottom:.35pt solid #999}
tbody th{font-weight:600}
.facts tr{border:0}
.facts th{width:42mm;color:#444;font-weight:400}
.facts th,.facts td{padding-top:.5mm;padding-bottom:.5mm}
th.name{width:30%}
th.institution{width:34%}
th.country{width:19%}
th.copy{width:16mm}
.actions{margin:2.5mm 0 3mm}
th.number,td.number{white-space:nowrap}
.actions th.number{width:13mm}
.actions th.owner{width:38mm}
.actions th.due{width:25mm}
.due{white-space:nowrap}
.decision{border-left:1.8pt solid #000;padding-left:3.5mm;margin:2.5mm 0 3mm}
.decision p:last-child{margin-bottom:0}
.label{font:600 9.25pt/1.4 '${sans.family}',sans-serif;margin:0;break-after:avoid}
.item .facts+.label{margin-top:2mm}
.agenda{margin:0;padding:0;list-style:none}
.agenda li{margin:0;padding:0;break-inside:avoid}
.agenda div{display:flex;align-items:baseline;padding:.4mm 0}
.agenda .number{flex:0 0 8mm}
.topic{flex:1;margin-right:4mm}
.duration{flex:0 0 14mm;text-align:right;font:8.5pt/1 '${sans.family}',sans-serif;font-variant-numeric:tabular-nums;color:#444}
.corrected{text-decoration:underline;text-decoration-thickness:.4pt;text-underline-offset:1.5pt}
.mark{font:600 7.5pt/1 '${sans.family}',sans-serif;vertical-align:.35em;white-space:nowrap}
.correction{margin:0 0 4mm;break-inside:avoid}
.whole{break-inside:avoid}
.signatures td,.signatures tbody th{height:13mm;vertical-align:bottom;font-weight:400}
.signatures th.role{width:24%}
.signatures th.name{width:28%}
.signatures th.day{width:17%}
.note{margin-top:2.5mm;font-size:8.5pt;line-height:1.4;break-before:avoid;break-inside:avoid}
.note p{margin:0 0 1mm}
`;
