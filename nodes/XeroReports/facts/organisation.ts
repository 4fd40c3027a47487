// The organisation as reports go by it: its currency, its zone and its financial year.

import type { IDataObject } from 'n8n-workflow';
import { decimalsOf } from '../../shared/model/currency';
import type { YearEnd } from '../rows/financialYear';

/** Xero's lock dates; '' for one that is not set. */
export interface LockDates {
	/** PeriodLockDate: for everybody but advisers. */
	readonly period: string;
	/** EndOfYearLockDate: for everybody. */
	readonly yearEnd: string;
}

/** What reports ask of GET /Organisation. */
export interface Organisation {
	readonly id: string;
	readonly name: string;
	readonly baseCurrency: string;
	/** Decimals of the base currency: minor units of it are what every amount of the ledger is in. */
	readonly decimals: number;
	/** Windows' name in capitals without spaces, such as NEWZEALANDSTANDARDTIME; '' where Xero does not say it. */
	readonly timezone: string;
	readonly yearEnd: YearEnd;
	/** PAYMENTS, CASH, INVOICE, ACCRUALS, FLATRATECASH …; '' where Xero does not say it. */
	readonly salesTaxBasis: string;
	readonly countryCode: string;
	/** Days until which nothing can be changed, `YYYY-MM-DD`; undefined where none is set. */
	readonly locked?: LockDates;
	/** Xero's ShortCode, by which its pages are found; undefined where Xero does not say it. */
	readonly shortCode?: string;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

/** A number of Xero, or of Xero's texts, within its bounds; `otherwise` where it is none. */
function within(value: unknown, [lowest, highest]: readonly [number, number], otherwise: number): number {
	const given = Number(text(value) || NaN);
	return Number.isInteger(given) && given >= lowest && given <= highest ? given : otherwise;
}

function lockDatesOf(record: IDataObject): LockDates | undefined {
	const [period, yearEnd] = [text(record.PeriodLockDate).slice(0, 10), text(record.EndOfYearLockDate).slice(0, 10)];
	return period === '' && yearEnd === '' ? undefined : { period, yearEnd };
}

/** @param record of GET /Organisation; a year end that Xero leaves out is 31 December */
export function organisationOf(record: IDataObject): Organisation {
	const baseCurrency = text(record.BaseCurrency);
	const locked = lockDatesOf(record);
	return {
		id: text(record.OrganisationID),
		name: text(record.Name),
		baseCurrency,
		decimals: decimalsOf(baseCurrency),
		timezone: text(record.Timezone),
		yearEnd: { day: within(record.FinancialYearEndDay, [0, 31], 31), month: within(record.FinancialYearEndMonth, [1, 12], 12) },
		salesTaxBasis: text(record.SalesTaxBasis),
		countryCode: text(record.CountryCode),
		...(locked ? { locked } : {}),
		...(text(record.ShortCode) === '' ? {} : { shortCode: text(record.ShortCode) }),
	};
}
