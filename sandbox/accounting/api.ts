import { noUnkindness } from '../bookkeeping';
import type { Clock } from '../contract';
import type { RecordChange, Route, SandboxApi } from '../route';
import { accounts } from './accounts/accounts';
import { setup } from './accounts/setup';
import { bankTransactions } from './bankTransactions/bankTransactions';
import { bankTransfers } from './bankTransfers/bankTransfers';
import { bookkeepingOf } from './bookkeeping';
import type { Book } from './book/book';
import { contactGroups } from './contacts/contactGroups';
import { contacts } from './contacts/contacts';
import { creditNotes } from './creditNotes/creditNotes';
import { expenseClaims } from './expenses/expenseClaims';
import { receipts } from './expenses/receipts';
import { invoices } from './invoices/invoices';
import { items } from './items/items';
import { budgets } from './ledger/budgets';
import { journals } from './ledger/journals';
import { manualJournals } from './ledger/manualJournals';
import { linkedTransactions } from './linkedTransactions/linkedTransactions';
import { batchPayments } from './payments/batchPayments';
import { overpayments } from './payments/overpayments';
import { payments } from './payments/payments';
import { prepayments } from './payments/prepayments';
import { purchaseOrders } from './purchaseOrders/purchaseOrders';
import { quotes } from './quotes/quotes';
import { recordChanges } from './recordChanges';
import { repeatingInvoices } from './repeatingInvoices/repeatingInvoices';
import { reports } from './reports/reports';
import { otherNames } from './resource/collectionNames';
import { type Body, notFound, Refusal, refuse } from './resource/replies';
import type { Resource } from './resource/routes';
import { organisationRow } from './seed/countries';
import { seededBook } from './seed/seed';
import { brandingThemes } from './settings/brandingThemes';
import { currencies } from './settings/currencies';
import { invoiceReminders } from './settings/invoiceReminders';
import { organisation } from './settings/organisation';
import { paymentServices } from './settings/paymentServices';
import { taxRates } from './settings/taxRates';
import { trackingCategories } from './settings/trackingCategories';
import { users } from './settings/users';
import { xmlBody } from './xmlBody';

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
 * | Unit prices have two decimals without unitdp=4, which counts where the specification names it; amounts follow | T, S |
 * | A date with an offset becomes its day in UTC | T |
 * | Names of properties in any case, and the other number of a collection in a path | T, extent M |
 * | Empty texts in numbers, dates and codes count as nothing | T (amounts), others M |
 * | An object where a list belongs, a blank at the end of a tracking name: 500 for the whole call | T, extent M |
 * | Tracking that is unknown, archived or misshapen is left out | T, archived M |
 * | SubTotal, TotalTax and Total that differ from the lines are refused: bank transactions, credit notes, invoices | T, in the specification they are ignored on invoices |
 * | A contact that is found by its name is called as it was written, in documents too | M |
 * | Approved documents need a DueDate, whatever the terms of the contact | T |
 * | TaxAmount that is sent stands; with NoTax every line is NONE | S, M |
 * | Addresses and Phones replace by type, ContactPersons as a whole (at most 5) | X, M |
 * | Errors in Addresses and Phones stand at the address or phone only; errors in lines, contact and others at the element | S (examples), T |
 * | Payments through an account in a third currency are refused; rate of a payment: the day's | M |
 * | Attachments: PUT to an existing name replaces it, POST needs an existing one, 10 MB | M, R |
 * | Sales of tracked items beyond what is on hand are refused unless allowBackorders | S, sentence M |
 * | Deleted tax rates stay in the list; deleted accounts, items and options are gone | M |
 * | Credit notes have the statuses of invoices; "An existing Credit Note with the specified CreditNoteID could not be found" | S |
 * | Their other sentences are those of invoices with the words changed; theirs and those of bank transactions may not have discounts | S, sentences M |
 * | Allocations: one side, one currency, approved documents, within what is left and what is due; other contacts are allowed; the Date is required | S, M |
 * | The reply to a deleted allocation is the bare Allocation of the schema (the example differs from it in case and form) | S |
 * | Credits inside an invoice: each once, with all that was applied of it | M |
 * | Refunds show the credit as `Invoice` with its own type (example of getPayments), and under its own name as well | S, M |
 * | Bank transactions have the currency of their account, but for overpayments through one in the base currency | S, extent M |
 * | "This Bank Transaction cannot be edited as it has been reconciled with a Bank Statement." | T |
 * | A bank transaction is DELETED; one of a prepayment or overpayment becomes VOIDED with it; either word may be sent | M |
 * | Prepayments received are numbered with the sales invoices unless a Reference is sent; prepayments and overpayments keep the Reference, their bank transaction shows none | S, M |
 * | The line of an overpayment is on debtors or creditors, without tax | S (example) |
 * | Allocating or refunding a prepayment takes its share back out of its own lines; it never stands on debtors or creditors | R, M |
 * | Journals of refunds of prepayments and overpayments are AR/APCREDITPAYMENT; an allocation takes off both documents and has the source type of its credit and the allocation's id | M |
 * | Amount of a bank transfer is what leaves; the other side follows from the day's rates; CurrencyRate is the foreign account's | S (read-only), M |
 * | Revaluation is in reports and no journal, document by document, at the rate of the report's day; its gains start each year at nothing | T, extent M |
 * | Reconciled bank transfers are not deleted; two accounts must differ | M |
 * | Payments of a batch need a Reference outside New Zealand; without it and with summarizeErrors=false: 200 without id and status, nothing saved | T, extent M |
 * | A batch pays invoices or bills only, all of one side; its payments cannot be deleted alone; the references of other countries are kept as sent | S, M |
 * | StatusAttributeString in bank transfers and batch payments, whose schemas lack it | X |
 * | Unknown ids and bills, drafts without an online invoice: 404 | S, M |
 * | Quotes, purchase orders and linked transactions come in pages of 100 also without page; quotes and linked transactions know no pageSize and no pagination | S, default M |
 * | An update of a quote without Contact or Date: 500 | T, either of them M |
 * | An update of a quote clears Reference, Terms, Title, Summary and ExpiryDate when it leaves them out, is exclusive again without LineAmountTypes, and keeps lines it leaves out | S (example), T |
 * | Quotes: DECLINED after DRAFT and after ACCEPTED is refused | T |
 * | Quotes: every other step but DRAFT, SENT, ACCEPTED or DECLINED, INVOICED; SENT again after ACCEPTED and DECLINED; INVOICED is closed; ExpiryDate not before Date | M |
 * | "Order number must be unique", "Only AUTHORISED and BILLED purchase orders may have SentToContact updated.", an empty LineItems or Contact leaves them | S (examples) |
 * | Purchase orders: BILLED only after AUTHORISED and back, then nothing but status and SentToContact changes; approved lines need an account; lines may have discounts | M, discounts S (example) |
 * | Quotes and purchase orders have unit prices of four decimals, templates too | X, R, templates M |
 * | Repeating invoices are created and deleted only | S |
 * | NextScheduledDate is the first day of the schedule that is not past, months clamped to their last day and counted from StartDate; DueDate 1 to 31 with the OF terms, 0 to 999 else | M |
 * | ApprovedForSending needs an AUTHORISED template of sales and an email address; SendCopy, MarkAsSent, IncludePDF need ApprovedForSending | M |
 * | "A valid user should be identified using the UserID.", "The SourceLineItemID and SourceTransactionID do not match", "The ContactID and the TargetTransaction ContactID do not match" | S (examples) |
 * | Receipts: accounts must be shown in expense claims, lines must exist, only DRAFT and DECLINED ones change, numbers count from 1 in what no claim has taken; Url is taken although it is marked as read-only | X, S, extent M |
 * | Expense claims: handed in as SUBMITTED, then AUTHORISED (reported on that day) or DELETED (receipts DECLINED), VOIDED after AUTHORISED; PAID, PaymentDueDate and ReportingDate cannot be sent | S (enum, read-only), steps M |
 * | CIS: a deduction from labour without tax on CIS Labour Income or Expense, in the base currency; debtors or creditors less it, it on CISASSETS or CISLIABILITY; AmountDue and aged reports after it | S (fields, accounts), rest M |
 * | Payments of expense claims stand in their claim alone, with the account, and in no list of payments | S, account M |
 * | Linked transactions: one for a source line, target and its line only together, the target a draft; statuses follow the documents; a target that is void or lost its line counts no more, a source that is makes them VOIDED; BILLED and VOIDED cannot be updated, BILLED not be deleted | M |
 * | Linked transactions: the parameter Status counts only together with ContactID | S, alone M |
 * | Accounts, items, tracking that lines of undeleted quotes, purchase orders, templates and receipts name cannot be deleted; their new codes are followed | M |
 * | At most 15 payment services, with different names, over http or https; PayNowText is "Pay by credit card" when not sent | M, text S |
 * | Journals: at most 100 after `offset`, by number, none at the end; SourceID and SourceType only in the list; opening balances have neither | X |
 * | Cash basis: payments and allocations with their documents' accounts in their share, cash transactions and money on account, opening balances, manual journals that are shown on cash reports; what rounding leaves of a share goes to the largest line, never to the tax | X, extent M |
 * | Documents stand on debtors, creditors or their bank with Total at their own rate, then with what is open of it; what rounding foreign lines leaves goes to ROUNDING | S, M |
 * | Manual journals: "The total debits (x) must equal total credits (-y)"; unknown accounts are left out of drafts with a warning | S (example) |
 * | Manual journals: at least two lines, of drafts too; TaxAmount is always computed; POSTED may be edited and VOIDED, ARCHIVED comes from DRAFT and goes back; system and bank accounts are refused | M |
 * | Budgets: only the single GET has lines and tracking; without dates every month | S (example), M |
 * | BalanceSheet: end of the month; the year before unless periods are named; `periods` come in addition; with tracking options TRACKINGTRANSFERS balances | X, M |
 * | ProfitAndLoss: titles of sections, "Foreign Currency Gains and Losses"; tracking categories take the place of periods; pairs of options are "One, Two" | X, M |
 * | TrialBalance: zero stands on the account's normal side | S (example) |
 * | BankSummary in the base currency; what was paid and taken back counts as nothing | M |
 * | Aged reports: own currency of each document; credit notes and overpayments are rows below zero, prepayments none; overdue up to `date` | R, form M |
 * | ExecutiveSummary: ratios with all digits of a .NET decimal | S (example) |
 * | 1099: boxes by three accounts, from 600 dollars; 400 outside the United States | M |
 * | GET /Reports: New Zealand and Australia only; a published return keeps the figures of its day | X, boxes M |
 * | Webhooks: one event for a record and a call, when it is new or its UpdatedDateUTC moved | M |
 * | Setup: refused accounts are only counted; balances are posted the day before the conversion month against HISTORICAL, in place of earlier ones | S, M |
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
	quotes,
	purchaseOrders,
	repeatingInvoices,
	receipts,
	expenseClaims,
	linkedTransactions,
	paymentServices,
	invoiceReminders,
	journals,
	manualJournals,
	budgets,
	reports,
	setup,
	creditNotes,
	bankTransactions,
	prepayments,
	overpayments,
	batchPayments,
	bankTransfers,
];

