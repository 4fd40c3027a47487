import { execute } from '../../nodes/shared/run/execute';
import type { INodeExecutionData } from 'n8n-workflow';
import { MOST, retryMemoryOf } from '../../nodes/shared/run/retryMemory';
import type { Fake, Reply, Sent } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { creates, recordsIn, saving, things } from './thingsApi';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();
const node = { id: 'retried node', retryOnFail: true };
const credential = { clientId: 'retried app' };

/** One try of the node; n8n starts the next with the same execution, node and run. */
async function tries(
	executionId: string,
	reply: Fake['reply'],
	{ rows = false, ...more }: Partial<Fake> & { rows?: boolean } = {},
): Promise<{ outcome: unknown; requests: Sent[] }> {
	const { ctx, requests } = fakeExecute({
		parameters: creates(120),
		node,
		credential,
		executionId,
		...more,
		...(reply ? { reply } : {}),
	});
	const workResult: unknown = await time()
		.until(execute(things, ctx))
		.then(
			([items]) => (rows ? items : items!.length),
			(cause: unknown) => (cause as Error).message,
		);
	return { outcome: workResult, requests };
}
const cut = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
const keys = (requests: readonly Sent[]): Array<string | undefined> => requests.map(({ headers }) => headers['Idempotency-Key']);
const holds = (request: Sent, name: string): boolean => recordsIn(request).some(({ Name }) => Name === name);

describe('A node that n8n tries again', () => {
	it('sends only what had no answer, with the key it had, and gives back all', async () => {
		const xero = saving();
		const first = await tries('1', (request) => (holds(request, 'Thing 60') ? cut() : xero.reply(request)));
		await time().pass(30_000);
		const second = await tries('1', (request) => xero.reply(request));

		expect(first.outcome).toBe(
			'50 of 120 were not confirmed as written. First: Item 51: Xero did not answer: the connection was cut. It is open whether it was written: look for it in Xero before sending it again',
		);
		expect(second.outcome).toBe(120);
		expect(second.requests).toHaveLength(1);
		expect(new Set(keys(first.requests))).toContain(keys(second.requests)[0]);
		expect(xero.saved).toHaveLength(120);
		expect(new Set(xero.saved).size).toBe(120);
	});

	it('does not send again, half an hour later either, what was answered', async () => {
		const xero = saving();
		await tries('2', (request) => (holds(request, 'Thing 119') ? { statusCode: 403, body: {} } : xero.reply(request)));
		await time().pass(30 * 60_000);
		const second = await tries('2', (request) => xero.reply(request));

		expect(second.outcome).toBe(120);
		expect(second.requests.map((request) => recordsIn(request).length)).toEqual([20]);
		expect(new Set(xero.saved).size).toBe(xero.saved.length);
	});

	describe('while more runs wait for another try than can be remembered', () => {
		const filling = Buffer.alloc(MOST);
		const cuts = (xero: ReturnType<typeof saving>) => (request: Sent) =>
			holds(request, 'Thing 119') ? cut() : xero.reply(request);

		it('reads again what was written, by its ID', async () => {
			const xero = saving();
			const more = { parameters: creates(120, 'createAndConfirm') };
			await tries('8', cuts(xero), more);
			retryMemoryOf('another run', 3).keepAnswer('place', { status: 200, headers: {}, body: 'x'.repeat(MOST) });
			const read = ({ path }: Sent): Reply => {
				const name = decodeURIComponent(path).split('/').pop()!;
				return { body: { Things: [{ ThingID: name, Name: `read: ${name}` }] } };
			};
			const reply = (request: Sent) => (request.method === 'GET' ? read(request) : xero.reply(request));
			const second = await tries('8', reply, { ...more, rows: true });

			expect(second.requests.map(({ method }) => method).filter((method) => method !== 'GET')).toEqual(['PUT']);
			expect(second.requests.filter(({ method }) => method === 'GET')).toHaveLength(100);
			const names = (second.outcome as INodeExecutionData[]).map(({ json }) => json.Name);
			expect([names[0], names[99], names[100], names.length]).toEqual([
				'read: id of Thing 0',
				'read: id of Thing 99',
				'Thing 100',
				120,
			]);
			expect(new Set(xero.saved).size).toBe(xero.saved.length);
		});

		it('writes nothing when it is not known any more what was written', async () => {
			const xero = saving();
			await tries('9', cuts(xero));
			retryMemoryOf('another run', 3).open('place', { request: { path: '/', body: filling }, key: '', since: 0 });
			const second = await tries('9', (request) => xero.reply(request));

			expect(second.requests).toHaveLength(0);
			expect(second.outcome).toBe('An earlier try has written it, or may have. Look for it in Xero before sending it again');
		});
	});

	it('sends only the refused records again, also when it goes on', async () => {
		const xero = saving(({ Name }) => (Name === 'Thing 0' ? 'Is taken' : undefined));
		const first = await tries('3', (request) => xero.reply(request), { continueOnFail: true });
		const second = await tries('3', (request) => xero.reply(request), { continueOnFail: true });

		expect([first.outcome, second.outcome]).toEqual([120, 120]);
		expect(second.requests.map((request) => recordsIn(request).map(({ Name }) => Name))).toEqual([['Thing 0']]);
		expect(xero.saved).toHaveLength(119);
	});

	it('forgets when it went well: another run of the same name writes anew', async () => {
		const xero = saving();
		await tries('4', (request) => xero.reply(request));
		const second = await tries('4', (request) => xero.reply(request));

		expect(second.requests).toHaveLength(3);
	});

	it('knows nothing of another execution', async () => {
		const xero = saving();
		await tries('5', (request) => (holds(request, 'Thing 60') ? cut() : xero.reply(request)));
		const other = await tries('6', (request) => xero.reply(request));

		expect(other.requests).toHaveLength(3);
	});

	it('does not repeat a write that was left open for longer than Xero remembers its key', async () => {
		const first = await tries('7', () => cut());
		await time().pass(6 * 60_000);
		const second = await tries('7', (request) => saving().reply(request));

		expect(first.outcome).toMatch(/^120 of 120 were not confirmed as written\./);
		expect(second.outcome).toBe(
			'120 of 120 were not confirmed as written. First: Item 1: Xero did not answer: an earlier try had no answer. It is open whether it was written: look for it in Xero before sending it again',
		);
		expect(second.requests).toHaveLength(0);
	});
});
