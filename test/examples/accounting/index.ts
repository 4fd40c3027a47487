import { account } from './account';
import { bankTransaction } from './bankTransaction';
import { bankTransfer } from './bankTransfer';
import { batchPayment } from './batchPayment';
import { bill } from './bill';
import { contact } from './contact';
import { contactGroup } from './contactGroup';
import { creditNote } from './creditNote';
import { overpayment, prepayment } from './credits';
import type { Examples } from '../example';
import { expenseClaim } from './expenseClaim';
import { accountFind, contactFind, itemFind } from './find';
import { contactFindOrCreate, itemFindOrCreate } from './findOrCreate';
import { invoice } from './invoice';
import { item } from './item';
import { budget, journal } from './ledger';
import { linkedTransaction } from './linkedTransaction';
import { manualJournal } from './manualJournal';
import { payment } from './payment';
import { purchaseOrder } from './purchaseOrder';
import { quote } from './quote';
import { receipt } from './receipt';
import { repeatingInvoice } from './repeatingInvoice';
import { apiRequest, brandingTheme, currency, organisation, taxRate, trackingCategory, user } from './settings';
import { invoiceReminder, paymentService, setup } from './setup';

/** Examples of the Accounting node, by resource. */
export const examples: Readonly<Record<string, Examples>> = {
	account: { ...account, ...accountFind },
	apiRequest,
	bankTransaction,
	bankTransfer,
	batchPayment,
	bill,
	brandingTheme,
	budget,
	contact: { ...contact, ...contactFindOrCreate, ...contactFind },
	contactGroup,
	creditNote,
	currency,
	expenseClaim,
	invoice,
	invoiceReminder,
	item: { ...item, ...itemFindOrCreate, ...itemFind },
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
};
