// How pages look: on a screen light and dark, on a narrow one, and on A4 or Letter paper.

import { markup } from './markup';

/** Colours of a scheme; all text keeps at least 4.5:1 against what it stands on (WCAG 2.2, 1.4.3). */
const colours = (names: Readonly<Record<string, string>>): string =>
	Object.entries(names)
		.map(([name, value]) => `--${name}:${value}`)
		.join(';');

const LIGHT = colours({
	paper: '#ffffff',
	ink: '#17191c',
	muted: '#565c66',
	hair: '#dde1e6',
	rule: '#17191c',
	alert: '#8c1d18',
	tint: '#fdf1f0',
});

const DARK = colours({
	paper: '#15171a',
	ink: '#e8eaed',
	muted: '#a3a9b3',
	hair: '#33383f',
	rule: '#c8ccd2',
	alert: '#ffb4ab',
	tint: '#33201e',
});

const FONT = markup`system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif`;

const TEXT = markup`
:root{color-scheme:light dark;${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root{${DARK}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 ${FONT};font-variant-numeric:lining-nums tabular-nums}
main{width:fit-content;min-width:min(100%,42rem);max-width:min(100%,80rem);margin:0 auto;padding:2.5rem 1.5rem 3rem}
header{max-width:46rem;margin-bottom:2rem;overflow-wrap:anywhere}
header p{margin:0}
h1{margin:.1rem 0 .3rem;font-size:1.65rem;line-height:1.2;font-weight:650;letter-spacing:-.01em}
.organisation{font-weight:600}
.muted,footer{color:var(--muted)}
header .contactName{margin-top:1.25rem;font-size:1.15rem;font-weight:600}
.due{display:grid;grid-template-columns:auto auto;justify-content:start;gap:.1rem 1.5rem;margin:.75rem 0 0;font-size:1.15rem}
.due dt,.due dd{margin:0}
.due dd{text-align:right;font-weight:650}
.notice{max-width:46rem;margin:0 0 2rem;padding:.6rem .8rem;border-left:3px solid;background:var(--tint);color:var(--alert);overflow-wrap:anywhere}
.empty{margin:0 0 2.25rem}
footer{margin-top:2.5rem;font-size:.82rem}
.contact+.contact{margin-top:3rem;padding-top:3rem;border-top:1px solid var(--rule)}`;

const TABLES = markup`
.scroll{overflow-x:auto;margin:0 0 2.25rem}
.scroll:focus-visible{outline:2px solid var(--ink);outline-offset:4px}
table{width:100%;border-collapse:collapse}
caption{padding:0 0 .5rem;text-align:left;font-size:1.05rem;font-weight:650}
caption small{margin-left:.5rem;font-size:.82rem;font-weight:400;color:var(--muted)}
th,td{padding:.32rem 0 .32rem 1.4rem;vertical-align:top;text-align:left;font-weight:400;unicode-bidi:isolate}
th:first-child,td:first-child{padding-left:0}
thead th{padding-bottom:.4rem;border-bottom:1px solid var(--rule);vertical-align:bottom;font-size:.82rem;font-weight:600;color:var(--muted)}
tbody tr+tr>*{border-top:1px solid var(--hair)}
.figure{text-align:right;white-space:nowrap}
thead .figure{min-width:5rem;white-space:normal}
.day,.kept,thead .kept{white-space:nowrap}
.words{min-width:8rem;overflow-wrap:anywhere}
tbody th.words{min-width:11rem}
.group th{padding-top:1.1rem;font-weight:650;overflow-wrap:anywhere}
tbody:first-of-type .group:first-child th{padding-top:.6rem}
.group+.group th{padding-top:.4rem}
tr.group+tr>*{border-top:0}
.in1>:first-child{padding-left:1rem}
.in2>:first-child{padding-left:2rem}
.in3>:first-child{padding-left:3rem}
.total>*{font-weight:650}
tbody tr+.total>*{border-top:0}
tbody .total>.figure:not(:empty){border-top:1px solid var(--rule)}
tbody:last-child>.total:last-child>.figure:not(:empty){border-bottom:3px double var(--rule)}
td small,th small{display:block;font-size:.82rem;font-weight:400;color:var(--muted)}
.differs>*{font-weight:600;color:var(--alert)}
.differs small{color:inherit}`;

/** Shadows where a table goes on beyond its box, which the table's own paper hides at its ends. */
const SHADOWS = markup`
@media screen{
.scroll{background:linear-gradient(to right,var(--paper) 40%,transparent) left,linear-gradient(to left,var(--paper) 40%,transparent) right,linear-gradient(to right,var(--hair),transparent) left,linear-gradient(to left,var(--hair),transparent) right;background-size:2rem 100%,2rem 100%,.75rem 100%,.75rem 100%;background-repeat:no-repeat;background-attachment:local,local,scroll,scroll}
}`;

const NARROW = markup`
@media screen and (max-width:40rem){
body{font-size:14px}
main{padding:1.25rem 1rem 2rem}
header{margin-bottom:1.4rem}
h1{font-size:1.4rem}
table{font-size:13px}
th,td{padding-left:.6rem}
thead .figure{min-width:0}
.words,tbody th.words{min-width:5.75rem}
.day{min-width:3.25rem;white-space:normal}
}`;

const PRINT = markup`
@page{margin:16mm 14mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt ${FONT};color:#565c66}}
@page wide{size:landscape}
@media print{
:root{color-scheme:light}
html{font-size:10pt}
body{font-size:9pt;line-height:1.35}
main{width:auto;min-width:0;max-width:none;padding:0}
header{margin-bottom:7mm}
h1{font-size:16pt}
.scroll{overflow:visible;margin-bottom:8mm}
main:has(.wide){page:wide}
th,td{padding:1mm 0 1mm 3.5mm}
thead{display:table-header-group}
thead .figure{min-width:0}
.words{min-width:16mm}
tbody th.words{min-width:24mm}
tr,header,.notice{break-inside:avoid}
caption,thead,.group{break-after:avoid}
.total{break-before:avoid}
.notice{border:1px solid;background:none}
.contact+.contact{break-before:page;margin-top:0;padding-top:0;border-top:0}
footer{margin-top:6mm;font-size:8pt;break-before:avoid}
}`;

/** The style sheet of every page. It loads nothing. */
export const STYLE = markup`<style>${TEXT}${TABLES}${SHADOWS}${NARROW}${PRINT}\n</style>`;
