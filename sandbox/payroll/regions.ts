import { description, type Description } from './wire/description';

/** What differs between the payrolls of two countries beside their schemas. */
export interface Region {
	readonly key: 'nz' | 'uk';
	readonly name: string;
	/** ISO 3166, of the organisations it is for. */
	readonly countryCode: string;
	readonly description: Description;
	/** What is taken without although the schema requires it, by schema. */
	readonly free: Readonly<Record<string, readonly string[]>>;
	/** Whether the list of employees leaves out those whose employment has ended. */
	readonly hidesEnded: boolean;
	/** Digits of an account number and of a sort code. */
	readonly account: RegExp;
	readonly sortCode: RegExp;
	/** Whether a leave setup comes before any leave. */
	readonly leaveSetup: boolean;
	/** What deletions answer: the wrapper without a record, or no body at all. */
	readonly deleted: 'wrapper' | 'nothing';
	/** What leave periods are while their pay run is not posted, and afterwards. */
	readonly leaveStates: readonly [before: string, after: string];
	/** The employer's contribution: name of the lines of a payslip and of the ID in them. */
	readonly benefit: { readonly schema: string; readonly lines: string; readonly id: string };
}

export const nz: Region = {
	key: 'nz',
	name: 'Payroll NZ',
	countryCode: 'NZ',
	description: description('nz'),
	// Xero's example has null; it is the bank and branch, the first six digits of the account.
	free: { BankAccount: ['sortCode'] },
	hidesEnded: true,
	account: /^\d{15,16}$/,
	sortCode: /^\d{6}$/,
	leaveSetup: true,
	deleted: 'wrapper',
	leaveStates: ['Estimated', 'Estimated'],
	benefit: { schema: 'Benefit', lines: 'superannuationLines', id: 'superannuationTypeID' },
};

export const uk: Region = {
	key: 'uk',
	name: 'Payroll UK',
	countryCode: 'GB',
	description: description('uk'),
	// The schema wants a postcode of every letter; the check is meant for those of freeports and investment zones.
	free: { NICategory: ['workplacePostcode'] },
	hidesEnded: false,
	account: /^\d{8}$/,
	sortCode: /^\d{6}$/,
	leaveSetup: false,
	deleted: 'nothing',
	leaveStates: ['Approved', 'Completed'],
	benefit: { schema: 'Benefit', lines: 'benefitLines', id: 'benefitTypeID' },
};

export const regions: readonly Region[] = [nz, uk];
