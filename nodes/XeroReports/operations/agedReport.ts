// Aged receivables and payables of all contacts, as of any day.

import type { Fields } from '../../shared/model/field';
import type { OperationContext, OutputItem, RowFinding } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import { choice, flag, number } from '../../shared/inputs/scalars';
import { systemAccountId } from '../entries/postings';
import { asOfAsked } from './daysAsked';
import type { TrialBalance } from '../facts/trialBalance';
import { balanceOf } from '../facts/trialBalance';
import { asOf, asOfDate } from '../fields/days';
import { noneSent } from '../fields/notSent';
import { contactsChosen, ownReport, ratesGiven, tieOut, totals } from '../fields/ownReports';
import type { AgedOptions } from '../folds/aged';
import type { ControlAccount } from '../folds/agedChecks';
import { agedRows } from '../folds/agedRows';
import type { GivenRate } from '../folds/asOfRates';
import { asOfRates } from '../folds/asOfRates';
import { outstandingAt } from '../folds/outstanding';
import type { Side } from '../folds/settlements';
import { documentsToRead } from '../folds/settlements';
import type { Books } from '../load/books';
import { BOOKS_CALLS, readBooks } from '../load/books';
import { contactIdsOf, nameCalls } from '../load/contactIds';
import { loadOwing, owingLists } from '../load/owing';
import { readTrialBalances } from '../load/trialBalances';
import { agedPage } from '../pages/agedPage';
import { yearStart } from '../rows/financialYear';
import { itemsOf, withinMostCalls } from './ownReport';
import { withPage } from './reportPage';
import { CONTACTS_AT_ONCE, bucketsOf, pickedIn, ratesOf } from './owingOptions';

const rows = choice('Rows', [
	['both', 'Contacts and Documents'],
	['documents', 'Documents'],
	['contacts', 'Contacts'],
]);

const options: Fields = {
	ageBy: choice('Age By', [
		['dueDate', 'Due Date'],
		['date', 'Date of the Document'],
	]),
	bucketUnit: choice('Bucket Unit', [
		['days', 'Days'],
		['months', 'Months'],
	]),
	bucketLength: number('Bucket Length', {
		min: 1,
		max: 366,
		whole: true,
		description: 'Days or months in each bucket: 30 days, or 1 month, when left out',
	}),
	bucketCount: number('Bucket Count', {
		min: 1,
		max: 12,
		whole: true,
		description: 'Buckets between Current and Older: 3 when left out',
	}),
	reportDateIsCurrent: flag(
		'Due on the Day Is Current',
		'Whether what falls due on the day of the report counts as current; on unless it is added and switched off',
		true,
	),
	credits: choice('Credits', [
		['byDate', 'By Their Date'],
		['current', 'In Current'],
		['ownColumn', 'In a Column of Their Own'],
	]),
	currencyView: choice('Currency', [
		[
			'asOfRate',
			'At the Rate of the Day',
			'As the reports of Xero show it; the rate follows from Xero’s balances, or from Rates',
		],
		['documentRate', 'At the Rate of Each Document', 'As the ledger posted it'],
	]),
	rates: ratesGiven,
	includePrepayments: flag(
		'Include Prepayments',
		'Whether to add prepayments, which stand on other accounts and are in no aged report of Xero',
	),
	contacts: contactsChosen,
	totals: totals('Contact'),
	tieOut,
	...ownReport,
};

const NAMES: Readonly<Record<Side, string>> = { receivable: 'Aged Receivables', payable: 'Aged Payables' };

/** The control account of a side, with what the trial balance says of it. */
function controlAccountOf(
	{ accounts, organisation }: Books,
	side: Side,
	day: string,
	trialBalance: TrialBalance | undefined,
	notRead: string | undefined,
): ControlAccount {
	const accountId = systemAccountId(accounts, side === 'receivable' ? 'DEBTORS' : 'CREDITORS');
	if (trialBalance === undefined) return { accountId, balance: null, notRead };
	const balance = balanceOf(trialBalance, accountId);
	return {
		accountId,
		balance: side === 'receivable' ? balance : -balance,
		unrealised: {
			balance: balanceOf(trialBalance, systemAccountId(accounts, 'UNREALISEDCURRENCYGAIN')),
			yearStart: yearStart(day, organisation.yearEnd),
			// It is not known without reading the other side.
			otherSideIsForeign: true,
		},
	};
}

