/** Repeating invoices: templates of invoices and bills, created and deleted only. */
import type { Book } from '../book/book';
import type { RepeatingInvoiceRow } from '../book/documentRows';
import type { ContactRow } from '../book/rows';
import { contactNested, contactReference } from '../contacts/contacts';
import { amountsField, contactField, currencyField, themeField } from '../documents/fields';
import { type Lifecycle, nextStatus, statusField, writesOf } from '../documents/lifecycle';
import { renderLine } from '../documents/renderedLines';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { filesOf } from '../resource/attachments';
import { historyRoutes } from '../resource/history';
import type { Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import { getMany, getOne, resourceOf, update, write } from '../resource/routes';
import { columnsOf, fieldsOf } from '../schema';
import { nextScheduled, readSchedule } from './schedules';

/** Unit prices of templates have four decimals. */
const PLACES = 4;

const lifecycle: Lifecycle<RepeatingInvoiceRow['Status']> = {
	name: 'repeating invoice',
	initial: ['DRAFT', 'AUTHORISED'],
	statuses: {
		DRAFT: { to: ['DELETED'], change: 'Created' },
		AUTHORISED: { to: ['DELETED'], change: 'Approved' },
		DELETED: { to: [], change: 'Deleted' },
	},
};

const scheduleOf = (book: Book, { Schedule }: RepeatingInvoiceRow): object => ({
	...Schedule,
	NextScheduledDate: nextScheduled(Schedule, book.today()),
});

const kind = kindOf<RepeatingInvoiceRow>('RepeatingInvoice', {
	table: (book) => book.repeatingInvoices,
	without: ['ID'],
	nested: { Contact: contactNested('ContactID', 'Name'), Schedule: { columns: columnsOf('Schedule'), of: scheduleOf } },
	render: (book, row, detail) => ({
		...fieldsOf('RepeatingInvoice', row),
		ID: row.RepeatingInvoiceID,
		Schedule: scheduleOf(book, row),
		Contact: contactReference(book, row.ContactID),
		LineItems: row.LineItems.map((one) => renderLine(book, one, PLACES)),
		...filesOf(book, 'RepeatingInvoices', row.RepeatingInvoiceID, detail),
	}),
});

/** A template that exists can only be deleted. Other fields of such a request are not looked at. */
function save(book: Book, input: Input, before: RepeatingInvoiceRow | undefined): RepeatingInvoiceRow | undefined {
	if (!before) return create(book, input);
	const status = statusField(input, lifecycle);
	if (input.findings.failed) return undefined;
	if (status !== 'DELETED')
		return void input.fail('A repeating invoice can only be deleted through the API: the Status field must be DELETED.');
	if (before.Status === 'DELETED') return void input.fail('The repeating invoice has already been deleted.');
	book.note(before.RepeatingInvoiceID, 'Deleted', `Repeating invoice for ${before.Total.toFixed(2)} was deleted.`);
	return book.repeatingInvoices.put({ ...before, Status: 'DELETED', UpdatedDateUTC: book.stamp() });
}

function create(book: Book, input: Input): RepeatingInvoiceRow | undefined {
	const type = input.choice('Type', ['ACCREC', 'ACCPAY']);
	if (type === undefined && !input.given('Type'))
		input.fail('The Type field must be specified: ACCREC for sales invoices, ACCPAY for bills.');
	const status = nextStatus(input, lifecycle, undefined);
	const schedule = readSchedule(input);
	const contact = contactField(book, input);
	if (type === undefined || !schedule || !contact) return undefined;

	const sale = type === 'ACCREC';
	const lines = { type, approved: status === 'AUTHORISED', places: PLACES, required: true, emptyKeeps: true };
	const amounts = amountsField(book, input, undefined, lines);
	const row: RepeatingInvoiceRow = {
		RepeatingInvoiceID: book.newId(),
		Type: type,
		Status: status,
		ContactID: contact.ContactID,
		Schedule: schedule,
		Reference: sale ? (input.text('Reference', 255) ?? '') : undefined,
		BrandingThemeID: sale ? themeField(book, input, undefined) : undefined,
		CurrencyCode: currencyField(book, input, undefined),
		...sendingOf(input, type, status, contact),
		...amounts,
		UpdatedDateUTC: book.stamp(),
	};
	if (input.findings.failed) return undefined;
	book.note(row.RepeatingInvoiceID, 'Created', `Repeating invoice to ${contact.Name} for ${row.Total.toFixed(2)}.`);
	return book.repeatingInvoices.put(row);
}

type Sending = Pick<RepeatingInvoiceRow, 'ApprovedForSending' | 'SendCopy' | 'MarkAsSent' | 'IncludePDF'>;

/** How the invoices go out: only approved templates of sales are sent, and the other three say how. */
function sendingOf(input: Input, type: string, status: string, contact: ContactRow): Sending {
	const flag = (key: keyof Sending): boolean => input.flag(key) ?? false;
	const sending = {
		ApprovedForSending: flag('ApprovedForSending'),
		SendCopy: flag('SendCopy'),
		MarkAsSent: flag('MarkAsSent'),
		IncludePDF: flag('IncludePDF'),
	};
	const { ApprovedForSending: approved, ...how } = sending;
	if (approved && (type !== 'ACCREC' || status !== 'AUTHORISED'))
		input.fail('ApprovedForSending can only be set on AUTHORISED repeating invoices of type ACCREC.');
	if (approved && !contact.EmailAddress)
		input.fail('The contact of a repeating invoice that is sent must have an email address.');
	if (!approved && Object.values(how).some(Boolean))
		input.fail('SendCopy, MarkAsSent and IncludePDF can only be set together with ApprovedForSending.');
	return sending;
}

/** How calls write repeating invoices. */
export const repeatingInvoiceWrites = writesOf(kind, lifecycle, save);

export const repeatingInvoices = resourceOf(
	kind,
	{
		getRepeatingInvoices: getMany(kind),
		updateOrCreateRepeatingInvoices: write(kind, repeatingInvoiceWrites.upsert),
		createRepeatingInvoices: write(kind, repeatingInvoiceWrites.create),
		getRepeatingInvoice: getOne(kind),
		updateRepeatingInvoice: update(kind, repeatingInvoiceWrites.update),
	},
	attachmentRoutes(kind),
	historyRoutes(kind),
);
