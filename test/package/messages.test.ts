import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const nodes = resolve(__dirname, '../../nodes');

/** Where a text made by others is all there is to go by. */
const ALLOWED: Readonly<Record<string, string>> = {
	'shared/http/transport.ts': 'n8n and its HTTP client tell some things in words only: a token gone, a connection that broke off',
	'shared/inputs/jsonBody.ts': 'JSON.parse tells in its message only where it stopped',
	'XeroPayroll/uk/journal.ts': 'lines of tax on a payslip tell in their description alone which of them is national insurance',
};

/** A message, a description or a finding's words that are looked into, or compared with something. */
const WORDS = '(?:message|description|says|todo|reason)';
const READS = [
	new RegExp(
		`\\b${WORDS}\\b(?: \\?\\? '')?\\)?\\??\\.(?:match|includes|startsWith|endsWith|search|indexOf|replace|split|slice)\\(`,
	),
	new RegExp(`\\.(?:test|exec)\\([^\\n;]{0,60}\\b${WORDS}\\b`),
	new RegExp(`\\.${WORDS}\\s*(?:===|!==)(?! undefined)`),
	/\[item \$?\{/,
];

/** Texts that are made, not read: `says` of a finding that is put together from another one. */
const MADE = /says\.replace\(\/\\\.\$\/, ''\)/;

const readsIn = (source: string): string[] =>
	source.split('\n').filter((line) => READS.some((form) => form.test(line)) && !MADE.test(line));

describe('Messages for people', () => {
	const files = readdirSync(nodes, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

	it.each(files)('are not read by code, which has context.xero: %s', (file) => {
		const found = readsIn(readFileSync(join(nodes, file), 'utf8'));

		expect(file in ALLOWED ? [] : found).toEqual([]);
	});

	it.each(Object.keys(ALLOWED))('are read where nothing else tells: %s', (file) => {
		expect(readsIn(readFileSync(join(nodes, file), 'utf8'))).not.toEqual([]);
	});

	it.each([
		"const open = /look in Xero/i.test(description ?? '');",
		"if (error.message.startsWith('The execution was canceled')) return true;",
		'const status = /scope/.test(message) ? 1 : 2;',
		"const reason = cause.message.replace(/ x$/, '');",
		"const tagged = error.message.includes('[item');",
		"if (finding.says === 'is empty') return;",
		'const message = `${text} [item ${item}]`;',
	])('that are read are found: %s', (line) => {
		expect(readsIn(line)).toEqual([line]);
	});
});
