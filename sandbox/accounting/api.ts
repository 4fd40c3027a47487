import type { Clock } from '../contract';
import type { Route, SandboxApi } from '../route';
import { accounts } from './accounts';
import { Book } from './book';
import { brandingThemes } from './brandingThemes';
import { contactGroups } from './contactGroups';
import { contacts } from './contacts';
import { currencies } from './currencies';
import { invoices } from './invoices';
import { items } from './items';
import { organisation } from './organisation';
import { payments } from './payments';
import { notFound, Refusal, refuse } from './replies';
import type { Resource } from './resource';
import { organisationRow } from './seed/countries';
import { seedBook } from './seed/seed';
import { taxRates } from './taxRates';
import { trackingCategories } from './trackingCategories';
import { users } from './users';

/*
 * What this rests on, by the marks of the evidence: [S] Xero's OpenAPI file, [X] Xero's own pages, [R] a third party's reading of
 * them, [T] third parties who quote an answer of Xero's, [M] a guess. Guesses are on the strict side. What is neither here nor quoted at the code is in the OpenAPI file.
 *
 * | rule | mark |
 * |---|---|
 * | The envelope, ErrorNumber 10 with Elements, the sentences on contact names, account names, 100 contact groups, payments beyond what is due, invoice numbers, item codes | S (examples) |
 * | ErrorNumber 16 QueryParseException with "Syntax error", "Expression expected", "Character literal must contain exactly one character"; no way to write a quote inside a string | T |
 * | The other QueryParseException sentences (they are those of .NET's Dynamic LINQ, which the ones above belong to); a GUID compared with a text is refused | M |
 * | ErrorNumber 14 for values that cannot be read as the type of their field: refuses the call even with summarizeErrors=false | M |
 * | ErrorNumber 17 NoDataProcessedException for an empty body | M |
 * | Sentences: "Account code 'x' is not a valid code for this document", both TaxType sentences, "Account code must be specified", "The line total … does not match …", "The description field is mandatory …", "Discounts may not be applied to ACCPAY invoices.", "The quantity value … is invalid.", "Invoice not of valid status for modification", "This document cannot be edited as it has a payment …", "Another contact has this contact number." | T |
 * | Sentences: contact archived, not subscribed to currency, payments only against authorised documents, lock dates, "One or more line items must be specified", "A Contact must be specified …" | M |
 * | Every other sentence, and the form "The … field must be …" | M |
 * | One bad element without summarizeErrors=false: nothing of the call is saved; the good elements come back as they were sent | M |
 * | summarizeErrors counts only where the specification names it; ContactGroups, History and theme services are all or nothing | S, M |
 * | pageSize without page does not page; page 0 is page 1; a page that is no whole number is 400 | M |
 * | If-Modified-Since includes the second it names | M |
 * | Without page invoices come with empty LineItems, contacts without ContactPersons, PaymentTerms, Balances, defaults | X, extent M |
 * | Texts in where are compared without case on every field (documented for contacts); null never contains anything | X, M |
 * | Voided and deleted invoices have AmountDue 0 (voided: example), keep their totals and their number, are listed | S, M |
 * | Approving a document over nothing makes it PAID | M |
 * | On a part-paid document DueDate, Reference, SentToContact, Url, theme and expected dates may change, its amounts may not; PAID is closed | X, M |
 * | SentToContact on a draft, and a CurrencyRate on a base currency document, are ignored with a warning (WARNING: saved) | M |
 * | A line without quantity has one; without price and item it costs nothing; an amount that only one of the two can explain may differ by rounding up to 0.05 | M |
 * | TaxAmount that is sent stands; with NoTax every line is NONE | S, M |
 * | Addresses and Phones replace by type, ContactPersons as a whole (at most 5) | X, M |
 * | Errors in Addresses and Phones stand at the address or phone only; errors in lines, contact and others at the element | S (examples), T |
 * | Payments through an account in a third currency are refused; rate of a payment: the day's | M |
 * | Attachments: PUT to an existing name replaces it, POST needs an existing one, 10 MB | M, R |
 * | Sales of tracked items beyond what is on hand are refused unless allowBackorders | S, sentence M |
 * | Deleted tax rates stay in the list; deleted accounts, items and options are gone | M |
 * | Unknown ids and bills, drafts without an online invoice: 404 | S, M |
 */

/** An organisation to keep books for. */
export interface AccountingOrganisation {
	tenantId: string;
	name: string;
	shortCode: string;
	baseCurrency: string;
	countryCode: string;
}

/** Every resource of the Accounting API that the sandbox has. */
const resources: readonly Resource[] = [
	organisation,
	accounts,
	contacts,
	contactGroups,
	invoices,
	items,
	payments,
	taxRates,
	trackingCategories,
	currencies,
	brandingThemes,
	users,
];

/**
 * Xero's Accounting API over in-memory books, one for each organisation: of seed 'demo' the first organisation holds 300 contacts and
 * 2,500 invoices and bills, the others are smaller. A call is one change: what it refuses leaves nothing behind.
 */
export function accounting(options: {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: readonly AccountingOrganisation[];
}): SandboxApi {
	const books = new Map<string, Book>();
	for (const [at, given] of options.organisations.entries()) {
		const book = new Book(organisationRow(given, new Date(options.clock.now()).toISOString().slice(0, 10)), options.clock);
		seedBook(book, options.seed === 'demo' && at > 0 ? 'second' : options.seed);
		books.set(given.tenantId.toLowerCase(), book);
	}
	const routes = resources.flatMap((resource) =>
		resource.routes.map((route): Route => ({
			...route,
			handle(request) {
				const book = books.get(request.tenantId.toLowerCase());
				try {
					if (!book) throw notFound();
					return book.undo.attempt(() => route.handle(book, request));
				} catch (refusal) {
					if (refusal instanceof Refusal) return refusal.reply;
					throw refusal;
				}
			},
		})),
	);
	return {
		name: 'Accounting',
		basePath: '/api.xro/2.0',
		routes,
		refuse,
		records(tenantId, plural) {
			const [book, resource] = [books.get(tenantId.toLowerCase()), resources.find((one) => one.plural === plural)];
			if (!book || !resource) return [];
			return structuredClone(resource.records(book));
		},
	};
}
