import { calendarDate } from '../accounting/values/dates';
import { isGuid } from '../accounting/resource/input';
import { addMonths } from '../accounting/values/calendar';
import { query } from '../accounting/resource/request';
import type { SandboxRequest } from '../route';
import { invalid } from './problems';

const pascal = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

/** A date as `YYYY-MM-DD` and nothing else. @throws 400 "Invalid BalanceDate: '2020-01'" */
export function dayOf(request: SandboxRequest, name: string): string | undefined {
	const value = query(request, name)?.trim();
	if (value === undefined) return undefined;
	if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || calendarDate(value) === undefined)
		throw invalid(`Invalid ${pascal(name)}: '${value}'`);
	return value;
}

/** The days of a report: up to today, from the date of twelve months before the end, unless others are asked for. @throws 400 */
export function rangeOf(request: SandboxRequest, today: string): { from: string; to: string } {
	const to = dayOf(request, 'endDate') ?? today;
	const from = dayOf(request, 'startDate') ?? addMonths(to, -12);
	if (from > to) throw invalid(`Invalid StartDate: '${from}' is after EndDate '${to}'`);
	return { from, to };
}

/** @throws 400 */
export function flagOf(request: SandboxRequest, name: string, otherwise: boolean): boolean {
	const value = query(request, name)?.trim().toLowerCase();
	if (value === undefined) return otherwise;
	if (value !== 'true' && value !== 'false') throw invalid(`Invalid ${pascal(name)}: '${value}'`);
	return value === 'true';
}

/** The ids of a comma-separated parameter in lower case. @throws 400 */
export function idsOf(request: SandboxRequest, name: string): ReadonlySet<string> | undefined {
	const entries = query(request, name)
		?.split(',')
		.map((entry) => entry.trim().toLowerCase())
		.filter((entry) => entry !== '');
	for (const entry of entries ?? []) if (!isGuid(entry)) throw invalid(`Invalid ${pascal(name)}: '${entry}'`);
	return entries && new Set(entries);
}
