import type { Unkindness } from '../../../sandbox/bookkeeping';
import { accounting } from '../../../sandbox/accounting/api';
import { generatedOrganisation, organisations } from '../../../sandbox/organisations';
import type { Json } from '../../sandbox/accounting/desk';
import { openDesk, sale } from '../../sandbox/accounting/desk';
import { Books } from './sandboxRecords';

/** A year of everything that makes a ledger hard to rebuild, read through answers that leave out and misdate what Xero's do. */
function openYear(seed: number, more: Partial<Unkindness> = {}): Books {
	const unkind = { ratesMissing: true, typesPlain: true, creditDatesWrong: true, ...more };
	const desk = openDesk(
		'empty',
		undefined,
		(clock) => {
			const api = accounting({ clock, seed: 'empty', organisations });
			api.bookkeeping!.generateYear(seed);
			Object.assign(api.bookkeeping!.unkindness, unkind);
			return api;
		},
		generatedOrganisation.tenantId,
	);
	return new Books(desk);
}

const SPANS = [
	{ from: '2025-02-01', to: '2026-03-31' },
	{ from: '2025-01-01', to: '2025-03-31' },
	{ from: '2025-03-15', to: '2025-04-20' },
	{ from: '2025-07-01', to: '2025-07-31' },
	{ from: '2025-04-01', to: '2025-12-31' },
];
const CASES = [1, 2, 3].flatMap((seed) => (['accrual', 'cash'] as const).map((basis) => [seed, basis] as const));

describe.each(CASES)('the ledger of the year generated from seed %i, %s basis', (seed, basis) => {
	const books = openYear(seed);

	it.each(SPANS)('from $from to $to leaves what no list has, to the cent, and the cost of what was sold from stock', (span) => {
		const { ledger, entries } = books.ledger(span, basis);
		const unlisted = books.unlisted({ ...books.context, ...span, basis });
		const rest = ledger.accounts
			.map(({ account, accountId, notInApi }) => [account?.code, notInApi - (unlisted.get(accountId) ?? 0n)] as const)
			.filter(([, amount]) => amount !== 0n);
		expect(rest.map(([code]) => code)).toEqual(['310', '630']);
		expect(rest[0]![1]).toBe(-rest[1]![1]);
		expect(entries.omissions).toEqual([]);
		expect(ledger.checks.slice(-2).map(({ status }) => status)).toEqual(['ties', 'ties']);
	});
});

describe('the reasons of the generated year', () => {
	const reasonsOf = (books: Books, from: string, to: string) =>
		Object.fromEntries(
			books
				.ledger({ from, to })
				.ledger.accounts.flatMap(({ account, reason }) => (reason === null ? [] : [[account?.code, reason] as const])),
		);

	it('are payroll, stock, depreciation and payments in a month', () => {
		expect(reasonsOf(openYear(2), '2025-07-01', '2025-07-31')).toEqual({
			'090': 'payments',
			'310': 'stock',
			'416': 'depreciationRun',
			'477': 'payroll',
			'485': 'unknown',
			'630': 'stock',
			'711': 'depreciationRun',
			'820': 'unknown',
			'825': 'payroll',
		});
	});

	it('are opening balances where the books began, though a payment was dated before', () => {
		expect(reasonsOf(openYear(2), '2025-01-01', '2025-03-31')).toMatchObject({
			'090': 'openingBalance',
			'094': 'openingBalance',
			'710': 'openingBalance',
			'840': 'openingBalance',
			'960': 'openingBalance',
		});
	});

	it('are payments on unpaid claims whose payments do not say from which account', () => {
		const books = openYear(1, { claimAccountsMissing: true });
		const { ledger, entries } = books.ledger(SPANS[0]!);
		expect(new Set(entries.omissions.map(({ reason, source }) => `${source.type} ${reason}`))).toEqual(
			new Set(['EXPPAYMENT payments']),
		);
		const unlisted = books.unlisted({ ...books.context, ...SPANS[0]!, basis: 'accrual' });
		const [bank, claims] = ['090', '801'].map((code) => ledger.accounts.find(({ account }) => account?.code === code)!);
		expect(claims!.reason).toBe('payments');
		expect(claims!.notInApi).toBeGreaterThan(0n);
		expect(bank!.notInApi - unlisted.get(bank!.accountId)!).toBe(-claims!.notInApi);
	});
});

describe('the construction industry scheme', () => {
	it('has what is withheld on accounts of its own, and what is due on debtors and creditors', () => {
		const desk = openDesk('demo', undefined, undefined, organisations[2].tenantId);
		const contact = desk.api.records(desk.tenantId, 'Contacts')[0]!;
		const contacts = { [String(contact.ContactID)]: 30 };
		desk.api.bookkeeping!.setConstructionScheme(desk.tenantId, { subcontractorRate: 20, contacts });
		const work = (Type: string, AccountCode: string): Json =>
			sale({
				Type,
				Status: 'AUTHORISED',
				Contact: { ContactID: contact.ContactID },
				LineItems: [{ Description: 'Brickwork', Quantity: 1, UnitAmount: 333.33, AccountCode, TaxType: 'NONE' }],
			});
		const ids = [work('ACCREC', '215'), work('ACCPAY', '320')].map((body) =>
			desk.call('PUT', '/Invoices', body).id('Invoices.0.InvoiceID'),
		);
		for (const InvoiceID of ids)
			desk.call('PUT', '/Payments', { Invoice: { InvoiceID }, Account: { Code: '090' }, Date: '2026-03-05', Amount: 100 });
		const books = new Books(desk);
		for (const basis of ['accrual', 'cash'] as const) {
			const { ledger } = books.ledger({ from: '2026-03-01', to: '2026-03-09' }, basis);
			expect(
				ledger.accounts.filter(({ notInApi }) => notInApi !== 0n).map(({ account, notInApi }) => [account?.code, notInApi]),
			).toEqual([]);
			const moved = (code: string) => ledger.accounts.find(({ account }) => account?.code === code)!.movement;
			// 20 % of 333.33 is withheld of the sale, 30 % of the bill.
			if (basis === 'accrual') expect([moved('612').debit, moved('826').credit]).toEqual([6667n, 10000n]);
		}
	});
});
