import { group } from '../../shared/inputs/collections';
import { choice, date, number } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';

const amount = (name: string, description?: string): Field<number> =>
	number(name, { min: 0, blank: '', ...(description === undefined ? {} : { description }) });

/** How an asset, or every asset of a type, loses its value. */
export const depreciationSetting = group('Depreciation', {
	depreciationMethod: choice('Method', [
		['NoDepreciation', 'No Depreciation'],
		['StraightLine', 'Straight Line'],
		['DiminishingValue100', 'Diminishing Value'],
		['DiminishingValue150', 'Diminishing Value (150%)'],
		['DiminishingValue200', 'Diminishing Value (200%)'],
		['FullDepreciation', 'Full Depreciation at Purchase'],
	]),
	averagingMethod: choice('Averaging', [
		['FullMonth', 'Full Month'],
		['ActualDays', 'Actual Days'],
	]),
	depreciationCalculationMethod: choice('Calculated By', [
		['Rate', 'Rate'],
		['Life', 'Effective Life'],
		['None', 'None'],
	]),
	depreciationRate: amount('Rate (%)', 'Percent a year, when it is calculated by rate'),
	effectiveLifeYears: number('Effective Life (Years)', { min: 0, whole: true, blank: '' }),
});

/** What an asset is worth to begin with. */
export const depreciationDetail = group('Book Value', {
	depreciationStartDate: date('Depreciation Start Date'),
	costLimit: amount('Cost Limit', 'The value to depreciate, when it is less than the cost'),
	residualValue: amount('Residual Value', 'What is left once it is fully depreciated'),
	priorAccumDepreciationAmount: amount('Prior Accumulated Depreciation', 'Before the current financial year'),
	currentAccumDepreciationAmount: amount('Current Accumulated Depreciation', 'In the current financial year'),
});
