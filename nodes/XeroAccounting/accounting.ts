import { sentencesOf } from '../shared/model/errorMessages';
import type { Api } from '../shared/model/operation';
import type { Paging } from '../shared/model/request';
import { apiRequest } from '../shared/operations/apiRequest';
import { accessRequirements } from './accessRequirements';
import { linkOf, shortCodeIn } from './links';
import { money } from './money';
import { notKept } from './notKept';
import { recordName } from './recordName';
import { account } from './resources/account';
import { bankTransaction } from './resources/bankTransaction';
import { bankTransfer } from './resources/bankTransfer';
import { bill } from './resources/bill';
import { batchPayment } from './resources/batchPayment';
import { brandingTheme } from './resources/brandingTheme';
import { budget } from './resources/budget';
import { contact } from './resources/contact';
import { contactGroup } from './resources/contactGroup';
import { creditNote } from './resources/creditNote';
import { currency } from './resources/currency';
import { expenseClaim } from './resources/expenseClaim';
import { invoice } from './resources/invoice';
import { invoiceReminder } from './resources/invoiceReminder';
import { item } from './resources/item';
import { journal } from './resources/journal';
import { linkedTransaction } from './resources/linkedTransaction';
import { manualJournal } from './resources/manualJournal';
import { organisation } from './resources/organisation';
import { overpayment } from './resources/overpayment';
import { payment } from './resources/payment';
import { paymentService } from './resources/paymentService';
import { prepayment } from './resources/prepayment';
import { purchaseOrder } from './resources/purchaseOrder';
import { quote } from './resources/quote';
import { receipt } from './resources/receipt';
import { repeatingInvoice } from './resources/repeatingInvoice';
import { setup } from './resources/setup';
import { taxRate } from './resources/taxRate';
import { trackingCategory } from './resources/trackingCategory';
import { user } from './resources/user';
import { inFourDecimals } from './unitdp';

/** The one list that goes on by number instead of by page. */
const journalsPaging = (name: string): Paging | undefined =>
	name === 'Journals' ? { by: 'offset', from: 'JournalNumber' } : undefined;

/** Xero's Accounting API, version 2.0. */
export const accounting: Api = {
	name: 'Accounting',
	basePath: '/api.xro/2.0',
	conventions: {
		// The properties that Xero's description marks as calendar dates (x-is-msdate); every other /Date()/ is a moment.
		calendarDates: new Set([
			'Date',
			'DeliveryDate',
			'DueDate',
			'EndDate',
			'EndOfYearLockDate',
			'ExpectedArrivalDate',
			'ExpectedPaymentDate',
			'ExpiryDate',
			'FullyPaidOnDate',
			'JournalDate',
			'NextScheduledDate',
			'PaymentDueDate',
			'Period',
			'PeriodLockDate',
			'PlannedPaymentDate',
			'ReportingDate',
			'StartDate',
		]),
		money,
		accessRequirements,
		sentences: sentencesOf,
		// By these Xero looks something up: a contact, a tracking category, an option of it.
		trimmed: new Set(['Name', 'Option', 'TrackingCategoryName', 'TrackingOptionName']),
		updatedAt: 'UpdatedDateUTC',
		recordName,
		notKept,
		pages: {
			request: { path: '/Organisation', envelope: 'Organisations', scope: 'accounting.settings.read' },
			keyIn: ({ body }) => shortCodeIn(body),
			linkOf,
		},
	},
	preset: 'invoice',
	resources: [
		account,
		apiRequest(journalsPaging),
		bankTransaction,
		bankTransfer,
		batchPayment,
		bill,
		brandingTheme,
		budget,
		contact,
		contactGroup,
		creditNote,
		currency,
		expenseClaim,
		invoice,
		invoiceReminder,
		item,
		journal,
		linkedTransaction,
		manualJournal,
		organisation,
		overpayment,
		payment,
		paymentService,
		prepayment,
		purchaseOrder,
		quote,
		receipt,
		repeatingInvoice,
		setup,
		taxRate,
		trackingCategory,
		user,
	].map(inFourDecimals),
};
