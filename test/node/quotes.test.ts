import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { byCode, byId, byName, staged } from './stage';

const on = staged({ seed: 'empty' });

const goesOn = { settings: { onError: 'continueRegularOutput' as const } };
/** Retry On Fail as set in the node's settings; the wait between tries in real ms. */
const retry = { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } };
const QuoteID = byId('={{ $json.QuoteID }}');

/** Quotes, … with the statuses named, as the node gives them. */
async function quotes(...statuses: string[]): Promise<IDataObject[]> {
	const { json, error } = await on.run(
		'quote.create',
		{
			Contact: byName('Walnut Hall'),
			Date: '2096-03-01',
			LineAmountTypes: 'INCLUSIVE',
			LineItems: {
				line: [{ Description: 'Chairs', Quantity: '2', UnitAmount: '57.5', AccountCode: byCode('200') }],
			},
			QuoteNumber: '={{ $json.number }}',
			Status: '={{ $json.status }}',
			ExpiryDate: '2096-03-31',
			additionalFields: { Title: 'Spring', Terms: 'Valid for 30 days' },
		},
		statuses.map((status, index) => ({ number: `Q-${index + 1}`, status })),
	);
	expect(error).toBe('');
	on.sandbox.forget();
	return json;
}

const states = () => on.records('Quotes').map(({ QuoteNumber, Status }) => `${String(QuoteNumber)} ${String(Status)}`);
const changes = async (id: unknown) =>
	(await on.run('quote.getHistory', { QuoteID: byId(String(id)) })).json.map((one) => one.Changes).reverse();
const lost = (times: number) =>
	on.sandbox.fail({ match: { method: 'POST', path: '/Quotes/' }, times, what: { kind: 'dropAfter' } });
const update = (more: INodeParameters): INodeParameters => ({ QuoteID, simplify: false, ...more });

