import { record } from '../../nodes/shared/inputs/locators';
import type { Operation } from '../../nodes/shared/model/operation';
import { operations as accountingOperations } from '../../sandbox/accounting/schema';
import type { NodeCase } from '../examples/nodes';
import { idsOf, NODES, rowsOf } from '../examples/nodes';
import { holesIn } from '../examples/plain';
import { nothingMissing } from '../whatToDo';
import type { Call } from '../xeroDescription';
import { callsOf, described } from '../xeroDescription';

/** Rows that make no call of the API's own description: each with the reason. */
const ELSEWHERE: Readonly<Record<string, string>> = {
	'apiRequest.send': 'the user names the call',
	'organisation.getAll': "GET /connections belongs to Xero's sign-in and not to one API",
};

/** Scopes that Xero takes for the calls of Accounting: those of its description, and the granular ones beside the broad ones. */
const accountingScopes = new Map(accountingOperations.map(({ operationId, scopes }) => [operationId, scopes]));

/** Attachments are named in the last part of the path, which their own function fills in. */
const pathOf = ({ wirePath }: Call): string => wirePath.replace(/(\/Attachments)\/\{\w+\}$/, '$1');

/** A call without the names of its holes: only in Accounting are those the record's own properties. */
const shapeOf = ({ described: file }: NodeCase, call: string): string =>
	file === 'accounting' ? call : call.replace(/\{\w+\}/g, '{}');

/** What is wrong with how a row and Xero's description go together, as sentences. */
function wrongWith(one: NodeCase, calls: ReadonlyMap<string, Call>, what: string, row: Operation): string[] {
	const ids = idsOf(row);
	const own = `${row.method} ${row.path}`;
	const same = [...calls.values()].filter((call) => shapeOf(one, `${call.method} ${pathOf(call)}`) === shapeOf(one, own));
	const hint = same.length ? `${own} is ${same.map(({ id }) => id).join(' or ')} there` : `${own} is no call of it either`;
	if (ids.length === 0) return what in ELSEWHERE ? [] : [`${what} names no operation of Xero; ${hint}`];
	const unknown = ids.filter((id) => !calls.has(id));
	if (unknown.length) return unknown.map((id) => `${what}: Xero's ${one.api.name} API has no operation ${id}; ${hint}`);
	const call = calls.get(ids[0]!)!;
	const described = `${call.method} ${pathOf(call)}`;
	const inputs = { ...row.required, ...row.panelOptional };
	// A function of its own may find out what goes into its path.
	const empty = row.run ? [] : holesIn(row.path).filter((hole) => !(hole in inputs));
	const scopes = (one.described === 'accounting' ? accountingScopes.get(call.id) : undefined) ?? call.scopes;
	const { scope = '' } = row;
	const readForm = row.method === 'GET' && scopes.includes(`${scope}.read`) ? [`${scope}.read`] : [];
	const right = readForm.length ? readForm : scopes.includes(scope) ? [] : scopes;
	return [
		...(shapeOf(one, own) === shapeOf(one, described) ? [] : [`${what} goes to ${own}, and ${call.id} of Xero is ${described}`]),
		...empty.map(
			(hole) => `${what}: nothing fills {${hole}} of its path; required has ${Object.keys(inputs).join(', ') || 'nothing'}`,
		),
		...(right.length
			? [`${what} asks for the scope ${scope || '(none)'}, and Xero wants ${right.join(' or ')} for ${call.id}`]
			: []),
	];
}

const MEND = `The row is wrong, or the call is none of Xero's: sandbox/schema/ has what Xero says of its APIs. A row that makes no call
of its API is listed with the reason in ELSEWHERE in test/panel/calls.test.ts.`;

describe.each(NODES.map((one) => [one.api.name, one] as const))('%s', (name, one) => {
	const calls = new Map(callsOf(described(one.described)).map((call) => [call.id, call]));
	const rows = rowsOf(one.api);
	const own = [...calls.values()].filter((call) => one.isOwn?.(call) ?? true);

	test.each(rows)('%s: %s makes a call that Xero has, with its scope', (resource, operation, row) => {
		nothingMissing(wrongWith(one, calls, `${resource}.${operation}`, row), MEND);
	});

	test('every operation of Xero is in the table', () => {
		const made = new Set(rows.flatMap(([, , row]) => idsOf(row)));
		const missing = own.filter(({ id }) => !made.has(id));
		process.stdout.write(`${name}: ${own.length} operations of Xero, ${own.length - missing.length} in the table\n`);
		nothingMissing(
			missing.map(({ id, method, wirePath }) => `${id}: ${method} ${wirePath}`),
			'Xero has these operations, and no row does: add one for each (CONTRIBUTING.md, "Adding an operation").',
		);
		nothingMissing(
			own.length === one.calls ? [] : [`Xero's description has ${own.length} operations, and had ${one.calls}`],
			'If that is so since the schemas were renewed, write the new number into test/examples/nodes.ts.',
		);
	});
});

describe('a row that does not go together with what Xero says', () => {
	const [one] = NODES as readonly [NodeCase];
	const calls = new Map(callsOf(described('accounting')).map((call) => [call.id, call]));
	const good: Operation = {
		xero: 'getAccount',
		name: 'Get',
		action: 'Get an account',
		method: 'GET',
		path: '/Accounts/{AccountID}',
		required: { AccountID: record('Account', 'account') },
		scope: 'accounting.settings.read',
	};

	test('is told from one that does', () => expect(wrongWith(one, calls, 'account.get', good)).toEqual([]));

	test.each([
		[
			'by its name',
			{ xero: 'getAcount' },
			"account.get: Xero's Accounting API has no operation getAcount; GET /Accounts/{AccountID} is getAccount there",
		],
		[
			'by having none',
			{ xero: [], path: '/Acounts' },
			'account.get names no operation of Xero; GET /Acounts is no call of it either',
		],
		[
			'by its path',
			{ path: '/Acounts/{AccountID}' },
			'account.get goes to GET /Acounts/{AccountID}, and getAccount of Xero is GET /Accounts/{AccountID}',
		],
		[
			'by its method',
			{ method: 'DELETE' as const },
			'account.get goes to DELETE /Accounts/{AccountID}, and getAccount of Xero is GET /Accounts/{AccountID}',
		],
		['by a hole in its path', { required: {} }, 'account.get: nothing fills {AccountID} of its path; required has nothing'],
		[
			'by its scope',
			{ scope: 'accounting.contacts.read' },
			'account.get asks for the scope accounting.contacts.read, and Xero wants accounting.settings or accounting.settings.read for getAccount',
		],
		[
			'by a scope for more than reading',
			{ scope: 'accounting.settings' },
			'account.get asks for the scope accounting.settings, and Xero wants accounting.settings.read for getAccount',
		],
	])('%s is told of in a sentence', (_what, wrong: Partial<Operation>, says) => {
		expect(wrongWith(one, calls, 'account.get', { ...good, ...wrong })).toEqual([says]);
	});
});
