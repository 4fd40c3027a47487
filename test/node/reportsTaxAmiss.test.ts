import { DateTime } from 'luxon';
import type { INodeParameters } from 'n8n-workflow';
import { BooksByApi } from './booksByApi';
import { checks, columns, ofType } from './reportRows';
import { byId, KERERU, staged } from './stage';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });
/** The organisation of the generated year, whose claims are paid. */
const GENERATED = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
const TAX = 'tax.taxDetail';
const day = (ago: number) => DateTime.fromMillis(on.clock.now(), { zone: 'Pacific/Auckland' }).minus({ days: ago }).toISODate()!;

beforeAll(async () => {
	on.sandbox.generateYear(5);
	on.connect({ tenants: [KERERU, GENERATED] });
	const books = new BooksByApi(on, KERERU);
	const ContactID = await books.put('Contacts', 'ContactID', { Contacts: [{ Name: 'Kauri Ltd' }] });
	const line = (AccountCode: string, UnitAmount: number, TaxType: string) => ({
		...{ Description: 'Exchange', Quantity: 1, UnitAmount, AccountCode, TaxType },
	});
	// A document whose lines come to nothing, and whose tax does not: 100.00 and 15.00 of tax, less 115.00 without tax.
	await books.put('Invoices', 'InvoiceID', {
		...{ Type: 'ACCREC', Contact: { ContactID }, Date: '2026-10-02', DueDate: '2026-10-02', Status: 'AUTHORISED' },
		...{ LineAmountTypes: 'Exclusive', LineItems: [line('200', 100, 'OUTPUT2'), line('210', -115, 'NONE')] },
	});
});
afterEach(() => void (on.sandbox.bookkeeping.unkindness.claimAccountsMissing = false));

const tax = async (tenant: string, days: readonly [string, string], options: INodeParameters) => {
	const period = { period: 'custom', fromDate: days[0], toDate: days[1] };
	const act = { organisation: byId(tenant) };
	const { json, hints, error } = await on.report(TAX, { ...period, rows: 'both', options }, undefined, act);
	expect(error).toBe('');
	return { json, hints: hints.join('\n') };
};

describe('GST or VAT in detail', () => {
	it('says which paid claims it could not count, and does not call what is missing explained', async () => {
		const days = [day(380), day(20)] as const;
		const whole = await tax(GENERATED, days, { basis: 'cash' });
		const paid = whole.json.filter(({ sourceType, tax: of }) => sourceType === 'EXPPAYMENT' && of !== 0);
		expect(paid.length).toBeGreaterThan(0);
		expect(whole.hints).not.toContain('Xero does not say');
		on.sandbox.bookkeeping.unkindness.claimAccountsMissing = true;
		const { json, hints } = await tax(GENERATED, days, { basis: 'cash' });
		expect(json.filter(({ sourceType }) => sourceType === 'EXPPAYMENT')).toEqual([]);
		const records = new Set(paid.map(({ sourceId }) => sourceId)).size;
		expect(hints).toMatch(
			new RegExp(
				`Xero does not say the bank account of ${records} records?, so that their tax is not among these lines: EXPPAYMENT of `,
			),
		);
		expect(columns(ofType(json, 'check'), 'check', 'status', 'note')).toEqual([
			['taxAccounts', 'notChecked', `Records whose tax is not among the lines, as Xero does not say all of them: ${records}.`],
		]);
		// On the accrual basis it is the claim that counts, and nothing of it is missing.
		expect((await tax(GENERATED, days, { basis: 'accrual' })).hints).not.toContain('Xero does not say');
	});

	it('names documents that come to nothing among what may set the two bases apart', async () => {
		const { json } = await tax(KERERU, ['2026-10-01', '2026-10-31'], { basis: 'cash', unpaidTax: true });
		expect(checks(json)).toEqual([
			['taxAccounts', 0, 0, 'ties'],
			['unpaidTax', 0, -15, 'differs'],
		]);
		expect(ofType(json, 'check')[1]!.note).toContain('documents with tax whose lines come to nothing');
	});
});
