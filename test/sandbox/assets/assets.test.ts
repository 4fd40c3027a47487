import type { Answer, Json } from '../accounting/desk';
import { laptop, machines, openAssets } from './desk';

const names = (answer: Answer): unknown[] => (answer.at('items') as Json[]).map((one) => one.assetName);
const wrong = (answer: Answer): string[] =>
	(answer.at('fieldValidationErrors') as Json[]).map((one) => `${String(one.fieldName)}: ${String(one.localisedMessage)}`);

describe('Assets of the local Xero', () => {
	it('are drafts when they are created, whatever status is sent, and are read back', () => {
		const { call } = openAssets('empty');
		const created = call('POST', '/Assets', laptop({ assetStatus: 'Registered', serialNumber: 'SN-1' }));
		expect(created.status).toBe(200);
		expect(created.body).toMatchObject({
			assetNumber: 'FA-0001',
			assetStatus: 'Draft',
			purchaseDate: '2026-02-01T00:00:00',
			purchasePrice: 1200,
			serialNumber: 'SN-1',
			accountingBookValue: 1200,
			bookDepreciationDetail: { depreciationStartDate: '2026-02-01T00:00:00', currentAccumDepreciationAmount: 0 },
			isDeleteEnabledForDate: true,
		});
		const read = call('GET', `/Assets/${created.id('assetId')}`);
		expect(read.body).toMatchObject(created.body as Json);
		expect(read.at('metaData')).toEqual({ bookDepreciationDetailsCanChange: true, taxDepreciationDetailsCanChange: true });
		expect(names(call('GET', '/Assets?status=DRAFT'))).toEqual(['Laptop of the workshop']);
		expect(names(call('GET', '/Assets?status=registered'))).toEqual([]);
	});

	it('take the disposal price off the book value of a draft, as the example of the specification does', () => {
		const { call } = openAssets('empty');
		expect(call('POST', '/Assets', laptop({ purchasePrice: 100, disposalPrice: 23.23 })).at('accountingBookValue')).toBe(76.77);
	});

	it('are numbered by the sequence of the settings, and no two alike', () => {
		const { call } = openAssets('empty');
		expect(call('GET', '/Settings').body).toEqual({ assetNumberPrefix: 'FA-', assetNumberSequence: '0001', optInForTax: false });
		call('POST', '/Assets', laptop());
		call('POST', '/Assets', laptop({ assetNumber: 'FA-0002' }));
		expect(call('GET', '/Settings').at('assetNumberSequence')).toBe('0003');
		expect(wrong(call('POST', '/Assets', laptop({ assetNumber: 'fa-0002' })))).toEqual([
			'AssetNumber: Asset Number must be unique',
		]);
		expect(call('POST', '/Assets', laptop()).at('assetNumber')).toBe('FA-0003');
	});

	it('have the depreciation of their type unless they say otherwise', () => {
		const desk = openAssets('empty');
		const assetTypeId = desk.call('POST', '/AssetTypes', machines(desk)).id('assetTypeId');
		const { bookDepreciationSetting: _own, ...plain } = laptop({ assetTypeId });
		expect(desk.call('POST', '/Assets', plain).at('bookDepreciationSetting')).toMatchObject({
			depreciationMethod: 'DiminishingValue100',
			averagingMethod: 'FullMonth',
			depreciationRate: 40,
			depreciableObjectType: 'Asset',
		});
		expect(desk.call('POST', '/Assets', laptop({ assetTypeId })).at('bookDepreciationSetting.depreciationRate')).toBe(25);
	});

	it('are refused in the shape of the specification, each field with its sentence', () => {
		const { call } = openAssets('empty');
		const both = { depreciationRate: 5, effectiveLifeYears: 5 };
		const answer = call('POST', '/Assets', { bookDepreciationSetting: both });
		expect(answer.status).toBe(400);
		expect(answer.body).toEqual({
			resourceValidationErrors: [],
			fieldValidationErrors: [
				{
					fieldName: 'BookDepreciationSetting.DepreciationRate',
					valueProvided: '',
					localisedMessage: "Can't have both Depreciation Rate and Effective Life",
					type: 'http://common.service.xero.com/errors/validation/field',
					title: 'Validation Error',
					detail: "Can't have both Depreciation Rate and Effective Life",
				},
				{
					fieldName: 'AssetName',
					valueProvided: '',
					localisedMessage: 'Asset Name is required',
					type: 'http://common.service.xero.com/errors/validation/field',
					title: 'Validation Error',
					detail: 'Asset Name is required',
				},
			],
			type: 'http://common.service.xero.com/errors/validation',
			title: 'The resource update failed validation.',
			detail: 'Validation Errors',
		});
		expect(call('GET', '/Assets?status=DRAFT').at('pagination.itemCount')).toBe(0);
	});

	it.each([
		[{ assetTypeId: '11111111-1111-4111-8111-111111111111' }, 'AssetTypeId: Asset Type Id is invalid'],
		[{ assetTypeId: 'soon' }, 'AssetTypeId: Asset Type Id is invalid'],
		[{ purchaseDate: '1.2.2026' }, 'PurchaseDate: Purchase Date is invalid'],
		[{ purchasePrice: -1 }, 'PurchasePrice: Purchase Price is invalid'],
		[{ purchasePrice: 'ten' }, 'PurchasePrice: Purchase Price is invalid'],
		[
			{ bookDepreciationSetting: { depreciationMethod: 'Guess' } },
			'BookDepreciationSetting.DepreciationMethod: Depreciation Method is invalid',
		],
		[
			{ bookDepreciationSetting: { depreciationRate: 101 } },
			'BookDepreciationSetting.DepreciationRate: Depreciation Rate must be between 0 and 100',
		],
		[
			{ bookDepreciationSetting: { effectiveLifeYears: 2.5 } },
			'BookDepreciationSetting.EffectiveLifeYears: Effective Life Years is invalid',
		],
		[
			{ bookDepreciationSetting: { depreciationCalculationMethod: 'Life' } },
			'BookDepreciationSetting.EffectiveLifeYears: Effective Life is required',
		],
		[
			{ bookDepreciationDetail: { depreciationStartDate: '2026-01-31' } },
			'BookDepreciationDetail.DepreciationStartDate: Depreciation Start Date must be on or after the Purchase Date',
		],
	])('are refused with %j', (more, sentence) => {
		expect(wrong(openAssets('empty').call('POST', '/Assets', laptop(more)))).toEqual([sentence]);
	});

	it('are 404 when they do not exist, and 400 when the id is none', () => {
		const { call } = openAssets('empty');
		const unknown = call('GET', '/Assets/11111111-1111-4111-8111-111111111111');
		expect(unknown.status).toBe(404);
		expect(unknown.body).toEqual({
			resourceValidationErrors: [],
			fieldValidationErrors: [],
			type: 'http://common.service.xero.com/errors/not-found',
			title: 'NotFound',
			detail: 'The asset was not found',
		});
		expect(call('GET', '/Assets/soon').status).toBe(400);
	});
});

