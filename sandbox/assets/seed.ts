import { addDays } from '../accounting/values/dates';
import type { Body } from '../accounting/resource/replies';
import { addMonths, monthStart } from '../accounting/values/calendar';
import { random, type Random } from '../accounting/seed/random';
import type { Register } from './register';
import type { AssetRow, AssetTypeRow, DepreciationSettingRow } from './rows';

/** How many assets of each status. */
const SIZES = {
	demo: { Draft: 23, Registered: 48, Disposed: 11 },
	second: { Draft: 6, Registered: 14, Disposed: 3 },
	small: { Draft: 3, Registered: 4, Disposed: 2 },
} as const;

type Plan = Omit<DepreciationSettingRow, 'bookEffectiveDateOfChangeId' | 'averagingMethod'>;

/** Asset types: name, account of the assets by its code, how they lose value, what such assets are and what they may cost. */
const TYPES: ReadonlyArray<readonly [string, string, Plan, readonly string[], low: number, high: number]> = [
	[
		'Computer Equipment',
		'720',
		{ depreciationMethod: 'DiminishingValue100', depreciationCalculationMethod: 'Rate', depreciationRate: 40 },
		['Laptop', 'Workstation', 'Network switch', 'Label printer', 'Till tablet'],
		600,
		4200,
	],
	[
		'Office Furniture',
		'710',
		{ depreciationMethod: 'StraightLine', depreciationCalculationMethod: 'Life', effectiveLifeYears: 8 },
		['Standing desk', 'Shelving', 'Meeting table', 'Counter'],
		350,
		2600,
	],
	[
		'Workshop Machinery',
		'710',
		{ depreciationMethod: 'StraightLine', depreciationCalculationMethod: 'Rate', depreciationRate: 12.5 },
		['Pillar drill', 'Kiln', 'Bench saw', 'Compressor'],
		900,
		9800,
	],
	[
		'Vehicles',
		'710',
		{ depreciationMethod: 'DiminishingValue200', depreciationCalculationMethod: 'Life', effectiveLifeYears: 5 },
		['Delivery van', 'Cargo bicycle', 'Trailer'],
		1500,
		38000,
	],
	[
		'Artworks',
		'710',
		{ depreciationMethod: 'NoDepreciation', depreciationCalculationMethod: 'None' },
		['Mural', 'Carving'],
		400,
		5000,
	],
];

/**
 * Fills a fresh register with made-up assets. `accounts` is the chart of accounts, `today` is `YYYY-MM-DD`. The ledger's own
 * depreciation journals do not follow from them.
 */
export function seedRegister(
	register: Register,
	size: keyof typeof SIZES | 'empty',
	{ tenantId, accounts, today }: { tenantId: string; accounts: readonly Body[]; today: string },
): void {
	if (size === 'empty') return;
	const chance = random(`${tenantId} ${size} assets`);
	const newId = register.newId;
	register.newId = () => chance.uuid();
	const account = (code: string): string | undefined =>
		accounts.flatMap(({ Code, AccountID }) => (Code === code ? [String(AccountID)] : []))[0];
	const [gain, loss] = [account('260'), account('416')];
	register.settings = {
		assetNumberPrefix: 'FA-',
		assetStartDate: `${Number(today.slice(0, 4)) - 5}-04-01`,
		lastDepreciationDate: addDays(monthStart(today), -1),
		defaultGainOnDisposalAccountId: gain,
		defaultLossOnDisposalAccountId: loss,
		defaultCapitalGainOnDisposalAccountId: account('970'),
		optInForTax: false,
	};
	const types = TYPES.map(([assetTypeName, code, plan], at): AssetTypeRow =>
		register.types.put({
			assetTypeId: chance.uuid(),
			assetTypeName,
			fixedAssetAccountId: account(code),
			...(plan.depreciationMethod === 'NoDepreciation'
				? {}
				: { depreciationExpenseAccountId: account('416'), accumulatedDepreciationAccountId: account('711') }),
			setting: {
				...plan,
				averagingMethod: at % 2 === 0 ? 'ActualDays' : 'FullMonth',
				bookEffectiveDateOfChangeId: chance.uuid(),
			},
		}),
	);
	let number = 0;
	for (const status of ['Registered', 'Disposed', 'Draft'] as const)
		for (const at of Array(SIZES[size][status]).keys()) {
			const which = (at + number) % types.length;
			const [type, plan] = [types[which], TYPES[which]];
			if (!type || !plan) continue;
			number += 1;
			const [, , , names, low, high] = plan;
			register.assets.put(
				asset(chance, { type, status, number, name: chance.pick(names), price: chance.whole(low, high), today }),
			);
		}
	register.newId = newId;
}

function asset(
	chance: Random,
	given: { type: AssetTypeRow; status: AssetRow['assetStatus']; number: number; name: string; price: number; today: string },
): AssetRow {
	const { type, status, number, name, price, today } = given;
	const digits = String(number).padStart(4, '0');
	const age = status === 'Draft' ? chance.whole(0, 40) : chance.whole(120, 1500);
	const purchaseDate = addDays(today, -age);
	const sold = status === 'Disposed' ? addDays(today, -chance.whole(32, 100)) : undefined;
	return {
		assetId: chance.uuid(),
		assetName: `${name} ${number}`,
		assetNumber: `FA-${digits}`,
		assetTypeId: type.assetTypeId,
		assetStatus: status,
		description: `${name} for the ${chance.pick(['shop', 'office', 'workshop', 'yard'])}`,
		purchaseDate,
		purchasePrice: price,
		disposalDate: sold,
		disposalPrice: sold === undefined ? 0 : Math.round(price * chance.pick([0.1, 0.35, 0.6, 1.15])),
		...(number % 3 === 0 ? { warrantyExpiryDate: addMonths(purchaseDate, 24) } : {}),
		...(number % 2 === 0 ? { serialNumber: `SN-${chance.whole(100_000, 999_999)}` } : {}),
		setting: { ...type.setting, bookEffectiveDateOfChangeId: chance.uuid() },
		depreciationStartDate: purchaseDate,
		...(number % 5 === 0 ? { residualValue: Math.round(price / 10) } : {}),
	};
}