/**
 * Xero's Accounting API over in-memory books, one for each organisation: of seed 'demo' the first organisation holds 300 contacts and
 * 2,500 invoices and bills, the others are smaller. A call is one change: what it refuses leaves nothing behind.
 */
export function accounting(options: {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: readonly AccountingOrganisation[];
	/** Told what each call that stands created and updated. */
	changed?: (changes: readonly RecordChange[]) => void;
}): SandboxApi {
	const books = new Map<string, Book>();
	const unkindness = noUnkindness();
	const rendered = new Map<string, { state: readonly unknown[]; records: readonly Body[] }>();
	for (const [at, given] of options.organisations.entries()) {
		const organisation = organisationRow(given, new Date(options.clock.now()).toISOString().slice(0, 10));
		const size = options.seed === 'demo' && at > 0 ? (at > 1 ? 'small' : 'second') : options.seed;
		const book = seededBook(organisation, size, options.clock);
		book.unkindness = unkindness;
		books.set(given.tenantId.toLowerCase(), book);
	}
	const routes = resources.flatMap((resource) =>
		resource.routes.map((route): Route => ({
			...route,
			handle(request) {
				const book = books.get(request.tenantId.toLowerCase());
				try {
					if (!book) throw notFound();
					const since = book.stamp();
					return book.undo.attempt(
						() => route.handle(book, request),
						undefined,
						(replaced) => options.changed?.(recordChanges(book, request.tenantId, replaced, since)),
					);
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
		otherNames: otherNames(routes.map((route) => route.path)),
		refuse,
		xmlBody,
		bookkeeping: bookkeepingOf(books, unkindness, options.clock),
		restorePoint() {
			const back = [...books.values()].map((book) => book.undo.point());
			return () => back.forEach((restore) => restore());
		},
		records(tenantId, plural) {
			const [book, resource] = [books.get(tenantId.toLowerCase()), resources.find((one) => one.plural === plural)];
			if (!book || !resource) return [];
			// The other APIs ask for the same records several times in one call.
			const { organisation, invoiceReminders } = book;
			const state = [book.undo.changes, organisation, invoiceReminders, book.today()];
			const before = rendered.get(tenantId + plural);
			if (before?.state.every((one, at) => one === state[at])) return before.records;
			const records = recordsOf(book, resource);
			rendered.set(tenantId + plural, { state, records });
			return records;
		},
	};
}

/** What the books hold, as it is and not as answers may tell it. */
function recordsOf(book: Book, resource: Resource): readonly Body[] {
	const { unkindness } = book;
	book.unkindness = noUnkindness();
	const records = resource.records(book);
	book.unkindness = unkindness;
	return records;
}
