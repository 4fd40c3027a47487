import type { AccountClass, OrganisationRow, TaxRateRow } from '../book/rows';

/** What Xero sets up by country: tax rates, the kinds of tax accounts start with, time zone, end of the financial year. */
export interface Country {
	sales: string;
	purchases: string;
	zone: string;
	timezone: string;
	yearEnd: readonly [day: number, month: number];
	tax: string;
	city: string;
	postalCode: string;
	rates: readonly TaxRateRow[];
}

const BALANCE: readonly AccountClass[] = ['ASSET', 'EQUITY', 'LIABILITY'];
const SALES: readonly AccountClass[] = [...BALANCE, 'REVENUE'];
const PURCHASES: readonly AccountClass[] = [...BALANCE, 'EXPENSE'];
const ALL: readonly AccountClass[] = [...BALANCE, 'EXPENSE', 'REVENUE'];

function rate(
	TaxType: string,
	Name: string,
	ReportTaxType: string,
	Rate: number,
	applies: readonly AccountClass[],
	component = 'GST',
): TaxRateRow {
	const TaxComponents = [{ Name: component, Rate, IsCompound: false, IsNonRecoverable: false }];
	return { TaxType, Name, Status: 'ACTIVE', ReportTaxType, EffectiveRate: Rate, TaxComponents, applies, system: true };
}

const NZ: Country = {
	sales: 'OUTPUT2',
	purchases: 'INPUT2',
	zone: 'Pacific/Auckland',
	timezone: 'NEWZEALANDSTANDARDTIME',
	yearEnd: [31, 3],
	tax: '999-000-001',
	city: 'Auckland',
	postalCode: '1010',
	rates: [
		rate('INPUT2', '15% GST on Expenses', 'INPUT', 15, PURCHASES),
		rate('OUTPUT2', '15% GST on Income', 'OUTPUT', 15, SALES),
		rate('GSTONIMPORTS', 'GST on Imports', 'GSTONIMPORTS', 0, ['LIABILITY', 'EXPENSE']),
		rate('NONE', 'No GST', 'NONE', 0, ALL),
		rate('ZERORATED', 'Zero Rated', 'OUTPUT', 0, ['LIABILITY', 'REVENUE']),
	],
};

const AU: Country = {
	sales: 'OUTPUT',
	purchases: 'INPUT',
	zone: 'Australia/Sydney',
	timezone: 'AUSEASTERNSTANDARDTIME',
	yearEnd: [30, 6],
	tax: '99 000 000 001',
	city: 'Sydney',
	postalCode: '2000',
	rates: [
		rate('BASEXCLUDED', 'BAS Excluded', 'BASEXCLUDED', 0, ALL),
		rate('EXEMPTEXPENSES', 'GST Free Expenses', 'EXEMPTEXPENSES', 0, PURCHASES),
		rate('EXEMPTOUTPUT', 'GST Free Income', 'EXEMPTOUTPUT', 0, SALES),
		rate('EXEMPTEXPORT', 'GST Free Exports', 'EXEMPTEXPORT', 0, SALES),
		rate('GSTONIMPORTS', 'GST on Imports', 'GSTONIMPORTS', 0, ['LIABILITY', 'EXPENSE']),
		rate('INPUT', 'GST on Expenses', 'INPUT', 10, PURCHASES),
		rate('OUTPUT', 'GST on Income', 'OUTPUT', 10, SALES),
		rate('NONE', 'No GST', 'NONE', 0, ALL),
	],
};

const GB: Country = {
	sales: 'OUTPUT2',
	purchases: 'INPUT2',
	zone: 'Europe/London',
	timezone: 'GMTSTANDARDTIME',
	yearEnd: [31, 3],
	tax: 'GB 999 0000 01',
	city: 'London',
	postalCode: 'ZZ1 1ZZ',
	rates: [
		rate('INPUT2', '20% (VAT on Expenses)', 'INPUT', 20, PURCHASES, 'VAT'),
		rate('OUTPUT2', '20% (VAT on Income)', 'OUTPUT', 20, SALES, 'VAT'),
		rate('RRINPUT', '5% (VAT on Expenses)', 'INPUT', 5, PURCHASES, 'VAT'),
		rate('RROUTPUT', '5% (VAT on Income)', 'OUTPUT', 5, SALES, 'VAT'),
		rate('ZERORATEDINPUT', 'Zero Rated Expenses', 'INPUT', 0, PURCHASES, 'VAT'),
		rate('ZERORATEDOUTPUT', 'Zero Rated Income', 'OUTPUT', 0, SALES, 'VAT'),
		rate('NONE', 'No VAT', 'NONE', 0, ALL, 'VAT'),
	],
};

const GLOBAL: Country = {
	sales: 'OUTPUT',
	purchases: 'INPUT',
	zone: 'UTC',
	timezone: 'UTC',
	yearEnd: [31, 12],
	tax: '99-0000001',
	city: 'Springfield',
	postalCode: '00000',
	rates: [
		rate('INPUT', 'Tax on Purchases', 'INPUT', 0, PURCHASES, 'Tax'),
		rate('OUTPUT', 'Tax on Sales', 'OUTPUT', 0, SALES, 'Tax'),
		rate('NONE', 'Tax Exempt', 'NONE', 0, ALL, 'Tax'),
	],
};

const COUNTRIES: Readonly<Record<string, Country>> = { NZ, AU, GB };

/** The set-up of a country; Xero's global edition for those without one of their own. */
export function country(code: string): Country {
	return COUNTRIES[code] ?? GLOBAL;
}

/** Before the dates that the example workflows write. */
const LAST_CLOSED_YEAR = 2024;

/** A fresh organisation as Xero sets it up; `today` is `YYYY-MM-DD`. */
export function organisationRow(
	given: { tenantId: string; name: string; shortCode: string; baseCurrency: string; countryCode: string },
	today: string,
): OrganisationRow {
	const set = country(given.countryCode);
	const [day, month] = set.yearEnd;
	const year = Number(today.slice(0, 4));
	return {
		OrganisationID: given.tenantId,
		Name: given.name,
		ShortCode: given.shortCode,
		BaseCurrency: given.baseCurrency,
		CountryCode: given.countryCode,
		zone: set.zone,
		Timezone: set.timezone,
		TaxNumber: set.tax,
		FinancialYearEndDay: day,
		FinancialYearEndMonth: month,
		// The books up to the year end before last are closed, but never later ones: workflows with dates in them go on running.
		EndOfYearLockDate: `${Math.min(year - 2, LAST_CLOSED_YEAR)}-${String(month).padStart(2, '0')}-${day}`,
		CreatedDateUTC: `${year - 3}-04-01T00:00:00.000Z`,
		Class: 'DEMO',
		AddressLine1: '1 Example Street',
		City: set.city,
		PostalCode: set.postalCode,
	};
}
