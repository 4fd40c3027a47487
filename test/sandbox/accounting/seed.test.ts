import { createHash } from 'node:crypto';
import { accounting } from '../../../sandbox/accounting/api';
import { stoppedClock } from '../../../sandbox/clock';
import { organisations } from '../../../sandbox/organisations';
import { START } from './desk';

const build = (seed: 'demo' | 'small' | 'empty') => accounting({ clock: stoppedClock(START), seed, organisations });
const [first, second] = organisations;

describe('the demo company', () => {
	const demo = build('demo');
	const invoices = demo.records(first.tenantId, 'Invoices');
	const count = (of: (record: Record<string, unknown>) => boolean): number => invoices.filter(of).length;

	it('has 300 contacts, 2,500 invoices and bills, 40 items; the other organisation is smaller', () => {
		const sizes = ['Contacts', 'Invoices', 'Items', 'TrackingCategories', 'BrandingThemes', 'Users', 'ContactGroups'].map(
			(plural) => demo.records(first.tenantId, plural).length,
		);
		expect(sizes).toEqual([300, 2500, 40, 2, 3, 3, 3]);
		expect([demo.records(second.tenantId, 'Contacts').length, demo.records(second.tenantId, 'Invoices').length]).toEqual([
			60, 300,
		]);
	});

	it('shows documents in every status, part paid and overdue ones, and several currencies', () => {
		for (const Status of ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID', 'VOIDED', 'DELETED']) {
			for (const Type of ['ACCREC', 'ACCPAY'])
				expect(count((one) => one.Status === Status && one.Type === Type)).toBeGreaterThan(20);
		}
		expect(count((one) => one.Status === 'AUTHORISED' && Number(one.AmountPaid) > 0)).toBeGreaterThan(100);
		expect(count((one) => one.Status === 'AUTHORISED' && String(one.DueDate) < '2026-03-10')).toBeGreaterThan(100);
		expect([...new Set(invoices.map((one) => one.CurrencyCode))].sort()).toEqual(['AUD', 'EUR', 'GBP', 'NZD', 'USD']);
	});

	it('is the same every time, ids and all', () => {
		const again = build('demo');
		const digest = (records: unknown): string => createHash('sha256').update(JSON.stringify(records)).digest('hex');
		expect(digest(again.records(first.tenantId, 'Invoices'))).toBe(digest(invoices));
		expect(digest(again.records(second.tenantId, 'Contacts'))).toBe(digest(demo.records(second.tenantId, 'Contacts')));
	});

	it('was never changed in the future, and lists in the order of the last change', () => {
		const stamps = invoices.map((one) => String(one.UpdatedDateUTC));
		expect(stamps).toEqual([...stamps].sort());
		expect(Number(Date.parse(stamps.at(-1) ?? ''))).toBeLessThan(START);
	});

	it('has books that began with opening balances, journals numbered as they were made, and budgets', () => {
		const journals = demo.records(first.tenantId, 'Journals');
		expect(journals.length).toBeGreaterThan(2000);
		expect(journals.map((one) => one.JournalNumber)).toEqual(journals.map((_, at) => at + 1));
		const stamps = journals.map((one) => String(one.CreatedDateUTC));
		expect(stamps).toEqual([...stamps].sort());
		expect(journals[0]).toMatchObject({ Reference: 'Conversion Balance', JournalDate: '2025-01-31' });
		const statuses = demo.records(first.tenantId, 'ManualJournals').map((one) => one.Status);
		expect(['POSTED', 'VOIDED', 'DRAFT'].map((status) => statuses.filter((one) => one === status).length)).toEqual([17, 1, 1]);
		expect(demo.records(first.tenantId, 'Budgets')).toHaveLength(10);
		const again = build('demo').records(first.tenantId, 'Journals');
		expect(again).toEqual(journals);
	});

	it('has a chart with every system account of Xero', () => {
		const system = demo
			.records(first.tenantId, 'Accounts')
			.flatMap((one) => (one.SystemAccount === undefined ? [] : [String(one.SystemAccount)]));
		expect(system.sort()).toEqual([
			'BANKCURRENCYGAIN',
			'CREDITORS',
			'DEBTORS',
			'GST',
			'HISTORICAL',
			'REALISEDCURRENCYGAIN',
			'RETAINEDEARNINGS',
			'ROUNDING',
			'TRACKINGTRANSFERS',
			'UNPAIDEXPCLM',
			'UNREALISEDCURRENCYGAIN',
			'WAGEPAYABLES',
		]);
	});

	it('has the taxes of each country', () => {
		const taxes = (tenantId: string) => demo.records(tenantId, 'TaxRates').map((one) => one.TaxType);
		expect(taxes(first.tenantId)).toEqual(['INPUT2', 'OUTPUT2', 'GSTONIMPORTS', 'NONE', 'ZERORATED', 'TAX001']);
		expect(taxes(second.tenantId)).toEqual(
			expect.arrayContaining(['INPUT', 'OUTPUT', 'EXEMPTOUTPUT', 'EXEMPTEXPENSES', 'BASEXCLUDED']),
		);
	});

	it('shows its records with ISO dates', () => {
		const [shown] = demo.records(first.tenantId, 'Invoices');
		expect(shown?.Date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(shown?.UpdatedDateUTC).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
		expect(demo.records(first.tenantId, 'Unicorns')).toEqual([]);
	});
});

describe('the other seeds', () => {
	it('small has a handful of everything, with all main states', () => {
		const small = build('small');
		const sizes = ['Contacts', 'Invoices', 'Items'].map((plural) => small.records(first.tenantId, plural).length);
		expect(sizes).toEqual([8, 20, 6]);
		const states = new Set(small.records(first.tenantId, 'Invoices').map((one) => one.Status));
		expect([...states].sort()).toEqual(['AUTHORISED', 'DELETED', 'DRAFT', 'PAID', 'SUBMITTED', 'VOIDED']);
	});

	it('empty has only what Xero creates with an organisation', () => {
		const empty = build('empty');
		const sizes = [
			'Contacts',
			'Invoices',
			'Items',
			'Payments',
			'TrackingCategories',
			'Currencies',
			'BrandingThemes',
			'Users',
		].map((plural) => empty.records(first.tenantId, plural).length);
		expect(sizes).toEqual([0, 0, 0, 0, 0, 1, 1, 1]);
		expect(empty.records(first.tenantId, 'Accounts').filter((one) => one.Type === 'BANK')).toEqual([]);
	});
});
