import type { IDataObject } from 'n8n-workflow';
import { number, text } from '../../nodes/shared/inputs/scalars';
import type { JoinedResult } from '../../nodes/shared/model/context';
import { sentencesOf } from '../../nodes/shared/model/errorMessages';
import type { Api } from '../../nodes/shared/model/operation';
import { operation, resource } from '../../nodes/shared/model/operation';
import { execute } from '../../nodes/shared/run/execute';
import type { Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { HARBOUR } from './thingsApi';

const required = { sailor: text('Sailor'), hours: number('Hours', { max: 24 }) };

/** Hours of one sailor go in one call; more than 24 of them in all are refused for the item that is too much. */
const watch = resource({
	key: 'watch',
	name: 'Watch',
	plural: 'Watches',
	path: 'Watches',
	id: 'WatchID',
	description: 'Hours on watch',
	scope: 'fleet.watches',
	fields: required,
	operations: () => ({
		import: operation<typeof required>({
			xero: 'importWatches',
			name: 'Import',
			action: 'Import watches',
			method: 'POST',
			path: '/Watches',
			required,
			joinItems: ({ input }) => String(input.sailor).toLowerCase(),
			async runJoined({ joined, request, refusalOf }) {
				let sum = 0;
				const taken = joined.filter(({ input }) => (sum += input.hours ?? 0) <= 24);
				await request({ method: 'POST', path: '/Watches', body: { hours: taken.map(({ input }) => input.hours) } });
				return joined.map(({ item, input }): JoinedResult =>
					taken.some((one) => one.item === item)
						? {
								item,
								rows: [{ json: { sailor: input.sailor, hours: input.hours } }],
								...(input.hours === 0 ? { findings: [{ place: ['Hours'], says: 'are none' }] } : {}),
							}
						: { item, error: refusalOf(item, { place: ['Hours'], value: String(input.hours), says: 'are too many for a day' }) },
				);
			},
		}),
	}),
});

const fleet: Api = {
	name: 'Fleet',
	basePath: '/fleet.xro',
	conventions: { calendarDates: new Set(), accessRequirements: () => '', sentences: sentencesOf },
	resources: [watch],
};

const run = async (rows: readonly IDataObject[], { goesOn = true, reply = (): Reply => ({ body: {} }) } = {}) => {
	const sent: Sent[] = [];
	const { ctx, hints } = fakeExecute({
		parameters: rows.map((row) => ({
			organisation: { __rl: true, mode: 'list', value: HARBOUR },
			resource: 'watch',
			operation: 'import',
			...row,
		})),
		continueOnFail: goesOn,
		reply: (request) => {
			sent.push(request);
			return reply();
		},
	});
	const [out] = await execute(fleet, ctx);
	return { out: out!, bodies: sent.map(({ body }) => body), hints };
};

describe('Items that belong together are done in one go', () => {
	it('by their key, and each gives a row of its own, in the order of the input', async () => {
		const { out, bodies } = await run([
			{ sailor: 'Ngaio', hours: 8 },
			{ sailor: 'Rata', hours: 6 },
			{ sailor: 'NGAIO', hours: 4 },
		]);

		expect(bodies).toEqual([{ hours: [8, 4] }, { hours: [6] }]);
		expect(out.map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ sailor: 'Ngaio', hours: 8 }, { item: 0 }],
			[{ sailor: 'Rata', hours: 6 }, { item: 1 }],
			[{ sailor: 'NGAIO', hours: 4 }, { item: 2 }],
		]);
	});

	it('and one of them that is refused is told of by itself', async () => {
		const { out } = await run([
			{ sailor: 'Ngaio', hours: 20 },
			{ sailor: 'Ngaio', hours: 8 },
			{ sailor: 'Ngaio', hours: 30 },
		]);

		expect(out.map(({ json }) => json.error ?? json.hours)).toEqual([
			20,
			'Item 2, Hours “8”: are too many for a day',
			'Item 3, Hours “30”: can be at most 24',
		]);
	});

	it('and what there is to say of one stands in its row', async () => {
		const { out } = await run([
			{ sailor: 'Ngaio', hours: 0 },
			{ sailor: 'Ngaio', hours: 8 },
		]);

		expect(out.map(({ json }) => json._findings)).toEqual([
			[{ level: 'warning', code: 'notKept', item: 1, field: 'Hours', value: null, reason: 'are none' }],
			undefined,
		]);
	});

	it('and a refusal of the call stands for all of them', async () => {
		const { out } = await run(
			[
				{ sailor: 'Ngaio', hours: 1 },
				{ sailor: 'Rata', hours: 2 },
				{ sailor: 'Ngaio', hours: 3 },
			],
			{ reply: () => ({ statusCode: 400, body: { Message: 'The log is closed' } }) },
		);

		expect(out.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			['Item 1: Xero says: The log is closed', { item: 0 }],
			['Item 2: Xero says: The log is closed', { item: 1 }],
			['Item 3: Xero says: The log is closed', { item: 2 }],
		]);
	});

	it('and without Continue On Fail one error lists what was refused, and tells what stays', async () => {
		await expect(
			run(
				[
					{ sailor: 'Ngaio', hours: 20 },
					{ sailor: 'Ngaio', hours: 8 },
				],
				{ goesOn: false },
			),
		).rejects.toMatchObject({
			message: 'Item 2, Hours “8”: are too many for a day',
			context: { xero: { items: [1] } },
		});
	});
});
