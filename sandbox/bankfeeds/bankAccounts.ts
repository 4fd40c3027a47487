import type { Clock } from '../contract';
import type { SandboxApi } from '../route';
import type { Body } from './problems';

/** A bank account as feeds see it. */
export interface BankAccount {
	id: string;
	name: string;
	number: string;
	type: 'BANK' | 'CREDITCARD';
	currency: string;
}

/** The bank accounts of the organisations' books, and how a feed adds one. */
export interface BankAccounts {
	/** The active ones. */
	list(tenantId: string): BankAccount[];
	/** Codes of the currencies that the organisation has. */
	currencies(tenantId: string): string[];
	/** The new account, or the sentences that say why not. */
	open(tenantId: string, account: Omit<BankAccount, 'id'>): BankAccount | readonly string[];
}

/** The books of the Accounting API, through its own operations. */
export function accountingBanks(api: SandboxApi, clock: Clock): BankAccounts {
	return {
		list: (tenantId) => api.records(tenantId, 'Accounts').flatMap((row) => (isOpenBank(row) ? [bankAccount(row)] : [])),
		currencies: (tenantId) => api.records(tenantId, 'Currencies').map(({ Code }) => String(Code)),
		open(tenantId, { name, number, type, currency }) {
			const body = { Name: name, Type: 'BANK', BankAccountNumber: number, BankAccountType: type, CurrencyCode: currency };
			const route = api.routes.find(({ operationId }) => operationId === 'createAccount');
			if (!route) return ['Accounts cannot be created.'];
			const call = { method: 'PUT', path: route.path, params: {}, query: {}, headers: {}, body, raw: Buffer.alloc(0) };
			const { status = 200, body: answer } = route.handle({ ...call, tenantId, clientId: '', userId: '', clock, origin: '' });
			if (status !== 200) return sentences(answer);
			const [created] = (answer as { Accounts: Body[] }).Accounts;
			return created ? bankAccount(created) : [];
		},
	};
}

function isOpenBank({ Type, Status }: Body): boolean {
	return Type === 'BANK' && Status === 'ACTIVE';
}

function bankAccount(row: Body): BankAccount {
	return {
		id: String(row.AccountID).toLowerCase(),
		name: String(row.Name),
		number: String(row.BankAccountNumber ?? ''),
		type: row.BankAccountType === 'CREDITCARD' ? 'CREDITCARD' : 'BANK',
		currency: String(row.CurrencyCode ?? ''),
	};
}

/** The sentences of a ValidationException of the Accounting API. */
function sentences(answer: unknown): string[] {
	const { Elements = [], Message } = answer as {
		Elements?: Array<{ ValidationErrors?: Array<{ Message: string }> }>;
		Message?: string;
	};
	const found = Elements.flatMap(({ ValidationErrors = [] }) => ValidationErrors.map((error) => error.Message));
	return found.length > 0 ? found : [Message ?? ''];
}
