import type { SandboxRequest } from '../../route';
import { isGuid } from '../resource/input';
import type { Refusal } from '../resource/replies';
import { invalidParameter, query } from '../resource/request';
import { calendarDate } from '../values/dates';

/** 400 for a parameter that cannot be what it is. */
export function unusable(name: string, value: string, wanted: string): Refusal {
	return invalidParameter(`The ${name} parameter '${value}' is not valid: it must be ${wanted}`);
}

/** A calendar date, undefined when not given. @throws 400 */
export function dayParameter(request: SandboxRequest, name: string): string | undefined {
	const value = query(request, name);
	if (value === undefined) return undefined;
	const day = calendarDate(value.trim());
	if (day === undefined) throw unusable(name, value, 'a date such as 2019-10-31');
	return day;
}

/** A whole number from `low` to `high`. @throws 400 */
export function wholeParameter(request: SandboxRequest, name: string, low: number, high: number): number | undefined {
	const value = query(request, name);
	if (value === undefined) return undefined;
	const whole = Number(value);
	if (!Number.isInteger(whole) || whole < low || whole > high)
		throw unusable(name, value, `a whole number from ${low} to ${high}`);
	return whole;
}

/** One of `choices`, without regard to case. @throws 400 */
function choiceParameter<T extends string>(request: SandboxRequest, name: string, choices: readonly T[]): T | undefined {
	const value = query(request, name);
	if (value === undefined) return undefined;
	const match = choices.find((choice) => choice === value.trim().toUpperCase());
	if (match === undefined) throw unusable(name, value, `one of ${choices.join(', ')}`);
	return match;
}

/** A GUID. @throws 400 */
export function idParameter(request: SandboxRequest, name: string): string | undefined {
	const value = query(request, name);
	if (value === undefined) return undefined;
	if (!isGuid(value.trim())) throw unusable(name, value, 'a Guid');
	return value.trim().toLowerCase();
}

/** `true` or `false`; false when not given. @throws 400 */
export function flagParameter(request: SandboxRequest, name: string): boolean {
	return choiceParameter(request, name, ['TRUE', 'FALSE']) === 'TRUE';
}

/** The months that a timeframe steps: MONTH 1, QUARTER 3, YEAR 12; undefined when not given. @throws 400 */
export function timeframeParameter(request: SandboxRequest): number | undefined {
	const name = choiceParameter(request, 'timeframe', ['MONTH', 'QUARTER', 'YEAR']);
	return name && { MONTH: 1, QUARTER: 3, YEAR: 12 }[name];
}
