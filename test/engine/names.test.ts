import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../nodes/shared/inputs/collections';
import { named } from '../../nodes/shared/inputs/locators';
import { text } from '../../nodes/shared/inputs/scalars';
import type { Api } from '../../nodes/shared/model/operation';
import { resource } from '../../nodes/shared/model/operation';
import { create, list } from '../../nodes/shared/operations/crud';
import { execute } from '../../nodes/shared/run/execute';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';

const ORGANISATION = '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e33';
const OTHER = '2c5f1a3e-8b7d-4e21-9c46-7f0d5b1a9e44';
const id = (last: number): string => `5b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c${String(last).padStart(2, '0')}`;

const sailor = resource({
	key: 'sailor',
	name: 'Sailor',
	plural: 'Sailors',
	description: 'Someone aboard',
	path: 'Sailors',
	id: 'SailorID',
	scope: 'fleet.crew',
	fields: {},
	listOptions: {
		sailor: ({ Name, SailorID, Ashore }) => (Ashore === true ? [] : [{ name: String(Name), value: String(SailorID) }]),
	},
	namesOf: ({ Name, Email }) => [String(Name), ...(typeof Email === 'string' ? [Email] : [])],
	operations: (sailor) => ({ getAll: list(sailor, 'getSailors', {}, { by: 'page', size: 2, fixed: true }) }),
});

const captain = named('Captain', 'sailor');
const legs = rows('Legs', 'Leg', { Port: text('Port'), PilotID: named('Pilot', 'sailor') });

const voyage = resource({
	key: 'voyage',
	name: 'Voyage',
	plural: 'Voyages',
	description: 'From one port to another',
	path: 'Captains/{CaptainID}/Voyages',
	id: 'VoyageID',
	scope: 'fleet.voyages',
	writes: { create: 'POST', update: 'POST', body: 'bare' },
	envelopes: { one: 'Voyage', many: 'Voyages' },
	fields: { Name: text('Name'), Legs: legs },
	operations: (voyage) => {
		const row = create(voyage, 'createVoyage', ['Name']);
		return { create: { ...row, required: { CaptainID: captain, ...row.required } } };
	},
});

const fleet: Api = {
	name: 'Fleet',
	basePath: '/fleet.xro',
	conventions: { calendarDates: new Set(), accessRequirements: () => '', sentences: () => ['insufficient_scope'] },
	resources: [sailor, voyage],
};

const SAILORS: readonly IDataObject[] = [
	{ SailorID: id(1), Name: 'Ada Quill', Email: 'ada@ridge.example' },
	{ SailorID: id(2), Name: 'Bo  Tarn' },
	{ SailorID: id(3), Name: 'Cy Dune' },
	{ SailorID: id(4), Name: 'cy dune' },
	{ SailorID: id(5), Name: 'Bo Tarn', Ashore: true },
];

const byName = (value: string) => ({ __rl: true, mode: 'name', value });

/** Runs items that create voyages, and gives what came out with the calls in their order. */
async function run(items: readonly IDataObject[], crew: (request: Sent) => Reply | undefined = () => undefined) {
	const calls: string[] = [];
	const bodies: unknown[] = [];
	const { ctx } = fakeExecute({
		parameters: items.map((item) => ({
			organisation: { __rl: true, mode: 'id', value: ORGANISATION },
			resource: 'voyage',
			operation: 'create',
			input: 'fields',
			Name: 'Out',
			additionalFields: {},
			options: {},
			...item,
		})),
		continueOnFail: true,
		reply: (request) => {
			const { page } = request.query;
			const path = request.path.replace('/fleet.xro', '');
			calls.push(`${request.method} ${path}${page === undefined ? '' : ` ${String(page)}`}`);
			if (request.method === 'POST') {
				bodies.push(request.body);
				return { body: { Voyage: { ...(request.body as IDataObject), VoyageID: id(99) } } };
			}
			const from = 2 * (Number(page) - 1);
			return crew(request) ?? { body: { Sailors: SAILORS.slice(from, from + 2) } };
		},
	});
	const [out = []] = await execute(fleet, ctx);
	return { calls, bodies, out: out.map(({ json }) => json) };
}

const LISTS = ['GET /Sailors 1', 'GET /Sailors 2', 'GET /Sailors 3'];

describe('A record that is picked by name', () => {
	it('is looked up in its list, which is read once for all items, and stands in path and rows by its ID', async () => {
		const { calls, bodies } = await run([
			{ CaptainID: byName('ada quill '), additionalFields: { Legs: { leg: [{ Port: 'Bluff', PilotID: byName('Bo Tarn') }] } } },
			{ CaptainID: byName('ADA@ridge.example') },
		]);

		expect(calls.slice(0, 3)).toEqual(LISTS);
		expect(calls.slice(3)).toEqual([`POST /Captains/${id(1)}/Voyages`, `POST /Captains/${id(1)}/Voyages`]);
		expect(bodies[0]).toEqual({ Name: 'Out', Legs: [{ Port: 'Bluff', PilotID: id(2) }] });
	});

	it('is asked of nobody when all are picked by ID', async () => {
		const { calls } = await run([{ CaptainID: { __rl: true, mode: 'id', value: id(1) } }]);

		expect(calls).toEqual([`POST /Captains/${id(1)}/Voyages`]);
	});

	it('is refused with its row when nobody has the name, or several, and the other items go on', async () => {
		const { calls, out } = await run([
			{ CaptainID: byName('Dee Void') },
			{
				CaptainID: byName('Cy Dune'),
				additionalFields: { Legs: { leg: [{ PilotID: byName('Bo Tarn') }, { PilotID: byName('Eve Moor') }] } },
			},
			{ CaptainID: byName('Ada Quill') },
		]);

		expect(calls.filter((call) => call.startsWith('POST'))).toHaveLength(1);
		expect(out.map(({ error, VoyageID }) => error ?? VoyageID)).toEqual([
			'Item 1, Captain “Dee Void”: Xero has no sailor so named. Check the name, or choose it From List',
			'Item 2, Captain “Cy Dune”: Xero has 2 sailors so named. Use By ID\nItem 2, Leg 2, Pilot “Eve Moor”: Xero has no sailor so named. Check the name, or choose it From List',
			id(99),
		]);
	});

	it('is looked up in the organisation of its item', async () => {
		const seen: unknown[] = [];
		await run(
			[
				{ CaptainID: byName('Ada Quill') },
				{ CaptainID: byName('Ada Quill'), organisation: { __rl: true, mode: 'id', value: OTHER } },
			],
			({ headers, query }) => {
				if (query.page === '1') seen.push(headers['Xero-Tenant-Id']);
				return undefined;
			},
		);

		expect(seen.sort()).toEqual([ORGANISATION, OTHER]);
	});

	it('says which scope it takes when the list may not be read', async () => {
		const { out } = await run([{ CaptainID: byName('Ada Quill') }], () => ({
			statusCode: 403,
			body: { Title: 'Forbidden', Detail: 'insufficient_scope' },
		}));

		expect(JSON.stringify(out[0])).toContain('fleet.crew.read');
	});
});
