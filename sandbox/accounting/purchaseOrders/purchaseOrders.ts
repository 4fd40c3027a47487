/** Purchase orders: their statuses, fields, filters and PDF. */
import type { Book } from '../book/book';
import type { PurchaseOrderRow } from '../book/documentRows';
import { fold } from '../book/indexes';
import { contactInDocument, contactNested } from '../contacts/contacts';
import { amountsField, contactField, numberField, rateFields, themeField, within } from '../documents/fields';
import { contentOf, linesWithoutIds } from '../documents/fixedFields';
import { type Lifecycle, nextStatus, noteChange, writesOf } from '../documents/lifecycle';
import { printedDocument } from '../documents/pdf';
import { isDiscounted, renderLine } from '../documents/renderedLines';
import { attachmentRoutes } from '../resource/attachmentRoutes';
import { filesOf } from '../resource/attachments';
import { historyRoutes } from '../resource/history';
import type { Input } from '../resource/input';
import { kindOf } from '../resource/kind';
import { notFound } from '../resource/replies';
import { dayParameter, invalidParameter, pathParameter, query } from '../resource/request';
import { getMany, getOne, reply, resourceOf, update, write } from '../resource/routes';
import { fieldsOf } from '../schema';
import { twinsOf } from '../values/dates';

type Status = PurchaseOrderRow['Status'];

/** Unit prices of purchase orders have four decimals, whatever unitdp says. */
const PLACES = 4;

