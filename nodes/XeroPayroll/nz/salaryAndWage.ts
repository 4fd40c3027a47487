import { choice } from '../../shared/inputs/scalars';
import { amount, inWords } from '../builders/inputs';
import { salaryAndWage as salaryAndWageOf } from '../builders/salaryAndWage';

export const salaryAndWage = salaryAndWageOf(
	['paymentType', 'earningsRateID', 'effectiveFrom', 'numberOfUnitsPerWeek', 'numberOfUnitsPerDay'],
	{
		daysPerWeek: amount('Days per Week', { max: 7 }),
		workPatternType: choice('Work Pattern Type', inWords(['DaysAndHours', 'RegularWeek'], { DaysAndHours: 'Days and Hours' })),
	},
	['numberOfUnitsPerWeek', 'workPatternType'],
);
