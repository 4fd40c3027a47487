import type { Book } from '../book/book';
import { isGuid } from '../resource/input';
import { answer, type Body, notFound } from '../resource/replies';
import { hole, type Resource, settings } from '../resource/resource';

/** What an app may do here (GET /Organisation/Actions), by Xero's own names. */
const ACTIONS = [
	'AttachFilesIntoInvoice',
	'CreateApprovedBill',
	'CreateApprovedInvoice',
	'CreateApprovedPurchaseOrder',
	'CreateDraftBill',
	'CreateDraftInvoice',
	'CreateDraftPurchaseOrder',
	'CreateDraftQuote',
	'CreateInvoicePayment',
	'CreateRepeatingBill',
	'CreateRepeatingInvoice',
	'CreateSentQuote',
	'UseMulticurrency',
];

function render(book: Book): Body {
	const row = book.organisation;
	const address = { AddressLine1: row.AddressLine1, City: row.City, PostalCode: row.PostalCode };
	return {
		OrganisationID: row.OrganisationID,
		Name: row.Name,
		LegalName: row.Name,
		PaysTax: true,
		Version: ['AU', 'NZ', 'US'].includes(row.CountryCode) ? row.CountryCode : row.CountryCode === 'GB' ? 'UK' : 'GLOBAL',
		OrganisationType: 'COMPANY',
		OrganisationEntityType: 'COMPANY',
		BaseCurrency: row.BaseCurrency,
		CountryCode: row.CountryCode,
		IsDemoCompany: true,
		OrganisationStatus: 'ACTIVE',
		TaxNumber: row.TaxNumber,
		FinancialYearEndDay: row.FinancialYearEndDay,
		FinancialYearEndMonth: row.FinancialYearEndMonth,
		SalesTaxBasis: 'ACCRUALS',
		SalesTaxPeriod: 'TWOMONTHS',
		DefaultSalesTax: 'Tax Exclusive',
		DefaultPurchasesTax: 'Tax Exclusive',
		PeriodLockDate: row.PeriodLockDate,
		EndOfYearLockDate: row.EndOfYearLockDate,
		CreatedDateUTC: row.CreatedDateUTC,
		Timezone: row.Timezone,
		ShortCode: row.ShortCode,
		Edition: 'BUSINESS',
		Class: row.Class,
		Addresses: [
			{ AddressType: 'STREET', ...address },
			{ AddressType: 'POBOX', ...address },
		],
		Phones: [{ PhoneType: 'OFFICE', PhoneNumber: '555 0100', PhoneAreaCode: '09', PhoneCountryCode: '64' }],
		ExternalLinks: [],
		PaymentTerms: { Bills: { Day: 20, Type: 'OFFOLLOWINGMONTH' }, Sales: { Day: 14, Type: 'DAYSAFTERBILLDATE' } },
	};
}

export const organisation: Resource = {
	plural: 'Organisations',
	records: (book) => [render(book)],
	routes: [
		{
			operationId: 'getOrganisations',
			method: 'GET',
			path: '/Organisation',
			scopes: settings.read,
			handle: (book) => answer(book, 'Organisations', [render(book)]),
		},
		{
			operationId: 'getOrganisationActions',
			method: 'GET',
			path: '/Organisation/Actions',
			scopes: settings.read,
			handle: (book) =>
				answer(
					book,
					'Actions',
					ACTIONS.map((Name) => ({ Name, Status: 'ALLOWED' })),
				),
		},
		{
			operationId: 'getOrganisationCISSettings',
			method: 'GET',
			path: '/Organisation/{OrganisationID}/CISSettings',
			scopes: settings.read,
			handle(book, request) {
				const id = hole(request, 'OrganisationID');
				if (!isGuid(id) || id.toLowerCase() !== book.organisation.OrganisationID.toLowerCase()) throw notFound();
				// The construction industry scheme exists in the United Kingdom only.
				return answer(book, 'CISSettings', [{ CISContractorEnabled: false, CISSubContractorEnabled: false }]);
			},
		},
	],
};
