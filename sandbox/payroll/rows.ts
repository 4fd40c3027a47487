/** What payroll keeps, by Xero's field names. Days are `YYYY-MM-DD`, moments ISO in UTC without a zone, amounts in the organisation's currency. */
import type { Body } from '../accounting/resource/replies';

/** The fields of an employee that are written with it. */
export interface Profile {
	firstName: string;
	lastName: string;
	dateOfBirth: string;
	endDate?: string;
	gender?: string;
	[field: string]: unknown;
}

export interface Employment {
	payrollCalendarID: string;
	startDate: string;
	engagementType?: string;
	fixedTermEndDate?: string;
	niCategories?: Array<{ niCategory: string; workplacePostcode?: string; dateFirstEmployedAsCivilian?: string }>;
	[field: string]: unknown;
}

export interface BankAccount {
	accountName: string;
	accountNumber: string;
	sortCode?: string;
	calculationType?: string;
	dollarAmount?: number;
	[field: string]: unknown;
}

export interface PaymentMethod {
	paymentMethod?: string;
	bankAccounts?: BankAccount[];
}

export interface EmployeeRow {
	employeeID: string;
	profile: Profile;
	employment?: Employment;
	tax?: Body;
	payment?: PaymentMethod;
	/** A list in New Zealand, one object in the United Kingdom. */
	opening?: Body | Body[];
	leaveSetup?: Body;
	createdDateUTC: string;
	updatedDateUTC: string;
}

export interface CalendarRow {
	payrollCalendarID: string;
	name: string;
	calendarType: string;
	/** Of the period that is paid next. */
	periodStartDate: string;
	periodEndDate: string;
	paymentDate: string;
	updatedDateUTC: string;
}

export interface SalaryRow {
	salaryAndWagesID: string;
	employeeID: string;
	earningsRateID: string;
	numberOfUnitsPerWeek: number;
	numberOfUnitsPerDay?: number;
	ratePerUnit?: number;
	effectiveFrom: string;
	annualSalary: number;
	status: string;
	paymentType: string;
	daysPerWeek?: number;
	workPatternType?: string;
}

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export interface PatternRow {
	payeeWorkingPatternID: string;
	employeeID: string;
	effectiveFrom: string;
	/** Hours of each day. */
	workingWeeks: ReadonlyArray<Readonly<Record<(typeof WEEKDAYS)[number], number>>>;
}

export interface TemplateRow {
	payTemplateEarningID: string;
	employeeID: string;
	earningsRateID: string;
	name: string;
	ratePerUnit?: number;
	numberOfUnits?: number;
	fixedAmount?: number;
}

export interface EarningsRateRow {
	earningsRateID: string;
	name: string;
	earningsType: string;
	rateType: string;
	typeOfUnits: string;
	currentRecord: boolean;
	expenseAccountID: string;
	ratePerUnit?: number;
	multipleOfOrdinaryEarningsRate?: number;
	fixedAmount?: number;
}

export interface LeaveTypeRow {
	leaveTypeID: string;
	name: string;
	isPaidLeave: boolean;
	showOnPayslip: boolean;
	updatedDateUTC: string;
	isActive: boolean;
	typeOfUnits?: string;
	typeOfUnitsToAccrue?: string;
	isStatutoryLeave?: boolean;
}

/** A leave type that an employee has. */
export interface EmployeeLeaveTypeRow {
	employeeID: string;
	leaveTypeID: string;
	scheduleOfAccrual: string;
	openingBalance?: number;
	[field: string]: unknown;
}

export interface LeavePeriod {
	periodStartDate: string;
	periodEndDate: string;
	numberOfUnits: number;
}

export interface LeaveRow {
	leaveID: string;
	employeeID: string;
	leaveTypeID: string;
	description: string;
	startDate: string;
	endDate: string;
	periods: readonly LeavePeriod[];
	updatedDateUTC: string;
}

export interface StatutoryLeaveRow {
	statutoryLeaveID: string;
	employeeID: string;
	leaveTypeID: string;
	startDate: string;
	endDate: string;
	workPattern: readonly string[];
	isPregnancyRelated: boolean;
	sufficientNotice: boolean;
	isEntitled: boolean;
	entitlementWeeksRequested: number;
	entitlementWeeksQualified: number;
	entitlementWeeksRemaining: number;
	overlapsWithOtherLeave: boolean;
	entitlementFailureReasons: readonly string[];
}

export interface TimesheetLine {
	timesheetLineID: string;
	date: string;
	earningsRateID: string;
	trackingItemID?: string;
	/** In Australia also 0, on a day of a line of 1.0 without hours. */
	numberOfUnits: number;
	/** In Australia, which line of 1.0 it is a day of; none for a line of its own. */
	line?: number;
}

export interface TimesheetRow {
	timesheetID: string;
	payrollCalendarID: string;
	employeeID: string;
	startDate: string;
	endDate: string;
	status: 'Draft' | 'Approved' | 'Completed' | 'Requested' | 'Rejected';
	timesheetLines: readonly TimesheetLine[];
	updatedDateUTC: string;
}

export interface PayRunRow {
	payRunID: string;
	payrollCalendarID: string;
	calendarType: string;
	periodStartDate: string;
	periodEndDate: string;
	paymentDate: string;
	payRunStatus: 'Draft' | 'Posted';
	payRunType: string;
	postedDateTime?: string;
}

/** One line of any list of a payslip. */
export interface PayLine {
	amount?: number;
	numberOfUnits?: number;
	ratePerUnit?: number;
	fixedAmount?: number;
	percentage?: number;
	manualAdjustment?: boolean;
	[field: string]: unknown;
}

/** Names of the lists of lines. */
export type Lines = Readonly<Record<string, readonly PayLine[]>>;

export interface PaySlipRow {
	paySlipID: string;
	employeeID: string;
	payRunID: string;
	lastEdited: string;
	firstName: string;
	lastName: string;
	paymentMethod?: string;
	lines: Lines;
	/** `totalEarnings` and so on, which follow from the lines. */
	totals: Readonly<Record<string, number>>;
	taxSettings?: Body;
	grossEarningsHistory?: Body;
}

/** A pay item that nothing is reckoned with: deductions, benefits, reimbursements, statutory deductions. */
export type ItemRow = Body & { currentRecord?: boolean };
