import { sum } from '../accounting/values/decimal';
import type { Body } from '../accounting/resource/replies';
import type { ProjectRow, TaskRow, TimeEntryRow } from './rows';
import { addedUp, taskTotals } from './totals';
import type { Workshop } from './workshop';

/** A project as replies show it, with totals that follow from its tasks and their time. */
export function projectBody(workshop: Workshop, row: ProjectRow): Body {
	const amount = (value: number) => ({ currency: row.currencyCode, value });
	const tasks = workshop.tasks.all('project', row.projectId);
	const totals = addedUp(tasks.map((task) => taskTotals(task, workshop.time.all('task', task.taskId))));
	const { invoiced, toBeInvoiced } = row.expenses;
	return {
		projectId: row.projectId,
		contactId: row.contactId,
		name: row.name,
		currencyCode: row.currencyCode,
		minutesLogged: totals.totalMinutes,
		totalTaskAmount: amount(totals.totalAmount),
		totalExpenseAmount: amount(sum([invoiced, toBeInvoiced])),
		minutesToBeInvoiced: totals.minutesToBeInvoiced,
		taskAmountToBeInvoiced: amount(totals.amountToBeInvoiced),
		taskAmountInvoiced: amount(totals.amountInvoiced),
		expenseAmountToBeInvoiced: amount(toBeInvoiced),
		expenseAmountInvoiced: amount(invoiced),
		projectAmountInvoiced: amount(0),
		deposit: amount(0),
		depositApplied: amount(0),
		creditNoteAmount: amount(0),
		totalInvoiced: amount(sum([totals.amountInvoiced, invoiced])),
		totalToBeInvoiced: amount(sum([totals.amountToBeInvoiced, toBeInvoiced])),
		deadlineUtc: row.deadlineUtc,
		...(row.estimate === undefined ? {} : { estimate: amount(row.estimate) }),
		status: row.status,
	};
}

/** A task as replies show it. */
export function taskBody(workshop: Workshop, row: TaskRow): Body {
	const currency = workshop.projects.get(row.projectId)?.currencyCode;
	const amount = (value: number) => ({ currency, value });
	const totals = taskTotals(row, workshop.time.all('task', row.taskId));
	return {
		name: row.name,
		rate: amount(row.rate),
		chargeType: row.chargeType,
		status: row.status,
		estimateMinutes: row.estimateMinutes,
		taskId: row.taskId,
		projectId: row.projectId,
		totalMinutes: totals.totalMinutes,
		totalAmount: amount(totals.totalAmount),
		minutesToBeInvoiced: totals.minutesToBeInvoiced,
		minutesInvoiced: totals.minutesInvoiced,
		nonChargeableMinutes: totals.nonChargeableMinutes,
		fixedMinutes: totals.fixedMinutes,
		amountToBeInvoiced: amount(totals.amountToBeInvoiced),
		amountInvoiced: amount(totals.amountInvoiced),
	};
}

/** A time entry as replies show it. Which invoice it is on can only be searched for. */
export function timeBody({ invoiceId: _hidden, ...row }: TimeEntryRow): Body {
	return { ...row };
}
