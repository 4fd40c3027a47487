import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { record } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { create, get, list, setStatus, update } from '../../shared/operations/crud';
import { belongsTo, is, modifiedSince, raw } from '../../shared/inputs/where';
import { amountText, joined, wordsFor } from '../fields/document';
import { spender } from '../fields/expenses';
import { APPROVED, DELETED, VOIDED } from '../notices';
import { history } from '../operations/history';

const STATUSES: readonly Choice[] = [
	['SUBMITTED', 'Awaiting Approval', 'SUBMITTED'],
	['AUTHORISED', 'Awaiting Payment', 'AUTHORISED'],
	['PAID', 'Paid'],
	['VOIDED', 'Voided'],
	['DELETED', 'Deleted'],
];
const WORDS = wordsFor(STATUSES);

const line = ({ ExpenseClaimID, ReportingDate, User, Total, Status }: IDataObject): ListOption => {
	const { FirstName, LastName, EmailAddress } = (User ?? {}) as IDataObject;
	return {
		name: joined([
			ReportingDate,
			[FirstName, LastName].filter(Boolean).join(' ').replace(/\s+/g, ' ') || EmailAddress,
			amountText(Total),
			WORDS[String(Status)] ?? Status,
		]),
		value: String(ExpenseClaimID),
	};
};

export const expenseClaim = resource({
	key: 'expenseClaim',
	name: 'Expense Claim',
	plural: 'Expense Claims',
	description: 'Receipts of classic expenses that a person claims together',
	path: 'ExpenseClaims',
	id: 'ExpenseClaimID',
	scope: 'accounting.classicexpenses',
	simplified: [
		'ExpenseClaimID',
		'Status',
		'User.UserID',
		'User.EmailAddress',
		'Total',
		'AmountDue',
		'AmountPaid',
		'PaymentDueDate',
		'ReportingDate',
		'UpdatedDateUTC',
	],
	fields: {
		User: spender,
		Receipts: rows('Receipts', 'Receipt', { ReceiptID: record('Receipt', 'draftReceipt') }),
	},
	listOptions: { expenseClaim: (claim) => [line(claim)] },
	operations: (claim) => ({
		create: create(claim, 'createExpenseClaims', ['User', 'Receipts'], {
			description: 'Submit draft receipts for approval, together as one claim',
			optional: undefined,
		}),
		get: get(claim, 'getExpenseClaim'),
		getAll: list(
			claim,
			'getExpenseClaims',
			{
				Status: is('Status', 'Status', STATUSES),
				User: belongsTo('User', 'user', 'User.UserID'),
				...modifiedSince,
				...raw,
			},
			{ by: 'nothing' },
		),
		update: update(claim, 'updateExpenseClaim'),
		approve: setStatus(claim, 'updateExpenseClaim', 'Approve', { Status: 'AUTHORISED' }, '', {
			notice: APPROVED,
		}),
		delete: setStatus(claim, 'updateExpenseClaim', 'Delete', { Status: 'DELETED' }, 'Delete a claim that is not approved', {
			notice: DELETED,
		}),
		void: setStatus(claim, 'updateExpenseClaim', 'Void', { Status: 'VOIDED' }, 'Void a claim that has no payments', {
			notice: VOIDED,
		}),
		...history(claim, { get: 'getExpenseClaimHistory', create: 'createExpenseClaimHistory' }),
	}),
});
