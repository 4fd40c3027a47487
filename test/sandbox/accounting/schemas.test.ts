import { unitdp } from '../../../sandbox/accounting/resource/request';
import type { SandboxRequest } from '../../../sandbox/route';
import { type Answer, openDesk } from './desk';
import { core } from './likeness/core';
import { documents } from './likeness/documents';
import { ledger } from './likeness/ledger';
import { money } from './likeness/money';
import { specification } from './spec';

const spec = specification();

/** Calls that between them reach every operation, each family on an organisation of its own. */
const FAMILIES = { core, documents, ledger, money };

describe('the local Accounting API beside the one of Xero', () => {
	const heard: Answer[] = [];
	for (const family of Object.values(FAMILIES)) family(openDesk('small', (answer) => heard.push(answer)));

	it('has its 235 operations, each once', () => {
		const mine = openDesk('empty').api.routes.map((route) => route.operationId);
		expect([...mine].sort()).toEqual([...spec.operations].sort());
		expect(new Set(mine).size).toBe(mine.length);
		expect(mine.length).toBe(235);
	});

	it('takes the scopes that Xero names, and the granular ones that replace the broad', () => {
		const { routes } = openDesk('empty').api;
		const refused = routes.flatMap((route) => spec.scopes(route.operationId).filter((scope) => !route.scopes.includes(scope)));
		expect(refused).toEqual([]);
		const scopes = (operationId: string) => routes.find((route) => route.operationId === operationId)?.scopes;
		const broad = ['accounting.transactions', 'accounting.transactions.read'];
		expect(scopes('getInvoices')).toEqual(['accounting.invoices', 'accounting.invoices.read', ...broad]);
		expect(scopes('createPayments')).toEqual(['accounting.payments', 'accounting.transactions']);
		expect(scopes('createInvoiceAttachmentByFileName')).toEqual(['accounting.attachments']);
	});

	it('knows unitdp where the specification names it, which is in 26 operations', () => {
		const asked = (method: string, path: string): SandboxRequest =>
			({ method, path: path.replace(/\{.+?\}/g, '1'), query: { unitdp: '4' } }) as Partial<SandboxRequest> as SandboxRequest;
		const mine = openDesk('empty')
			.api.routes.filter(({ method, path }) => unitdp(asked(method, path)) === 4)
			.map((route) => route.operationId)
			// A PDF has the path of its record.
			.filter((operationId) => !operationId.endsWith('AsPdf'));
		expect(mine).toHaveLength(26);
		expect([...mine].sort()).toEqual(spec.taking('unitdp').sort());
	});

	it('answers each operation of the scenario, none left out', () => {
		const called = new Set(heard.map((answer) => answer.operationId));
		const uncalled = openDesk('empty')
			.api.routes.map((route) => route.operationId)
			.filter((operationId) => !called.has(operationId));
		// A PDF has the path of its record: the header chooses the answer.
		expect(uncalled.filter((operationId) => !operationId.endsWith('AsPdf'))).toEqual([]);
		expect(heard.some((answer) => answer.contentType === 'application/pdf')).toBe(true);
		expect(heard.filter((answer) => answer.status >= 404)).toEqual([]);
	});

	it('is measured by a checker that sees what is wrong', () => {
		const wrong = { Invoices: [{ Total: 'ten', Colour: 'red', InvoiceID: 'x' }] };
		const found = spec.complaints('getInvoices', 200, wrong).map((complaint) => complaint.split(' ').slice(1, 2).join());
		expect([...new Set(found)].sort()).toEqual(['/Invoices/0', '/Invoices/0/InvoiceID', '/Invoices/0/Total']);
	});

	it('answers only what the schemas of Xero name', () => {
		const complaints = heard.flatMap((answer) =>
			answer.binary ? [] : spec.complaints(answer.operationId, answer.status, answer.body),
		);
		expect([...new Set(complaints)]).toEqual([]);
	});
});
