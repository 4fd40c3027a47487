import { sum } from '../accounting/values/decimal';
import type { Body } from '../accounting/resource/replies';
import type { YearEnd } from '../finance/financialYear';
import { depreciation } from './depreciation';
import type { Register } from './register';
import type { AssetRow, AssetTypeRow, DepreciationSettingRow } from './rows';

/** Xero's way of writing calendar dates here: `2020-01-01T00:00:00` in every example, though the schemas call it a date. */
const midnight = (day: string | undefined): string | undefined => day && `${day}T00:00:00`;

function setting(row: DepreciationSettingRow, id: string, type: string): Body {
	const { bookEffectiveDateOfChangeId, ...rest } = row;
	return { depreciableObjectId: id, depreciableObjectType: type, bookEffectiveDateOfChangeId, ...rest };
}

/** Gain and loss of a disposal by the words of the schema: what was got above the price; the lower of both less the book value. */
function disposal({ assetStatus, disposalPrice, purchasePrice }: AssetRow, bookValue: number): Body {
	if (assetStatus !== 'Disposed') return { currentCapitalGain: 0, currentGainLoss: 0 };
	return {
		currentCapitalGain: Math.max(0, sum([disposalPrice, -purchasePrice])),
		currentGainLoss: sum([Math.min(disposalPrice, purchasePrice), -bookValue]),
	};
}

/**
 * An asset as replies show it. Keys that the schema lacks are those of Xero's examples, which also have it that only a single asset
 * says whether it can be deleted and changed.
 */
export function assetBody(register: Register, row: AssetRow, end: YearEnd, single: boolean): Body {
	const { lastDepreciationDate: run } = register.settings;
	const until = run !== undefined && row.disposalDate !== undefined && row.disposalDate < run ? row.disposalDate : run;
	const { prior, current } = until === undefined ? { prior: 0, current: 0 } : depreciation(row, until, end);
	const bookValue = sum([row.purchasePrice, -prior, -current]);
	const draft = row.assetStatus === 'Draft';
	return {
		assetId: row.assetId,
		assetName: row.assetName,
		assetTypeId: row.assetTypeId,
		assetNumber: row.assetNumber,
		purchaseDate: midnight(row.purchaseDate),
		purchasePrice: row.purchasePrice,
		disposalDate: midnight(row.disposalDate),
		disposalPrice: row.disposalPrice,
		assetStatus: row.assetStatus,
		warrantyExpiryDate: midnight(row.warrantyExpiryDate),
		serialNumber: row.serialNumber,
		trackingItems: [],
		bookDepreciationSetting: setting(row.setting, row.assetId, 'Asset'),
		bookDepreciationDetail: {
			depreciationStartDate: midnight(row.depreciationStartDate),
			costLimit: row.costLimit,
			residualValue: row.residualValue,
			priorAccumDepreciationAmount: prior,
			currentAccumDepreciationAmount: current,
			...disposal(row, bookValue),
		},
		taxDepreciationSettings: [],
		taxDepreciationDetails: [],
		canRollback: true,
		...(single ? { metaData: { bookDepreciationDetailsCanChange: true, taxDepreciationDetailsCanChange: true } } : {}),
		// The disposal price comes off a draft's value in Xero's example (100 for 23.23 sold: 76.77).
		accountingBookValue: row.assetStatus === 'Disposed' ? 0 : draft ? sum([bookValue, -row.disposalPrice]) : bookValue,
		taxValues: [],
		isDeleteEnabledForDate: single && draft,
	};
}

/** An asset type. `locks` is how many of its assets were depreciated, which is what keeps it from being removed. */
export function typeBody(register: Register, row: AssetTypeRow): Body {
	const { assetTypeId: id, assetTypeName, setting: depreciationSetting, ...accounts } = row;
	return {
		assetTypeId: id,
		assetTypeName,
		...accounts,
		bookDepreciationSetting: setting(depreciationSetting, id, 'AssetType'),
		taxDepreciationSettings: [],
		locks: register.assets.all('type', id).filter(({ assetStatus }) => assetStatus !== 'Draft').length,
		lockPrivateUseAccount: false,
	};
}

/** A type as the reply to its creation shows it: by Xero's example its setting does not know yet whose it is. */
export function newTypeBody(register: Register, row: AssetTypeRow): Body {
	const { taxDepreciationSettings: _none, ...body } = typeBody(register, row);
	const { bookEffectiveDateOfChangeId: _later, ...rest } = row.setting;
	const nobody = { depreciableObjectId: '00000000-0000-0000-0000-000000000000', depreciableObjectType: 'None' };
	return { ...body, bookDepreciationSetting: { ...nobody, ...rest } };
}

/** The settings of fixed assets. */
export function settingsBody(register: Register): Body {
	const { assetNumberPrefix, optInForTax, assetStartDate, lastDepreciationDate, ...accounts } = register.settings;
	return {
		assetNumberPrefix,
		assetNumberSequence: register.sequence(),
		assetStartDate: midnight(assetStartDate),
		lastDepreciationDate: midnight(lastDepreciationDate),
		...accounts,
		optInForTax,
	};
}
