import type { Examples } from '../example';
import * as employees from './employees';
import * as journal from './journal';
import * as settings from './settings';

/** Examples of the node for New Zealand, by resource. */
export const examples: Readonly<Record<string, Examples>> = {
	...employees,
	...settings,
	payRun: { ...settings.payRun, ...journal.payRun },
};