async function aged(call: OperationContext, side: Side): Promise<OutputItem[]> {
	const findings: RowFinding[] = [];
	const day = await asOfAsked(call, (finding) => void findings.push(finding));
	const books = await readBooks(call);
	const { baseCurrency, decimals } = books.organisation;
	const picked = pickedIn(call.options.contacts, 'contactId');
	const contacts = picked && new Set(await contactIdsOf(call, picked));
	const isTied = call.options.tieOut !== false && contacts === null;
	const wanted = { side, asOf: day, contactIds: contacts && contacts.size <= CONTACTS_AT_ONCE ? [...contacts] : [] };
	const { read, findings: ofReading } = await withinMostCalls(
		call,
		owingLists(wanted),
		BOOKS_CALLS + nameCalls(picked ?? []) + (isTied ? 1 : 0),
		'give an As Of nearer to today, or choose Contacts',
		async (limit) => await loadOwing(call, baseCurrency, wanted, limit),
	);
	const balances = isTied ? await readTrialBalances(call, [day], 'accrual', decimals) : new Map<string, TrialBalance>();
	const notRead = isTied
		? 'scope' in balances
			? `The trial balance could not be read: it takes the scope ${balances.scope}.`
			: undefined
		: 'Tie-Out is switched off.';
	const trialBalance = 'scope' in balances ? undefined : balances.get(day);
	const account = controlAccountOf(books, side, day, trialBalance, notRead);
	const outstanding = outstandingAt(read, day, side);
	const options: AgedOptions = {
		side,
		asOf: day,
		baseCurrency,
		baseDecimals: decimals,
		ageBy: call.options.ageBy === 'date' ? 'date' : 'dueDate',
		buckets: bucketsOf(call.options),
		credits: (call.options.credits ?? 'byDate') as AgedOptions['credits'],
		currencyView: call.options.currencyView === 'documentRate' ? 'documentRate' : 'asOfRate',
		includePrepayments: call.options.includePrepayments === true,
		contacts,
	};
	const given = ratesOf(call.options.rates);
	const report = {
		outstanding,
		rates: asOfRates(outstanding, { asOf: day, baseDecimals: decimals, given, controlBalance: account.balance }),
		account,
		notRead: documentsToRead(read, day, side),
	};
	const items = {
		rows: (call.input.rows ?? 'both') as 'documents' | 'contacts' | 'both',
		totals: (call.options.totals ?? 'grand') as 'none' | 'group' | 'grand',
	};
	const all = agedRows(report, options, items, call.organisation);
	return await withPage(
		call,
		itemsOf(call, all, [...findings, ...ofReading, ...laterRates(given, day), ...missingRates(report.rates.missing, options)]),
		books.organisation,
		{ report: NAMES[side], span: { asOf: day } },
		(head) => agedPage({ head, rows: all }),
	);
}

/** Currencies without a rate of the day are added up at another one, which must not go unnoticed. */
function missingRates(missing: readonly string[], { currencyView, asOf: day }: AgedOptions): RowFinding[] {
	if (missing.length === 0 || currencyView === 'documentRate') return [];
	return [
		{
			code: 'noRateOfTheDay',
			place: ['Rates'],
			says: `no rate of ${missing.join(', ')} at ${day} follows from the balances of Xero: documents in it count at their own rates`,
			todo: 'Give a rate in Rates, or choose Currency: At the Rate of Each Document',
			details: { currencies: [...missing] },
		},
	];
}

/** A rate of a day after the report is not used, which must not go unnoticed either. */
function laterRates(given: readonly GivenRate[], day: string): RowFinding[] {
	return given
		.filter(({ date }) => date !== undefined && date > day)
		.map(({ currency, date }) => ({
			code: 'rateOfLaterDay',
			place: ['Rates'],
			says: `the rate of ${currency} is of ${date}, which is after ${day}, and was not used`,
			todo: 'Give the rate of the day of the report, or leave its date out',
			details: { currency, date },
		}));
}

/** The operation of one side. */
export const agedReport = (side: Side): Operation => ({
	xero: [
		...['getInvoices', 'getOrganisations', 'getAccounts', 'getCreditNotes', 'getOverpayments'],
		...['getPrepayments', 'getPayments', 'getReportTrialBalance'],
	],
	name: `Get ${NAMES[side]}`,
	action: `Get ${NAMES[side].toLowerCase()}`,
	description:
		side === 'receivable'
			? 'What all customers owe on any day, by how long it is overdue'
			: 'What is owed to all suppliers on any day, by how long it is overdue',
	method: 'GET',
	path: '/Invoices',
	envelope: 'Invoices',
	required: noneSent({ asOf: asOf('endOfLastMonth'), rows }),
	panelOptional: asOfDate,
	query: noneSent(options),
	scope: 'accounting.invoices.read',
	run: async (call) => await aged(call, side),
});
