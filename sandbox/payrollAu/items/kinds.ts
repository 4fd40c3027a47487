import type { Table } from '../../accounting/book/table';
import type { Office } from '../office';
import type { ItemRow } from '../rows';

/** One of the four lists of pay items. */
export interface ItemKind {
	/** Its name in a body, of its schema, and of its id. */
	readonly list: string;
	readonly schema: string;
	readonly id: string;
	/** As sentences call one. */
	readonly word: string;
	/** Whether it is booked to an account. */
	readonly account: boolean;
	table(office: Office): Pick<Table<ItemRow>, 'get' | 'put' | 'remove' | 'values'>;
}

/** The table of a kind, whose rows have what all pay items have. */
const of = (table: unknown): ReturnType<ItemKind['table']> => table as Table<ItemRow>;

/** In the order of Xero's schema. */
export const ITEM_KINDS: readonly ItemKind[] = [
	{
		...{ list: 'EarningsRates', schema: 'EarningsRate', id: 'EarningsRateID', word: 'Earnings rate', account: true },
		table: (office) => of(office.earningsRates),
	},
	{
		...{ list: 'DeductionTypes', schema: 'DeductionType', id: 'DeductionTypeID', word: 'Deduction type', account: true },
		table: (office) => of(office.deductionTypes),
	},
	{
		...{ list: 'LeaveTypes', schema: 'LeaveType', id: 'LeaveTypeID', word: 'Leave type', account: false },
		table: (office) => of(office.leaveTypes),
	},
	{
		...{ list: 'ReimbursementTypes', schema: 'ReimbursementType', id: 'ReimbursementTypeID', word: 'Reimbursement type' },
		...{ account: true, table: (office: Office) => of(office.reimbursementTypes) },
	},
];
