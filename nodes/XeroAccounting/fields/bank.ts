import type { Picked } from '../../shared/inputs/locators';
import { locator } from '../../shared/inputs/locators';
import { flag } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';

/** A bank or credit card account of the organisation. */
export const bankAccount = (name = 'Bank Account'): Field<Picked> =>
	locator(name, 'bankAccount', { id: 'AccountID', code: 'Code' }, { modes: { code: { placeholder: 'e.g. 090' } } });

/** A yes or no as a condition of Xero's where. */
export const isTrue = (name: string, property: string, description: string): Field<boolean> => ({
	...flag(name, description),
	where: (value) => `${property}==${value}`,
});
