import { accounting } from '../../../sandbox/accounting/api';
import { bankFeeds } from '../../../sandbox/bankfeeds/api';
import { accountingBanks } from '../../../sandbox/bankfeeds/bankAccounts';
import { organisations } from '../../../sandbox/organisations';
import type { SandboxApi } from '../../../sandbox/route';
import { type Answer, type Desk, type Json, openDesk } from '../accounting/desk';

/** The Bank Feeds API without a server, and the books whose bank accounts are fed. */
export interface FeedsDesk extends Desk {
	books: SandboxApi;
	/** Calls in the name of the second organisation. */
	elsewhere: FeedsDesk['call'];
	/** A connection of a new account that is no longer pending; gives its id. */
	connected(token?: string): string;
	/** The AccountID of a bank account by its code. */
	bank(code: string): string;
}

export function openFeeds(seed: 'demo' | 'small' | 'empty' = 'empty', heard?: (answer: Answer) => void): FeedsDesk {
	const made: { books?: SandboxApi } = {};
	let tenant: string | undefined;
	const desk = openDesk(seed, heard, (clock) => {
		// The demo has the banks of the small books; feeds need no more of it.
		const books = accounting({ clock, seed: 'small', organisations });
		made.books = books;
		const api = bankFeeds({ clock, seed, organisations, accounts: accountingBanks(books, clock) });
		const routes = api.routes.map((route) => ({
			...route,
			handle: (call: Parameters<typeof route.handle>[0]) => route.handle({ ...call, tenantId: tenant ?? call.tenantId }),
		}));
		return { ...api, routes };
	});
	const { books } = made;
	if (!books) throw new Error('the desk was opened without books');
	return {
		...desk,
		books,
		elsewhere(...call) {
			tenant = organisations[1].tenantId;
			const answer = desk.call(...call);
			tenant = undefined;
			return answer;
		},
		connected(token = 'token-1') {
			const body = { items: [connection({ accountToken: token, accountNumber: token, accountName: `Account ${token}` })] };
			const id = desk.call('POST', '/FeedConnections', body).id('items.0.id');
			desk.clock.advance(2000);
			return id;
		},
		bank: (code) => String(books.records(desk.tenantId, 'Accounts').find(({ Code }) => Code === code)?.AccountID),
	};
}

/** An item of POST /FeedConnections for an account that the books do not have yet. */
export const connection = (more: Json = {}): Json => ({
	accountToken: 'token-1',
	accountNumber: '00-0000-0000099-00',
	accountName: 'Petty Cash Card',
	accountType: 'BANK',
	currency: 'NZD',
	...more,
});

/** An item of POST /Statements: 100 and 50 in, 25.50 out, 124.50 left. */
export const statement = (feedConnectionId: string, more: Json = {}): Json => ({
	feedConnectionId,
	startDate: '2026-03-01',
	endDate: '2026-03-07',
	startBalance: { amount: 100, creditDebitIndicator: 'CREDIT' },
	endBalance: { amount: '124.50', creditDebitIndicator: 'CREDIT' },
	statementLines: [
		{ postedDate: '2026-03-02', description: 'Chairs', amount: 50, creditDebitIndicator: 'CREDIT', transactionId: 't-1' },
		{ postedDate: '2026-03-05', description: 'Rent', amount: '25.5', creditDebitIndicator: 'DEBIT', payeeName: 'Walnut Hall' },
	],
	...more,
});
