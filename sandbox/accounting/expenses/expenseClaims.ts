import type { Book } from '../book/book';
import type { ExpenseClaimRow } from '../book/documentRows';
import { createExpenseClaim, receiptsOf, updateExpenseClaim } from './expenseClaimWrites';
import { historyRoutes } from '../resource/history';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import { renderReceipt } from './receipts';
import type { Body } from '../resource/replies';
import { type Detail, expensesScope, hole, type Kind, type Resource } from '../resource/resource';
import { writeAll, writeOne } from '../resource/writing';

function render(book: Book, row: ExpenseClaimRow, detail: Detail, places: number): Body {
	return {
		ExpenseClaimID: row.ExpenseClaimID,
		Status: row.Status,
		UpdatedDateUTC: row.UpdatedDateUTC,
		User: { ...book.users.get(row.UserID) },
		Receipts: detail === 'full' ? receiptsOf(book, row).map((receipt) => renderReceipt(book, receipt, 'page', places)) : [],
		Payments: [],
		Total: row.Total,
		AmountDue: row.AmountDue,
		AmountPaid: row.AmountPaid,
		PaymentDueDate: row.PaymentDueDate,
		ReportingDate: row.ReportingDate,
	};
}

const kind: Kind<ExpenseClaimRow> = {
	singular: 'ExpenseClaim',
	plural: 'ExpenseClaims',
	id: 'ExpenseClaimID',
	idOf: (row) => row.ExpenseClaimID,
	table: (book) => book.expenseClaims,
	columns: {
		ExpenseClaimID: 'id',
		Status: 'text',
		User: { UserID: 'id', EmailAddress: 'text', FirstName: 'text', LastName: 'text' },
		Total: 'number',
		AmountDue: 'number',
		AmountPaid: 'number',
		PaymentDueDate: 'time',
		ReportingDate: 'time',
		UpdatedDateUTC: 'time',
	},
	look: (book, row, path) => (path[0] === 'User' ? (book.users.get(row.UserID) as Body | undefined)?.[path[1] ?? ''] : undefined),
	render,
};

export const expenseClaims: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getExpenseClaims', expensesScope, { modified: true }),
		{
			operationId: 'createExpenseClaims',
			method: 'PUT',
			path: '/ExpenseClaims',
			scopes: expensesScope.write,
			handle: (book, request) => writeAll(kind, book, request, (input) => createExpenseClaim(book, input)),
		},
		getOne(kind, 'getExpenseClaim', expensesScope),
		{
			operationId: 'updateExpenseClaim',
			method: 'POST',
			path: '/ExpenseClaims/{ExpenseClaimID}',
			scopes: expensesScope.write,
			handle(book, request) {
				const row = existing(kind, book, hole(request, kind.id));
				return writeOne(kind, book, request, (input) => updateExpenseClaim(book, row, input));
			},
		},
		...historyRoutes(kind, expensesScope),
	],
};
