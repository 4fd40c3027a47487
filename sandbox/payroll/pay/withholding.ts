import { rounded } from '../../accounting/values/decimal';
import type { Office } from '../office';
import type { EmployeeRow, Lines, PayLine, PayRunRow } from '../rows';
import { PERIODS_A_YEAR } from './weeklyPay';

/*
 * What is taken off and put on top of pay. The rates are made up in the manner of each country's law and flat, so that anybody can check
 * a payslip by hand; they are no tax tables.
 */
const NZ = { paye: 17.55, esct: 17.5 };
const UK = { free: 242, paye: 20, ni: 8, employerFree: 96, employerNi: 15, pension: 5, employerPension: 3 };

const share = (amount: number, percent: number): number => rounded((Math.max(amount, 0) * percent) / 100, 2);

/** A line of tax that Xero works out. */
function taxLine(office: Office, description: string, amount: number, more: PayLine = {}): PayLine {
	return { taxLineID: office.newId(), description, amount, manualAdjustment: false, ...more };
}

/** Tax, KiwiSaver and the tax on the employer's part of it, which is paid out of that part. */
function newZealand(office: Office, { tax = {} }: EmployeeRow, gross: number): Lines {
	const saves = tax.kiwiSaverContributions === 'MakeContributions';
	const percent = (name: string): number => Number(tax[name] ?? 3);
	const own = saves ? share(gross, percent('kiwiSaverEmployeeContributionRatePercentage')) : 0;
	const employerPercent = percent('kiwiSaverEmployerContributionRatePercentage');
	const employer = saves ? share(gross, employerPercent) : 0;
	const fund = office.benefits.values().find(({ category }) => category === 'KiwiSaver');
	const deduction = office.statutoryDeductions.values().find(({ statutoryDeductionCategory: kind }) => kind === 'KiwiSaver');
	return {
		employeeTaxLines: [taxLine(office, 'PAYE', share(gross, NZ.paye), { globalTaxTypeID: '11' })],
		statutoryDeductionLines: own > 0 ? [{ statutoryDeductionTypeID: deduction?.id, amount: own, manualAdjustment: false }] : [],
		superannuationLines:
			employer > 0
				? [
						{
							superannuationTypeID: fund?.id,
							displayName: fund?.name,
							amount: employer,
							percentage: employerPercent,
							manualAdjustment: false,
						},
					]
				: [],
		employerTaxLines:
			employer > 0
				? [taxLine(office, 'ESCT', share(employer, Number(tax.esctRatePercentage ?? NZ.esct)), { globalTaxTypeID: '12' })]
				: [],
	};
}

/** Tax, national insurance of both sides, and the workplace pension. */
function unitedKingdom(office: Office, gross: number, weeks: number): Lines {
	const pension = office.benefits.values().find(({ category }) => category === 'StakeholderPension');
	const deduction = office.deductions.values().find(({ isPension }) => isPension === true);
	return {
		employeeTaxLines: [
			taxLine(office, 'PAYE', share(gross - UK.free * weeks, UK.paye), { globalTaxTypeID: '1', isEmployerTax: false }),
			taxLine(office, 'Employee National Insurance Contribution', share(gross - UK.free * weeks, UK.ni), {
				globalTaxTypeID: '2',
				isEmployerTax: false,
			}),
		],
		employerTaxLines: [
			taxLine(office, 'Employer National Insurance Contribution', share(gross - UK.employerFree * weeks, UK.employerNi), {
				globalTaxTypeID: '3',
				isEmployerTax: true,
			}),
		],
		deductionLines: deduction
			? [
					{
						deductionTypeID: deduction.deductionId,
						amount: share(gross, UK.pension),
						subjectToTax: false,
						percentage: UK.pension,
					},
				]
			: [],
		benefitLines: pension
			? [
					{
						benefitTypeID: pension.id,
						displayName: pension.name,
						amount: share(gross, UK.employerPension),
						percentage: UK.employerPension,
					},
				]
			: [],
	};
}

/** What is taken off and put on top of the gross pay of a period. */
export function withholding(office: Office, employee: EmployeeRow, run: PayRunRow, gross: number): Lines {
	if (office.region.key === 'nz') return newZealand(office, employee, gross);
	return unitedKingdom(office, gross, 52 / (PERIODS_A_YEAR[run.calendarType] ?? 52));
}
