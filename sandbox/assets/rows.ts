/** What the asset register keeps, by Xero's own field names. Calendar dates are `YYYY-MM-DD`, amounts are in the organisation's currency. */

export const METHODS = [
	'NoDepreciation',
	'StraightLine',
	'DiminishingValue100',
	'DiminishingValue150',
	'DiminishingValue200',
	'FullDepreciation',
] as const;
export const AVERAGINGS = ['FullMonth', 'ActualDays'] as const;
export const CALCULATIONS = ['Rate', 'Life', 'None'] as const;
export const STATUSES = ['Draft', 'Registered', 'Disposed'] as const;

export interface DepreciationSettingRow {
	depreciationMethod: (typeof METHODS)[number];
	averagingMethod: (typeof AVERAGINGS)[number];
	depreciationCalculationMethod: (typeof CALCULATIONS)[number];
	/** Percent a year. */
	depreciationRate?: number | undefined;
	effectiveLifeYears?: number | undefined;
	bookEffectiveDateOfChangeId: string;
}

export interface AssetTypeRow {
	assetTypeId: string;
	assetTypeName: string;
	fixedAssetAccountId?: string | undefined;
	depreciationExpenseAccountId?: string | undefined;
	accumulatedDepreciationAccountId?: string | undefined;
	setting: DepreciationSettingRow;
}

export interface AssetRow {
	assetId: string;
	assetName: string;
	assetNumber: string;
	assetTypeId?: string | undefined;
	assetStatus: (typeof STATUSES)[number];
	/** Only searched: no field of Xero's shows it. */
	description?: string | undefined;
	purchaseDate?: string | undefined;
	purchasePrice: number;
	disposalDate?: string | undefined;
	disposalPrice: number;
	warrantyExpiryDate?: string | undefined;
	serialNumber?: string | undefined;
	setting: DepreciationSettingRow;
	depreciationStartDate?: string | undefined;
	/** What of the price is depreciated, when it is less than all of it. */
	costLimit?: number | undefined;
	residualValue?: number | undefined;
}
