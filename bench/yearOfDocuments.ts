import type { Sandbox } from '../sandbox/contract';
import { writer } from './xero';

/** Documents in the year that is reported on, and lines of each. */
export const DOCUMENTS = 100_000;
export const LINES = 2;
/** Invoices that are paid, in batches of one call. */
export const PAID = 20_000;
/** Every so many documents is a bill, and every so many an invoice in US dollars; neither is paid. */
const [BILLS, DOLLARS] = [10, 25];
const AT_ONCE = 500;
const DAY = 86_400_000;

export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** One document of the year. Totals of bills differ, or each would be a possible duplicate of the others. */
function documentOf(at: number, date: string, contact: string, dollars: (day: string) => number): object {
	const isBill = at % BILLS === 7;
	const isForeign = at % DOLLARS === 1;
	return {
		...{ Type: isBill ? 'ACCPAY' : 'ACCREC', Status: 'AUTHORISED', Date: date, DueDate: date, LineAmountTypes: 'Exclusive' },
		...(isBill ? { InvoiceNumber: `Supplier ${at}` } : { Reference: `Order ${at}, web shop` }),
		...(isForeign ? { CurrencyCode: 'USD', CurrencyRate: dollars(date) } : {}),
		Contact: { ContactID: contact },
		LineItems: Array.from({ length: LINES }, (_, line) => ({
			...{ Description: `Article ${at % AT_ONCE}-${line}: oak board, planed and oiled`, Quantity: line + 1 },
			...{ UnitAmount: isBill ? 20 + (at % 9973) / 100 : 19.9, AccountCode: isBill ? '400' : '200' },
			...(line === 0 ? { Tracking: [{ Name: 'Region', Option: at % 3 === 0 ? 'North' : 'South' }] } : {}),
		})),
	};
}

/**
 * Fills one more organisation: a generated year, which has a budget, tracking, foreign accounts and all other kinds of records, and over
 * the days until `today` approved documents, and payments of every fifth of them.
 */
export async function yearOfDocuments(sandbox: Sandbox, today: number, progress: (text: string) => void): Promise<string> {
	const { tenantId } = sandbox.generateYear(7);
	const put = writer(sandbox, tenantId);
	const named = Array.from({ length: 50 }, (_, index) => ({ Name: `Customer ${index + 1}` }));
	const contacts = (await put('Contacts', named)).map(({ ContactID }) => String(ContactID));
	await put('Accounts', [{ Code: '0990', Name: 'Bench Account', Type: 'BANK', BankAccountNumber: '0200001234567890' }]);
	const dollars = (day: string): number => sandbox.bookkeeping.rateOn(tenantId, 'USD', day);
	for (let done = 0; done < DOCUMENTS; done += AT_ONCE) {
		if (done % 20_000 === 0) progress(`${done} of ${DOCUMENTS} documents are there`);
		const documents = await put(
			'Invoices',
			Array.from({ length: AT_ONCE }, (_, index) => {
				const at = done + index;
				return documentOf(at, dayOf(today - ((at * 7) % 364) * DAY), contacts[at % contacts.length]!, dollars);
			}),
		);
		if (done >= PAID * 5) continue;
		const paid = documents.filter((_, index) => index % 5 === 0);
		await put(
			'Payments',
			paid.map(({ InvoiceID, Total }) => ({
				...{ Invoice: { InvoiceID }, Account: { Code: '0990' }, Amount: Total, Date: dayOf(today) },
			})),
		);
	}
	return tenantId;
}
