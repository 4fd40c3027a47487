// Inputs of what is owed, as the folds take them.

import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/inputs/locators';
import { decimalOf } from '../../shared/model/decimal';
import { objectsIn } from '../../shared/model/values';
import type { Buckets } from '../folds/aging';
import type { GivenRate } from '../folds/asOfRates';

type Given = Readonly<Record<string, unknown>>;

/** Contacts that one call can ask for; of more all are read. */
export const CONTACTS_AT_ONCE = 20;

/** What rows of pickers pick; null where there are no rows, which means all. */
export function pickedIn(rows: unknown, name: string): readonly Picked[] | null {
	const picked = objectsIn(rows).flatMap((row) => (row[name] === undefined ? [] : [row[name] as unknown as Picked]));
	return picked.length > 0 ? picked : null;
}

const numberIn = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** How the report is cut; 30 days three times unless said, or three months. */
export function bucketsOf({ bucketUnit, bucketLength, bucketCount, reportDateIsCurrent }: Given): Buckets {
	const unit = bucketUnit === 'months' ? 'months' : 'days';
	return {
		unit,
		length: numberIn(bucketLength, unit === 'months' ? 1 : 30),
		count: numberIn(bucketCount, 3),
		reportDateIsCurrent: reportDateIsCurrent !== false,
	};
}

function rateIn({ currency, rate, date }: IDataObject): GivenRate[] {
	const units = decimalOf(rate);
	if (currency === undefined || units === undefined) return [];
	return [
		{ currency: (currency as unknown as Picked).value.toUpperCase(), rate: units, ...(typeof date === 'string' ? { date } : {}) },
	];
}

/** Rates that people give; rows without a currency or a rate are refused before. */
export const ratesOf = (rows: unknown): GivenRate[] => objectsIn(rows).flatMap(rateIn);