describe('The list of assets', () => {
	it('needs a status', () => {
		const { call } = openAssets('small');
		const missing = call('GET', '/Assets');
		expect(missing.status).toBe(400);
		expect(wrong(missing)).toEqual(['Status: Status is invalid']);
		expect(wrong(call('GET', '/Assets?status=LOST'))).toEqual(['Status: Status is invalid']);
	});

	it('comes in pages of ten, of at most two hundred', () => {
		const { call } = openAssets('demo');
		const first = call('GET', '/Assets?status=REGISTERED');
		expect(first.at('pagination')).toMatchObject({ page: 1, pageSize: 10, pageCount: 5, itemCount: 48 });
		expect(first.at('pagination.links')).toEqual({
			first: { href: 'http://sandbox/assets.xro/1.0/Assets?status=REGISTERED&page=1' },
			next: { href: 'http://sandbox/assets.xro/1.0/Assets?status=REGISTERED&page=2' },
			last: { href: 'http://sandbox/assets.xro/1.0/Assets?status=REGISTERED&page=5' },
		});
		const pages = [1, 2, 3, 4, 5, 6].map((page) => names(call('GET', `/Assets?status=REGISTERED&page=${page}`)));
		expect(pages.map((page) => page.length)).toEqual([10, 10, 10, 10, 8, 0]);
		expect(new Set(pages.flat()).size).toBe(48);
		expect(call('GET', '/Assets?status=REGISTERED&pageSize=5000').at('pagination.pageSize')).toBe(200);
		expect(call('GET', '/Assets?status=REGISTERED&page=0&pageSize=0').at('pagination')).toMatchObject({ page: 1, pageSize: 1 });
		expect(call('GET', '/Assets?status=REGISTERED&page=two').status).toBe(400);
	});

	it('is filtered by a text and ordered by a field', () => {
		const desk = openAssets('empty');
		const assetTypeId = desk.call('POST', '/AssetTypes', machines(desk)).id('assetTypeId');
		desk.call('POST', '/Assets', laptop({ assetName: 'Saw', purchasePrice: 20, assetTypeId }));
		desk.call('POST', '/Assets', laptop({ assetName: 'Anvil', purchasePrice: 30, assetNumber: 'SAW-2' }));
		desk.call('POST', '/Assets', laptop({ assetName: 'Drill', purchasePrice: 10, description: 'beside the saw' }));
		desk.call('POST', '/Assets', laptop({ assetName: 'Lamp', purchasePrice: 5, purchaseDate: '2026-01-05' }));
		const list = (query: string): unknown[] => names(desk.call('GET', `/Assets?status=DRAFT&${query}`));
		expect(list('filterBy=saw&orderBy=AssetName')).toEqual(['Anvil', 'Drill', 'Saw']);
		expect(list('filterBy=machines')).toEqual(['Saw']);
		expect(list('orderBy=PurchasePrice&sortDirection=desc')).toEqual(['Anvil', 'Saw', 'Drill', 'Lamp']);
		expect(list('orderBy=PurchaseDate&sortDirection=ASC&pageSize=1')).toEqual(['Lamp']);
		expect(list('orderBy=AssetType&sortDirection=DESC&pageSize=1')).toEqual(['Saw']);
		expect(list('')).toEqual(['Saw', 'Anvil', 'Drill', 'Lamp']);
		expect(desk.call('GET', '/Assets?status=DRAFT&orderBy=Colour').status).toBe(400);
		expect(desk.call('GET', '/Assets?status=DRAFT&orderBy=DisposalDate').status).toBe(400);
		expect(desk.call('GET', '/Assets?status=DISPOSED&orderBy=DisposalDate').status).toBe(200);
	});
});

