import type { SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import { trackingOf } from './journalLines';
import { listedIds } from '../resource/list';
import { existing, recordsOf } from '../resource/reading';
import { addMonths } from '../values/calendar';
import { dayParameter } from '../reports/parameters';
import { answer, type Body, exception } from '../resource/replies';
import { budgetsScope, hole, type Kind, type Resource } from '../resource/resource';
import type { BudgetRow } from '../book/ledgerRows';

/** Months (`YYYY-MM`) from DateFrom to DateTo, both included; those of `otherwise` without either. @throws 400 */
function months(request: SandboxRequest, otherwise: readonly [from?: string, to?: string] = []): (period: string) => boolean {
	const given = [dayParameter(request, 'DateFrom'), dayParameter(request, 'DateTo')];
	const [from, to] = (given.some((day) => day !== undefined) ? given : otherwise).map((day) => day?.slice(0, 7));
	if (from !== undefined && to !== undefined && from > to)
		throw exception(14, 'PostDataInvalidException', 'DateFrom must not be after DateTo');
	return (period) => (from === undefined || period >= from) && (to === undefined || period <= to);
}

/** A budget as replies show it; only the single GET shows its tracking and its lines. */
function render(book: Book, row: BudgetRow, detail: string, wanted: (period: string) => boolean = () => true): Body {
	const full = detail === 'full';
	return {
		BudgetID: row.BudgetID,
		Status: 'APPROVED',
		Type: row.Type,
		Description: row.Description,
		UpdatedDateUTC: row.UpdatedDateUTC,
		BudgetLines: full
			? row.BudgetLines.map((line) => ({
					AccountID: line.AccountID,
					AccountCode: book.accounts.get(line.AccountID)?.Code,
					BudgetBalances: line.BudgetBalances.filter(({ Period }) => wanted(Period)).map((balance) => ({ ...balance })),
				}))
			: [],
		Tracking: full ? trackingOf(book, row.Tracking) : [],
	};
}

const kind: Kind<BudgetRow> = {
	singular: 'Budget',
	plural: 'Budgets',
	id: 'BudgetID',
	idOf: (row) => row.BudgetID,
	table: (book) => book.budgets,
	columns: {},
	render: (book, row, detail) => render(book, row, detail),
};

export const budgets: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		{
			operationId: 'getBudgets',
			method: 'GET',
			path: '/Budgets',
			scopes: budgetsScope.read,
			handle(book, request) {
				const [ids, wanted] = [listedIds(request, 'IDs'), months(request)];
				const rows = book.budgets
					.values()
					.filter((row) => ids === undefined || ids.has(row.BudgetID))
					.filter((row) => row.BudgetLines.some((line) => line.BudgetBalances.some(({ Period }) => wanted(Period))));
				return answer(
					book,
					kind.plural,
					rows.map((row) => render(book, row, 'list')),
				);
			},
		},
		{
			operationId: 'getBudget',
			method: 'GET',
			path: '/Budgets/{BudgetID}',
			scopes: budgetsScope.read,
			handle(book, request) {
				// "When no period is requested, responses will default to 3 months. Previous, Current & Next month".
				const today = book.today();
				const wanted = months(request, [addMonths(today, -1), addMonths(today, 1)]);
				return answer(book, kind.plural, [render(book, existing(kind, book, hole(request, kind.id)), 'full', wanted)]);
			},
		},
	],
};
