import type { Example, Examples } from '../example';
import { byName, fromList } from '../example';
import {
	CALENDAR,
	DEDUCTION,
	EMPLOYEE,
	FUND,
	LEAVE_TYPE,
	MEMBERSHIP,
	MON_2,
	one,
	page,
	RATE,
	REIMBURSEMENT,
	under,
} from './records';

const BORN = '/Date(769132800000+0000)/';
const PATH = '/1.0/Employees';

const ana = {
	...{ EmployeeID: EMPLOYEE, FirstName: 'Ana', LastName: 'Reyes', Status: 'ACTIVE', Email: 'ana@example.com' },
	...{ DateOfBirth: BORN, Gender: 'F', StartDate: MON_2, PayrollCalendarID: CALENDAR, OrdinaryEarningsRateID: RATE },
	UpdatedDateUTC: '/Date(1773104400000+0000)/',
};
const simple = {
	...{ EmployeeID: EMPLOYEE, FirstName: 'Ana', LastName: 'Reyes', Email: 'ana@example.com', Status: 'ACTIVE' },
	...{ StartDate: '2026-03-02', PayrollCalendarID: CALENDAR, OrdinaryEarningsRateID: RATE },
	UpdatedDateUTC: '2026-03-10T01:00:00Z',
};

const list = (filters: Example['parameters'][number], where: string): Example => ({
	parameters: [{ returnAll: true, filters }],
	sends: [{ method: 'GET', path: PATH, query: { where, ...page } }],
});

/** An input filled in and what it becomes in the body of a change. */
const changed = (additionalFields: Example['parameters'][number], body: object): Example => ({
	parameters: [{ EmployeeID: fromList(EMPLOYEE), additionalFields }],
	replies: [under('Employees', ana)],
	sends: [{ method: 'POST', path: `${PATH}/${EMPLOYEE}`, body: [body] }],
	gives: [{ json: simple, pairedItem: one }],
});

