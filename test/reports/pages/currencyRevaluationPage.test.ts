import { currencyRevaluationPage } from '../../../nodes/XeroReports/pages/currencyRevaluationPage';
import { RATES, report } from '../revaluation/w5';
import * as sample from './sampleRows';
import { rowTexts, tagFaults } from './tags';

const head = sample.head('Currency Revaluation');
const page = currencyRevaluationPage({ head, rows: report() });

describe('the page of a currency revaluation', () => {
	test('has the bank accounts, the documents of each side, what all of them gained, and the checks', () => {
		expect(rowTexts(page)).toEqual([
			'Account | Held | Rate | Cost | At the rate of the day | Gain so far | Gain before | Gain of the period',
			'USD',
			'095 US Dollar Account | USD 450.00 | 0.6 / given | 689.60 | 750.00 | 60.40 | −5.97 | 66.37',
			'JPY',
			'098 Yen Account | JPY 0 |  | 27.62 | 0.00 | −27.62 | 0.00 | −27.62',
			'Total |  |  | 717.22 | 750.00 | 32.78 | −5.97 | 38.75',
			'Document | Open | Rate | Cost | At the rate of the day | Gain so far | Gain before | Gain of the period | Realised',
			'USD',
			'INV-U2 / Alder Ltd, 12 Oct 2026 | USD 200.00 | 0.6 / given | 327.87 | 333.33 | 5.46 | 0.00 | 5.46 | 2.74',
			'CN-U / Alder Ltd, 28 Oct 2026 | USD −50.00 | 0.6 / given | −80.65 | −83.33 | −2.68 | 0.00 | −2.68 | 0.00',
			'Total |  |  | 247.22 | 250.00 | 2.78 | 0.00 | 2.78 | 2.74',
			'Document | Open | Rate | Cost | At the rate of the day | Gain so far | Gain before | Gain of the period',
			'EUR',
			'BILL-E / Alder Ltd, 14 Oct 2026 | EUR −150.00 | 0.54 / given | −272.73 | −277.78 | −5.05 | 0.00 | −5.05',
			'Total |  |  | −272.73 | −277.78 | −5.05 | 0.00 | −5.05',
			'Revaluation | Cost | At the rate of the day | Gain so far | Gain before | Gain of the period | Realised',
			'Total | 691.71 | 722.22 | 30.51 | −5.97 | 36.48 | 2.74',
			'Check | This report | Xero | Difference | Status',
			'Bank account at the rate of the day / 095 US Dollar Account | 750.00 | 750.00 | 0.00 | Ties / What the account holds at the rate of the day, against the trial balance.',
			'Bank account at the rate of the day / 098 Yen Account | 0.00 | 0.00 | 0.00 | Ties / What the account holds at the rate of the day, against the trial balance.',
			'Receivables against their control account / 610 Accounts Receivable | 250.00 | 250.00 | 0.00 | Ties / The sum of the documents, against the account in the trial balance.',
			'Payables against their control account / 800 Accounts Payable | 277.78 | 277.78 | 0.00 | Ties / The sum of the documents, against the account in the trial balance.',
			'Gain of the bank accounts | 38.75 | 38.75 | 0.00 | Ties / The gain of the bank accounts, against the account of bank revaluations in the trial balance.',
			'Unrealised gain of the documents | −2.27 | −2.27 | 0.00 | Ties / The gain of the open documents, against the account of unrealised gains in the trial balance.',
			'Realised gain | 2.74 | 2.74 | 0.00 | Ties / The gain of what was settled, against the account of realised gains in the trial balance.',
		]);
		expect(tagFaults(page)).toEqual([]);
	});

	test('says where a rate comes from', () => {
		const implied = currencyRevaluationPage({
			head,
			rows: report({ rates: RATES.filter(({ currency }) => currency === 'EUR') }),
		});
		expect(rowTexts(implied)[2]).toContain('| 0.6 / bank account |');
	});

	test('says that there is nothing where nothing was held or open', () => {
		const rows = report().filter(({ rowType }) => rowType === 'check');
		expect(currencyRevaluationPage({ head, rows })).toContain('Nothing was held or open in a foreign currency, 1 October 2026');
	});
});
