import type { IDataObject } from 'n8n-workflow';
import { record } from '../../nodes/shared/inputs/locators';
import { choice, date, number, text } from '../../nodes/shared/inputs/scalars';
import type { Api, Conventions } from '../../nodes/shared/model/operation';
import { resource } from '../../nodes/shared/model/operation';
import { create, get, list, setStatus, update } from '../../nodes/shared/operations/crud';
import { replaceRecord } from '../../nodes/shared/operations/replaceRecord';
import { sentencesOf } from '../../nodes/shared/model/errorMessages';
import { execute } from '../../nodes/shared/run/execute';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { HARBOUR } from './thingsApi';

/** An array of one travels; all answers have the plural; days come as moments; a page that is not full is the last. */
const ship = resource({
	key: 'ship',
	name: 'Ship',
	plural: 'Ships',
	path: '1.0/Ships',
	id: 'ShipID',
	description: 'A ship',
	scope: 'fleet.ships',
	fields: { Name: text('Name'), Tons: number('Tons') },
	writes: { create: 'POST', update: 'POST', body: 'array' },
	envelopes: { one: 'Ships', many: 'Ships' },
	operations: (kind) => ({
		create: create(kind, 'createShip', ['Name']),
		update: update(kind, 'updateShip'),
		launch: setStatus(kind, 'updateShip', 'Launch', { Status: 'AFLOAT' }, 'Put a ship to water'),
		get: get(kind, 'getShip'),
		getAll: list(kind, 'getShips', {}, { by: 'page', size: 100, fixed: true }),
		/** Read first, and held against what goes with the rest of it. */
		refit: replaceRecord(kind, {
			xero: ['updateShip', 'getShip'],
			action: 'Refit a ship',
			method: 'POST',
			body: 'array',
			path: '/1.0/Ships/{ShipID}',
			required: { ShipID: record('Ship', 'ship') },
			whole: kind.fields,
			check: ({ Name, Tons }) =>
				Number(Tons) > 100 ? [{ place: ['Tons'], says: `is too much for ${String(Name)}` }] : undefined,
		}),
	}),
});

/** One bare body travels; the envelope is `crew` or `crews`; every page says how many there are; days have names of their own. */
const crew = resource({
	key: 'crew',
	name: 'Crew',
	plural: 'Crews',
	path: '2.0/Crews',
	id: 'crewID',
	description: 'Who sails',
	scope: 'fleet.crews',
	fields: { name: text('Name'), birthday: date('Birthday') },
	writes: { create: 'POST', update: 'PUT', body: 'bare' },
	envelopes: { one: 'crew', many: 'crews' },
	conventions: {
		calendarDates: new Set(['birthday']),
		moments: new Set(['lastSeen']),
		accessRequirements: () => 'The person who connected must be the captain.',
		isRefusal: (body) => body !== null && typeof body === 'object' && 'problem' in body && body.problem !== null,
	},
	operations: (kind) => ({
		create: create(kind, 'createCrew', ['name']),
		update: update(kind, 'updateCrew'),
		get: get(kind, 'getCrew'),
		getAll: list(kind, 'getCrews', {}, { by: 'page', size: 100, fixed: true, counted: true }),
		/** The one list that holds its days as the API does. */
		getLog: {
			...list(kind, 'getLog', {}, { by: 'nothing' }),
			path: '/2.0/Log',
			envelope: 'log',
			conventions: { calendarDates: new Set(['day']) },
		},
	}),
});

const name = text('Name');

