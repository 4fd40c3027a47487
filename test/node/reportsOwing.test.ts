import { DateTime } from 'luxon';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { BooksByApi } from './booksByApi';
import { cents, sum } from './ledgerOf';
import { checks, ofType } from './reportRows';
import { byId, byName, HARBOUR, KERERU, staged } from './stage';

const on = staged({ seed: 'demo', shared: true, limits: { minute: 10_000 } });

/** The organisation of the generated year: everything that makes books hard. */
const HARD = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';
const ALL = [KERERU, HARBOUR, HARD];
beforeAll(() => {
	on.sandbox.generateYear(7);
	on.connect({ tenants: ALL });
});
const RECEIVABLES = 'owing.agedReceivables';
const PAYABLES = 'owing.agedPayables';
const STATEMENT = 'owing.customerStatement';

const inside = (tenant: string, parameters: INodeParameters = {}) => ({ organisation: byId(tenant), ...parameters });
const report = async (what: string, parameters: INodeParameters) => {
	const { json, error, hints } = await on.report(what, parameters);
	expect([what, error]).toEqual([what, '']);
	return { json, hints };
};
const today = () => DateTime.fromMillis(on.openedAt, { zone: 'Pacific/Auckland' });
const daysAgo = (days: number) => today().minus({ days }).toISODate()!;
const asOf = (date: string) => ({ asOf: 'custom', date });
/** Rows as they are but for what was told of the run. */
const plain = (rows: readonly IDataObject[]) => rows.map(({ _findings, ...row }) => row);

describe.each([
	['a trading company', KERERU],
	['a studio abroad', HARBOUR],
	['the generated year', HARD],
])('What is owed in %s', (_, tenant) => {
	it.each([
		[RECEIVABLES, 'Receivables', 'receivablesTie'],
		[PAYABLES, 'Payables', 'payablesTie'],
	] as const)(
		'is what Xero’s own report has of each contact, and its account in all, on each day: %s',
		async (what, side, tie) => {
			const books = new BooksByApi(on, tenant);
			for (const day of [daysAgo(0), daysAgo(33), daysAgo(140)]) {
				const { json } = await report(what, inside(tenant, { ...asOf(day), options: { currencyView: 'documentRate' } }));
				const accountId = String(ofType(json, 'check')[0]!.accountId);
				const stands = (await books.trialBalance(day)).get(accountId) ?? 0;
				const owed = side === 'Receivables' ? stands : -stands;
				expect([day, ...checks(json)]).toEqual([day, [tie, owed / 100, owed / 100, 'ties'], ['documentsAgree', 0, 0, 'ties']]);
				expect(cents(ofType(json, 'total')[0]!.total)).toBe(owed);
				const documents = json.filter(({ level, documentType }) => level === 'document' && documentType !== 'earlyPayment');
				const contacts = [...new Set(documents.map(({ contactId }) => String(contactId)))];
				const some = contacts.filter((__, index) => index % Math.ceil(contacts.length / 12) === 0);
				for (const contact of some) {
					const ours = sum(
						documents.filter(({ contactId }) => contactId === contact).map(({ outstanding }) => cents(outstanding)),
					);
					expect([day, contact, ours]).toEqual([day, contact, await books.agedDue(side, contact, day)]);
				}
			}
		},
	);

	it('is on the statements of today what Xero shows with the contacts, and what the aged report has', async () => {
		const { json } = await report(
			STATEMENT,
			inside(tenant, { contacts: 'all', type: 'outstanding', asOf: 'today', rows: 'contacts' }),
		);
		// Nearly everybody has open credits there, of which Xero does not say whether its balance has them.
		const [closes, balance] = checks(json);
		expect(closes).toEqual(['statementClosesCount', 0, 0, 'ties']);
		expect([
			['contactBalanceCount', 0, 0, 'ties'],
			['contactBalanceCount', 0, null, 'notChecked'],
		]).toContainEqual(balance);
		const aged = await report(RECEIVABLES, inside(tenant, { ...asOf(String(json[0]!.to)), rows: 'documents' }));
		const rows = aged.json.filter(({ level }) => level === 'document');
		const left = (contact: unknown, currency: unknown) =>
			sum(
				rows.filter((row) => row.contactId === contact && row.currency === currency).map(({ outstanding }) => cents(outstanding)),
			);
		const closings = ofType(json, 'row').flatMap(({ contactId, balances }) =>
			(balances as IDataObject[]).map(({ currency, closing }) => [contactId, currency, cents(closing)]),
		);
		expect(closings.length).toBeGreaterThan(3);
		expect(closings).toEqual(closings.map(([contact, currency]) => [contact, currency, left(contact, currency)]));
	});

	it('is on statements of a month what was open before, and what happened since', async () => {
		const [fromDate, toDate] = [daysAgo(70), daysAgo(35)];
		const period = { contacts: 'all', type: 'activity', period: 'custom', fromDate, toDate };
		for (const suppliers of [false, true]) {
			const options = { suppliers };
			const { json } = await report(STATEMENT, inside(tenant, { ...period, rows: 'contacts', options }));
			const openAt = async (date: string) => {
				const open = await report(
					STATEMENT,
					inside(tenant, { contacts: 'all', type: 'outstanding', ...asOf(date), rows: 'contacts', options }),
				);
				return new Map(
					ofType(open.json, 'row').flatMap(({ contactId, balances }) =>
						(balances as IDataObject[]).map(({ currency, closing }) => [`${contactId} ${currency}`, closing] as const),
					),
				);
			};
			const [before, after] = [await openAt(daysAgo(71)), await openAt(toDate)];
			const balances = ofType(json, 'row').flatMap(({ contactId, balances: of }) =>
				(of as IDataObject[]).map(({ currency, opening, closing }) => [`${contactId} ${currency}`, opening, closing] as const),
			);
			expect(balances.length).toBeGreaterThan(3);
			expect(balances).toEqual(balances.map(([key]) => [key, before.get(key) ?? 0, after.get(key) ?? 0]));
			expect(checks(json)).toEqual([['statementClosesCount', 0, 0, 'ties']]);
		}
	});
});

