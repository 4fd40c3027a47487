/** Text as it may stand in HTML, in elements and in quoted attributes. */
export function escaped(text: string): string {
	return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light dark; --ink: #16242f; --soft: #51616d; --paper: #fff; --ground: #eef2f5; --line: #c9d3da; --deed: #0b6e99; --on-deed: #fff; --alarm: #a3210f; }
@media (prefers-color-scheme: dark) {
	:root { --ink: #e8eef2; --soft: #a9b8c2; --paper: #1b262e; --ground: #10181e; --line: #3b4a55; --deed: #5cc3ee; --on-deed: #06222f; --alarm: #ff9c8c; }
}
* { box-sizing: border-box; }
body { margin: 0; padding: 2rem 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 2rem; background: var(--paper); border: 1px solid var(--line); border-radius: 12px; }
main.wide { max-width: 62rem; } th[scope="row"] .soft { font-weight: 400; }
h1 { margin: 0 0 .25rem; font-size: 1.5rem; line-height: 1.25; }
h2, legend { font-size: 1.05rem; font-weight: 600; }
p, .soft { color: var(--soft); } strong { color: var(--ink); }
fieldset { margin: 1.25rem 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 8px; } legend { padding: 0 .4rem; }
label { display: flex; gap: .6rem; align-items: center; padding: .35rem 0; cursor: pointer; } input { width: 1.15rem; height: 1.15rem; accent-color: var(--deed); }
input[type="url"] { flex: 1 1 20rem; width: auto; height: 2.75rem; padding: 0 .6rem; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--line); border-radius: 8px; }
label.field { flex-wrap: wrap; }
a { color: var(--deed); overflow-wrap: anywhere; }
@media (max-width: 30rem) { body { padding: 0; } main { padding: 1.25rem 1rem; border: 0; border-radius: 0; } }
.lines label { display: inline-flex; margin-right: 1rem; } .wide section { margin-top: 2rem; border-top: 1px solid var(--line); } .scrolling { margin-top: 1.25rem; overflow-x: auto; }
ul { padding-left: 1.2rem; } li { margin: .15rem 0; }
.choices { display: flex; gap: .75rem; margin-top: 1.5rem; flex-wrap: wrap; }
button { min-height: 2.75rem; padding: 0 1.4rem; font: inherit; font-weight: 600; border: 1px solid var(--deed); border-radius: 8px; background: transparent; color: var(--deed); cursor: pointer; }
button.deed { background: var(--deed); color: var(--on-deed); }
:focus-visible { outline: 3px solid var(--deed); outline-offset: 2px; }
.alarm { color: var(--alarm); font-weight: 600; }
.sandbox { display: inline-block; margin-bottom: .75rem; padding: .1rem .6rem; border: 1px dashed var(--soft); border-radius: 99px; font-size: .85rem; color: var(--soft); }
table { border-collapse: collapse; width: 100%; } th, td { padding: .4rem .6rem .4rem 0; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
code { font-size: .9em; overflow-wrap: anywhere; }
`;

/** A whole HTML document around `body` (HTML); the title is text. */
export function page(title: string, body: string, look: 'narrow' | 'wide' = 'narrow'): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main${look === 'wide' ? ' class="wide"' : ''}>
<span class="sandbox">Local sandbox – not Xero, made-up data only</span>
${body}
</main>
</body>
</html>
`;
}
