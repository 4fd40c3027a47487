import { depreciation } from '../../../sandbox/assets/depreciation';
import type { AssetRow } from '../../../sandbox/assets/rows';

const march = { FinancialYearEndDay: 31, FinancialYearEndMonth: 3 };

const bought = (setting: Partial<AssetRow['setting']>, more: Partial<AssetRow> = {}): AssetRow => ({
	assetId: '',
	assetName: 'Kiln',
	assetNumber: 'FA-1',
	assetStatus: 'Registered',
	purchasePrice: 1000,
	disposalPrice: 0,
	depreciationStartDate: '2024-04-01',
	setting: {
		depreciationMethod: 'StraightLine',
		averagingMethod: 'ActualDays',
		depreciationCalculationMethod: 'Rate',
		bookEffectiveDateOfChangeId: '',
		...setting,
	},
	...more,
});

describe('The book depreciation of an asset', () => {
	it('takes the same share of the cost each year on a straight line', () => {
		const asset = bought({ depreciationRate: 20 });
		expect(depreciation(asset, '2025-03-31', march)).toEqual({ prior: 0, current: 200 });
		expect(depreciation(asset, '2026-03-31', march)).toEqual({ prior: 200, current: 200 });
		// 73 of 365 days.
		expect(depreciation(asset, '2025-06-12', march)).toEqual({ prior: 200, current: 40 });
	});

	it('counts months when it averages by full month, the first one as a whole', () => {
		const asset = bought({ effectiveLifeYears: 5, averagingMethod: 'FullMonth' }, { depreciationStartDate: '2024-10-20' });
		expect(depreciation(asset, '2024-10-31', march)).toEqual({ prior: 0, current: 16.67 });
		expect(depreciation(asset, '2025-03-31', march)).toEqual({ prior: 0, current: 100 });
	});

	it('takes a share of what is left with the diminishing methods', () => {
		const asset = bought({ depreciationMethod: 'DiminishingValue100', depreciationRate: 40 });
		expect(depreciation(asset, '2026-03-31', march)).toEqual({ prior: 400, current: 240 });
		const faster = bought({ depreciationMethod: 'DiminishingValue200', effectiveLifeYears: 5 });
		expect(depreciation(faster, '2026-03-31', march)).toEqual({ prior: 400, current: 240 });
	});

	it('stops at the residual value, at the cost limit, and is all at once when asked', () => {
		expect(depreciation(bought({ depreciationRate: 100 }, { residualValue: 150 }), '2027-03-31', march)).toEqual({
			prior: 850,
			current: 0,
		});
		expect(depreciation(bought({ depreciationRate: 50 }, { costLimit: 600 }), '2025-03-31', march).current).toBe(300);
		expect(depreciation(bought({ depreciationMethod: 'FullDepreciation' }), '2024-04-01', march).current).toBe(1000);
	});

	it('is nothing for drafts, before its start, and without a method', () => {
		const nothing = { prior: 0, current: 0 };
		expect(depreciation(bought({ depreciationRate: 20 }, { assetStatus: 'Draft' }), '2026-03-31', march)).toEqual(nothing);
		expect(depreciation(bought({ depreciationRate: 20 }), '2024-03-31', march)).toEqual(nothing);
		expect(depreciation(bought({ depreciationMethod: 'NoDepreciation' }), '2026-03-31', march)).toEqual(nothing);
	});
});
