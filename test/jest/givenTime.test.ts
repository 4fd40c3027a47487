import { DateTime } from 'luxon';
import { startSandbox } from '../../sandbox/server';
import { oneNode, runWorkflow } from '../n8n';

/** Far less than the day that tests are about, far more than loading takes. */
const HALF_AN_HOUR = 30 * 60_000;

const near = (moment: number): boolean => {
	const since = moment - Date.parse(process.env.TEST_NOW!);
	return since >= 0 && since < HALF_AN_HOUR;
};

describe('The time of a test', () => {
	it('is the one given, in every way of asking', () => {
		expect([Date.now(), new Date().getTime(), Date.parse(Date()), DateTime.now().toMillis()].map((at) => near(at + 999))).toEqual(
			[...[true, true, true, true]],
		);
	});

	it('is that of the expressions of n8n', async () => {
		const echo = oneNode('echo', { at: '={{ $now.toMillis() }}' }, [{}]);
		const ran = await runWorkflow(echo, {
			types: {
				echo: {
					description: {
						...{ displayName: 'Echo', name: 'echo', group: [], version: 1, description: '', defaults: { name: 'Echo' } },
						...{ inputs: ['main'], outputs: ['main'] },
						properties: [{ displayName: 'At', name: 'at', type: 'number', default: 0 }],
					},
					async execute() {
						return [[{ json: { at: this.getNodeParameter('at', 0) as number } }]];
					},
				},
			},
			credentials: {},
		});
		expect(near(Number(ran.json('Xero')[0]?.at))).toBe(true);
	});

	it('is that of a sandbox that is given no clock', async () => {
		const sandbox = await startSandbox({ seed: 'empty' });
		const { access_token } = sandbox.issue();
		await fetch(`${sandbox.url}/connections`, { headers: { authorization: `Bearer ${access_token}` } });
		await sandbox.stop();
		expect(sandbox.calls.map(({ at }) => near(at))).toEqual([true]);
	});

	it('still takes the parts of a date, and dates are dates', () => {
		expect(new Date(2026, 0, 5).getMonth()).toBe(0);
		expect(new Date('2026-03-31').toISOString()).toBe('2026-03-31T00:00:00.000Z');
		expect([new Date() instanceof Date, new Date().constructor === Date]).toEqual([true, true]);
	});
});
