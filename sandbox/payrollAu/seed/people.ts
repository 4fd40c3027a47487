import { addDays } from '../../accounting/values/dates';
import type { Office } from '../office';
import type { CalendarRow, EmployeeRow, Line, PayTemplate } from '../rows';

/** A made-up employee: on which calendar, how paid, and what is missing or over. */
interface Person {
	FirstName: string;
	LastName: string;
	calendar?: 'WEEKLY' | 'FORTNIGHTLY' | 'MONTHLY';
	/** A year's salary, or an hour's pay and the hours of a usual period. */
	salary?: number;
	hourly?: readonly [rate: number, hours: number];
	/** The employment ended this many days ago. */
	ended?: number;
	noBankAccount?: true;
}

/** Six people; the names say what each is there for. */
const PEOPLE: readonly Person[] = [
	{ FirstName: 'Matilda', LastName: 'Testcase', calendar: 'WEEKLY', salary: 79_040 },
	{ FirstName: 'Banjo', LastName: 'Example', calendar: 'WEEKLY', hourly: [32.5, 0] },
	{ FirstName: 'Sam', LastName: 'Twosome', calendar: 'FORTNIGHTLY', hourly: [28.5, 76] },
	{ FirstName: 'Sam', LastName: 'Twosome', calendar: 'MONTHLY', salary: 98_800, noBankAccount: true },
	{ FirstName: 'Lee', LastName: 'Formerly', calendar: 'WEEKLY', salary: 59_280, ended: 60 },
	{ FirstName: 'Nova', LastName: 'Newcomer' },
];

/** Number that the tax office gives to nobody: it stands for one that was applied for. */
const TAX_FILE_NUMBER = '111111111';

/** Hours of a full week. */
const WEEK = 38;

function templateOf(office: Office, { salary, hourly }: Person, membership: string): PayTemplate {
	const [ordinary] = office.earningsRates.values();
	const EarningsRateID = ordinary?.EarningsRateID;
	const [union] = office.deductionTypes.values();
	const earnings: Line = hourly
		? { EarningsRateID, CalculationType: 'ENTEREARNINGSRATE', RatePerUnit: hourly[0], NormalNumberOfUnits: hourly[1] }
		: { EarningsRateID, CalculationType: 'ANNUALSALARY', AnnualSalary: salary, NumberOfUnitsPerWeek: WEEK };
	const [annual, personal] = office.leaveTypes.values();
	const accrual = (LeaveTypeID: string | undefined, AnnualNumberOfUnits: number): Line => ({
		...{ LeaveTypeID, CalculationType: 'FIXEDAMOUNTEACHPERIOD', AnnualNumberOfUnits, IsQualifyingEarnings: true },
		EntitlementFinalPayPayoutType: 'NOTPAIDOUT',
	});
	return {
		EarningsLines: [earnings],
		DeductionLines: salary ? [{ DeductionTypeID: union?.DeductionTypeID, CalculationType: 'FIXEDAMOUNT', Amount: 10.5 }] : [],
		SuperLines: [
			{
				...{ SuperMembershipID: membership, ContributionType: 'SGC', CalculationType: 'STATUTORY', MinimumMonthlyEarnings: 0 },
				...{ ExpenseAccountCode: '478', LiabilityAccountCode: '826' },
			},
		],
		ReimbursementLines: [],
		LeaveLines: [accrual(annual?.LeaveTypeID, 152), accrual(personal?.LeaveTypeID, 76)],
	};
}

/** Adds a person with all that belongs to one. */
function addPerson(
	office: Office,
	person: Person,
	at: number,
	calendars: readonly CalendarRow[],
	today: string,
	now: string,
): EmployeeRow {
	const { FirstName, LastName, ended, noBankAccount } = person;
	const calendar = calendars.find(({ CalendarType }) => CalendarType === person.calendar);
	const [ordinary] = office.earningsRates.values();
	const [fund] = office.superFunds.values();
	const [EmployeeID, SuperMembershipID] = [office.newId(), office.newId()];
	const [annual, personal] = office.leaveTypes.values();
	const profile = {
		...{ EmployeeID, FirstName, LastName, DateOfBirth: `19${80 + at}-0${at + 1}-15` },
		...{ Email: `${FirstName}.${LastName}.${at + 1}@example.com`.toLowerCase(), Gender: at % 2 === 0 ? 'F' : 'M' },
		...{ Phone: `00 0000 000${at + 1}`, JobTitle: at % 2 === 0 ? 'Team member' : 'Assistant', UpdatedDateUTC: now },
		HomeAddress: {
			...{ AddressLine1: `${at + 1} Example Street`, City: 'Madeup', Region: 'VIC', PostalCode: '0000', Country: 'AUSTRALIA' },
		},
	};
	if (!calendar)
		return office.employees.put({
			...{ ...profile, Status: 'ACTIVE' as const, BankAccounts: [], PayTemplate: {}, OpeningBalances: {}, SuperMemberships: [] },
		});
	const StartDate = addDays(today, -400 - at);
	const AccountName = `${FirstName.slice(0, 1)} ${LastName}`;
	return office.employees.put({
		...{
			...profile,
			StartDate,
			PayrollCalendarID: calendar.PayrollCalendarID,
			OrdinaryEarningsRateID: ordinary?.EarningsRateID ?? '',
		},
		...{ IsAuthorisedToApproveLeave: at === 0, IsAuthorisedToApproveTimesheets: at === 0, IncomeType: 'SALARYANDWAGES' },
		...(ended === undefined
			? { Status: 'ACTIVE' as const }
			: { Status: 'TERMINATED' as const, TerminationDate: addDays(today, -ended), TerminationReason: 'V' }),
		TaxDeclaration: {
			...{ EmployeeID, EmploymentBasis: 'FULLTIME', TaxFileNumber: TAX_FILE_NUMBER, ResidencyStatus: 'AUSTRALIANRESIDENT' },
			...{ AustralianResidentForTaxPurposes: true, TaxFreeThresholdClaimed: at === 0, HasHELPDebt: false, UpdatedDateUTC: now },
		},
		BankAccounts: noBankAccount
			? []
			: [{ StatementText: 'Wages', AccountName, BSB: '000-000', AccountNumber: `00000000${at + 1}`, Remainder: true }],
		PayTemplate: templateOf(office, person, SuperMembershipID),
		OpeningBalances: {
			...{ OpeningBalanceDate: StartDate, EarningsLines: [], DeductionLines: [], SuperLines: [], ReimbursementLines: [] },
			LeaveLines: [
				{ LeaveTypeID: annual?.LeaveTypeID, NumberOfUnits: 80 },
				{ LeaveTypeID: personal?.LeaveTypeID, NumberOfUnits: 40 },
			],
			PaidLeaveEarningsLines: [],
		},
		SuperMemberships: [{ SuperMembershipID, SuperFundID: fund?.SuperFundID ?? '', EmployeeNumber: String(at + 1) }],
	});
}

/** Adds all six. */
export function addPeople(office: Office, calendars: readonly CalendarRow[], today: string, now: string): EmployeeRow[] {
	return PEOPLE.map((person, at) => addPerson(office, person, at, calendars, today, now));
}
