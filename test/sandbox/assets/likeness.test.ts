import type { Answer } from '../accounting/desk';
import { laptop, machines, openAssets } from './desk';
import { named, specification } from './specification';

const spec = specification('assets', {
	refusal: 'Error',
	unnamed: {
		Pagination: ['links'],
		Asset: ['trackingItems', 'taxDepreciationSettings', 'taxDepreciationDetails', 'taxValues', 'metaData'],
		AssetType: ['taxDepreciationSettings', 'lockPrivateUseAccount'],
	},
	// A setting has no name, in the schema's own properties nor in its example.
	unrequired: { Setting: ['name'] },
	// Every example writes calendar dates with midnight.
	date: /^\d{4}-\d{2}-\d{2}T00:00:00$/,
});

describe('the local Assets API beside the one of Xero', () => {
	const heard: Answer[] = [];
	const desk = openAssets('demo', (answer) => heard.push(answer));
	for (const status of ['DRAFT', 'REGISTERED', 'DISPOSED', '']) desk.call('GET', `/Assets?status=${status}&pageSize=100`);
	desk.call('GET', '/Assets?status=DISPOSED&orderBy=DisposalPrice&sortDirection=desc&page=2&pageSize=3&filterBy=a');
	const assetTypeId = desk.call('POST', '/AssetTypes', machines(desk)).at('assetTypeId');
	desk.call('POST', '/AssetTypes', machines(desk));
	desk.call('POST', '/AssetTypes', {});
	const id = desk
		.call('POST', '/Assets', laptop({ assetTypeId, warrantyExpiryDate: '2028-02-01', costLimit: 900 }))
		.id('assetId');
	desk.call('POST', '/Assets', laptop({ assetName: '', purchasePrice: {} }));
	desk.call('POST', '/Assets', 'a text');
	desk.call('GET', `/Assets/${id}`);
	desk.call('GET', '/Assets/11111111-1111-4111-8111-111111111111');
	desk.call('GET', '/AssetTypes');
	desk.call('GET', '/Settings');

	it('has its 6 operations, with their scopes', () => {
		expect(desk.api.routes).toHaveLength(6);
		expect(desk.api.routes.map(named).sort()).toEqual([...spec.operations].sort());
		for (const { operationId, scopes } of desk.api.routes) expect(scopes).toEqual(spec.scopes(operationId));
		expect(new Set(heard.map(({ operationId }) => operationId)).size).toBe(6);
	});

	it('was asked for good answers and for refusals', () => {
		expect([...new Set(heard.map(({ status }) => status))].sort()).toEqual([200, 400, 404, 409]);
	});

	it('is measured by a checker that sees what is wrong', () => {
		const body = { items: [{ assetName: 1, colour: 'red', purchaseDate: '2026-02-01' }] };
		const found = spec.complaints({ operationId: 'getAssets', status: 200, body }).length;
		expect(found).toBe(3);
	});

	it('answers only what the schemas of Xero name', () => {
		expect(heard.flatMap((answer) => spec.complaints(answer))).toEqual([]);
	});
});
