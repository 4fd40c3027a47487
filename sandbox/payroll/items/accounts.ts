import type { Body } from '../../accounting/resource/replies';
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
	const same = (one: Body, key: string): boolean => String(one[key]).toLowerCase() === id;
	if (office.accounts.some((one) => same(one, 'accountID'))) return;
	const found = chart().find((one) => same(one, 'AccountID'));
	if (!found) reading.fail(name, 'The account could not be found.');
	else if (found.Class !== wanted)
		reading.fail(name, `The account must be ${wanted === 'EXPENSE' ? 'an expense' : 'a liability'} account.`);
}
