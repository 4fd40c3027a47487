import { flag } from '../../shared/fields';
import type { Picked } from '../../shared/pickers';
import { locator } from '../../shared/pickers';
import type { Field } from '../../shared/model';

/** A bank or credit card account of the organisation. */
export const bankAccount = (name = 'Bank Account'): Field<Picked> =>
	locator(name, 'bankAccount', { id: 'AccountID', code: 'Code' }, { modes: { code: { placeholder: 'e.g. 090' } } });

/** A yes or no as a condition of Xero's where. */
export const isTrue = (name: string, property: string, description: string): Field<boolean> => ({
	...flag(name, description),
	clause: (value) => `${property}==${value}`,
});