export const employee: Examples = {
	create: [
		{
			parameters: [
				{
					...{ FirstName: 'Ana', LastName: 'Reyes', DateOfBirth: '1994-05-17' },
					additionalFields: {
						...{ Title: 'Ms', MiddleNames: 'Maria', Email: 'ana@example.com', Gender: 'F', Phone: '02 5550 1000' },
						...{ Mobile: '0400 000 000', TwitterUserName: 'ana', JobTitle: 'Site Lead', Classification: 'Level 3' },
						...{ StartDate: '2026-03-02', EmployeeGroupName: 'North', IncomeType: 'SALARYANDWAGES', EmploymentType: 'EMPLOYEE' },
						...{ CountryOfResidence: 'nz', IsAuthorisedToApproveLeave: true, IsAuthorisedToApproveTimesheets: false },
						...{ OrdinaryEarningsRateID: fromList(RATE), PayrollCalendarID: fromList(CALENDAR) },
						HomeAddress: {
							values: {
								...{ AddressLine1: '4 Quay Road', AddressLine2: 'Unit 2', City: 'Anytown', Region: 'NSW' },
								...{ PostalCode: '2000', Country: 'AUSTRALIA' },
							},
						},
						BankAccounts: {
							bankAccount: [
								{
									...{ AccountName: 'A Reyes', BSB: '000-000', AccountNumber: '0000 1234', Amount: '100' },
									...{ StatementText: 'Savings' },
								},
								{ AccountName: 'A Reyes', BSB: '000000', AccountNumber: '00005678', Remainder: true, StatementText: 'Wages' },
							],
						},
					},
				},
			],
			replies: [under('Employees', ana)],
			sends: [
				{
					method: 'POST',
					path: PATH,
					body: [
						{
							...{ FirstName: 'Ana', LastName: 'Reyes', DateOfBirth: BORN, Title: 'Ms', MiddleNames: 'Maria' },
							...{ Email: 'ana@example.com', Gender: 'F', Phone: '02 5550 1000', Mobile: '0400 000 000' },
							...{ TwitterUserName: 'ana', JobTitle: 'Site Lead', Classification: 'Level 3', StartDate: MON_2 },
							...{ EmployeeGroupName: 'North', IncomeType: 'SALARYANDWAGES', EmploymentType: 'EMPLOYEE' },
							...{ CountryOfResidence: 'NZ', IsAuthorisedToApproveLeave: true, IsAuthorisedToApproveTimesheets: false },
							...{ OrdinaryEarningsRateID: RATE, PayrollCalendarID: CALENDAR },
							HomeAddress: {
								...{ AddressLine1: '4 Quay Road', AddressLine2: 'Unit 2', City: 'Anytown', Region: 'NSW' },
								...{ PostalCode: '2000', Country: 'AUSTRALIA' },
							},
							BankAccounts: [
								{ AccountName: 'A Reyes', AccountNumber: '00001234', Amount: 100, BSB: '000000', StatementText: 'Savings' },
								{ AccountName: 'A Reyes', AccountNumber: '00005678', BSB: '000000', Remainder: true, StatementText: 'Wages' },
							],
						},
					],
				},
			],
			gives: [{ json: simple, pairedItem: one }],
		},
	],
	update: [
		changed({ MiddleNames: 'Frances' }, { MiddleNames: 'Frances' }),
		changed({ clearFields: ['JobTitle'] }, { JobTitle: '' }),
		changed({ TerminationDate: '2026-03-02', TerminationReason: 'V' }, { TerminationDate: MON_2, TerminationReason: 'V' }),
		changed(
			{
				SuperMemberships: {
					superMembership: [
						{ SuperFundID: fromList(FUND), EmployeeNumber: 'M-77', SuperMembershipID: MEMBERSHIP },
						{ SuperFundID: fromList(FUND), EmployeeNumber: 'M-78' },
					],
				},
			},
			{
				SuperMemberships: [
					{ SuperFundID: FUND, EmployeeNumber: 'M-77', SuperMembershipID: MEMBERSHIP },
					{ SuperFundID: FUND, EmployeeNumber: 'M-78' },
				],
			},
		),
		changed(
			{
				TaxDeclaration: {
					values: {
						TaxFileNumber: '000 000 000',
						additionalFields: {
							...{ ABN: '11 000 000 000', EmploymentBasis: 'FULLTIME', TFNExemptionType: 'NOTQUOTED' },
							...{ AustralianResidentForTaxPurposes: true, ResidencyStatus: 'AUSTRALIANRESIDENT' },
							...{ TaxScaleType: 'SENIORORPENSIONER', WorkCondition: 'NONE', SeniorMaritalStatus: 'SINGLE' },
							...{ TaxFreeThresholdClaimed: true, TaxOffsetEstimatedAmount: '120', HasHELPDebt: false, HasSFSSDebt: false },
							...{ HasTradeSupportLoanDebt: false, HasStudentStartupLoan: false, HasLoanOrStudentDebt: false },
							...{ UpwardVariationTaxWithholdingAmount: '20', ApprovedWithholdingVariationPercentage: '5' },
							...{ EligibleToReceiveLeaveLoading: true, IncludeLeaveLoadingInQualifyingEarnings: true },
						},
					},
				},
			},
			{
				TaxDeclaration: {
					...{ TaxFileNumber: '000000000', ABN: '11000000000', EmploymentBasis: 'FULLTIME', TFNExemptionType: 'NOTQUOTED' },
					...{ AustralianResidentForTaxPurposes: true, ResidencyStatus: 'AUSTRALIANRESIDENT' },
					...{ TaxScaleType: 'SENIORORPENSIONER', WorkCondition: 'NONE', SeniorMaritalStatus: 'SINGLE' },
					...{ TaxFreeThresholdClaimed: true, TaxOffsetEstimatedAmount: 120, HasHELPDebt: false, HasSFSSDebt: false },
					...{ HasTradeSupportLoanDebt: false, HasStudentStartupLoan: false, HasLoanOrStudentDebt: false },
					...{ UpwardVariationTaxWithholdingAmount: 20, ApprovedWithholdingVariationPercentage: 5 },
					...{ EligibleToReceiveLeaveLoading: true, IncludeLeaveLoadingInQualifyingEarnings: true },
				},
			},
		),
		changed(
			{
				PayTemplate: {
					values: {
						EarningsLines: {
							earningsLine: [
								{
									...{ EarningsRateID: fromList(RATE), CalculationType: 'ANNUALSALARY' },
									additionalFields: { AnnualSalary: '62400', NumberOfUnitsPerWeek: '38', NormalNumberOfUnits: '38' },
								},
								{
									...{ EarningsRateID: fromList(RATE), CalculationType: 'ENTEREARNINGSRATE' },
									additionalFields: { RatePerUnit: '31.5', NumberOfUnits: '2', Amount: '63', FixedAmount: '10' },
								},
							],
						},
						DeductionLines: {
							deductionLine: [
								{
									...{ DeductionTypeID: fromList(DEDUCTION), CalculationType: 'POSTTAX' },
									additionalFields: { Amount: '12', Percentage: '1', NumberOfUnits: '1' },
								},
							],
						},
						SuperLines: {
							superLine: [
								{
									...{ SuperMembershipID: MEMBERSHIP, ContributionType: 'SGC', CalculationType: 'STATUTORY' },
									additionalFields: {
										...{ MinimumMonthlyEarnings: '450', ExpenseAccountCode: '478', LiabilityAccountCode: '826' },
										...{ Percentage: '12', Amount: '5' },
									},
								},
							],
						},
						ReimbursementLines: {
							reimbursementLine: [
								{
									...{ ReimbursementTypeID: fromList(REIMBURSEMENT), Amount: '15' },
									additionalFields: { Description: 'Bus pass', ExpenseAccount: '493' },
								},
							],
						},
						LeaveLines: {
							leaveLine: [
								{
									...{ LeaveTypeID: fromList(LEAVE_TYPE), CalculationType: 'FIXEDAMOUNTEACHPERIOD', IsQualifyingEarnings: true },
									additionalFields: {
										...{ EntitlementFinalPayPayoutType: 'PAIDOUT', EmploymentTerminationPaymentType: 'R' },
										...{ IncludeSuperannuationGuaranteeContribution: true, NumberOfUnits: '2.9' },
										...{ AnnualNumberOfUnits: '152', FullTimeNumberOfUnitsPerPeriod: '38' },
									},
								},
							],
						},
					},
				},
			},
			{
				PayTemplate: {
					EarningsLines: [
						{
							...{ EarningsRateID: RATE, CalculationType: 'ANNUALSALARY', AnnualSalary: 62400 },
							...{ NumberOfUnitsPerWeek: 38, NormalNumberOfUnits: 38 },
						},
						{
							...{ EarningsRateID: RATE, CalculationType: 'ENTEREARNINGSRATE', RatePerUnit: 31.5 },
							...{ NumberOfUnits: 2, Amount: 63, FixedAmount: 10 },
						},
					],
					DeductionLines: [
						{ DeductionTypeID: DEDUCTION, CalculationType: 'POSTTAX', Amount: 12, Percentage: 1, NumberOfUnits: 1 },
					],
					SuperLines: [
						{
							...{ SuperMembershipID: MEMBERSHIP, ContributionType: 'SGC', CalculationType: 'STATUTORY' },
							...{ MinimumMonthlyEarnings: 450, ExpenseAccountCode: '478', LiabilityAccountCode: '826' },
							...{ Percentage: 12, Amount: 5 },
						},
					],
					ReimbursementLines: [
						{ ReimbursementTypeID: REIMBURSEMENT, Amount: 15, Description: 'Bus pass', ExpenseAccount: '493' },
					],
					LeaveLines: [
						{
							...{ LeaveTypeID: LEAVE_TYPE, CalculationType: 'FIXEDAMOUNTEACHPERIOD', IsQualifyingEarnings: true },
							...{ EntitlementFinalPayPayoutType: 'PAIDOUT', EmploymentTerminationPaymentType: 'R' },
							...{ IncludeSuperannuationGuaranteeContribution: true, NumberOfUnits: 2.9 },
							...{ AnnualNumberOfUnits: 152, FullTimeNumberOfUnitsPerPeriod: 38 },
						},
					],
				},
			},
		),
		changed(
			{
				OpeningBalances: {
					values: {
						OpeningBalanceDate: '2026-03-02',
						additionalFields: {
							Tax: '480.50',
							EarningsLines: `[{"EarningsRateID": "${RATE}", "Amount": 1000}]`,
							DeductionLines: `[{"DeductionTypeID": "${DEDUCTION}", "Amount": 50}]`,
							SuperLines: `[{"SuperMembershipID": "${MEMBERSHIP}", "ContributionType": "SGC", "Amount": 110}]`,
							ReimbursementLines: `[{"ReimbursementTypeID": "${REIMBURSEMENT}", "Amount": 30}]`,
							LeaveLines: `[{"LeaveTypeID": "${LEAVE_TYPE}", "NumberOfUnits": 20}]`,
							PaidLeaveEarningsLines: `[{"LeaveTypeID": "${LEAVE_TYPE}", "Amount": 300}]`,
						},
					},
				},
			},
			{
				OpeningBalances: {
					...{ OpeningBalanceDate: MON_2, Tax: '480.5' },
					EarningsLines: [{ EarningsRateID: RATE, Amount: 1000 }],
					DeductionLines: [{ DeductionTypeID: DEDUCTION, Amount: 50 }],
					SuperLines: [{ SuperMembershipID: MEMBERSHIP, ContributionType: 'SGC', Amount: 110 }],
					ReimbursementLines: [{ ReimbursementTypeID: REIMBURSEMENT, Amount: 30 }],
					LeaveLines: [{ LeaveTypeID: LEAVE_TYPE, NumberOfUnits: 20 }],
					PaidLeaveEarningsLines: [{ LeaveTypeID: LEAVE_TYPE, Amount: 300 }],
				},
			},
		),
	],
	getAll: [
		list({ Status: 'ACTIVE' }, 'Status=="ACTIVE"'),
		list(
			{ LastName: 'Reyes', PayrollCalendarID: fromList(CALENDAR) },
			`LastName=="Reyes" AND PayrollCalendarID==guid("${CALENDAR}")`,
		),
		list({ Email: 'ana@example.com' }, 'Email=="ana@example.com"'),
		{
			parameters: [{ returnAll: true, filters: { PayrollCalendarID: byName('weekly') } }],
			replies: [under('PayrollCalendars', { PayrollCalendarID: CALENDAR, Name: 'Weekly' }), under('Employees', ana)],
			sends: [
				{ method: 'GET', path: '/1.0/PayrollCalendars', query: page },
				{ method: 'GET', path: PATH, query: { where: `PayrollCalendarID==guid("${CALENDAR}")`, ...page } },
			],
			gives: [{ json: simple, pairedItem: one }],
		},
		{
			parameters: [
				{
					returnAll: true,
					simplify: false,
					filters: {
						...{ fullDetails: true, 'If-Modified-Since': '2026-03-01T00:00:00Z', where: 'Gender=="F"', order: 'LastName' },
					},
				},
			],
			replies: [
				under('Employees', { EmployeeID: EMPLOYEE, FirstName: 'Ana', LastName: 'Reyes' }),
				under('Employees', { ...ana, BankAccounts: [{ AccountName: 'A Reyes', Remainder: true }] }),
			],
			sends: [
				{
					...{ method: 'GET', path: PATH, query: { where: 'Gender=="F"', order: 'LastName', ...page } },
					headers: { 'If-Modified-Since': '2026-03-01T00:00:00' },
				},
				{ method: 'GET', path: `${PATH}/${EMPLOYEE}` },
			],
			gives: [
				{
					json: {
						...simple,
						...{ DateOfBirth: '1994-05-17', Gender: 'F', BankAccounts: [{ AccountName: 'A Reyes', Remainder: true }] },
					},
					pairedItem: one,
				},
			],
		},
	],
};
