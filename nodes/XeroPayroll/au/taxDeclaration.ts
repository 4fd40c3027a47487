import { group } from '../../shared/inputs/collections';
import { choice, flag } from '../../shared/inputs/scalars';
import { inWords, pay, percentage } from '../builders/inputs';
import { personal, secretNumber } from '../builders/personalData';

const yes = (name: string, description: string) => personal(flag(name, description));

const debt = (name: string, of: string) => yes(name, `Whether the employee has ${of} to repay`);

/** What an employee declares to the tax office; only what is added is sent. */
export const taxDeclaration = personal(
	group(
		'Tax Declaration',
		{ TaxFileNumber: secretNumber('Tax File Number', /^\d{8,9}$/, 'is not a number of 8 or 9 digits') },
		{
			folded: {
				ABN: secretNumber('ABN', /^\d{11}$/, 'is not a number of 11 digits'),
				ApprovedWithholdingVariationPercentage: personal(percentage('Approved Withholding Variation (%)')),
				AustralianResidentForTaxPurposes: yes('Australian Resident', 'Whether the employee is a resident for tax purposes'),
				EligibleToReceiveLeaveLoading: yes('Eligible for Leave Loading', 'Whether the employee gets leave loading'),
				EmploymentBasis: personal(
					choice(
						'Employment Basis',
						inWords(['FULLTIME', 'PARTTIME', 'CASUAL', 'LABOURHIRE', 'NONEMPLOYEE', 'SUPERINCOMESTREAM'], {
							FULLTIME: 'Full Time',
							PARTTIME: 'Part Time',
							CASUAL: 'Casual',
							LABOURHIRE: 'Labour Hire',
							NONEMPLOYEE: 'Non-Employee',
							SUPERINCOMESTREAM: 'Super Income Stream',
						}),
					),
				),
				HasHELPDebt: debt('Has HELP Debt', 'a HELP debt'),
				HasLoanOrStudentDebt: debt('Has Loan or Student Debt', 'a study or training loan'),
				HasSFSSDebt: debt('Has SFSS Debt', 'an SFSS debt'),
				HasStudentStartupLoan: debt('Has Student Start-Up Loan', 'a student start-up loan'),
				HasTradeSupportLoanDebt: debt('Has Trade Support Loan Debt', 'a trade support loan'),
				IncludeLeaveLoadingInQualifyingEarnings: yes(
					'Include Leave Loading in Qualifying Earnings',
					'Whether super is paid on leave loading',
				),
				ResidencyStatus: personal(
					choice(
						'Residency Status',
						inWords(['AUSTRALIANRESIDENT', 'FOREIGNRESIDENT', 'WORKINGHOLIDAYMAKER'], {
							AUSTRALIANRESIDENT: 'Australian Resident',
							FOREIGNRESIDENT: 'Foreign Resident',
							WORKINGHOLIDAYMAKER: 'Working Holiday Maker',
						}),
					),
				),
				SeniorMaritalStatus: personal(
					choice(
						'Senior Marital Status',
						inWords(['SINGLE', 'MEMBEROFCOUPLE', 'MEMBEROFILLNESSSEPARATEDCOUPLE'], {
							SINGLE: 'Single',
							MEMBEROFCOUPLE: 'Member of a Couple',
							MEMBEROFILLNESSSEPARATEDCOUPLE: 'Member of an Illness-Separated Couple',
						}),
					),
				),
				TaxFreeThresholdClaimed: yes('Tax-Free Threshold Claimed', 'Whether the employee claims the tax-free threshold'),
				TaxOffsetEstimatedAmount: pay('Tax Offset'),
				TaxScaleType: personal(
					choice(
						'Tax Scale',
						inWords(
							[
								...['REGULAR', 'ACTORSARTISTSENTERTAINERS', 'FOREIGN', 'HORTICULTURISTORSHEARER', 'SENIORORPENSIONER'],
								'WORKINGHOLIDAYMAKER',
							],
							{
								REGULAR: 'Regular',
								ACTORSARTISTSENTERTAINERS: 'Actors, Artists, Entertainers',
								FOREIGN: 'Foreign',
								HORTICULTURISTORSHEARER: 'Horticulturist or Shearer',
								SENIORORPENSIONER: 'Senior or Pensioner',
								WORKINGHOLIDAYMAKER: 'Working Holiday Maker',
							},
						),
					),
				),
				TFNExemptionType: personal(
					choice(
						'TFN Exemption',
						inWords(['NOTQUOTED', 'PENDING', 'PENSIONER', 'UNDER18'], {
							NOTQUOTED: 'Not Quoted',
							PENDING: 'Pending',
							PENSIONER: 'Pensioner',
							UNDER18: 'Under 18',
						}),
					),
				),
				UpwardVariationTaxWithholdingAmount: pay('Upward Variation', { description: 'Tax withheld besides, of each pay' }),
				WorkCondition: personal(
					choice(
						'Work Condition',
						inWords(['NONE', 'PROMOTIONAL', 'THREELESSPERFORMANCESPERWEEK'], {
							NONE: 'None',
							PROMOTIONAL: 'Promotional',
							THREELESSPERFORMANCESPERWEEK: 'Three or Fewer Performances a Week',
						}),
					),
				),
			},
		},
	),
);
