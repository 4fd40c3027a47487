import type { Body } from '../accounting/resource/replies';
import { Fields } from './fields';
import { type Complaint, invalid, taken } from './refusals';
import type { Register } from './register';
import { AVERAGINGS, type AssetRow, type AssetTypeRow, CALCULATIONS, type DepreciationSettingRow, METHODS } from './rows';

/** The account of an id, undefined when the organisation's chart of accounts has none. */
export type FindAccount = (id: string) => Body | undefined;

/** The default of what was not sent: nothing is depreciated. */
const NONE = {
	depreciationMethod: 'NoDepreciation',
	averagingMethod: 'FullMonth',
	depreciationCalculationMethod: 'None',
} as const;

function depreciationSetting(fields: Fields, otherwise: Omit<DepreciationSettingRow, 'bookEffectiveDateOfChangeId'>, id: string) {
	const sent = {
		depreciationRate: fields.amount('depreciationRate', 4),
		effectiveLifeYears: fields.amount('effectiveLifeYears', 0),
	};
	if (sent.depreciationRate !== undefined && sent.effectiveLifeYears !== undefined)
		fields.complaints.push({
			field: 'BookDepreciationSetting.DepreciationRate',
			value: '',
			message: "Can't have both Depreciation Rate and Effective Life",
		});
	if ((sent.depreciationRate ?? 0) > 100) fields.fail('depreciationRate', 'Depreciation Rate must be between 0 and 100');
	if (sent.effectiveLifeYears === 0) fields.fail('effectiveLifeYears', 'Effective Life must be at least 1 year');
	const none = sent.depreciationRate === undefined && sent.effectiveLifeYears === undefined;
	const { depreciationRate, effectiveLifeYears } = none ? otherwise : sent;
	const row: DepreciationSettingRow = {
		depreciationMethod: fields.choice('depreciationMethod', METHODS) ?? otherwise.depreciationMethod,
		averagingMethod: fields.choice('averagingMethod', AVERAGINGS) ?? otherwise.averagingMethod,
		depreciationCalculationMethod:
			fields.choice('depreciationCalculationMethod', CALCULATIONS) ?? otherwise.depreciationCalculationMethod,
		...(depreciationRate === undefined ? {} : { depreciationRate }),
		...(effectiveLifeYears === undefined ? {} : { effectiveLifeYears }),
		bookEffectiveDateOfChangeId: id,
	};
	if (row.depreciationCalculationMethod === 'Rate' && depreciationRate === undefined)
		fields.fail('depreciationRate', 'Depreciation Rate is required');
	if (row.depreciationCalculationMethod === 'Life' && effectiveLifeYears === undefined)
		fields.fail('effectiveLifeYears', 'Effective Life is required');
	return row;
}

/** Puts a draft asset into the register; whatever status is sent, assets are born as drafts. @throws 400 */
export function createAsset(register: Register, body: unknown): AssetRow {
	const complaints: Complaint[] = [];
	const fields = new Fields(body, complaints);
	const [assetTypeId, number] = [fields.id('assetTypeId'), fields.text('assetNumber', 50)];
	const type = assetTypeId === undefined ? undefined : register.types.get(assetTypeId);
	if (assetTypeId !== undefined && type === undefined) fields.fail('assetTypeId', 'Asset Type Id is invalid');
	if (number !== undefined && register.numbered(number)) fields.fail('assetNumber', 'Asset Number must be unique');
	const detail = fields.object('bookDepreciationDetail');
	const purchaseDate = fields.day('purchaseDate');
	const row: AssetRow = {
		assetId: register.newId(),
		assetName: fields.text('assetName') ?? '',
		assetNumber: number ?? `${register.settings.assetNumberPrefix}${register.sequence()}`,
		assetTypeId: type?.assetTypeId,
		assetStatus: 'Draft',
		description: fields.text('description', 4000),
		purchaseDate,
		purchasePrice: fields.amount('purchasePrice', 4) ?? 0,
		disposalDate: fields.day('disposalDate'),
		disposalPrice: fields.amount('disposalPrice', 4) ?? 0,
		warrantyExpiryDate: fields.day('warrantyExpiryDate'),
		serialNumber: fields.text('serialNumber'),
		setting: depreciationSetting(fields.object('bookDepreciationSetting'), type?.setting ?? NONE, register.newId()),
		depreciationStartDate: detail.day('depreciationStartDate') ?? purchaseDate,
		costLimit: detail.amount('costLimit', 4),
		residualValue: detail.amount('residualValue', 4),
	};
	if (row.assetName === '') fields.fail('assetName', 'Asset Name is required');
	if (row.depreciationStartDate !== undefined && purchaseDate !== undefined && row.depreciationStartDate < purchaseDate)
		detail.fail('depreciationStartDate', 'Depreciation Start Date must be on or after the Purchase Date');
	if (complaints.length > 0) throw invalid(complaints);
	return register.assets.put(row);
}

/** Adds an asset type. @throws 400 for wrong fields, 409 when a type has the name already */
export function createAssetType(register: Register, body: unknown, find: FindAccount): AssetTypeRow {
	const complaints: Complaint[] = [];
	const fields = new Fields(body, complaints);
	const settings = fields.object('bookDepreciationSetting');
	const name = fields.text('assetTypeName');
	if (name === undefined) fields.fail('assetTypeName', 'Asset Type Name is required');
	if (settings.raw('depreciationMethod') === undefined) settings.fail('depreciationMethod', 'Depreciation Method is required');
	const setting = depreciationSetting(settings, NONE, register.newId());
	const depreciates = setting.depreciationMethod !== 'NoDepreciation';
	const account = (key: string, fits: (one: Body) => boolean, required: boolean): string | undefined => {
		const before = complaints.length;
		const id = fields.id(key);
		const found = id === undefined ? undefined : find(id);
		const wrong = id === undefined ? required : found === undefined || !fits(found);
		if (wrong && complaints.length === before) fields.fail(key, `${words(key)} is invalid`);
		return id;
	};
	const row: AssetTypeRow = {
		assetTypeId: register.newId(),
		assetTypeName: name ?? '',
		fixedAssetAccountId: account('fixedAssetAccountId', ({ Type }) => Type === 'FIXED', true),
		depreciationExpenseAccountId: account('depreciationExpenseAccountId', ({ Class }) => Class === 'EXPENSE', depreciates),
		accumulatedDepreciationAccountId: account('accumulatedDepreciationAccountId', ({ Type }) => Type === 'FIXED', depreciates),
		setting,
	};
	if (complaints.length > 0) throw invalid(complaints);
	if (register.named(row.assetTypeName)) throw taken(`An asset type with the name ${row.assetTypeName} already exists`);
	return register.types.put(row);
}

/** `fixedAssetAccountId` → `Fixed Asset Account Id` */
function words(key: string): string {
	return key.replace(/^./, (letter) => letter.toUpperCase()).replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}
