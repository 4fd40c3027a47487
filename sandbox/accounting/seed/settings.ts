import type { Book } from '../book/book';
import { currency } from '../settings/currencies';
import { seedBanks, seedChart } from './chart';
import { country } from './countries';
import { DEPARTMENTS, REGIONS } from './words';

/** What Xero creates with an organisation: tax rates, chart of accounts, base currency, one theme, the subscriber. */
export function seedEmpty(book: Book): void {
	for (const rate of country(book.organisation.CountryCode).rates) book.taxRates.put(rate);
	seedChart(book);
	addCurrency(book, book.organisation.BaseCurrency);
	addTheme(book, 'Standard', 0);
	addUser(book, 'Ada', 'Ashgrove', 'STANDARD', true);
}

/** What a business adds in its first weeks: banks, currencies, themes, users, tracking, a payment service. */
export function seedSettings(book: Book): void {
	for (const code of ['AUD', 'EUR', 'GBP', 'NZD', 'USD']) addCurrency(book, code);
	seedBanks(book);
	addTheme(book, 'Wholesale', 1);
	addTheme(book, 'Services', 2);
	addUser(book, 'Bram', 'Birchwell', 'FINANCIALADVISER', false);
	addUser(book, 'Cleo', 'Foxglen', 'INVOICEONLY', false);
	addCategory(book, 'Region', REGIONS);
	addCategory(book, 'Department', DEPARTMENTS);
	const service = book.paymentServices.put({
		PaymentServiceID: book.newId(),
		PaymentServiceName: 'Example Pay',
		PaymentServiceUrl: 'https://pay.example/?invoice=[INVOICENUMBER]&amount=[AMOUNTDUE]',
		PaymentServiceType: 'Custom',
		PayNowText: 'Pay now',
	});
	const [standard] = book.brandingThemes.values();
	if (standard) book.brandingThemes.put({ ...standard, services: [service.PaymentServiceID] });
	book.invoiceReminders = true;
	const rates: ReadonlyArray<readonly [string, string, number]> = [['TAX001', 'Levy on Income', 2.25]];
	for (const [TaxType, Name, Rate] of rates) {
		book.taxRates.put({
			TaxType,
			Name,
			Status: 'ACTIVE',
			ReportTaxType: 'OUTPUT',
			EffectiveRate: Rate,
			TaxComponents: [{ Name: 'Levy', Rate, IsCompound: false, IsNonRecoverable: false }],
			applies: ['ASSET', 'EQUITY', 'LIABILITY', 'REVENUE'],
			system: false,
		});
	}
}

/** Adds a currency that the organisation uses. */
export function addCurrency(book: Book, code: string): void {
	const row = currency(code);
	if (row) book.currencies.put(row);
}

function addTheme(book: Book, Name: string, SortOrder: number): void {
	book.brandingThemes.put({ BrandingThemeID: book.newId(), Name, SortOrder, CreatedDateUTC: book.stamp(), services: [] });
}

function addUser(book: Book, FirstName: string, LastName: string, OrganisationRole: string, IsSubscriber: boolean): void {
	const EmailAddress = `${FirstName}.${LastName}@demo.example`.toLowerCase();
	book.users.put({
		UserID: book.newId(),
		EmailAddress,
		FirstName,
		LastName,
		UpdatedDateUTC: book.stamp(),
		IsSubscriber,
		OrganisationRole,
	});
}

/** Adds a tracking category with its options. */
export function addCategory(book: Book, Name: string, options: readonly string[]): void {
	const Options = options.map((option) => ({ TrackingOptionID: book.newId(), Name: option, Status: 'ACTIVE' as const }));
	book.trackingCategories.put({ TrackingCategoryID: book.newId(), Name, Status: 'ACTIVE', Options });
}
