/** Budgets: read only. */
import type { SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { BudgetRow } from '../book/ledgerRows';
import { dayParameter } from '../reports/parameters';
import { kindOf } from '../resource/kind';
import { answer, type Body } from '../resource/replies';
import { invalidParameter, listedIds } from '../resource/request';
import { recordOf, resourceOf } from '../resource/routes';
import { fieldsOf } from '../schema';
import { trackingOf } from '../settings/trackingCategories';
import { addMonths } from '../values/calendar';

/** Months (`YYYY-MM`) from DateFrom to DateTo, both included; those of `otherwise` without either. @throws 400 */
function months(request: SandboxRequest, otherwise: readonly [from?: string, to?: string] = []): (period: string) => boolean {
	const given = [dayParameter(request, 'DateFrom'), dayParameter(request, 'DateTo')];
	const [from, to] = (given.some((day) => day !== undefined) ? given : otherwise).map((day) => day?.slice(0, 7));
	if (from !== undefined && to !== undefined && from > to) throw invalidParameter('DateFrom must not be after DateTo');
	return (period) => (from === undefined || period >= from) && (to === undefined || period <= to);
}

/** A budget as replies show it; only the single GET shows its tracking and its lines. */
function render(book: Book, row: BudgetRow, detail: string, wanted: (period: string) => boolean = () => true): Body {
	const full = detail === 'full';
	return {
		...fieldsOf('Budget', row),
		Status: 'APPROVED',
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

const kind = kindOf<BudgetRow>('Budget', {
	table: (book) => book.budgets,
	render: (book, row, detail) => render(book, row, detail),
});

export const budgets = resourceOf(kind, {
	getBudgets(book, request) {
		const [ids, wanted] = [listedIds(request, 'IDs'), months(request)];
		const rows = book.budgets
			.values()
			.filter((row) => ids === undefined || ids.has(row.BudgetID))
			.filter((row) => row.BudgetLines.some((line) => line.BudgetBalances.some(({ Period }) => wanted(Period))));
		const bodies = rows.map((row) => render(book, row, 'list'));
		return answer(book, kind.plural, bodies);
	},
	getBudget(book, request) {
		// "When no period is requested, responses will default to 3 months. Previous, Current & Next month".
		const today = book.today();
		const wanted = months(request, [addMonths(today, -1), addMonths(today, 1)]);
		return answer(book, kind.plural, [render(book, recordOf(kind, book, request), 'full', wanted)]);
	},
});
