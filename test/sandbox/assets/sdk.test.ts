import { type AssetApi, XeroClient } from 'xero-node';

import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';

/** Xero's own SDK as a second client: what it cannot read or send is not like Xero. */
describe("Xero's own SDK", () => {
	let sandbox: Sandbox;
	let xero: AssetApi;
	let tenant: string;

	const client = (scopes?: readonly string[]): AssetApi => {
		const made = new XeroClient();
		made.setTokenSet({ access_token: sandbox.issue(scopes ? { scopes } : {}).access_token });
		const api = made.assetApi as AssetApi;
		api.basePath = `${sandbox.url}/assets.xro/1.0`;
		return api;
	};
	const refused = async (call: Promise<unknown>): Promise<{ statusCode: number; body: Record<string, unknown> }> =>
		(JSON.parse(String(await call.catch((error: unknown) => error))) as { response: never }).response;

	beforeAll(async () => {
		sandbox = await startSandbox({ seed: 'small', limits: { minute: 10_000 } });
		tenant = sandbox.organisations[0]?.tenantId ?? '';
		xero = client();
	});
	afterAll(() => sandbox.stop());

	it('drives every operation', async () => {
		const accounts = sandbox.records(tenant, 'Accounts');
		const account = (code: string): string => String(accounts.find((one) => one.Code === code)?.AccountID);
		const type = await xero.createAssetType(tenant, {
			assetTypeName: 'Bicycles',
			fixedAssetAccountId: account('710'),
			depreciationExpenseAccountId: account('416'),
			accumulatedDepreciationAccountId: account('711'),
			bookDepreciationSetting: {
				depreciationMethod: 'StraightLine' as never,
				averagingMethod: 'ActualDays' as never,
				effectiveLifeYears: 4,
				depreciationCalculationMethod: 'Life' as never,
			},
		});
		const { assetTypeId } = type.body;
		expect((await xero.getAssetTypes(tenant)).body.map((one) => one.assetTypeName)).toContain('Bicycles');

		const asset = { assetName: 'Cargo bicycle', assetTypeId, purchaseDate: '2026-01-05', purchasePrice: 3100 };
		const created = await xero.createAsset(tenant, asset, 'one-bicycle');
		const replayed = await xero.createAsset(tenant, asset, 'one-bicycle');
		expect(replayed.body.assetId).toBe(created.body.assetId);
		expect((await xero.getAssetById(tenant, created.body.assetId ?? '')).body).toMatchObject({
			assetName: 'Cargo bicycle',
			assetNumber: 'FA-0010',
			bookDepreciationSetting: { effectiveLifeYears: 4 },
		});
		const list = await xero.getAssets(tenant, 'DRAFT' as never, 1, 2, 'AssetName', 'desc', 'bicycle');
		expect(list.body.pagination).toMatchObject({ page: 1, pageSize: 2 });
		expect(list.body.items?.map((one) => one.assetId)).toContain(created.body.assetId);
		expect((await xero.getAssetSettings(tenant)).body.assetNumberSequence).toBe('0011');
		expect(sandbox.records(tenant, 'Assets')).toHaveLength(10);
		expect(sandbox.records(tenant, 'AssetTypes')).toHaveLength(6);
	});

	it('reads what is wrong with an asset, and needs the scope', async () => {
		const wrong = await refused(xero.createAsset(tenant, { assetName: '' }));
		expect(wrong).toMatchObject({ statusCode: 400, body: { title: 'The resource update failed validation.' } });
		const reader = client(['assets.read']);
		expect((await reader.getAssetTypes(tenant)).body.length).toBeGreaterThan(0);
		expect(await refused(reader.createAsset(tenant, { assetName: 'Lamp' }))).toMatchObject({ statusCode: 401 });
	});
});
