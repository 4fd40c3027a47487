import { type Json, openDesk } from './desk';

/** Clients often read a record, change one thing and send all of it back: that must change nothing else. */
describe('what was read can be sent back', () => {
	const { api, call, clock, tenantId } = openDesk('demo');
	clock.advance(60_000);
	const ids = (plural: string, id: string, keep: (record: Json) => boolean = () => true): string[] =>
		api
			.records(tenantId, plural)
			.filter(keep)
			.slice(0, 200)
			.map((record) => String(record[id]));
	const stable = (record: unknown): Json => ({ ...(record as Json), UpdatedDateUTC: 0, UpdatedDateUTCString: 0 });

	it.each([
		['Invoices', 'InvoiceID', ({ Status }: Json) => ['DRAFT', 'SUBMITTED', 'AUTHORISED'].includes(String(Status))],
		['Contacts', 'ContactID', () => true],
		['Items', 'ItemID', () => true],
		['Accounts', 'AccountID', () => true],
	] as const)('in %s, by POST to its id', (plural, id, keep) => {
		for (const one of ids(plural, id, keep)) {
			const before = call('GET', `/${plural}/${one}?unitdp=4`).at(`${plural}.0`);
			const after = call('POST', `/${plural}/${one}?unitdp=4`, { [plural]: [before] });
			expect(after.sentences()).toEqual([]);
			expect(stable(call('GET', `/${plural}/${one}?unitdp=4`).at(`${plural}.0`))).toEqual(stable(before));
		}
	});
});
