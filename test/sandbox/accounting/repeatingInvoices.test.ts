import { nextScheduled } from '../../../sandbox/accounting/repeatingInvoices/schedules';
import { addMonths } from '../../../sandbox/accounting/values/calendar';
import { type Answer, type Desk, type Json, openDesk } from './desk';

let desk: Desk;
beforeEach(() => {
	desk = openDesk('empty');
});

const monthly = { Period: 1, Unit: 'MONTHLY', DueDate: 10, DueDateType: 'OFFOLLOWINGMONTH', StartDate: '2026-01-31' };
const template = (more: Json = {}): Json => ({
	Type: 'ACCREC',
	Contact: { Name: 'Walnut Hall', EmailAddress: 'pia@walnut-hall.example' },
	Schedule: monthly,
	LineItems: [{ Description: 'Rent of [Month]', UnitAmount: 100, AccountCode: '200' }],
	...more,
});
const put = (...templates: Json[]): Answer => desk.call('PUT', '/RepeatingInvoices', { RepeatingInvoices: templates });
const scheduled = (more: Json): Json => template({ Schedule: { ...monthly, ...more } });

describe('a schedule', () => {
	const months = { ...monthly, Unit: 'MONTHLY' as const };
	const weeks = { ...monthly, Unit: 'WEEKLY' as const };

	it('of the 31st falls on the last day of shorter months and on the 31st again', () => {
		expect(
			['2026-01-31', '2026-02-01', '2026-03-01', '2026-04-01', '2028-02-01'].map((day) => nextScheduled(months, day)),
		).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2028-02-29']);
	});

	it('counts in whole periods from its start', () => {
		expect(nextScheduled({ ...months, Period: 3 }, '2026-02-15')).toBe('2026-04-30');
		expect(nextScheduled({ ...weeks, Period: 2 }, '2026-02-01')).toBe('2026-02-14');
		expect(nextScheduled({ ...weeks, Period: 2 }, '2026-02-14')).toBe('2026-02-14');
		expect(nextScheduled(weeks, '2025-06-01')).toBe('2026-01-31');
	});

	it('has no next day after its end', () => {
		expect(nextScheduled({ ...months, EndDate: '2026-03-31' }, '2026-03-31')).toBe('2026-03-31');
		expect(nextScheduled({ ...months, EndDate: '2026-03-31' }, '2026-04-01')).toBeUndefined();
	});

	it('goes over the end of a year', () => {
		expect(addMonths('2025-11-30', 3)).toBe('2026-02-28');
		expect(addMonths('2025-12-31', 12)).toBe('2026-12-31');
	});
});

