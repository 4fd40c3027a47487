/** What the payroll of Australia keeps, by Xero's field names. Days are `YYYY-MM-DD`, moments ISO in UTC without a zone, amounts in dollars. */

/** What every record has beside the fields that are named here: all that Xero's schema knows of it. */
interface Fields {
	UpdatedDateUTC: string;
	[field: string]: unknown;
}

/** A line of a pay template, of opening balances or of a payslip. */
export interface Line {
	Amount?: number;
	FixedAmount?: number;
	RatePerUnit?: number;
	NumberOfUnits?: number;
	Percentage?: number;
	[field: string]: unknown;
}

export interface BankAccount {
	BSB?: string;
	AccountNumber?: string;
	Remainder?: boolean;
	Amount?: number;
	[field: string]: unknown;
}

export interface SuperMembership {
	SuperMembershipID: string;
	SuperFundID: string;
	EmployeeNumber: string;
}

export interface PayTemplate {
	EarningsLines?: Line[];
	DeductionLines?: Line[];
	SuperLines?: Line[];
	ReimbursementLines?: Line[];
	LeaveLines?: Line[];
}

export interface OpeningBalances extends PayTemplate {
	OpeningBalanceDate?: string;
	Tax?: string;
	PaidLeaveEarningsLines?: Line[];
}

export interface EmployeeRow extends Fields {
	EmployeeID: string;
	FirstName: string;
	LastName: string;
	DateOfBirth: string;
	Status: 'ACTIVE' | 'TERMINATED';
	StartDate?: string;
	TerminationDate?: string;
	TerminationReason?: string;
	OrdinaryEarningsRateID?: string;
	PayrollCalendarID?: string;
	EmployeeGroupName?: string;
	TaxDeclaration?: Record<string, unknown>;
	BankAccounts: BankAccount[];
	PayTemplate: PayTemplate;
	OpeningBalances: OpeningBalances;
	SuperMemberships: SuperMembership[];
}

export interface CalendarRow extends Fields {
	PayrollCalendarID: string;
	Name: string;
	CalendarType: string;
	/** First day of the period that is paid next, and its payday. */
	StartDate: string;
	PaymentDate: string;
	ReferenceDate?: string;
}

/** Every pay item has these; which ID it has says what it is. */
export interface ItemRow extends Fields {
	Name: string;
	CurrentRecord: boolean;
	/** Made by Xero itself, and kept when it is not sent back. */
	own?: boolean;
}

export interface EarningsRateRow extends ItemRow {
	EarningsRateID: string;
	EarningsType: string;
	RateType: string;
	AccountCode: string;
	TypeOfUnits?: string;
	RatePerUnit?: string;
	Multiplier?: number;
	Amount?: number;
	IsExemptFromTax?: boolean;
	IsExemptFromSuper?: boolean;
	IsQualifyingEarnings: boolean;
}

export interface DeductionTypeRow extends ItemRow {
	DeductionTypeID: string;
	AccountCode: string;
	ReducesTax?: boolean;
}

export interface LeaveTypeRow extends ItemRow {
	LeaveTypeID: string;
	TypeOfUnits: string;
	IsPaidLeave: boolean;
}

export interface ReimbursementTypeRow extends ItemRow {
	ReimbursementTypeID: string;
	AccountCode: string;
}

export interface LeavePeriod {
	PayPeriodStartDate: string;
	PayPeriodEndDate: string;
	LeavePeriodStatus: 'SCHEDULED' | 'PROCESSED' | 'REQUESTED' | 'REJECTED';
	NumberOfUnits: number;
}

export interface LeaveRow extends Fields {
	LeaveApplicationID: string;
	/** The ID it had while it was requested. */
	requestID?: string;
	EmployeeID: string;
	LeaveTypeID: string;
	Title: string;
	Description?: string;
	StartDate: string;
	EndDate: string;
	PayOutType: 'DEFAULT' | 'CASHED_OUT';
	LeavePeriods: readonly LeavePeriod[];
}

export interface PayRunRow extends Fields {
	PayRunID: string;
	PayrollCalendarID: string;
	/** Of its calendar. */
	calendarType: string;
	scheduled: boolean;
	PayRunPeriodStartDate: string;
	PayRunPeriodEndDate: string;
	PaymentDate: string;
	PayRunStatus: 'DRAFT' | 'POSTED';
	PayslipMessage?: string;
}

/** The lists of lines of a payslip, in the order of Xero's schema. */
export const LISTS = [
	'EarningsLines',
	'LeaveEarningsLines',
	'TimesheetEarningsLines',
	'DeductionLines',
	'LeaveAccrualLines',
	'ReimbursementLines',
	'SuperannuationLines',
	'TaxLines',
] as const;
export type Lines = Readonly<Record<(typeof LISTS)[number], readonly Line[]>>;

export interface PayslipRow extends Fields {
	PayslipID: string;
	PayRunID: string;
	EmployeeID: string;
	FirstName: string;
	LastName: string;
	EmployeeGroup?: string;
	lines: Lines;
}

export interface SuperFundRow extends Fields {
	SuperFundID: string;
	Type: 'REGULATED' | 'SMSF';
}