const lifecycle: Lifecycle<Status> = {
	name: 'purchase order',
	initial: ['DRAFT', 'SUBMITTED', 'AUTHORISED'],
	namesSteps: true,
	statuses: {
		DRAFT: { to: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'], change: 'Returned to draft' },
		SUBMITTED: { to: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'], change: 'Submitted' },
		AUTHORISED: { to: ['AUTHORISED', 'BILLED', 'DELETED'], change: 'Approved' },
		BILLED: { to: ['BILLED', 'AUTHORISED'], change: 'Billed' },
		DELETED: { to: [], change: 'Deleted' },
	},
};

const kind = kindOf<PurchaseOrderRow>('PurchaseOrder', {
	table: (book) => book.purchaseOrders,
	flag: 'HasErrors',
	nested: { Contact: contactNested('ContactID', 'Name') },
	render: (book, row, detail) => ({
		...fieldsOf('PurchaseOrder', row),
		...twinsOf(row, 'Date', 'DeliveryDate', 'ExpectedArrivalDate'),
		HasErrors: false,
		IsDiscounted: isDiscounted(row),
		Type: 'PURCHASEORDER',
		Contact: contactInDocument(book, row.ContactID),
		LineItems: row.LineItems.map((one) => renderLine(book, one, PLACES)),
		...filesOf(book, 'PurchaseOrders', row.PurchaseOrderID, detail),
	}),
});

function save(book: Book, input: Input, before: PurchaseOrderRow | undefined): PurchaseOrderRow | undefined {
	const status = nextStatus(input, lifecycle, before?.Status);
	if (before && input.findings.failed) return undefined;
	// Other fields of a request that deletes are not looked at.
	if (before && status === 'DELETED') return put(book, { ...before, Status: status, UpdatedDateUTC: book.stamp() }, before);

	const contact = contactField(book, input, before?.ContactID);
	if (!contact) return undefined;
	const approved = status === 'AUTHORISED' || status === 'BILLED';
	const lines = { type: 'ACCPAY', approved, places: PLACES, required: status !== 'DRAFT', emptyKeeps: true } as const;
	const amounts = amountsField(book, input, before, { ...lines, discounts: true });
	const row: PurchaseOrderRow = {
		PurchaseOrderID: before?.PurchaseOrderID ?? book.newId(),
		PurchaseOrderNumber: numberField(input, book.purchaseOrders, before, {
			key: 'PurchaseOrderNumber',
			prefix: 'PO',
			notUnique: 'Order number must be unique',
		}),
		Status: status,
		ContactID: contact.ContactID,
		Date: input.date('Date') ?? before?.Date ?? book.today(),
		DeliveryDate: input.date('DeliveryDate') ?? before?.DeliveryDate,
		ExpectedArrivalDate: input.date('ExpectedArrivalDate') ?? before?.ExpectedArrivalDate,
		...input.texts({ Reference: 255, DeliveryAddress: 500, AttentionTo: 255, Telephone: 50, DeliveryInstructions: 500 }, before),
		BrandingThemeID: themeField(book, input, before?.BrandingThemeID),
		...rateFields(book, input, before, 'document'),
		SentToContact: sentOf(input, approved, before),
		...amounts,
		UpdatedDateUTC: book.stamp(),
	};
	if (before?.Status === 'BILLED' && fixed(row) !== fixed(before))
		input.fail('A billed purchase order cannot be edited; only its status and SentToContact can be updated.');
	return input.findings.failed ? undefined : put(book, row, before);
}

function put(book: Book, row: PurchaseOrderRow, before: PurchaseOrderRow | undefined): PurchaseOrderRow {
	const name = book.contacts.get(row.ContactID)?.Name ?? '';
	const details = `${row.PurchaseOrderNumber} to ${name} for ${row.Total.toFixed(2)}.`;
	noteChange(book, lifecycle, row.PurchaseOrderID, before?.Status, row.Status, details);
	return book.purchaseOrders.put(row);
}

/** Everything about an order but its status, its sending and its stamp. */
function fixed({ Status: _status, SentToContact: _sent, UpdatedDateUTC: _stamp, LineItems, ...rest }: PurchaseOrderRow): string {
	return contentOf({ ...rest, lines: linesWithoutIds(LineItems) });
}

function sentOf(input: Input, approved: boolean, before: PurchaseOrderRow | undefined): boolean {
	const sent = input.flag('SentToContact');
	if (sent === undefined || approved) return sent ?? before?.SentToContact ?? false;
	if (sent) input.findings.warnings.push('Only AUTHORISED and BILLED purchase orders may have SentToContact updated.');
	return before?.SentToContact ?? false;
}

/** How calls write purchase orders; POST finds them by their number as well. */
export const purchaseOrderWrites = writesOf(kind, lifecycle, save, (book, input) => {
	const number = input.text('PurchaseOrderNumber');
	return number ? book.purchaseOrders.first('number', fold(number)) : undefined;
});

const pdf = (book: Book, row: PurchaseOrderRow): Buffer =>
	printedDocument(book, row, {
		title: 'PURCHASE ORDER',
		number: row.PurchaseOrderNumber,
		date: `Delivery: ${row.DeliveryDate ?? '-'}`,
		foot: [row.DeliveryAddress, row.DeliveryInstructions].filter((text) => text !== undefined),
	});

export const purchaseOrders = resourceOf(
	kind,
	{
		getPurchaseOrders: getMany(kind, {
			alwaysPaged: true,
			keep(_book, request) {
				const [from, to] = [dayParameter(request, 'DateFrom'), dayParameter(request, 'DateTo')];
				const sent = query(request, 'Status');
				const status = sent?.toUpperCase();
				if (status !== undefined && !Object.hasOwn(lifecycle.statuses, status))
					throw invalidParameter(`'${sent}' is not a valid purchase order status`);
				return (row) => within(row.Date, from, to) && (status === undefined || row.Status === status);
			},
		}),
		updateOrCreatePurchaseOrders: write(kind, purchaseOrderWrites.upsert),
		createPurchaseOrders: write(kind, purchaseOrderWrites.create),
		getPurchaseOrder: getOne(kind, pdf),
		getPurchaseOrderAsPdf: getOne(kind, pdf),
		getPurchaseOrderByNumber(book, request) {
			const row = book.purchaseOrders.first('number', fold(pathParameter(request, 'PurchaseOrderNumber')));
			if (!row) throw notFound();
			return reply(kind, book, request, row, pdf);
		},
		updatePurchaseOrder: update(kind, purchaseOrderWrites.update),
	},
	attachmentRoutes(kind),
	historyRoutes(kind),
);