/** What is on board: a full update clears what it is not sent; a list is inside of what wraps it, and is sifted in part here. */
const cargo = resource({
	key: 'cargo',
	name: 'Cargo',
	plural: 'Cargoes',
	path: '2.0/Ships/{shipID}/Cargo',
	id: 'cargoID',
	description: 'What is on board',
	scope: 'fleet.cargo',
	fields: {
		name,
		mark: text('Mark'),
		kind: choice('Kind', [
			['dry', 'Dry'],
			['wet', 'Wet'],
		]),
		owner: { ...date('Owned Since'), isPrivate: true },
	},
	writes: { create: 'POST', update: 'PUT', body: 'bare' },
	envelopes: { one: 'cargo', many: 'hold.cargoes' },
	operations: (kind) => {
		const inShip = { shipID: record('Ship', 'ship') };
		const at = { path: '/2.0/Ships/{shipID}/Cargo/{cargoID}', required: { ...inShip, cargoID: record('Cargo', 'cargo') } };
		const shape = (one: IDataObject, input: Readonly<Record<string, unknown>>): IDataObject => ({
			...one,
			ship: (input.shipID as { value: string }).value,
		});
		const row = { ...at, xero: ['updateCargo', 'getCargo'], action: 'Update a cargo', whole: kind.fields };
		return {
			getAll: {
				...list(
					kind,
					'getCargoes',
					{
						name: { ...name, filter: (value: unknown) => (String(value).includes(',') ? undefined : `name==${String(value)}`) },
						port: { ...text('Port'), filter: (value: unknown) => `port==${String(value)}` },
						kind: {
							...kind.fields.kind!,
							write: () => undefined,
							matches: (value: unknown) => (one: IDataObject) => one.kind === value,
						},
					},
					{ by: 'nothing' },
				),
				required: inShip,
				shape,
				simplified: ['cargoID', 'ship'],
			},
			update: replaceRecord(kind, row),
			updateListed: replaceRecord(kind, {
				...row,
				before: { path: '/2.0/Ships/{shipID}/Cargo', envelope: 'hold.cargoes', id: 'cargoID' },
			}),
		};
	},
});

const conventions: Conventions = {
	calendarDates: new Set(['LaunchDate']),
	accessRequirements: () => 'The fleet must be set up.',
	sentences: (body, sent) => [
		...sentencesOf(body),
		...(sent === undefined ? [] : [`Sent: ${Object.keys(sent as object).join()}`]),
	],
	repeatable: (sentence, told) =>
		told.reduce((text, { Name }) => (typeof Name === 'string' ? text.replaceAll(Name, '…') : text), sentence),
};

const fleet: Api = { name: 'Fleet', basePath: '/fleet.xro', conventions, resources: [ship, crew, cargo] };

const run = async (parameters: IDataObject | readonly IDataObject[], reply: (request: Sent) => Reply) => {
	const { ctx, requests } = fakeExecute({
		parameters: [parameters].flat().map((one) => ({ organisation: { __rl: true, mode: 'list', value: HARBOUR }, ...one })),
		continueOnFail: true,
		reply,
	});
	const [rows] = await execute(fleet, ctx);
	return {
		rows: rows!.map(({ json }) => json),
		calls: requests.map(({ method, path, body }) => [method, path, ...(body === undefined ? [] : [body])]),
		queries: requests.map(({ query }) => query),
	};
};
const ID = '4e3d2c1b-0a99-4887-9766-55443322a101';
const byId = { __rl: true, mode: 'id', value: ID };
const saved = (record: IDataObject, envelope: string): Reply => ({ body: { [envelope]: record } });

