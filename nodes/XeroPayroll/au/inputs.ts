import { z } from 'zod';
import { named, record } from '../../shared/inputs/locators';
import type { Picked } from '../../shared/inputs/locators';
import type { Words } from '../../shared/inputs/scalars';
import { json, text } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';

/** Pickers that several resources of Australia share; those of all countries are in builders/inputs. */
export const activeEmployee = named('Employee', 'activeEmployee', {
	modes: { name: { displayName: 'By Name or Email', placeholder: 'e.g. Ana Reyes' } },
});
export const deductionType = named('Deduction Type', 'deductionType', { modes: { name: { placeholder: 'e.g. Union Fees' } } });
export const reimbursementType = named('Reimbursement Type', 'reimbursementType', {
	modes: { name: { placeholder: 'e.g. Travel' } },
});
export const superFund = record('Super Fund', 'superFund');

/** A picked record as a condition; `property` has its ID. */
export const whereIs = (property: string, picker: Field<Picked>): Field<Picked> => ({
	...picker,
	where: ({ value }) => `${property}==guid("${value}")`,
});

/** The code of an account, as pay items and lines have it. */
export const accountCode = (name: string): Field<string> => text(name, { placeholder: 'e.g. 477' });

const LIST_CHECK = z.array(z.record(z.unknown()), {
	invalid_type_error: 'is no list',
	required_error: 'is no list',
});

/** Rows in JSON, for what few people give and what would make the panel long. `like`: one of them. */
export const jsonRows = (name: string, like: string, more: Words = {}): Field<unknown> => {
	const field = json(name, { description: `Rows of JSON, as [${like}]`, ...more });
	return { ...field, ui: { ...field.ui, default: '[]' }, schema: LIST_CHECK, advice: () => `Give rows, as [${like}]` };
};
