import { finance } from '../../../sandbox/finance/api';
import { type Answer, type Desk, type Json, openDesk } from '../accounting/desk';

/** The Finance API and the Accounting API whose books it reads, without a server. */
export interface FinanceDesk {
	readonly finance: Desk;
	readonly books: Desk;
	/** The id of an account by its code. */
	account(code: string): string;
	/** Everything of a kind that the books hold. */
	records(plural: string): readonly Json[];
}

/** `approved` is whether the calling app may use the Finance API; it may when absent. */
export function openFinance(
	seed: 'demo' | 'small' | 'empty' = 'small',
	{ heard, approved }: { heard?: (answer: Answer) => void; approved?: (clientId: string) => boolean } = {},
): FinanceDesk {
	const books = openDesk(seed);
	const desk = openDesk(seed, heard, () => finance({ books: books.api, ...(approved ? { approved } : {}) }));
	const records = (plural: string): readonly Json[] => books.api.records(books.tenantId, plural);
	return {
		finance: desk,
		books,
		records,
		account: (code) => String(records('Accounts').find((one) => one.Code === code)?.AccountID),
	};
}
