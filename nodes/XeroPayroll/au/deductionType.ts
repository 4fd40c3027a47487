import { choice, flag, text } from '../../shared/inputs/scalars';
import { DEDUCTION_TYPE } from './payItems/lists';
import { accountCode, payItemKind } from './payItems/payItemKind';

export const deductionTypeFields = {
	Name: text('Name', { min: 1, max: 100 }),
	AccountCode: accountCode(),
	DeductionCategory: choice('Deduction Category', [
		['NONE', 'None'],
		['UNIONFEES', 'Union Fees'],
		['WORKPLACEGIVING', 'Workplace Giving'],
	]),
	IsExemptFromW1: flag('Exempt From W1', 'Whether it is left out of W1 on the activity statement'),
	ReducesSuper: flag('Reduces Super', 'Whether it is taken off before super is worked out'),
	ReducesTax: flag('Reduces Tax', 'Whether it is taken off before tax is worked out'),
};

export const deductionType = payItemKind({
	kind: DEDUCTION_TYPE,
	name: 'Deduction Type',
	plural: 'Deduction Types',
	description: 'What is taken off pay, such as union fees',
	fields: deductionTypeFields,
	required: ['Name', 'AccountCode'],
	shows: 'AccountCode',
	placeholder: 'e.g. Union Fees',
});
