import type { Reply, SandboxRequest } from '../../route';
import { attachmentRoutes, attachmentsOf, hasAttachments } from '../resource/attachments';
import type { Book } from '../book/book';
import { fold } from '../book/indexes';
import { contactInDocument, lookIntoContact } from '../contacts/contacts';
import { dateString } from '../values/dates';
import { dayParameter, within } from '../documents/documentFields';
import { documentPdf } from '../documents/pdf';
import type { PurchaseOrderRow } from '../book/documentRows';
import { historyRoutes } from '../resource/history';
import { renderLine } from '../invoices/invoiceBodies';
import {
	createPurchaseOrder,
	ORDER_PLACES,
	ORDER_STATUSES,
	updatePurchaseOrder,
	upsertPurchaseOrder,
} from './purchaseOrderWrites';
import { existing, getMany, recordsOf } from '../resource/reading';
import { answer, type Body, exception, notFound } from '../resource/replies';
import { type BookRoute, type Detail, header, hole, invoicesScope, type Kind, query, type Resource } from '../resource/resource';
import { writeMany, writeOne } from '../resource/writing';

function render(book: Book, row: PurchaseOrderRow, detail: Detail): Body {
	const files = hasAttachments(book, row.PurchaseOrderID);
	return {
		PurchaseOrderID: row.PurchaseOrderID,
		PurchaseOrderNumber: row.PurchaseOrderNumber,
		DateString: dateString(row.Date),
		Date: row.Date,
		DeliveryDateString: dateString(row.DeliveryDate),
		DeliveryDate: row.DeliveryDate,
		ExpectedArrivalDateString: dateString(row.ExpectedArrivalDate),
		ExpectedArrivalDate: row.ExpectedArrivalDate,
		DeliveryAddress: row.DeliveryAddress,
		AttentionTo: row.AttentionTo,
		Telephone: row.Telephone,
		DeliveryInstructions: row.DeliveryInstructions,
		HasErrors: false,
		IsDiscounted: row.LineItems.some((one) => one.DiscountRate !== undefined || one.DiscountAmount !== undefined),
		TotalDiscount: row.TotalDiscount,
		SentToContact: row.SentToContact,
		Reference: row.Reference,
		Type: 'PURCHASEORDER',
		CurrencyRate: row.CurrencyRate,
		CurrencyCode: row.CurrencyCode,
		Contact: contactInDocument(book, row.ContactID),
		BrandingThemeID: row.BrandingThemeID,
		Status: row.Status,
		LineAmountTypes: row.LineAmountTypes,
		LineItems: row.LineItems.map((one) => renderLine(book, one, ORDER_PLACES)),
		SubTotal: row.SubTotal,
		TotalTax: row.TotalTax,
		Total: row.Total,
		UpdatedDateUTC: row.UpdatedDateUTC,
		HasAttachments: files,
		...(detail === 'full' && files ? { Attachments: attachmentsOf(book, kind.plural, row.PurchaseOrderID) } : {}),
	};
}

export const kind: Kind<PurchaseOrderRow> = {
	singular: 'PurchaseOrder',
	plural: 'PurchaseOrders',
	id: 'PurchaseOrderID',
	idOf: (row) => row.PurchaseOrderID,
	table: (book) => book.purchaseOrders,
	flag: 'HasErrors',
	columns: {
		PurchaseOrderID: 'id',
		PurchaseOrderNumber: 'text',
		Reference: 'text',
		Status: 'text',
		Contact: { ContactID: 'id', Name: 'text' },
		Date: 'time',
		DeliveryDate: 'time',
		ExpectedArrivalDate: 'time',
		LineAmountTypes: 'text',
		CurrencyCode: 'text',
		CurrencyRate: 'number',
		SubTotal: 'number',
		TotalTax: 'number',
		Total: 'number',
		SentToContact: 'flag',
		BrandingThemeID: 'id',
		UpdatedDateUTC: 'time',
	},
	look(book, row, path) {
		return path[0] === 'Contact' ? lookIntoContact(book, row.ContactID, path[1]) : undefined;
	},
	render,
};

function shown(book: Book, row: PurchaseOrderRow, request: SandboxRequest): Reply {
	if (!header(request, 'accept')?.includes('application/pdf')) return answer(book, kind.plural, [render(book, row, 'full')]);
	const binary = documentPdf({
		title: 'PURCHASE ORDER',
		number: row.PurchaseOrderNumber,
		organisation: book.organisation.Name,
		contact: book.contacts.get(row.ContactID)?.Name ?? '',
		head: [`Date: ${row.Date}`, `Delivery: ${row.DeliveryDate ?? '-'}`, `Status: ${row.Status}`],
		lines: row.LineItems,
		totals: row,
		currency: row.CurrencyCode,
		foot: [row.DeliveryAddress, row.DeliveryInstructions].filter((text) => text !== undefined),
	});
	return { status: 200, binary, contentType: 'application/pdf' };
}

const get = (book: Book, request: SandboxRequest): Reply => shown(book, existing(kind, book, hole(request, kind.id)), request);

const many = (operationId: string, method: 'PUT' | 'POST', write: typeof createPurchaseOrder): BookRoute => ({
	operationId,
	method,
	path: '/PurchaseOrders',
	scopes: invoicesScope.write,
	handle: (book, request) => writeMany(kind, book, request, (input) => write(book, input)),
});

const one = (operationId: string): BookRoute => ({
	operationId,
	method: 'GET',
	path: '/PurchaseOrders/{PurchaseOrderID}',
	scopes: invoicesScope.read,
	handle: get,
});

export const purchaseOrders: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getPurchaseOrders', invoicesScope, {
			paged: 'always',
			modified: true,
			without: ['where'],
			keep(_book, request) {
				const [from, to] = [dayParameter(request, 'DateFrom'), dayParameter(request, 'DateTo')];
				const sent = query(request, 'Status');
				const status = ORDER_STATUSES.find((one) => one === sent?.toUpperCase());
				if (sent !== undefined && status === undefined)
					throw exception(14, 'PostDataInvalidException', `'${sent}' is not a valid purchase order status`);
				return (row) => within(row.Date, from, to) && (status === undefined || row.Status === status);
			},
		}),
		many('updateOrCreatePurchaseOrders', 'POST', upsertPurchaseOrder),
		many('createPurchaseOrders', 'PUT', createPurchaseOrder),
		one('getPurchaseOrder'),
		// On the wire the PDF is the same path with Accept: application/pdf (the spec's x-path).
		one('getPurchaseOrderAsPdf'),
		{
			operationId: 'getPurchaseOrderByNumber',
			method: 'GET',
			path: '/PurchaseOrders/{PurchaseOrderNumber}',
			scopes: invoicesScope.read,
			handle(book, request) {
				const row = book.purchaseOrders.first('number', fold(hole(request, 'PurchaseOrderNumber')));
				if (!row) throw notFound();
				return shown(book, row, request);
			},
		},
		{
			operationId: 'updatePurchaseOrder',
			method: 'POST',
			path: '/PurchaseOrders/{PurchaseOrderID}',
			scopes: invoicesScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updatePurchaseOrder(book, row, input));
			},
		},
		...attachmentRoutes(kind, (book, row) => book.purchaseOrders.put({ ...row, UpdatedDateUTC: book.stamp() })),
		...historyRoutes(kind, invoicesScope),
	],
};
