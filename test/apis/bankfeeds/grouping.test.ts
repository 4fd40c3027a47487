import type { IDataObject } from 'n8n-workflow';
import { answer, asked, guid, itemsIn, run, taken } from './sending';

/** A row of a spreadsheet: account, period, balances that only the first row of a statement needs, and one line. */
const row = (account: number, startDate: string, amount: unknown, more: IDataObject = {}): IDataObject =>
	asked(account, {
		input: 'lines',
		documentKey: `${guid(account)} ${startDate}`,
		startDate,
		endDate: startDate.replace(/\d\d$/, '28'),
		startBalance: '',
		endBalance: '',
		statementLines: { line: [{ amount, postedDate: startDate }] },
		options: { waitForDelivery: 0 },
		...more,
	});
const balances = (startBalance: unknown, endBalance: unknown): IDataObject => ({ startBalance, endBalance }) as IDataObject;
const send = (parameters: readonly IDataObject[], continueOnFail = false) =>
	run({ parameters, continueOnFail, reply: (sent) => answer(202, itemsIn(sent).map(taken)) });

it('makes one statement of the rows of an account and period, wherever they stand', async () => {
	const { items, requests } = await send([
		row(1, '2026-08-01', '10.10', balances('0', '30.30')),
		row(2, '2026-08-01', '-5', balances(0, -5)),
		row(1, '2026-09-01', '0.7', balances('30.30', '31')),
		row(1, '2026-08-01', '20.20'),
	]);

	// Two statements of one account go one after the other, as an answer tells them apart by their account alone.
	expect(requests.map((sent) => itemsIn(sent).length)).toEqual([2, 1]);
	expect(
		requests
			.flatMap(itemsIn)
			.map(({ feedConnectionId, startDate, statementLines }) => [
				feedConnectionId,
				startDate,
				(statementLines as IDataObject[]).map(({ amount }) => amount),
			]),
	).toEqual([
		[guid(1), '2026-08-01', [10.1, 20.2]],
		[guid(2), '2026-08-01', [5]],
		[guid(1), '2026-09-01', [0.7]],
	]);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 3 }], { item: 1 }, { item: 2 }]);
});

it('keeps two lines that are alike: whether they are the same one, the bank knows', async () => {
	const { requests } = await send([row(1, '2026-08-01', '4', balances(0, 8)), row(1, '2026-08-01', '4')]);

	expect(itemsIn(requests[0]!)[0]!.statementLines).toHaveLength(2);
});

it('sends no statement of which one row is wrong, and each of its rows says so', async () => {
	const { json, requests } = await send(
		[row(1, '2026-08-01', '10', balances(0, 30)), row(1, '2026-08-01', 'ten'), row(2, '2026-08-01', '-5', balances(0, -5))],
		true,
	);

	expect(itemsIn(requests[0]!)).toHaveLength(1);
	expect(json.map(({ error, status }) => error ?? status)).toEqual([
		expect.stringContaining('Item 2, Line 1, Amount “ten”: is not an amount such as -1200.50'),
		expect.stringContaining('Item 2'),
		'PENDING',
	]);
});

it('says which rows have balances that do not fit, and by how much', async () => {
	const { error, requests } = await send([row(1, '2026-08-01', '10', balances(0, 30)), row(1, '2026-08-01', '19.99')]);

	expect(error.split('\n')[0]).toBe(
		'Items 1 and 2, Closing Balance “30.00”: does not fit: Opening Balance 0.00 and 2 lines of 29.99 in all make 29.99, which is 0.01 less',
	);
	expect(requests).toEqual([]);
});

it.each([
	[{ startBalance: '1' }, 'Item 2, Opening Balance: differs from item 1, which is the same document'],
	[{ documentKey: '' }, 'Item 2, Document Key: is empty, so it is not known to which document the line belongs'],
	[
		{ feedConnectionId: guid(2) },
		'Item 2, Feed Connection “6a4b9ff5-3a5f-4321-936b-000000000002”: differs from item 1 (“6a4b9ff5-3a5f-4321-936b-000000000001”), which is the same document',
	],
])('refuses rows that contradict each other: %j', async (more, message) => {
	const { error, requests } = await send([row(1, '2026-08-01', '10', balances(0, 30)), row(1, '2026-08-01', '20', more)]);

	expect(error.split('\n')).toContainEqual(expect.stringContaining(message));
	expect(requests).toEqual([]);
});
