import { record } from '../../shared/inputs/locators';
import { resource } from '../../shared/model/operation';
import { get, list, readPart, recordPicker } from '../../shared/operations/crud';

export const brandingTheme = resource({
	key: 'brandingTheme',
	name: 'Branding Theme',
	plural: 'Branding Themes',
	description: 'The look of invoices and other documents',
	path: 'BrandingThemes',
	id: 'BrandingThemeID',
	scope: 'accounting.settings',
	fields: {},
	namesOf: ({ Name }) => [String(Name)],
	listOptions: { brandingTheme: ({ BrandingThemeID, Name }) => [{ name: String(Name), value: String(BrandingThemeID) }] },
	operations: (theme) => ({
		get: get(theme, 'getBrandingTheme'),
		getAll: list(theme, 'getBrandingThemes', {}, { by: 'nothing' }),
		getPaymentServices: readPart(
			theme,
			'getBrandingThemePaymentServices',
			'Get Payment Services',
			'/BrandingThemes/{BrandingThemeID}/PaymentServices',
			'PaymentServices',
			'List the payment services of a branding theme',
			{ scope: 'paymentservices' },
		),
		addPaymentService: {
			xero: 'createBrandingThemePaymentServices',
			name: 'Add Payment Service',
			action: 'Add payment service to a branding theme',
			description: 'Offer a payment service on the online invoices of a branding theme',
			method: 'POST',
			path: '/BrandingThemes/{BrandingThemeID}/PaymentServices',
			envelope: 'PaymentServices',
			confirmedBy: 'PaymentServiceID',
			required: { ...recordPicker(theme), PaymentServiceID: record('Payment Service', 'paymentService') },
			scope: 'paymentservices',
		},
	}),
});