describe('The calls', () => {
	const callsOf = async (what: string, parameters: INodeParameters) => {
		on.sandbox.forget();
		await report(what, parameters);
		return on.asked.map((call) => call.replace('GET /', '')).sort();
	};
	const LISTS = ['CreditNotes', 'CreditNotes', 'Invoices', 'Invoices', 'Overpayments', 'Payments', 'Prepayments'];
	const BOOKS = ['Accounts', 'Organisation'];
	/** So long ago that something was paid since, on any day. */
	const past = () => ({ asOf: 'custom', date: DateTime.fromMillis(on.openedAt).minus({ days: 25 }).toISODate() });
	/** How often is as the day has it: once for each forty documents that were paid since. */
	const paidSince = (calls: readonly string[]) =>
		calls.filter((call, at) => call !== 'Invoices' || at < calls.indexOf('Invoices') + 3);
	const one = () => ({ contacts: 'one', contactId: byId(String(on.records('Contacts')[0]!.ContactID)) });

	it.each<[string, string, () => INodeParameters, readonly string[]]>([
		['aged receivables of today', RECEIVABLES, () => ({ asOf: 'today' }), [...BOOKS, ...LISTS, 'Reports/TrialBalance']],
		['aged receivables of a past day', RECEIVABLES, past, [...BOOKS, ...LISTS, 'Invoices', 'Reports/TrialBalance']],
		[
			'aged receivables without a tie-out',
			RECEIVABLES,
			() => ({ asOf: 'today', options: { tieOut: false } }),
			[...BOOKS, ...LISTS],
		],
		['aged payables of a past day', PAYABLES, past, [...BOOKS, ...LISTS, 'Invoices', 'Reports/TrialBalance']],
		[
			'aged receivables of chosen contacts',
			RECEIVABLES,
			() => ({ options: { contacts: { contact: [{ contactId: one().contactId }] } } }),
			[...BOOKS, 'CreditNotes', 'CreditNotes', 'Invoices', 'Overpayments', 'Prepayments'],
		],
		[
			'aged receivables of a contact by name',
			RECEIVABLES,
			() => ({ options: { contacts: { contact: [{ contactId: byName(String(on.records('Contacts')[0]!.Name)) }] } } }),
			[...BOOKS, 'Contacts', 'CreditNotes', 'CreditNotes', 'Invoices', 'Overpayments', 'Prepayments'],
		],
		[
			'the statement of one contact of a past day',
			STATEMENT,
			() => ({ ...one(), type: 'activity' }),
			[...BOOKS, 'CreditNotes', 'CreditNotes', 'Invoices', 'Overpayments', 'Prepayments'],
		],
		[
			'the statement of one contact of today',
			STATEMENT,
			() => ({ ...one(), type: 'outstanding', asOf: 'today' }),
			[...BOOKS, 'Contacts', 'CreditNotes', 'CreditNotes', 'Invoices', 'Overpayments', 'Prepayments'],
		],
		[
			'statements of all, line by line',
			STATEMENT,
			() => ({ contacts: 'all', asOf: 'today', rows: 'lines' }),
			[...BOOKS, ...LISTS],
		],
		[
			'statements of all as items',
			STATEMENT,
			() => ({ contacts: 'all', asOf: 'today', rows: 'contacts' }),
			[...BOOKS, ...LISTS, 'Contacts'],
		],
	])('of %s are as few as can be', async (_, what, parameters, expected) => {
		expect(paidSince(await callsOf(what, inside(KERERU, parameters())))).toEqual([...expected].sort());
	});

	it('for settings are made once for all items of an organisation', async () => {
		const { json, error, pairs } = await on.report(
			RECEIVABLES,
			{ organisation: byId('={{ $json.in }}'), asOf: 'custom', date: '={{ $json.day }}', options: { return: ['total'] } },
			[
				{ in: KERERU, day: daysAgo(0) },
				{ in: HARD, day: daysAgo(0) },
				{ in: KERERU, day: daysAgo(60) },
			],
		);
		expect(error).toBe('');
		expect([pairs, json.map(({ organisationId, asOf: day }) => [organisationId, day])]).toEqual([
			[0, 1, 2],
			[
				[KERERU, daysAgo(0)],
				[HARD, daysAgo(0)],
				[KERERU, daysAgo(60)],
			],
		]);
		expect(['GET /Organisation', 'GET /Accounts'].map((call) => on.called(call).length)).toEqual([2, 2]);
		const alone = await report(RECEIVABLES, inside(HARD, { ...asOf(daysAgo(0)), options: { return: ['total'] } }));
		expect(plain(json).slice(1, 2)).toEqual(plain(alone.json));
	});

	it('end after the first pages where they would be more than Most Calls', async () => {
		const { json, error } = await on.report(RECEIVABLES, inside(KERERU, { options: { mostCalls: 9 } }));
		expect([json, error.split('\n')[0]]).toEqual([
			[],
			'Item 1, Most Calls “9”: is less than the 10 calls to Xero that this takes so far. Raise it, or give an As Of nearer to today, or choose Contacts',
		]);
		expect(error).toContain('Only first pages were read.');
		expect(on.asked).toHaveLength(9);
		const statement = await on.report(STATEMENT, inside(KERERU, { contacts: 'all', options: { mostCalls: 8 } }));
		expect(statement.error).toContain('takes so far. Raise it, or choose One Contact, or a day nearer to today');
	});
});
