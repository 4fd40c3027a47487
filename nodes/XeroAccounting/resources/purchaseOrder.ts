import { date, text } from '../../shared/inputs/scalars';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus, update, upsert, recordPicker } from '../../shared/operations/crud';
import { modifiedSince, orderedBy } from '../../shared/inputs/where';
import { amountsAre, documentLine, documentRate, issueDate, reference, sentToContact, wordsFor } from '../fields/document';
import { datedByName } from '../fields/filters';
import { discountedLines } from '../fields/lineItems';
import { brandingTheme, contact, currencyCode } from '../fields/pickers';
import { byStatus, writtenStatus, ORDER_STATUSES } from '../fields/statuses';
import { DELETED } from '../notices';
import { attachments } from '../operations/attachments';
import { history } from '../operations/history';
import { pdf } from '../operations/pdf';
import { exclusiveWithout } from '../taxBasis';

const WORDS = wordsFor(ORDER_STATUSES);

/** Several purchase orders of one change of state go in one request. */
const many = { batchPath: '/PurchaseOrders', batchSize: 50, perElement: true } as const;
const CHANGES = ['updatePurchaseOrder', 'updateOrCreatePurchaseOrders'];
const OF = ['Contact', 'LineAmountTypes', 'LineItems'];

export const purchaseOrder = resource({
	key: 'purchaseOrder',
	name: 'Purchase Order',
	plural: 'Purchase Orders',
	description: 'An order placed with a supplier',
	path: 'PurchaseOrders',
	id: 'PurchaseOrderID',
	scope: 'accounting.invoices',
	simplified: [
		'PurchaseOrderID',
		'PurchaseOrderNumber',
		'Status',
		'Contact.Name',
		'Date',
		'DeliveryDate',
		'Reference',
		'CurrencyCode',
		'Total',
		'SentToContact',
	],
	linesField: 'LineItems',
	documentKeyDefault: 'PurchaseOrderNumber',
	fields: {
		Contact: contact(),
		LineItems: discountedLines,
		AttentionTo: text('Attention To', { description: 'Person the delivery goes to' }),
		BrandingThemeID: brandingTheme,
		CurrencyCode: currencyCode(),
		CurrencyRate: documentRate,
		Date: issueDate,
		DeliveryAddress: text('Delivery Address', { rows: 3 }),
		DeliveryDate: date('Delivery Date'),
		DeliveryInstructions: text('Delivery Instructions', { max: 500, rows: 2 }),
		ExpectedArrivalDate: date('Expected Arrival Date'),
		LineAmountTypes: amountsAre,
		PurchaseOrderNumber: text('Purchase Order Number', {
			description: 'Xero gives a new one its number',
			placeholder: 'e.g. PO-0001',
		}),
		Reference: reference,
		SentToContact: sentToContact,
		Status: writtenStatus,
		Telephone: text('Telephone', { description: 'Of the person who takes the delivery' }),
	},
	panel: ['Contact', 'Date', 'DeliveryDate', 'PurchaseOrderNumber', 'Reference', 'LineAmountTypes', 'LineItems', 'Status'],
	show: byStatus(ORDER_STATUSES),
	searchOrder: 'Date DESC',
	listOptions: { purchaseOrder: (order) => [documentLine(order, 'PurchaseOrderID', 'PurchaseOrderNumber', WORDS)] },
	operations: (order) => ({
		create: create(order, 'createPurchaseOrders', OF, { ...exclusiveWithout, batchSize: 50, perElement: true }),
		upsert: upsert(order, 'updateOrCreatePurchaseOrders', OF, 'its number', {
			...exclusiveWithout,
			identity: ['PurchaseOrderID', 'PurchaseOrderNumber'],
			batchSize: 50,
			perElement: true,
		}),
		get: get(order, ['getPurchaseOrder', 'getPurchaseOrderByNumber'], {
			required: recordPicker(order, ['id', 'number'], { modes: { number: { placeholder: 'e.g. PO-0001' } } }),
		}),
		getAll: list(
			order,
			'getPurchaseOrders',
			{ ...datedByName, ...modifiedSince, ...orderedBy('Date DESC') },
			{ by: 'page', size: 1000 },
		),
		update: update(order, CHANGES, many),
		submit: setStatus(order, CHANGES, 'Submit for Approval', { Status: 'SUBMITTED' }, '', {
			...many,
			action: 'Submit a purchase order for approval',
		}),
		approve: setStatus(order, CHANGES, 'Approve', { Status: 'AUTHORISED' }, '', many),
		markAsSent: setStatus(
			order,
			CHANGES,
			'Mark as Sent',
			{ SentToContact: true },
			'Mark an approved or billed purchase order as sent, without sending it',
			{ ...many, action: 'Mark a purchase order as sent' },
		),
		markAsBilled: setStatus(
			order,
			CHANGES,
			'Mark as Billed',
			{ Status: 'BILLED' },
			'Set an approved purchase order to Billed; no bill is made',
			{ ...many, action: 'Mark a purchase order as billed' },
		),
		delete: setStatus(order, CHANGES, 'Delete', { Status: 'DELETED' }, 'Delete a purchase order that is not billed', {
			...many,
			notice: DELETED,
		}),
		...pdf(order, 'getPurchaseOrderAsPdf'),
		...attachments(order, {
			get: 'getPurchaseOrderAttachments',
			byId: 'getPurchaseOrderAttachmentById',
			byName: 'getPurchaseOrderAttachmentByFileName',
			create: 'createPurchaseOrderAttachmentByFileName',
			replace: 'updatePurchaseOrderAttachmentByFileName',
		}),
		...history(order, { get: 'getPurchaseOrderHistory', create: 'createPurchaseOrderHistory' }),
	}),
});
