import type { Organisation } from '../organisations';
import type { BankAccount, BankAccounts } from './bankAccounts';
import type { ConnectionRow, Feeds } from './feeds';
import { Fields } from './fields';
import { type Body, problem, type Problem } from './problems';

/** What a connection is made with. */
export interface Connecting {
	feeds: Feeds;
	accounts: BankAccounts;
	organisation: Organisation;
	newId: () => string;
	now: number;
}

interface Asked {
	accountToken: string;
	accountId?: string;
	accountNumber?: string;
	accountName?: string;
	accountType?: 'BANK' | 'CREDITCARD';
	currency?: string;
}

/** A new connection from an item of the request, or what is wrong with it. An account that is not there yet is opened in the books. */
export function connect(item: Body, where: Connecting): ConnectionRow | Problem {
	const { feeds, accounts, organisation, newId, now } = where;
	const asked = read(item, organisation);
	if ('detail' in asked) return asked;
	const taken = feeds.byToken(asked.accountToken);
	if (taken) return alreadyConnected(taken, organisation.tenantId);
	const account = 'accountId' in asked ? named(asked, accounts, organisation) : matched(asked, accounts, organisation);
	if ('detail' in account) return account;
	const fed = feeds
		.connectionsOf(organisation.tenantId)
		.find((row) => row.accountId === account.id && row.deletedAt === undefined);
	if (fed) return alreadyConnected(fed, organisation.tenantId);
	return {
		id: newId(),
		...{ tenantId: organisation.tenantId, accountToken: asked.accountToken, accountId: account.id, createdAt: now },
		...{ accountNumber: account.number, accountName: account.name, accountType: account.type, currency: account.currency },
		country: organisation.countryCode,
	};
}

function read(item: Body, { countryCode }: Organisation): Asked | Problem {
	const problems: Problem[] = [];
	const fields = new Fields(item, problems);
	const accountToken = fields.text('accountToken', 50) ?? fields.missing('accountToken');
	const accountType = fields.choice('accountType', ['BANK', 'CREDITCARD']);
	// Of a card only the last four digits are sent.
	const accountNumber = fields.text('accountNumber', accountType === 'CREDITCARD' ? 4 : 40);
	const [accountName, accountId] = [fields.text('accountName', 30), fields.guid('accountId')];
	const [currency, country] = [fields.text('currency', 3), fields.text('country', 2)];
	if (accountId === undefined && item['accountId'] === undefined) {
		if (accountNumber === undefined) fields.missing('accountNumber');
		if (accountType === undefined && item['accountType'] === undefined) fields.missing('accountType');
	}
	const [first] = problems;
	if (first) return first;
	if (country !== undefined && country !== countryCode) {
		return problem('invalid-country-specified', `The country ${country} is not the country of the organisation.`);
	}
	const given = { accountNumber, accountName, accountType, currency };
	return { accountToken: accountToken ?? '', ...(accountId === undefined ? {} : { accountId }), ...given };
}

/** The account with the id that was sent. */
function named({ accountId, currency }: Asked, accounts: BankAccounts, { tenantId }: Organisation): BankAccount | Problem {
	const account = accounts.list(tenantId).find(({ id }) => id === accountId);
	if (!account) return problem('account-not-valid', 'The AccountId is not that of an active bank account.');
	return sameCurrency(account, currency);
}

/** The account with the number that was sent, or a new one. */
function matched(asked: Asked, accounts: BankAccounts, { tenantId, baseCurrency }: Organisation): BankAccount | Problem {
	const { accountNumber = '', accountName, accountType: type = 'BANK', currency = baseCurrency } = asked;
	const same = (number: string): boolean => (type === 'BANK' ? number === accountNumber : number.slice(-4) === accountNumber);
	const account = accounts.list(tenantId).find((one) => one.type === type && same(one.number));
	if (account) return sameCurrency(account, asked.currency);
	if (accountName === undefined)
		return problem('invalid-request', "For the request field 'AccountName' a value must be provided.");
	if (!accounts.currencies(tenantId).includes(currency)) {
		return problem('invalid-organisation-multi-currency', `The organisation is not subscribed to the currency ${currency}.`);
	}
	const opened = accounts.open(tenantId, { name: accountName, number: accountNumber, type, currency });
	return 'id' in opened ? opened : problem('account-not-valid', opened.join(' '));
}

function sameCurrency(account: BankAccount, currency: string | undefined): BankAccount | Problem {
	if (currency === undefined || currency === account.currency) return account;
	return problem('account-not-valid', `The bank account has the currency ${account.currency}.`);
}

function alreadyConnected({ tenantId }: ConnectionRow, own: string): Problem {
	return tenantId === own
		? problem(
				'feed-already-connected-in-current-organisation',
				'The feed is already connected to a Xero Bank Account of this organisation.',
			)
		: problem(
				'feed-already-connected-in-different-organisation',
				'The feed is already connected to a Xero Bank Account of another organisation.',
			);
}