describe('A change of a quote', () => {
	it('keeps everything that is not given, in two calls for each quote', async () => {
		const made = await quotes('DRAFT', 'SENT');
		const { json, pairs, error } = await on.run('quote.update', update({ Reference: 'Order 7' }), made);
		expect(error).toBe('');
		expect(pairs).toEqual([0, 1]);
		expect(on.asked.sort()).toEqual(
			made.flatMap((one) => [`GET /Quotes/${String(one.QuoteID)}`, `POST /Quotes/${String(one.QuoteID)}`]).sort(),
		);
		expect(json).toEqual(
			['DRAFT', 'SENT'].map((Status) =>
				expect.objectContaining({
					Status,
					Reference: 'Order 7',
					Title: 'Spring',
					Terms: 'Valid for 30 days',
					Date: '2096-03-01',
					ExpiryDate: '2096-03-31',
					LineAmountTypes: 'INCLUSIVE',
					Total: 115,
				}),
			),
		);
		const [line] = json[0]!.LineItems as IDataObject[];
		expect(line).toMatchObject({ Description: 'Chairs', Quantity: 2, UnitAmount: 57.5, LineAmount: 115, TaxAmount: 15 });
	});

	it('empties what is chosen to be emptied, and takes another contact by name', async () => {
		const { json } = await on.run(
			'quote.update',
			update({ Contact: byName('Rata Print'), additionalFields: { clearFields: ['Title'] } }),
			await quotes('DRAFT'),
		);
		expect(json[0]).toMatchObject({ Title: '', Terms: 'Valid for 30 days', Contact: { Name: 'Rata Print' } });
	});

	it('takes the rate of the day when the currency changes, and keeps it afterwards', async () => {
		const made = await quotes('DRAFT');
		await on.run('currency.create', { Code: 'USD' });
		const changed = await on.run('quote.update', update({ additionalFields: { CurrencyCode: byCode('USD') } }), made);
		expect(changed.json[0]).toMatchObject({ CurrencyCode: 'USD', CurrencyRate: expect.any(Number) });
		expect(changed.json[0]!.CurrencyRate).not.toBe(1);
		await on.run('quote.update', update({ additionalFields: { CurrencyRate: '0.5' } }), made);
		const sent = await on.run('quote.markAsSent', update({}), made);
		expect(sent.json[0]).toMatchObject({ Status: 'SENT', CurrencyCode: 'USD', CurrencyRate: 0.5 });
	});

	it('changes a quote that several items name one after another, each on what the one before it left', async () => {
		const [made] = await quotes('DRAFT');
		const { QuoteID: id } = made!;
		const items = [
			{ QuoteID: id, Reference: 'PO 1', Title: '' },
			{ QuoteID: String(id).toUpperCase(), Reference: '', Title: 'Second' },
			{ QuoteID: id, Reference: 'PO 3', Title: '' },
		];
		const { json } = await on.run(
			'quote.update',
			update({ Reference: '={{ $json.Reference }}', additionalFields: { Title: '={{ $json.Title }}' } }),
			items,
		);
		expect(json.map(({ Reference, Title }) => [Reference, Title])).toEqual([
			['PO 1', made!.Title],
			['PO 1', 'Second'],
			['PO 3', 'Second'],
		]);
	});

	it('says of a quote that is gone that Xero does not have it, and does the others', async () => {
		const [first, second] = await quotes('SENT', 'SENT');
		const gone = { QuoteID: '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33' };
		const { json, pairs } = await on.run('quote.accept', { QuoteID }, [first!, gone, second!], goesOn);
		expect(json.map(({ Status, error }) => Status ?? error)).toEqual([
			'ACCEPTED',
			expect.stringContaining('is not in the organisation chosen'),
			'ACCEPTED',
		]);
		expect(pairs).toEqual([0, 1, 2]);
		expect(states()).toEqual(['Q-1 ACCEPTED', 'Q-2 ACCEPTED']);
	});

	it("gives a refusal in the middle back with Xero's sentence, and does the others", async () => {
		const made = await quotes('SENT', 'DRAFT', 'SENT');
		const { json } = await on.run('quote.decline', { QuoteID }, made, goesOn);
		expect(json.map(({ Status, error }) => Status ?? error)).toEqual([
			'DECLINED',
			'Item 2: Xero says: A quote of status DRAFT cannot be changed to DECLINED.',
			'DECLINED',
		]);
	});

	it('stops at a refusal in the middle when the node does not go on, and says how many were changed', async () => {
		const made = await quotes('SENT', 'DRAFT', 'SENT');
		const { json, error } = await on.run('quote.decline', { QuoteID }, made);
		expect(json).toEqual([]);
		expect(error).toContain('Item 2: Xero says: A quote of status DRAFT cannot be changed to DECLINED.');
		const declined = states().filter((one) => one.endsWith('DECLINED')).length;
		expect(error).toContain(`${declined} of 3 were written to Xero and stay there`);
	});

	it('changes nothing when the quote cannot be read', async () => {
		const made = await quotes('DRAFT');
		on.sandbox.fail({ match: { method: 'GET', path: '/Quotes/' }, what: { kind: 'status', status: 503, as: 'text' } });
		const { error } = await on.run('quote.markAsSent', { QuoteID }, made);
		expect(error).toContain('Xero is not available at the moment');
		expect(error).not.toContain('look in Xero');
		expect(states()).toEqual(['Q-1 DRAFT']);
	});

	it('is made once when its answer is lost', async () => {
		const [made] = await quotes('DRAFT');
		lost(2);
		const { json, error } = await on.run('quote.markAsSent', { QuoteID }, [made!]);
		expect([error, json[0]!.Status]).toEqual(['', 'SENT']);
		expect(await changes(made!.QuoteID)).toEqual(['Created', 'Sent']);
	});
});

describe('Retry On Fail of a change', () => {
	it('changes each quote once, though the second try reads it as changed already', async () => {
		const made = await quotes('DRAFT', 'DRAFT');
		lost(10);
		const { json, error } = await on.run(
			'quote.update',
			{ QuoteID, Reference: 'Order 7', LineItems: {}, additionalFields: { Title: '', Summary: '={{ Math.random() }}' } },
			made,
			retry,
		);
		expect(error).toBe('');
		expect(json.map(({ Reference }) => Reference)).toEqual(['Order 7', 'Order 7']);
		for (const one of made) expect(await changes(one.QuoteID)).toEqual(['Created', 'Edited']);
	});

	it('does not take a quote for refused that the first try has set to Invoiced', async () => {
		const made = await quotes('SENT');
		await on.run('quote.accept', { QuoteID }, made);
		lost(5);
		const { json, error } = await on.run('quote.markAsInvoiced', { QuoteID }, made, retry);
		expect([error, json[0]!.Status]).toEqual(['', 'INVOICED']);
	});

	it.each([
		['goes on', 'continueRegularOutput'],
		['stops', 'stopWorkflow'],
	] as const)('does not change again what was changed when the first quote was refused and the node %s', async (_, onError) => {
		const made = await quotes('DRAFT', 'SENT', 'SENT');
		await on.run('quote.decline', { QuoteID }, made, { settings: { ...retry.settings, onError } });
		expect(states()).toEqual(['Q-1 DRAFT', 'Q-2 DECLINED', 'Q-3 DECLINED']);
		for (const one of made.slice(1)) expect(await changes(one.QuoteID)).toEqual(['Created', 'Sent', 'Declined']);
	});
});
