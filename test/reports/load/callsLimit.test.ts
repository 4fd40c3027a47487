import { TooManyCalls, callsLimit } from '../../../nodes/XeroReports/load/callsLimit';

/** What became of a promise after all that can happen now has happened. */
async function stateOf(work: Promise<void>): Promise<string> {
	let state = 'waits';
	work.then(
		() => (state = 'goes on'),
		(cause: unknown) => (state = cause instanceof TooManyCalls ? `ends at ${cause.needed} of ${cause.most}` : String(cause)),
	);
	await new Promise((resolve) => setImmediate(resolve));
	return state;
}

describe('The calls of a report', () => {
	it('let no list go on before all have said how many pages they have', async () => {
		const limit = callsLimit(['Invoices', 'Payments'], 3, 20);
		const invoices = limit.heard('Invoices', 8);

		expect(await stateOf(invoices)).toBe('waits');
		expect(await stateOf(limit.heard('Payments', 9))).toBe('goes on');
		expect(await stateOf(invoices)).toBe('goes on');
		expect(limit.planned()).toBe(20);
	});

	it('end all lists when they are more than is allowed', async () => {
		const limit = callsLimit(['Invoices', 'Payments'], 3, 19);
		const invoices = limit.heard('Invoices', 8);
		const payments = limit.heard('Payments', 9);

		expect(await stateOf(invoices)).toBe('ends at 20 of 19');
		expect(await stateOf(payments)).toBe('ends at 20 of 19');
		await expect(payments).rejects.toMatchObject({
			by: [
				{ what: 'Payments', calls: 9 },
				{ what: 'Invoices', calls: 8 },
			],
		});
	});

	it('do not wait for a list that has no pages, which is one call', async () => {
		const limit = callsLimit(['Invoices', 'BankTransfers'], 3, 20);
		const invoices = limit.heard('Invoices', 8);
		limit.ended('BankTransfers');
		limit.ended('Invoices');

		expect(await stateOf(invoices)).toBe('goes on');
		expect(limit.planned()).toBe(12);
	});

	it('count a list that has said nothing yet as one call, so that none is read in vain', () => {
		const limit = callsLimit(['Invoices', 'Payments'], 3, 6);
		limit.add('journals', 1);

		expect(limit.planned()).toBe(6);
		expect(() => limit.add('journals', 1)).toThrow('takes 7 calls');
	});

	it('end a list that is larger when it is read again', async () => {
		const limit = callsLimit(['Invoices'], 3, 10);

		expect(await stateOf(limit.heard('Invoices', 7))).toBe('goes on');
		expect(() => limit.add('Invoices paid since', 1)).toThrow(TooManyCalls);
	});

	it('count single records that follow from what was read', () => {
		const limit = callsLimit([], 2, 5);
		limit.add('expense claims', 3);

		expect(limit.planned()).toBe(5);
		expect(() => limit.add('expense claims', 1)).toThrow('takes 6 calls');
	});

	it('count as full the pages of a list but its last one', async () => {
		const limit = callsLimit(['Invoices', 'Payments'], 3, 40);
		await Promise.all([limit.heard('Invoices', 8), limit.heard('Payments', 1)]);
		limit.add('contacts', 3);
		limit.add('documents paid since', 5, 4);

		expect([limit.planned(), limit.fullPages()]).toEqual([20, 11]);
	});
});
