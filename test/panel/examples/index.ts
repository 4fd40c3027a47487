import { account } from './account';
import { contact } from './contact';
import { contactGroup } from './contactGroup';
import type { Examples } from './example';
import { invoice } from './invoice';
import { item } from './item';
import { payment } from './payment';
import { apiRequest, brandingTheme, currency, organisation, taxRate, trackingCategory, user } from './settings';

/** Examples of the Accounting node, by resource. */
export const examples: Readonly<Record<string, Examples>> = {
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
};