describe('Asset types', () => {
	it('are created with their accounts, and listed without an envelope', () => {
		const desk = openAssets('empty');
		const created = desk.call('POST', '/AssetTypes', machines(desk));
		expect(created.body).toMatchObject({
			assetTypeName: 'Machines',
			fixedAssetAccountId: desk.account('710'),
			bookDepreciationSetting: { depreciableObjectType: 'None', depreciationMethod: 'DiminishingValue100', depreciationRate: 40 },
			locks: 0,
		});
		const [listed] = desk.call('GET', '/AssetTypes').body as Json[];
		expect(listed).toMatchObject({
			assetTypeId: created.at('assetTypeId'),
			bookDepreciationSetting: { depreciableObjectId: created.at('assetTypeId'), depreciableObjectType: 'AssetType' },
		});
	});

	it('are refused without their accounts, or with ones of another kind', () => {
		const desk = openAssets('empty');
		const { fixedAssetAccountId: _a, depreciationExpenseAccountId: _b, ...rest } = machines(desk);
		expect(wrong(desk.call('POST', '/AssetTypes', rest))).toEqual([
			'FixedAssetAccountId: Fixed Asset Account Id is invalid',
			'DepreciationExpenseAccountId: Depreciation Expense Account Id is invalid',
		]);
		expect(
			wrong(desk.call('POST', '/AssetTypes', machines(desk, { accumulatedDepreciationAccountId: desk.account('200') }))),
		).toEqual(['AccumulatedDepreciationAccountId: Accumulated Depreciation Account Id is invalid']);
		const nothing = { assetTypeName: 'Art', fixedAssetAccountId: desk.account('710') };
		expect(wrong(desk.call('POST', '/AssetTypes', nothing))).toEqual([
			'BookDepreciationSetting.DepreciationMethod: Depreciation Method is required',
		]);
		const setting = { depreciationMethod: 'NoDepreciation' };
		expect(desk.call('POST', '/AssetTypes', { ...nothing, bookDepreciationSetting: setting }).status).toBe(200);
	});

	it('are 409 when there is one of the name', () => {
		const desk = openAssets('empty');
		desk.call('POST', '/AssetTypes', machines(desk));
		const again = desk.call('POST', '/AssetTypes', machines(desk, { assetTypeName: 'machines' }));
		expect(again.status).toBe(409);
		expect(again.at('resourceValidationErrors.0')).toMatchObject({
			resourceName: 'AssetType',
			localisedMessage: 'An asset type with the name machines already exists',
		});
	});
});

describe('The demo data of the asset register', () => {
	it('has assets of every status, with depreciation that never exceeds what they cost', () => {
		for (const seed of ['demo', 'small'] as const) {
			const { api, tenantId } = openAssets(seed);
			const rows = api.records(tenantId, 'Assets');
			expect(new Set(rows.map((row) => row.assetStatus))).toEqual(new Set(['Draft', 'Registered', 'Disposed']));
			expect(api.records(tenantId, 'AssetTypes')).toHaveLength(5);
			for (const row of rows) {
				const detail = row.bookDepreciationDetail as Record<string, number>;
				const taken = (detail.priorAccumDepreciationAmount ?? 0) + (detail.currentAccumDepreciationAmount ?? 0);
				expect(taken).toBeGreaterThanOrEqual(0);
				expect(taken).toBeLessThanOrEqual(Number(row.purchasePrice));
			}
			expect(rows.some((row) => Number((row.bookDepreciationDetail as Json).priorAccumDepreciationAmount) > 0)).toBe(true);
		}
	});

	it('is the same for the same clock, and nothing for an empty organisation', () => {
		const [one, other] = [openAssets('small'), openAssets('small')];
		expect(one.api.records(one.tenantId, 'Assets')).toEqual(other.api.records(other.tenantId, 'Assets'));
		const empty = openAssets('empty');
		expect(empty.api.records(empty.tenantId, 'Assets')).toEqual([]);
		expect(empty.call('GET', '/AssetTypes').body).toEqual([]);
		expect(empty.api.records(empty.tenantId, 'Invoices')).toEqual([]);
	});
});
