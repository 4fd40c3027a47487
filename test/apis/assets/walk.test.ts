import { assets } from '../../../nodes/XeroAssets/assets';
import { XeroAssets } from '../../../nodes/XeroAssets/XeroAssets.node';
import { ApiStage, byId } from '../stage';

const stage = new ApiStage(new XeroAssets(), assets);

stage.leavesNothingOut('test/apis/assets/walk.test.ts');

const straightLine = {
	values: {
		depreciationMethod: 'StraightLine',
		averagingMethod: 'ActualDays',
		depreciationCalculationMethod: 'Rate',
		depreciationRate: 25,
	},
};

test('an asset type and an asset of it are created, read back and found in the lists', async () => {
	const account = (Type: string) =>
		String(stage.stage.records('Accounts').find((one) => one.Type === Type && one.Status === 'ACTIVE')?.AccountID);
	const type = await stage.json('assetType.create', {
		assetTypeName: 'Kitchen Machines',
		bookDepreciationSetting: straightLine,
		additionalFields: {
			fixedAssetAccountId: byId(account('FIXED')),
			depreciationExpenseAccountId: byId(account('EXPENSE')),
			accumulatedDepreciationAccountId: byId(account('FIXED')),
		},
	});
	expect((await stage.all('assetType.getAll', { returnAll: true })).map(({ assetTypeName }) => assetTypeName)).toContain(
		'Kitchen Machines',
	);
	const { picked, line } = await stage.choose('assetType', 'asset.create', {}, 'Kitchen');
	expect([line, picked.value]).toEqual(['Kitchen Machines', type.assetTypeId]);

	const asset = await stage.json('asset.create', {
		assetName: 'Dough Mixer',
		additionalFields: { assetNumber: 'FA-W1', assetTypeId: picked, purchaseDate: '2026-03-02', purchasePrice: '2400.50' },
	});
	const read = await stage.json('asset.get', { assetId: byId(String(asset.assetId)), simplify: false });
	expect([read.assetName, read.assetStatus, read.purchasePrice, read.assetTypeId]).toEqual([
		'Dough Mixer',
		'Draft',
		2400.5,
		type.assetTypeId,
	]);
	const drafts = await stage.all('asset.getAll', { status: 'DRAFT', returnAll: true, filters: { filterBy: 'dough' } });
	expect(drafts.map(({ assetNumber }) => assetNumber)).toEqual(['FA-W1']);
});

test('an asset that is picked from the list is one that is in use', async () => {
	const { picked } = await stage.choose('asset', 'asset.get');
	expect((await stage.json('asset.get', { assetId: picked })).assetStatus).toBe('Registered');
});

test('Return All reads every page', async () => {
	const all = await stage.all('asset.getAll', { status: 'REGISTERED', returnAll: true });
	const kept = stage.stage.records('Assets').filter(({ assetStatus }) => assetStatus === 'Registered');
	expect(all.map(({ assetId }) => assetId).sort()).toEqual(kept.map(({ assetId }) => assetId).sort());
	expect(await stage.all('asset.getAll', { status: 'REGISTERED', returnAll: false, limit: 1 })).toHaveLength(1);
});

test('the settings tell how assets are numbered', async () => {
	expect(await stage.json('setting.get')).toHaveProperty('assetNumberPrefix');
});

test('a number that is taken is refused in words, with the field, and the others are created', async () => {
	const { items, refused } = await stage.try(
		'asset.create',
		{ assetName: '={{ $json.name }}', additionalFields: { assetNumber: '={{ $json.number }}' } },
		[
			{ name: 'Oven', number: 'FA-W2' },
			{ name: 'Second Oven', number: 'FA-W2' },
			{ name: 'Fridge', number: 'FA-W3' },
		],
		{ settings: { onError: 'continueErrorOutput' } },
	);
	expect([items.length, refused.length]).toEqual([2, 1]);
	expect(String(refused[0]!.error)).toMatch(/^Item 2: Xero says: .*[Aa]sset ?[Nn]umber/);
});

test('an asset that is not there is said to be so', async () => {
	expect(await stage.refused('asset.get', { assetId: byId('0a6f7c1e-1111-4aaa-8bbb-0000000000ff') })).toContain(
		'is not in the organisation chosen',
	);
});
