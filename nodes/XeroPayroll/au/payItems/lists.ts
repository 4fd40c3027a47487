import isEqual from 'lodash/isEqual';
import type { IDataObject } from 'n8n-workflow';
import type { Finding } from '../../../shared/model/findings';
import { folded, isBlank } from '../../../shared/model/sameValue';

/** Names of the four lists, in Xero's order. */
export const LISTS = ['EarningsRates', 'DeductionTypes', 'LeaveTypes', 'ReimbursementTypes'] as const;
export type ListName = (typeof LISTS)[number];

/** One of the four kinds of pay items, and Xero's names of it. */
export interface PayItemKind {
	/** Key of its resource, and what its rows among others are called. */
	readonly key: 'earningsRate' | 'deductionType' | 'leaveType' | 'reimbursementType';
	readonly list: ListName;
	/** Property with its ID. */
	readonly id: string;
	/** 'earnings rate' */
	readonly noun: string;
	/** Properties of which a record has one, by the value of another: figures of a rate by its type. */
	readonly figures?: { readonly by: string; readonly of: Readonly<Record<string, string>> };
	/** What is wrong with a record as it is to be sent. `given`: what an item gives of it. */
	faultOf?(record: IDataObject, given: IDataObject): Omit<Finding, 'items'> | undefined;
}

const FIGURES = { RATEPERUNIT: 'RatePerUnit', MULTIPLE: 'Multiplier', FIXEDAMOUNT: 'Amount' };
const LABELS: Readonly<Record<string, string>> = {
	RatePerUnit: 'Rate per Unit',
	Multiplier: 'Multiplier',
	Amount: 'Fixed Amount',
};

/** A rate has the figure of its type and no other, and what super is not paid on is no qualifying earnings. */
function rateFault(record: IDataObject, given: IDataObject): Omit<Finding, 'items'> | undefined {
	const own = FIGURES[String(record.RateType) as keyof typeof FIGURES];
	const other = Object.values(FIGURES).find((name) => name !== own && !isBlank(given[name]));
	if (own !== undefined && other !== undefined)
		return {
			place: [LABELS[other]!],
			says: 'does not go with the rate type',
			todo: 'Take it away, or choose another Rate Type',
		};
	if (record.RateType === 'MULTIPLE' && isBlank(record.Multiplier))
		return { place: ['Multiplier'], says: 'is missing', todo: 'Such a rate is a multiple of the ordinary one' };
	if (record.IsQualifyingEarnings === true && record.IsExemptFromSuper === true)
		return {
			place: ['Qualifying Earnings'],
			says: 'cannot be on for a rate that is exempt from super',
			todo: 'Switch one of the two off',
		};
	return undefined;
}

export const EARNINGS_RATE: PayItemKind = {
	key: 'earningsRate',
	list: 'EarningsRates',
	id: 'EarningsRateID',
	noun: 'earnings rate',
	figures: { by: 'RateType', of: FIGURES },
	faultOf: rateFault,
};
export const DEDUCTION_TYPE: PayItemKind = {
	key: 'deductionType',
	list: 'DeductionTypes',
	id: 'DeductionTypeID',
	noun: 'deduction type',
};
export const LEAVE_TYPE: PayItemKind = { key: 'leaveType', list: 'LeaveTypes', id: 'LeaveTypeID', noun: 'leave type' };
export const REIMBURSEMENT_TYPE: PayItemKind = {
	key: 'reimbursementType',
	list: 'ReimbursementTypes',
	id: 'ReimbursementTypeID',
	noun: 'reimbursement type',
};
export const KINDS: readonly PayItemKind[] = [EARNINGS_RATE, DEDUCTION_TYPE, LEAVE_TYPE, REIMBURSEMENT_TYPE];

/** The pay items of an organisation: the records of each list; a list that Xero's answer does not have is not known. */
export type PayItems = Readonly<Partial<Record<ListName, readonly IDataObject[]>>>;

export const idOf = ({ id }: Pick<PayItemKind, 'id'>, record: IDataObject): string => String(record[id] ?? '').toLowerCase();

/** What two names are alike by: neither case nor blanks. */
export const nameOf = ({ Name }: IDataObject): string => folded(Name ?? '');

/**
 * Whether two values of a property mean the same: 25 and "25.0000" do, and so do none and an empty text. Two texts are no numbers: the
 * accounts 477 and 0477 are two.
 */
export function isSameValue(one: unknown, other: unknown): boolean {
	if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other);
	if (typeof one === 'number' || typeof other === 'number') return Number(one) === Number(other);
	if (typeof one === 'object' || typeof other === 'object') return isEqual(one, other);
	return folded(one) === folded(other);
}
