import { apiRequest } from '../shared/apiRequest';
import type { Api } from '../shared/model';
import { account } from './resources/account';
import { brandingTheme } from './resources/brandingTheme';
import { contact } from './resources/contact';
import { contactGroup } from './resources/contactGroup';
import { currency } from './resources/currency';
import { invoice } from './resources/invoice';
import { item } from './resources/item';
import { organisation } from './resources/organisation';
import { payment } from './resources/payment';
import { taxRate } from './resources/taxRate';
import { trackingCategory } from './resources/trackingCategory';
import { user } from './resources/user';
import { sentences } from './sentences';

/** Xero's Accounting API, version 2.0. */
export const accounting: Api = {
	name: 'Accounting',
	basePath: '/api.xro/2.0',
	dialect: {
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
		sentences,
	},
	resources: [
		account,
		apiRequest,
		brandingTheme,
		contact,
		contactGroup,
		currency,
		invoice,
		item,
		organisation,
		payment,
		taxRate,
		trackingCategory,
		user,
	],
};
