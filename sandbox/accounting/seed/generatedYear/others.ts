/** Manual journals, expense claims, and what no document has, of the generated year. */
import type { UnlistedJournal } from '../../../bookkeeping';
import { payExpenseClaim } from '../../expenses/claimPayments';
import { expenseClaimWrites } from '../../expenses/expenseClaims';
import { receiptWrites } from '../../expenses/receipts';
import { manualJournalWrites } from '../../ledger/manualJournals';
import { postUnlisted } from '../../ledger/unlistedJournals';
import type { Body } from '../../resource/replies';
import { addDays } from '../../values/dates';
import { rounded, sum } from '../../values/decimal';
import { write } from '../records';
import { cents, trackingBody, type Year } from './year';

const pair = (debit: string, credit: string, amount: number): Body[] => [
	{ AccountCode: debit, LineAmount: amount },
	{ AccountCode: credit, LineAmount: -amount },
];

/** The manual journals of a month's end: depreciation, an accrual that is taken back, one with tax and tracking; now and then a draft or a void one. */
export function manualJournals(year: Year, end: string, at: number): void {
	const { agenda, book } = year;
	const post = (Date: string, Narration: string, JournalLines: readonly Body[], more: Body = {}) =>
		write(book, { Date, Narration, Status: 'POSTED', JournalLines, ...more }, manualJournalWrites.create);
	post(end, 'Depreciation of the van', pair('416', '711', 145.83), { ShowOnCashBasisReports: false });
	const accrued = cents(year, 20_000, 90_000);
	post(end, 'Power used and not billed', pair('445', '850', accrued));
	agenda.on(
		addDays(end, 1),
		() => void post(addDays(end, 1), 'Reversal: power used and not billed', pair('850', '445', accrued)),
	);
	if (at % 2 === 0) {
		const [taxed, Tracking] = [cents(year, 5_000, 40_000), trackingBody(year)];
		const lines = [
			{ AccountCode: '400', LineAmount: taxed, TaxType: 'INPUT2', Tracking },
			{ AccountCode: '881', LineAmount: -taxed },
		];
		post(addDays(end, -3), 'Adverts that the owner paid', lines, { LineAmountTypes: 'Inclusive' });
	}
	if (at % 4 === 1) post(end, 'Insurance to be spread', pair('620', '433', 480), { Status: 'DRAFT' });
	if (at % 4 === 3) {
		const row = post(end, 'Rent of another business', pair('469', '850', 900));
		const change = { Status: 'VOIDED' };
		agenda.on(
			addDays(end, 12),
			() => void write(book, change, (one, input, call) => manualJournalWrites.update(one, row, input, call)),
		);
	}
}

/** Shares of what is due that are paid, with the days after approval; or the status that a claim ends in instead. */
const CLAIMS: ReadonlyArray<ReadonlyArray<readonly [days: number, share: number]> | 'VOIDED' | 'DELETED' | 'SUBMITTED'> = [
	[[10, 1]],
	[
		[5, 0.4],
		[40, 1],
	],
	[],
	'VOIDED',
	[[33, 0.5]],
	'DELETED',
	'SUBMITTED',
];

/** A claim of two receipts, handed in and approved on a day. */
export function expenseClaim(year: Year, day: string, at: number): void {
	const { agenda, book, chance } = year;
	const [user] = book.users.values();
	const User = { UserID: user?.UserID };
	const receipts = ['493', '420'].map((AccountCode): Body => ({
		ReceiptID: write(
			book,
			{
				...{ User, Contact: { ContactID: chance.pick(year.suppliers).ContactID }, Date: addDays(day, -4) },
				LineAmountTypes: at % 3 === 0 ? 'Exclusive' : 'Inclusive',
				LineItems: [
					{ Description: 'On the road', UnitAmount: cents(year, 800, 20_000), AccountCode, Tracking: trackingBody(year) },
				],
			},
			receiptWrites.create,
		).ReceiptID,
	}));
	const claim = write(book, { User, Receipts: receipts }, expenseClaimWrites.create);
	const move = (Status: string): void => {
		const row = book.expenseClaims.get(claim.ExpenseClaimID);
		if (row) write(book, { Status }, (one, input, call) => expenseClaimWrites.update(one, row, input, call));
	};
	const what = CLAIMS[at % CLAIMS.length] ?? [];
	if (what === 'SUBMITTED') return;
	if (what === 'DELETED') return move('DELETED');
	move('AUTHORISED');
	if (what === 'VOIDED') return agenda.on(addDays(day, 20), () => move('VOIDED'));
	for (const [days, share] of what)
		agenda.on(addDays(day, days), () => {
			const due = book.expenseClaims.get(claim.ExpenseClaimID)?.AmountDue ?? 0;
			const payment = { account: '090', date: addDays(day, days), amount: rounded(due * share, 2) };
			if (payment.amount > 0) payExpenseClaim(book, claim.ExpenseClaimID, payment);
		});
}

/** Wages of a fortnight with PAYE, paid four days later. */
export function payRun(year: Year, day: string): void {
	const [gross, share] = [cents(year, 420_000, 560_000), year.chance.pick([0.6, 0.7])];
	const tax = rounded(gross * 0.235, 2);
	const north = rounded(gross * share, 2);
	const lines: UnlistedJournal['lines'] = [
		{ account: '477', net: north, tracking: { Region: 'North' } },
		{ account: '477', net: sum([gross, -north]) },
		{ account: '825', net: -tax },
		{ account: '814', net: sum([tax, -gross]) },
	];
	postUnlisted(year.book, { sourceType: 'PAYSLIP', date: day, reference: `Pay run ${day}`, lines });
	const net = sum([gross, -tax]);
	const date = addDays(day, 4);
	const paid = [
		{ account: '814', net },
		{ account: '090', net: -net },
	];
	year.agenda.on(date, () => void postUnlisted(year.book, { sourceType: 'WAGEPAYABLE', date, lines: paid }));
}

/** What Xero and its other products post of themselves at a month's end: depreciation, stock that is counted, money spent. */
export function unlisted(year: Year, end: string): void {
	const { book, chance } = year;
	const [worn, counted] = [cents(year, 20_000, 40_000), chance.pick([1, -1]) * cents(year, 500, 6_000)];
	const depreciation = [
		{ account: '416', net: worn },
		{ account: '711', net: -worn },
	];
	postUnlisted(book, { date: end, reference: 'Depreciation', lines: depreciation, showOnCashBasisReports: false });
	const stock = [
		{ account: '310', net: counted },
		{ account: '630', net: -counted },
	];
	postUnlisted(book, { date: addDays(end, -1), reference: 'Stock count', lines: stock });
	const spent = cents(year, 2_000, 30_000);
	const tax = rounded(spent * 0.15, 2);
	const lines = [
		{ account: '485', net: spent, tax, taxType: 'INPUT2', tracking: { Department: 'Service' } },
		{ account: '090', net: -sum([spent, tax]) },
	];
	postUnlisted(book, { sourceType: 'EXTERNALSPENDMONEY', date: addDays(end, -6), lines });
}