describe('A resource says how its records travel', () => {
	it('as an array of one, created and changed with POST', async () => {
		const given = { resource: 'ship', operation: 'create', Name: 'Petrel', additionalFields: { Tons: 12.5 } };
		const made = await run(given, ({ body }) => ({ body: { Ships: [{ ...(body as IDataObject[])[0], ShipID: ID }] } }));
		expect(made.calls).toEqual([['POST', '/fleet.xro/1.0/Ships', [{ Name: 'Petrel', Tons: 12.5 }]]]);
		expect(made.rows).toEqual([{ Name: 'Petrel', Tons: 12.5, ShipID: ID }]);

		const launched = await run({ resource: 'ship', operation: 'launch', ShipID: byId }, () =>
			saved({ ShipID: ID, Status: 'AFLOAT' }, 'Ships'),
		);
		expect(launched.calls).toEqual([['POST', `/fleet.xro/1.0/Ships/${ID}`, [{ Status: 'AFLOAT' }]]]);
	});

	it('bare, created with POST and changed with PUT, answered under another name than the list', async () => {
		const given = { resource: 'crew', operation: 'create', name: 'Ngaio' };
		const made = await run(given, ({ body }) => saved({ ...(body as IDataObject), crewID: ID }, 'crew'));
		expect(made.calls).toEqual([['POST', '/fleet.xro/2.0/Crews', { name: 'Ngaio' }]]);
		expect(made.rows).toEqual([{ name: 'Ngaio', crewID: ID }]);

		const change = { resource: 'crew', operation: 'update', crewID: byId, additionalFields: { name: 'Rata' } };
		const changed = await run(change, () => saved({ crewID: ID, name: 'Rata' }, 'crew'));
		expect(changed.calls).toEqual([['PUT', `/fleet.xro/2.0/Crews/${ID}`, { name: 'Rata' }]]);
	});

	it('one call for each item where a call takes one', async () => {
		const given = ['Petrel', 'Prion'].map((Name) => ({ resource: 'ship', operation: 'create', Name }));
		const { calls } = await run(given, ({ body }) => ({ body: { Ships: [{ ...(body as IDataObject[])[0], ShipID: ID }] } }));
		expect(calls.map(([, , body]) => body).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual([
			[{ Name: 'Petrel' }],
			[{ Name: 'Prion' }],
		]);
	});
});

describe('Dates', () => {
	it('are days by the names of the resource, told as moments or not, and moments in UTC', async () => {
		const answer = {
			crewID: ID,
			birthday: '1990-12-01T00:00:00',
			updatedDateUTC: '2026-03-02T09:34:56.1234567',
			lastSeen: '2026-03-02T10:00:00',
			joined: '2026-03-02T10:00:00',
		};
		const { rows } = await run({ resource: 'crew', operation: 'get', crewID: byId }, () => saved(answer, 'crew'));
		expect(rows).toEqual([
			{
				crewID: ID,
				birthday: '1990-12-01',
				updatedDateUTC: '2026-03-02T09:34:56.123Z',
				lastSeen: '2026-03-02T10:00:00Z',
				joined: '2026-03-02T10:00:00',
			},
		]);
	});

	it("are days by the row's own names, or by the API's where nothing else is said", async () => {
		const log = await run({ resource: 'crew', operation: 'getLog', returnAll: true }, () => ({
			body: { log: [{ day: '2020-05-01T00:00:00Z', birthday: '1990-12-01T00:00:00' }] },
		}));
		expect(log.rows).toEqual([{ day: '2020-05-01', birthday: '1990-12-01T00:00:00' }]);

		const got = await run({ resource: 'ship', operation: 'get', ShipID: byId }, () =>
			saved({ ShipID: ID, LaunchDate: '/Date(1573171200000+0000)/' }, 'Ships'),
		);
		expect(got.rows).toEqual([{ ShipID: ID, LaunchDate: '2019-11-08' }]);
	});
});

describe('Pages', () => {
	const crews = (count: number, from = 0) => Array.from({ length: count }, (_, index) => ({ crewID: `c${from + index}` }));

	it('that count themselves are read to the last one and not beyond, full or empty', async () => {
		const answers = [crews(100), crews(100, 100)];
		const two = await run({ resource: 'crew', operation: 'getAll', returnAll: true }, ({ query }) => ({
			body: { crews: answers[Number(query.page) - 1], pagination: { page: Number(query.page), pageCount: 2, itemCount: 200 } },
		}));
		expect(two.rows).toHaveLength(200);
		expect(two.queries.map(({ page }) => page)).toEqual(['1', '2']);

		for (const count of [0, 100]) {
			const one = await run({ resource: 'crew', operation: 'getAll', returnAll: true }, () => ({
				body: { crews: crews(count), pagination: { pageCount: 0, itemCount: count } },
			}));
			expect([one.rows.length, one.calls.length]).toEqual([count, 1]);
		}
	});

	it('are read to an empty one where they were to count themselves and do not', async () => {
		const { rows, queries } = await run({ resource: 'crew', operation: 'getAll', returnAll: true }, ({ query }) => ({
			body: { crews: query.page === '1' ? crews(100) : [] },
		}));
		expect(rows).toHaveLength(100);
		expect(queries.map(({ page }) => page)).toEqual(['1', '2']);
	});

	it('that do not are read until one is not full', async () => {
		const ships = Array.from({ length: 130 }, (_, index) => ({ ShipID: `s${index}` }));
		const { rows, queries } = await run({ resource: 'ship', operation: 'getAll', returnAll: true }, ({ query }) => ({
			body: { Ships: ships.slice((Number(query.page) - 1) * 100, Number(query.page) * 100) },
		}));
		expect(rows).toHaveLength(130);
		expect(queries.map(({ page }) => page)).toEqual(['1', '2']);
	});
});

describe('A list', () => {
	const SHIP = '4e3d2c1b-0a99-4887-9766-55443322a102';
	const ship = { __rl: true, mode: 'id', value: SHIP };
	const hold = {
		hold: {
			cargoes: [
				{ cargoID: 'c1', kind: 'dry' },
				{ cargoID: 'c2', kind: 'wet' },
			],
		},
	};

	it('may stand inside of what wraps it, be asked for by parts of one filter, sifted here, and say whose it is', async () => {
		const { rows, queries } = await run(
			{
				resource: 'cargo',
				operation: 'getAll',
				shipID: ship,
				returnAll: true,
				filters: { name: 'Tea', port: 'Nelson', kind: 'Wet' },
			},
			() => ({ body: hold }),
		);
		expect(queries).toEqual([{ filter: 'name==Tea,port==Nelson' }]);
		expect(rows).toEqual([{ cargoID: 'c2', ship: SHIP }]);
	});

	it('is not asked for by what its filter cannot hold', async () => {
		const { queries } = await run(
			{ resource: 'cargo', operation: 'getAll', shipID: ship, returnAll: true, filters: { name: 'Tea, black' } },
			() => ({ body: hold }),
		);
		expect(queries).toEqual([{}]);
	});
});

describe('A full update', () => {
	const SHIP = '4e3d2c1b-0a99-4887-9766-55443322a102';
	const which = { shipID: { __rl: true, mode: 'id', value: SHIP }, cargoID: byId };
	const before = { cargoID: ID, name: 'Tea', mark: 'A', kind: 'none', owner: '2026-03-01', weight: 4, note: null };

	it('sends the record whole, without what it cannot take back, and with what is given over it', async () => {
		const { calls, rows } = await run(
			{ resource: 'cargo', operation: 'update', ...which, additionalFields: { name: 'Coffee' } },
			({ method, body }) => saved(method === 'GET' ? before : { ...(body as IDataObject), cargoID: ID }, 'cargo'),
		);
		expect(calls).toEqual([
			['GET', `/fleet.xro/2.0/Ships/${SHIP}/Cargo/${ID}`],
			['PUT', `/fleet.xro/2.0/Ships/${SHIP}/Cargo/${ID}`, { name: 'Coffee', mark: 'A', owner: '2026-03-01' }],
		]);
		expect(rows).toEqual([{ name: 'Coffee', mark: 'A', owner: '2026-03-01', cargoID: ID }]);
	});

	it('finds the record in its list where it cannot be read alone, and stops where it is not in it', async () => {
		const given = { resource: 'cargo', operation: 'updateListed', ...which, additionalFields: { clearFields: ['mark'] } };
		const found = await run(given, ({ method }) =>
			method === 'GET' ? { body: { hold: { cargoes: [{ cargoID: 'other' }, before] } } } : saved({ cargoID: ID }, 'cargo'),
		);
		expect(found.calls).toEqual([
			['GET', `/fleet.xro/2.0/Ships/${SHIP}/Cargo`],
			['PUT', `/fleet.xro/2.0/Ships/${SHIP}/Cargo/${ID}`, { name: 'Tea', owner: '2026-03-01' }],
		]);
		const missing = await run(given, () => ({ body: { hold: { cargoes: [{ cargoID: 'other' }] } } }));
		expect(missing.calls).toHaveLength(1);
		expect(missing.rows[0]!.error).toBe(
			'Item 1: is not in the organisation chosen. It may belong to another organisation: check Organisation',
		);
	});

	it('travels as the resource has it, and is held against what is there before it is sent', async () => {
		const refit = { resource: 'ship', operation: 'refit', ShipID: byId };
		const there = ({ method, body }: Sent) => ({
			body: {
				Ships: [method === 'GET' ? { ShipID: ID, Name: 'Petrel', Tons: 12 } : { ShipID: ID, ...(body as IDataObject[])[0] }],
			},
		});
		const { calls, rows } = await run({ ...refit, additionalFields: { Tons: 14 } }, there);
		expect(calls).toEqual([
			['GET', `/fleet.xro/1.0/Ships/${ID}`],
			['POST', `/fleet.xro/1.0/Ships/${ID}`, [{ Name: 'Petrel', Tons: 14 }]],
		]);
		expect(rows).toEqual([{ ShipID: ID, Name: 'Petrel', Tons: 14 }]);
		const much = await run({ ...refit, additionalFields: { Tons: 140 } }, there);
		expect(much.calls).toHaveLength(1);
		expect(much.rows[0]!.error).toBe('Item 1, Tons: is too much for Petrel');
	});

	it('tells of what it emptied though nobody named it, without the value', async () => {
		const { rows } = await run(
			{ resource: 'cargo', operation: 'update', ...which, additionalFields: { name: 'Coffee' } },
			({ method, body }) =>
				saved(method === 'GET' ? before : { ...(body as IDataObject), cargoID: ID, weight: null, note: null }, 'cargo'),
		);
		expect(rows).toMatchObject([
			{
				name: 'Coffee',
				_findings: [
					{
						code: 'cleared',
						field: 'Weight',
						value: null,
						reason:
							'had a value before this update, and has none now. Look at it in Xero, and set it there or with the operation that is for it',
					},
				],
			},
		]);
	});

	it('is not taken for done when another record is answered', async () => {
		const { rows } = await run(
			{ resource: 'cargo', operation: 'update', ...which, additionalFields: { name: 'Coffee' } },
			({ method }) => saved(method === 'GET' ? before : { cargoID: SHIP }, 'cargo'),
		);
		expect(rows[0]!.error).toBe(
			'Item 1: Xero answered with another record than the one sent. Look in Xero before sending it again',
		);
	});

	it('repeats no value of a private input, from the panel or from JSON, and hands what was sent to what reads a refusal', async () => {
		for (const given of [{ additionalFields: { owner: 'yesterday' } }, { input: 'json', body: { owner: 'yesterday' } }]) {
			const { rows, calls } = await run({ resource: 'cargo', operation: 'update', ...which, ...given }, () => ({}));
			expect(calls).toEqual([]);
			expect(JSON.stringify(rows)).toMatch(/(Owned Since|JSON, owner): is not a date/);
			expect(JSON.stringify(rows)).not.toContain('yesterday');
		}
		const { rows } = await run(
			{ resource: 'cargo', operation: 'update', ...which, additionalFields: { name: 'Coffee' } },
			({ method }) => (method === 'GET' ? saved(before, 'cargo') : { statusCode: 400, body: {} }),
		);
		expect(rows[0]!.error).toBe('Item 1: Xero says: Sent: name,mark,owner');
	});
});

describe('A refusal', () => {
	const problem = {
		title: 'BadRequest',
		status: '400',
		detail: 'Validation error occurred.',
		invalidFields: [
			{ name: '_default', reason: 'A crew needs a ship.' },
			{ name: 'birthday', reason: 'It must be in the past.' },
			{ name: 'name', reason: 'The name is too long.' },
		],
	};

	it('names each field that is wrong, once, without the words that stand for them', async () => {
		const { rows } = await run({ resource: 'crew', operation: 'create', name: 'Ngaio' }, () => ({
			statusCode: 400,
			body: { problem },
		}));
		expect(rows[0]!.error).toBe('Item 1: Xero says: A crew needs a ship.');
		expect((rows[0]!.details as IDataObject).description).toContain('birthday: It must be in the past. The name is too long.');
		expect(JSON.stringify(rows)).not.toContain('Validation error occurred');
	});

	it('may come with a good status', async () => {
		const { rows } = await run({ resource: 'crew', operation: 'create', name: 'Ngaio' }, () => ({
			body: { crew: null, problem },
		}));
		expect(rows[0]!.error).toBe('Item 1: Xero says: A crew needs a ship.');
	});

	it('of a record in a good answer repeats what may be repeated, whether one is created or changed whole', async () => {
		const refused = { ShipID: ID, Name: 'Petrel', ValidationErrors: [{ Message: 'There is a Petrel already' }] };
		for (const given of [
			{ operation: 'create', Name: 'Petrel' },
			{ operation: 'refit', ShipID: byId, additionalFields: { Tons: 12 } },
		]) {
			const { rows } = await run({ resource: 'ship', ...given }, ({ method }) => ({
				body: { Ships: [method === 'GET' ? { ShipID: ID } : refused] },
			}));
			expect(rows[0]!.error).toBe('Item 1: Xero says: There is a … already');
			expect(JSON.stringify(rows[0]!.details)).not.toContain('Petrel already');
		}
	});

	it('of access says what the resource takes, or the API', async () => {
		const texts = await Promise.all(
			[
				{ resource: 'crew', operation: 'get', crewID: byId },
				{ resource: 'ship', operation: 'get', ShipID: byId },
			].map(async (given) => {
				const { rows } = await run(given, () => ({ statusCode: 403, body: { Detail: 'AuthorizationUnsuccessful' } }));
				return (rows[0]!.details as IDataObject).description;
			}),
		);
		expect(texts[0]).toContain('The person who connected must be the captain.');
		expect(texts[1]).toContain('The fleet must be set up.');
	});

	it('of a method says so as well: it is how an API that an organisation does not have answers', async () => {
		const { rows } = await run({ resource: 'ship', operation: 'get', ShipID: byId }, () => ({
			statusCode: 405,
			body: 'Not allowed',
		}));
		expect((rows[0]!.details as IDataObject).description).toContain('The fleet must be set up.');
	});
});
