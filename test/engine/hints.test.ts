import type { NodeExecutionHint } from 'n8n-workflow';
import { execute } from '../../nodes/shared/run/execute';
import type { Fake } from '../fakeContext';
import { fakeExecute } from '../fakeContext';
import { creates, recordsIn, saving, things } from './thingsApi';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();

async function hintsOf(reply: Fake['reply'], count = 1): Promise<NodeExecutionHint[]> {
	const { ctx, hints } = fakeExecute({ parameters: creates(count), continueOnFail: true, ...(reply ? { reply } : {}) });
	await time().until(execute(things, ctx));
	return hints;
}
const info = (message: string): NodeExecutionHint => ({ message, type: 'info', location: 'outputPane' });
const warning = (message: string): NodeExecutionHint => ({ ...info(message), type: 'warning' });

describe('After a run the panel says', () => {
	it('how many calls it took, how long limits made it wait, and how many are left today', async () => {
		const limited = { statusCode: 429, headers: { 'x-rate-limit-problem': 'minute', 'retry-after': '42' } };
		const left = { 'x-daylimit-remaining': '4998' };
		const hints = await hintsOf((request, index) => (index === 0 ? limited : { ...saving().reply(request), headers: left }));

		expect(hints).toEqual([info('2 calls to Xero, 42 seconds waited for its limits, 4,998 calls left today')]);
	});

	it('so as a warning when few are left', async () => {
		const hints = await hintsOf((request) => ({ ...saving().reply(request), headers: { 'x-daylimit-remaining': '199' } }));

		expect(hints).toEqual([warning('1 call to Xero, 199 calls left today')]);
	});

	it('how many records were refused', async () => {
		const refusing = saving(({ Name }) => (Name === 'Thing 1' ? 'Is taken' : undefined));

		expect(await hintsOf((request) => refusing.reply(request), 3)).toEqual([
			warning('1 of 3 records refused'),
			info('1 call to Xero'),
		]);
	});

	it('what Xero warned of, each once', async () => {
		const warned = { StatusAttributeString: 'WARNING', Warnings: [{ Message: 'Account 200 is archived.' }] };
		const hints = await hintsOf((request) => ({ body: { Things: recordsIn(request).map(() => warned) } }), 3);

		expect(hints).toEqual([warning('Saved, but Xero warns: Account 200 is archived.'), info('1 call to Xero')]);
	});
});
