import type { Call } from '../office';
import type { Reading } from '../wire/input';

/** Complains of an account that neither the books nor the settings of payroll have, or that is of another class. */
export function checkAccount(
	{ office, chart }: Call,
	reading: Reading,
	name: string,
	id: unknown,
	wanted: 'EXPENSE' | 'LIABILITY',
): void {
	if (id === undefined) return;
	const found = chart().find(({ AccountID }) => String(AccountID).toLowerCase() === id);
	// The chart does not have every account of the settings.
	if (!found && office.accounts.some(({ accountID }) => accountID === id)) return;
	if (!found) reading.fail(name, 'The account could not be found.');
	else if (found.Class !== wanted)
		reading.fail(name, `The account must be ${wanted === 'EXPENSE' ? 'an expense' : 'a liability'} account.`);
}
