import type { Body } from '../accounting/resource/replies';
import type { Clock } from '../contract';
import type { SandboxApi } from '../route';

/**
 * Ids of paid sales invoices by the id of their contact, from one page of the Accounting API: reading every invoice in full would hold
 * up the start of a sandbox.
 */
export function paidInvoices(
	books: Pick<SandboxApi, 'routes'>,
	tenantId: string,
	clock: Clock,
): ReadonlyMap<string, readonly string[]> {
	const route = books.routes.find(({ operationId }) => operationId === 'getInvoices');
	const reply = route?.handle({
		...{ method: 'GET', path: '/Invoices', params: {}, headers: {}, body: undefined, raw: Buffer.alloc(0) },
		...{ tenantId, clientId: '', userId: '', clock, origin: '' },
		query: { where: 'Type=="ACCREC"', Statuses: 'PAID', summaryOnly: 'true', page: '1', pageSize: '1000' },
	});
	const found = new Map<string, string[]>();
	const { Invoices = [] } = (reply?.body ?? {}) as { Invoices?: Array<{ InvoiceID: string; Contact: Body }> };
	for (const { InvoiceID, Contact } of Invoices) {
		const key = String(Contact.ContactID);
		found.set(key, [...(found.get(key) ?? []), InvoiceID]);
	}
	return found;
}
