import type { IDataObject } from 'n8n-workflow';
import { date, ids } from '../../shared/inputs/scalars';
import type { Fields } from '../../shared/model/field';
import type { ListOption } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { get, list } from '../../shared/operations/crud';
import { joined } from '../fields/document';

/** Which months count. */
const months: Fields = { DateFrom: date('Date From'), DateTo: date('Date To') };

/** Xero's page on budgets: three months "when no period is requested". */
const DateFrom = date('Date From', { description: 'Without dates, last month to next month' });

const line = ({ BudgetID, Description, Type, Tracking }: IDataObject): ListOption => ({
	name: joined([
		Description || (Type === 'OVERALL' ? 'Overall Budget' : 'Budget'),
		...((Tracking ?? []) as IDataObject[]).map(({ Name, Option }) => `${String(Name)}: ${String(Option)}`),
	]),
	value: String(BudgetID),
});

export const budget = resource({
	key: 'budget',
	name: 'Budget',
	plural: 'Budgets',
	description: 'The overall budget, or one of a tracking category',
	path: 'Budgets',
	id: 'BudgetID',
	scope: 'accounting.budgets.read',
	fields: {},
	listOptions: { budget: (budget) => [line(budget)] },
	operations: (budget) => ({
		get: get(budget, 'getBudget', {
			description: 'Retrieve one budget with its amounts, of at most 24 months',
			query: { ...months, DateFrom },
		}),
		getAll: list(budget, 'getBudgets', { ...months, IDs: ids('Budget IDs') }, { by: 'nothing' }),
	}),
});
