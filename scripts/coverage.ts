// Prints which of Xero's calls the nodes make, by method and path, and how large their panels are; fails when one is missing.

import { describe } from '../nodes/shared/panel/description';
import type { Call, Described } from '../test/xeroDescription';
import { callsOf, described } from '../test/xeroDescription';
import { NODES } from './operationsPage';

/** Xero's description of each API, by what the node is called after. */
const DESCRIBED: Readonly<Record<string, Described>> = {
	Accounting: 'accounting',
	Assets: 'assets',
	'Bank Feeds': 'bankfeeds',
	Files: 'files',
	Finance: 'finance',
	'Payroll AU': 'payroll-au-all',
	'Payroll NZ': 'payroll-nz',
	'Payroll UK': 'payroll-uk',
	Projects: 'projects',
	Reports: 'accounting',
};

/** The reports are a part of the Accounting API with a node of its own. */
const isOwn = (api: string, { path }: Call): boolean =>
	DESCRIBED[api] !== 'accounting' || path.startsWith('/Reports') === (api === 'Reports');

/** Calls that no operation names, as another one does the same. */
const SAME: ReadonlySet<string> = new Set(['POST /Payments', 'POST /BatchPayments']);

const say = (line: string): void => void process.stdout.write(`${line}\n`);

let [made, all] = [0, 0];
const missing: string[] = [];
for (const { api } of NODES) {
	const calls = callsOf(described(DESCRIBED[api.name]!)).filter((call) => isOwn(api.name, call));
	const rows = api.resources.flatMap(({ operations }) => Object.values(operations));
	const named = new Set(rows.flatMap(({ xero }) => [xero].flat()));
	const open = calls.filter(({ id, method, wirePath }) => !named.has(id) && !SAME.has(`${method} ${wirePath}`));
	missing.push(...open.map(({ method, wirePath }) => `${api.name}: ${method} ${wirePath}`));
	made += calls.length - open.length;
	all += calls.length;
	const figures = [calls.length - open.length, calls.length, rows.length].map((count) => String(count).padStart(3));
	const bytes = Buffer.byteLength(JSON.stringify(describe(api)))
		.toLocaleString('en')
		.padStart(7);
	say(`Xero ${api.name.padEnd(11)} ${figures[0]} of ${figures[1]} calls, ${figures[2]} operations, ${bytes} bytes of panel`);
}
say(`${made} of ${all} calls`);
missing.forEach(say);
process.exitCode = missing.length ? 1 : 0;
