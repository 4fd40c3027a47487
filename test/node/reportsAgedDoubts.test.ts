import type { INodeParameters } from 'n8n-workflow';
import { BooksByApi } from './booksByApi';
import { checks, columns, ofType } from './reportRows';
import { byCode, byId, KERERU, staged } from './stage';
import { postWorkedExample } from './workedExample';

const on = staged({ seed: 'empty', shared: true, limits: { minute: 10_000 } });

beforeAll(async () => {
	await postWorkedExample(on);
	// What stands on the account without a document: a balance that was entered when the books began.
	await new BooksByApi(on, KERERU).ask(
		'/Setup',
		{
			ConversionDate: { Month: 10, Year: 2026 },
			ConversionBalances: [
				{ AccountCode: '610', Balance: 5000 },
				{ AccountCode: '970', Balance: -5000 },
			],
		},
		'POST',
	);
});

const aged = async (options: INodeParameters = {}) =>
	await on.report('owing.agedReceivables', { asOf: 'custom', date: '2046-10-31', options });

describe('What else stands on the account of receivables', () => {
	it('makes no rate of the day: foreign documents count at their own, and that is told', async () => {
		const { json, hints } = await aged();
		const birch = json.filter(({ level, contactName }) => level === 'document' && contactName === 'Birch GmbH');
		// EUR 700.00 at 0.52, and not the 6,346.15 that the account is worth beyond its other documents.
		expect(columns(birch, 'outstanding', 'amount', 'amountAt', 'asOfRate')).toEqual([[700, 1346.15, 'documentRate', null]]);
		expect(ofType(json, 'total')[0]).toMatchObject({ total: 2769.65 });
		expect(checks(json)[0]).toEqual(['receivablesTie', 2769.65, 7769.65, 'notChecked']);
		expect(hints.join()).toContain('no rate of EUR at 2046-10-31 follows from the balances of Xero');
	});

	it('differs once the rate is given', async () => {
		const { json } = await aged({ rates: { rate: [{ currency: byCode('EUR'), rate: 0.52 }] } });
		expect(checks(json)[0]).toEqual(['receivablesTie', 2769.65, 7769.65, 'differs']);
	});
});

describe('What is given', () => {
	it('as a contact that Xero does not have is refused, and not taken for one who owes nothing', async () => {
		const nobody = '11111111-1111-4111-8111-111111111111';
		const { json, error } = await aged({ contacts: { contact: [{ contactId: byId(nobody) }] } });
		expect([json, error.split('\n')[0]]).toEqual([
			[],
			`Item 1, Contact “${nobody}”: Xero has no contact with this ID. Choose it From List`,
		]);
	});

	it('as two rates of a currency for the day is told', async () => {
		const rate = (of: number, date?: string) => ({ currency: byCode('EUR'), rate: of, ...(date ? { date } : {}) });
		const { json, hints } = await aged({ rates: { rate: [rate(0.5), rate(0.6, '2046-10-31'), rate(0.4, '2046-10-01')] } });
		expect(hints.join()).toContain('Rates: EUR at 2046-10-31 has two rates, of which the first was used. Remove one');
		expect(
			columns(
				json.filter(({ number }) => number === 'INV-4'),
				'amount',
			),
		).toEqual([[1400]]);
	});
});
