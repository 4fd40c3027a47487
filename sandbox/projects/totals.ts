import { divide, fromUnits, sum, units } from '../accounting/values/decimal';
import type { TaskRow, TimeEntryRow } from './rows';

/** What the time logged on a task comes to. Minutes, and amounts in the project's currency. */
export interface TaskTotals {
	readonly totalMinutes: number;
	readonly minutesToBeInvoiced: number;
	readonly minutesInvoiced: number;
	readonly nonChargeableMinutes: number;
	readonly fixedMinutes: number;
	readonly totalAmount: number;
	readonly amountToBeInvoiced: number;
	readonly amountInvoiced: number;
}

/** What some minutes cost at an hourly rate, in whole cents, halves away from zero. */
export function charge(minutes: number, rate: number): number {
	return fromUnits(divide(BigInt(minutes) * units(rate, 2), 60n), 2);
}

/**
 * The totals of a task by Xero's page on tasks: TIME is charged by the minute, of which some may be invoiced; FIXED costs its rate,
 * whatever was logged; NON_CHARGEABLE costs nothing.
 */
export function taskTotals({ chargeType, rate, status }: TaskRow, entries: readonly TimeEntryRow[]): TaskTotals {
	const minutes = (of: readonly TimeEntryRow[]): number => of.reduce((all, { duration }) => all + duration, 0);
	const totalMinutes = minutes(entries);
	const invoiced = minutes(entries.filter((entry) => entry.status === 'INVOICED'));
	const none = { minutesToBeInvoiced: 0, minutesInvoiced: 0, nonChargeableMinutes: 0, fixedMinutes: 0 };
	switch (chargeType) {
		case 'TIME':
			return {
				...{ ...none, totalMinutes, minutesToBeInvoiced: totalMinutes - invoiced, minutesInvoiced: invoiced },
				totalAmount: charge(totalMinutes, rate),
				amountToBeInvoiced: charge(totalMinutes - invoiced, rate),
				amountInvoiced: charge(invoiced, rate),
			};
		case 'FIXED': {
			const amounts = status === 'INVOICED' ? [0, rate] : [rate, 0];
			const [amountToBeInvoiced = 0, amountInvoiced = 0] = amounts;
			return { ...none, totalMinutes, fixedMinutes: totalMinutes, totalAmount: rate, amountToBeInvoiced, amountInvoiced };
		}
		case 'NON_CHARGEABLE':
			return {
				...none,
				totalMinutes,
				nonChargeableMinutes: totalMinutes,
				totalAmount: 0,
				amountToBeInvoiced: 0,
				amountInvoiced: 0,
			};
	}
}

/** The totals of a project: those of its tasks, added up. */
export function addedUp(tasks: readonly TaskTotals[]): TaskTotals {
	const all = (key: keyof TaskTotals): number => sum(tasks.map((one) => one[key]));
	return {
		totalMinutes: all('totalMinutes'),
		minutesToBeInvoiced: all('minutesToBeInvoiced'),
		minutesInvoiced: all('minutesInvoiced'),
		nonChargeableMinutes: all('nonChargeableMinutes'),
		fixedMinutes: all('fixedMinutes'),
		totalAmount: all('totalAmount'),
		amountToBeInvoiced: all('amountToBeInvoiced'),
		amountInvoiced: all('amountInvoiced'),
	};
}
