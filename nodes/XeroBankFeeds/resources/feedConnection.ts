import type { IDataObject } from 'n8n-workflow';
import { currency, record } from '../../shared/inputs/locators';
import { choice, text } from '../../shared/inputs/scalars';
import type { Finding } from '../../shared/model/findings';
import { resource } from '../../shared/model/operation';
import { getOne, listItems } from '../../shared/operations/bareCrud';
import { create } from '../../shared/operations/crud';
import { RESTRICTED } from '../accessNotices';
import { pollUntilDone, wait } from '../polling';

/** `Cheque Account · 12-3456-0000001-00 (NZD)` */
const titled = ({ accountName, accountNumber, accountToken, currency }: IDataObject): string => {
	const name = [accountName, accountNumber ?? accountToken].filter((part) => typeof part === 'string' && part !== '').join(' · ');
	return typeof currency === 'string' ? `${name} (${currency})` : name;
};

const token = text('Account Token', { min: 1, max: 50, description: 'By which you know the account; unique among all you feed' });
/** An identifier, not a secret; but n8n wants every input so named to be masked. */
const accountToken: typeof token = { ...token, ui: { ...token.ui, typeOptions: { password: true } } };

/** By what Xero finds the bank account. */
function accountFault({ accountId, accountNumber, accountType }: IDataObject): Omit<Finding, 'items'> | undefined {
	if (!accountId && !accountNumber)
		return { says: 'Bank Account and Account Number are both empty', todo: 'Give one of them: Xero finds the account by it' };
	if (accountType === 'CREDITCARD' && String(accountNumber ?? '').length > 4)
		return {
			place: ['Account Number'],
			says: 'can have at most 4 characters for a credit card',
			todo: 'Give its last four digits only',
		};
	return undefined;
}

export const feedConnection = resource({
	key: 'feedConnection',
	name: 'Feed Connection',
	plural: 'Feed Connections',
	description: 'The tie between an account at the bank and a bank account in Xero',
	path: 'FeedConnections',
	id: 'id',
	scope: 'bankfeeds',
	fields: {
		accountToken,
		accountId: record('Bank Account', 'bankAccount', ['id'], {
			description: 'The account in Xero, unless it is found by its number',
		}),
		accountName: text('Account Name', { max: 30, description: 'For the account that Xero opens when none has the number' }),
		accountNumber: text('Account Number', {
			max: 40,
			description: 'By which Xero finds the account, or opens one; of a credit card its last four digits only',
		}),
		accountType: choice('Account Type', [
			['BANK', 'Bank Account'],
			['CREDITCARD', 'Credit Card'],
		]),
		country: text('Country', { max: 2, placeholder: 'e.g. NZ', description: 'Only for apps that serve several regions' }),
		currency: currency(),
	},
	listOptions: { feedConnection: (connection) => [{ name: titled(connection), value: String(connection.id) }] },
	operations: (connection) => ({
		create: create(connection, 'createFeedConnections', ['accountToken'], {
			method: 'POST',
			envelope: 'items',
			batchSize: 50,
			query: {
				waitForConnection: wait(
					'Wait for Connection (Seconds)',
					'How long to look after connections that Xero is still at work on; with 0 they are handed on as pending',
				),
			},
			notice: RESTRICTED,
			validate: accountFault,
			afterSave: async (made, then) =>
				await pollUntilDone(made, then, {
					option: 'waitForConnection',
					path: (id) => `/FeedConnections/${id}`,
					pending: ({ status }) => status === 'PENDING',
					note: 'Xero has taken it, but is not done yet. Do not create it again: read it later with Feed Connection, Get.',
				}),
		}),
		delete: {
			xero: 'deleteFeedConnections',
			name: 'Delete',
			action: 'Delete a feed connection',
			description: 'Ask Xero to delete a feed connection, which it does a little later',
			method: 'POST',
			path: '/FeedConnections/DeleteRequests',
			envelope: 'items',
			confirmedBy: 'id',
			batchSize: 50,
			required: { id: record('Feed Connection', 'feedConnection') },
			scope: 'bankfeeds',
			notice: `A deleted feed connection takes no more statements, and cannot be brought back. ${RESTRICTED}.`,
		},
		get: getOne(connection, 'getFeedConnection', { notice: RESTRICTED }),
		getAll: listItems(connection, 'getFeedConnections', {}, { by: 'page', size: 100 }, { notice: RESTRICTED }),
	}),
});
