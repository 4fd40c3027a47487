import { salaryAndWage as salaryAndWageOf } from '../builders/salaryAndWage';

export const salaryAndWage = salaryAndWageOf(['paymentType', 'earningsRateID', 'effectiveFrom', 'numberOfUnitsPerWeek'], {}, [
	'numberOfUnitsPerWeek',
]);
