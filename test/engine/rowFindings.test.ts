import type { IDataObject } from 'n8n-workflow';
import { record } from '../../nodes/shared/inputs/locators';
import type { OperationContext, OutputItem } from '../../nodes/shared/model/context';
import { sentencesOf } from '../../nodes/shared/model/errorMessages';
import type { Api } from '../../nodes/shared/model/operation';
import { operation, resource } from '../../nodes/shared/model/operation';
import { toError } from '../../nodes/shared/model/values';
import { execute } from '../../nodes/shared/run/execute';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { HARBOUR } from './thingsApi';

const LEAKY = { code: 'leaky', place: ['Boat'], value: 'Tui', says: 'takes water', todo: 'Caulk it', details: { litres: 12 } };

/** Weighs boats one by one: those that are too heavy are told of, of those that sank there is none. */
const weigh = async (call: OperationContext): Promise<readonly OutputItem[]> => {
	const answer = await call.request({ path: '/Boats', envelope: 'Boats' });
	return call.recordsIn(answer, 'Boats').map((json): OutputItem => {
		if (json.isLeaky === true) return { json, findings: [LEAKY] };
		if (json.isSunk !== true) return { json };
		try {
			return call.refuse({ place: ['Boat'], value: String(json.name), says: 'is under water', state: 'refused' });
		} catch (cause) {
			return { json: { name: json.name }, error: toError(cause) };
		}
	});
};

/** Asks another API for the tide, of another scope, and goes on without it. */
const sail = async (call: OperationContext): Promise<readonly OutputItem[]> => {
	const tide = await call.request({ basePath: '/tides.xro/1.0', path: '/Tide', scope: 'tides.read' }).then(
		({ status }) => String(status),
		({ message }: Error) => message,
	);
	const { status } = await call.request({ path: '/Boats' });
	return [{ json: { tide, boats: status, day: call.today(), stops: call.stopsAtRefusals } }];
};

const row = (run: (call: OperationContext) => Promise<readonly OutputItem[]>) =>
	operation({
		xero: 'getBoats',
		name: 'Weigh',
		action: 'Weigh boats',
		method: 'GET',
		path: '/Boats',
		required: { harbour: { ...record('Harbour', 'harbour'), write: () => undefined } },
		simplified: ['name'],
		scope: 'fleet.boats.read',
		run,
	});

const fleet: Api = {
	name: 'Fleet',
	basePath: '/fleet.xro/1.0',
	conventions: { calendarDates: new Set(), accessRequirements: () => '', sentences: sentencesOf },
	resources: [
		resource({
			key: 'boat',
			name: 'Boat',
			plural: 'Boats',
			path: 'Boats',
			id: 'name',
			description: 'A boat',
			scope: 'fleet.boats',
			fields: {},
			operations: () => ({ weigh: row(weigh), sail: row(sail) }),
		}),
	],
};

const boats = (...some: readonly IDataObject[]) => ({ body: { Boats: some } });
const TUI = { name: 'Tui', isLeaky: true };
const KEA = { name: 'Kea' };
const MOA = { name: 'Moa', isSunk: true };

async function run(name: string, reply: (sent: Sent) => Reply, { goesOn = true, timezone = 'Pacific/Auckland' } = {}) {
	const organisation = { __rl: true, mode: 'id', value: HARBOUR };
	const { ctx, hints, requests } = fakeExecute({
		parameters: [{ organisation, resource: 'boat', operation: name, harbour: organisation, simplify: true }],
		continueOnFail: goesOn,
		timezone,
		reply,
	});
	const [items = []] = await execute(fleet, ctx);
	return { rows: items.map(({ json }) => json), hints: hints.map(({ message }) => message), requests };
}

describe('An operation’s own function', () => {
	it('tells what is to be looked at in a row, in that row and once under the output', async () => {
		const { rows, hints } = await run('weigh', () => boats(TUI, KEA, TUI));

		const warning = {
			level: 'warning',
			code: 'leaky',
			item: 1,
			field: 'Boat',
			value: 'Tui',
			reason: 'takes water. Caulk it',
			litres: 12,
		};
		expect(rows).toEqual([{ name: 'Tui', _findings: [warning] }, { name: 'Kea' }, { name: 'Tui', _findings: [warning] }]);
		expect(hints).toEqual(['Look at this: Item 1, Boat “Tui”: takes water. Caulk it', '1 call to Xero']);
	});

	it('gives the records that could be had, and a row for each of the others, when the node goes on', async () => {
		const { rows, hints } = await run('weigh', () => boats(MOA, KEA));

		expect(rows).toEqual([
			{ name: 'Kea' },
			{ error: 'Item 1, Boat “Moa”: is under water', details: { description: '', name: 'Moa' } },
		]);
		expect(hints).toEqual(['1 record could not be read: a row each says which and why', '1 call to Xero']);
	});

	it('ends the run with the first that could not be had when the node does not go on', async () => {
		await expect(run('weigh', () => boats(MOA, KEA), { goesOn: false })).rejects.toThrow('Item 1, Boat “Moa”: is under water');
	});

	it('reaches another of Xero’s APIs, and goes on without one that the connection may not read', async () => {
		const lacks = { statusCode: 401, headers: { 'www-authenticate': 'error="insufficient_scope"' }, body: '' };
		const { rows, requests } = await run('sail', ({ path }) => (path.endsWith('/Tide') ? lacks : boats(KEA)));

		expect(requests.map(({ path }) => path)).toEqual(['/tides.xro/1.0/Tide', '/fleet.xro/1.0/Boats']);
		expect(rows[0]).toMatchObject({ boats: 200 });
		expect(rows[0]!.tide).toContain('tides.read');
	});

	it('knows the day of the workflow’s time zone, and whether the run ends with a refusal', async () => {
		const day = async (timezone: string, goesOn: boolean) => (await run('sail', () => boats(KEA), { timezone, goesOn })).rows[0]!;

		const [first, last] = [await day('Pacific/Kiritimati', true), await day('Pacific/Pago_Pago', false)];
		expect([first.stops, last.stops]).toEqual([false, true]);
		// Fourteen hours ahead of UTC, and eleven behind: never the same day.
		expect(String(first.day) > String(last.day)).toBe(true);
		expect([first.day, last.day]).toEqual([
			expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
			expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
		]);
	});
});