describe('a repeating invoice', () => {
	it('comes back with its totals and the next day by the clock', () => {
		expect(put(template({ Status: 'AUTHORISED' })).at('RepeatingInvoices.0')).toMatchObject({
			Type: 'ACCREC',
			Status: 'AUTHORISED',
			Schedule: {
				Period: 1,
				Unit: 'MONTHLY',
				DueDate: 10,
				DueDateType: 'OFFOLLOWINGMONTH',
				StartDate: '/Date(1769817600000+0000)/',
				NextScheduledDate: '/Date(1774915200000+0000)/',
			},
			Reference: '',
			CurrencyCode: 'NZD',
			SubTotal: 100,
			TotalTax: 15,
			Total: 115,
			HasAttachments: false,
		});
		desk.clock.advance(30 * 86_400_000);
		expect(desk.call('GET', '/RepeatingInvoices').at('RepeatingInvoices.0.Schedule.NextScheduledDate')).toBe(
			'/Date(1777507200000+0000)/',
		);
	});

	it('needs a type, a contact, lines and a whole schedule', () => {
		expect(put(template({ Type: undefined })).sentences()).toEqual([
			'The Type field must be specified: ACCREC for sales invoices, ACCPAY for bills.',
		]);
		expect(put(template({ Contact: undefined })).sentences()).toEqual([
			'A Contact must be specified for this type of transaction.',
		]);
		expect(put(template({ LineItems: [] })).sentences()).toEqual(['One or more line items must be specified']);
		expect(put(template({ Schedule: undefined })).sentences()).toContain(
			'The Schedule of a repeating invoice must be specified.',
		);
		expect(put(scheduled({ Period: 0 })).sentences()).toContain('The Period field must be a whole number from 1 to 999.');
		expect(put(scheduled({ Unit: undefined })).sentences()).toContain('The Unit field must be WEEKLY or MONTHLY.');
		expect(put(scheduled({ DueDate: 32 })).sentences()).toContain('The DueDate field must be a whole number from 1 to 31.');
		expect(put(scheduled({ DueDate: 45, DueDateType: 'DAYSAFTERBILLDATE' })).status).toBe(200);
		expect(put(scheduled({ EndDate: '2026-01-01' })).sentences()).toContain(
			'The EndDate field must not be before the StartDate field.',
		);
	});

	it('is sent only when it is approved and the contact has an email address', () => {
		const sent = { ApprovedForSending: true, IncludePDF: true, Status: 'AUTHORISED' };
		expect(put(template(sent)).at('RepeatingInvoices.0')).toMatchObject({ ApprovedForSending: true, IncludePDF: true });
		expect(put(template({ ...sent, Status: 'DRAFT' })).sentences()).toEqual([
			'ApprovedForSending can only be set on AUTHORISED repeating invoices of type ACCREC.',
		]);
		expect(put(template({ ...sent, Contact: { Name: 'Oak Hall' } })).sentences()).toEqual([
			'The contact of a repeating invoice that is sent must have an email address.',
		]);
		expect(put(template({ SendCopy: true })).sentences()).toEqual([
			'SendCopy, MarkAsSent and IncludePDF can only be set together with ApprovedForSending.',
		]);
	});

	it('can be deleted and nothing else', () => {
		const id = put(template()).id('RepeatingInvoices.0.RepeatingInvoiceID');
		const post = (more: Json): Answer => desk.call('POST', `/RepeatingInvoices/${id}`, more);
		const only = 'A repeating invoice can only be deleted through the API: the Status field must be DELETED.';
		expect(post({ Reference: 'x' }).sentences()).toEqual([only]);
		expect(post({ Status: 'AUTHORISED' }).sentences()).toEqual([only]);
		expect(
			desk.call('POST', '/RepeatingInvoices', { RepeatingInvoices: [{ RepeatingInvoiceID: id, Status: 'DELETED' }] }).status,
		).toBe(200);
		expect(desk.call('GET', `/RepeatingInvoices/${id}`).at('RepeatingInvoices.0.Status')).toBe('DELETED');
		expect(post({ Status: 'DELETED' }).sentences()).toEqual(['The repeating invoice has already been deleted.']);
	});

	it('comes in one list, filtered and ordered by its fields', () => {
		put(template(), template({ Type: 'ACCPAY', LineItems: [{ Description: 'Rent', UnitAmount: 40, AccountCode: '469' }] }));
		const totals = (query: string): unknown[] =>
			(desk.call('GET', `/RepeatingInvoices?${query}`).at('RepeatingInvoices') as Json[]).map((one) => one.Total);
		expect(totals('order=Total ASC&page=2')).toEqual([46, 115]);
		expect(totals('where=Type=="ACCPAY" AND Schedule.Unit=="MONTHLY"')).toEqual([46]);
		expect(totals('where=Contact.Name=="Walnut Hall"&order=Total DESC')).toEqual([115, 46]);
	});

	it('leaves nothing behind when it is refused, and stands alone with summarizeErrors=false', () => {
		const bad = template({ LineItems: [] });
		expect(put(template(), bad).status).toBe(400);
		expect(desk.api.records(desk.tenantId, 'RepeatingInvoices')).toEqual([]);
		const each = desk.call('PUT', '/RepeatingInvoices?summarizeErrors=false', { RepeatingInvoices: [template(), bad] });
		expect((each.at('RepeatingInvoices') as Json[]).map((one) => one.StatusAttributeString)).toEqual(['OK', 'ERROR']);
		expect(desk.api.records(desk.tenantId, 'RepeatingInvoices')).toHaveLength(1);
	});
});
