/** The organisation itself: read only. */
import type { Book } from '../book/book';
import { answer, type Body, notFound } from '../resource/replies';
import { pathParameter } from '../resource/request';
import { type Resource, routes } from '../resource/routes';
import { fieldsOf } from '../schema';

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
		...fieldsOf('Organisation', row),
		LegalName: row.Name,
		PaysTax: true,
		Version: ['AU', 'NZ', 'US'].includes(row.CountryCode) ? row.CountryCode : row.CountryCode === 'GB' ? 'UK' : 'GLOBAL',
		OrganisationType: 'COMPANY',
		OrganisationEntityType: 'COMPANY',
		IsDemoCompany: true,
		OrganisationStatus: 'ACTIVE',
		SalesTaxBasis: 'ACCRUALS',
		SalesTaxPeriod: 'TWOMONTHS',
		DefaultSalesTax: 'Tax Exclusive',
		DefaultPurchasesTax: 'Tax Exclusive',
		Edition: 'BUSINESS',
		Addresses: ['STREET', 'POBOX'].map((AddressType) => ({ AddressType, ...address })),
		Phones: [{ PhoneType: 'OFFICE', PhoneNumber: '555 0100', PhoneAreaCode: '09', PhoneCountryCode: '64' }],
		ExternalLinks: [],
		PaymentTerms: { Bills: { Day: 20, Type: 'OFFOLLOWINGMONTH' }, Sales: { Day: 14, Type: 'DAYSAFTERBILLDATE' } },
	};
}

export const organisation: Resource = {
	plural: 'Organisations',
	records: (book) => [render(book)],
	routes: routes({
		getOrganisations: (book) => answer(book, 'Organisations', [render(book)]),
		getOrganisationActions(book) {
			const actions = ACTIONS.map((Name) => ({ Name, Status: 'ALLOWED' }));
			return answer(book, 'Actions', actions);
		},
		getOrganisationCISSettings(book, request) {
			const id = pathParameter(request, 'OrganisationID');
			if (id.toLowerCase() !== book.organisation.OrganisationID.toLowerCase()) throw notFound();
			// The construction industry scheme exists in the United Kingdom only.
			const { contractor = false, rate: Rate } = book.organisation.construction ?? {};
			const settings = { CISContractorEnabled: contractor, CISSubContractorEnabled: Rate !== undefined };
			return answer(book, 'CISSettings', [Rate === undefined ? settings : { ...settings, Rate }]);
		},
	}),
};
