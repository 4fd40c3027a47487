import type { IDataObject } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { execute } from '../../nodes/shared/run/execute';
import { clock } from '../../nodes/shared/http/clock';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { HARBOUR } from './thingsApi';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();
const ID = '5b5e1d2c-0000-4000-8000-000000000009';
const OPEN = 'It is open whether it was written: look for it in Xero before sending it again';
const sent = {
	Contact: { __rl: true, mode: 'name', value: 'Ngaio Sports' },
	LineAmountTypes: 'Exclusive',
	LineItems: { line: [{ Description: 'Chairs', Quantity: '1', UnitAmount: '5', AccountCode: '400' }] },
	Date: '2096-11-20',
	InvoiceNumber: 'X-1',
};
const date = () => ({ date: new Date(clock.now()).toUTCString() });
/** The bill as Xero may have it; `age`: ms since it was changed last. */
const bill = (more: IDataObject = {}, age = 0): IDataObject => ({
	InvoiceID: ID,
	Type: 'ACCPAY',
	InvoiceNumber: 'X-1',
	Contact: { ContactID: ID, Name: 'Ngaio Sports' },
	Date: '/Date(4004208000000+0000)/',
	DateString: '2096-11-20T00:00:00',
	LineAmountTypes: 'Exclusive',
	UpdatedDateUTC: `/Date(${clock.now() - age}+0000)/`,
	...more,
});

/** Creates one bill, which Xero answers with a failure for ever; `list` is what it says has changed. */
async function created(
	list: () => Reply,
	headers: () => Record<string, string> = date,
	first?: Error | Reply,
	options: IDataObject = {},
) {
	const reply = ({ method }: Sent, index: number): Reply | Error => {
		if (method === 'GET') return list();
		return index === 0 && first ? first : { statusCode: 500, headers: headers(), body: 'Sorry' };
	};
	const parameters = [
		{ resource: 'bill', operation: 'create', organisation: { __rl: true, mode: 'list', value: HARBOUR }, ...sent, options },
	];
	const { ctx, requests } = fakeExecute({ parameters, reply });
	const outcome = await time()
		.until(execute(accounting, ctx))
		.then(
			([items]) => items!.map(({ json }) => json),
			(cause: unknown) => (cause as Error).message,
		);
	const keys = requests.filter(({ method }) => method === 'PUT').map(({ headers: own }) => own['Idempotency-Key']);
	return { outcome, requests, keys: new Set(keys).size };
}
const lists = (record: () => IDataObject) => (): Reply => ({
	headers: date(),
	body: { pagination: { page: 1, pageSize: 1000, pageCount: 1, itemCount: 1 }, Invoices: [record()] },
});
const none = (): Reply => ({ headers: date(), body: { Invoices: [] } });

describe('A bill that Xero answers with a failure', () => {
	it('is saved when Xero has it, changed since it was sent', async () => {
		const { outcome, requests, keys } = await created(lists(bill));

		expect(outcome).toMatchObject([{ InvoiceID: ID, InvoiceNumber: 'X-1' }]);
		expect(keys).toBe(1);
		const look = requests.find(({ method }) => method === 'GET')!;
		expect(look.query).toMatchObject({ includeArchived: 'true', page: '1' });
		expect(look.headers['If-Modified-Since']).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
	});

	it('is looked for with patience, even where the run itself waits for nothing', async () => {
		let asked = 0;
		const busyFirst = (): Reply => ((asked += 1) === 1 ? { statusCode: 503, headers: date(), body: '' } : lists(bill)());
		const { outcome } = await created(busyFirst, date, undefined, { longestWait: 0 });

		expect(outcome).toMatchObject([{ InvoiceID: ID, InvoiceNumber: 'X-1' }]);
		expect(asked).toBe(2);
	});

	it.each<[string, () => Reply]>([
		['none', none],
		['one of the same number from before', lists(() => bill({}, 60_000))],
		['another one', lists(() => bill({ InvoiceNumber: 'X-2' }))],
		['nothing that has changed (304)', () => ({ statusCode: 304, headers: date(), body: '' })],
	])('goes again under other keys, and is not written to the last, when Xero has %s', async (_, list) => {
		const { outcome, keys } = await created(list);

		expect(outcome).toBe(
			'Item 1 (X-1, Ngaio Sports): Xero could not handle the call (status 500); it was looked for and is not there, so it was not written. Run it again later',
		);
		expect(keys).toBeGreaterThan(3);
	});

	it.each<[string, IDataObject]>([
		['another date', { Date: '/Date(4004121600000+0000)/', DateString: '2096-11-19T00:00:00' }],
		['another type', { Type: 'ACCREC' }],
		['another contact', { Contact: { ContactID: ID, Name: 'Kahu Boats' } }],
	])('stays open when Xero has one of the number with %s', async (_, other) => {
		const { outcome, keys } = await created(lists(() => bill(other)));

		expect(outcome).toContain(OPEN);
		expect(keys).toBe(1);
	});

	it.each<[string, () => Reply]>([
		['fails at the look as well', () => ({ statusCode: 500, headers: date(), body: 'Sorry' })],
		['refuses the look', () => ({ statusCode: 403, headers: date(), body: {} })],
	])('stays open when Xero %s', async (_, list) => {
		const { outcome, keys } = await created(list);

		expect(outcome).toContain(OPEN);
		expect(keys).toBe(1);
	});

	it.each<[string, Error | Reply]>([
		['no answer', Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })],
		['an answer of a machine in between', { statusCode: 504, body: '<html></html>' }],
	])('stays open when Xero does not have it, but one try got %s: that one may still be under way', async (_, first) => {
		const { outcome, keys } = await created(none, date, first);

		expect(outcome).toContain(OPEN);
		expect(keys).toBe(1);
	});

	it('stays open when Xero does not say what time it is', async () => {
		const { outcome, requests } = await created(lists(bill), () => ({}));

		expect(outcome).toContain(OPEN);
		expect(requests.filter(({ method }) => method === 'GET')).toHaveLength(0);
	});

	it('is told from older ones by the clock of Xero, however wrong that of the computer is', async () => {
		const ahead = () => ({ date: new Date(clock.now() - 3 * 60 * 60_000).toUTCString() });
		const hours = 3 * 60 * 60_000;
		const { outcome } = await created(
			lists(() => bill({}, hours)),
			ahead,
		);

		expect(outcome).toMatchObject([{ InvoiceID: ID }]);
	});
});
