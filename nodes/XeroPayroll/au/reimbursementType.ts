import { text } from '../../shared/inputs/scalars';
import { REIMBURSEMENT_TYPE } from './payItems/lists';
import { accountCode, payItemKind } from './payItems/payItemKind';

export const reimbursementTypeFields = {
	Name: text('Name', { min: 1, max: 100 }),
	AccountCode: accountCode(),
};

export const reimbursementType = payItemKind({
	kind: REIMBURSEMENT_TYPE,
	name: 'Reimbursement Type',
	plural: 'Reimbursement Types',
	description: 'What employees are paid back, such as travel',
	fields: reimbursementTypeFields,
	required: ['Name', 'AccountCode'],
	shows: 'AccountCode',
	placeholder: 'e.g. Travel',
});
