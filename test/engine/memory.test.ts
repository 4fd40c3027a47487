import type { Answer } from '../../nodes/shared/request';
import { writtenBy } from '../../nodes/shared/memory';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();
const attempted = { request: { path: '/Invoices' }, key: 'idempotency key', since: 1_234 };
const saved: Answer = { status: 200, headers: {}, body: { Invoices: [{ InvoiceID: '1' }] } };

describe('The memory of a run', () => {
	it('gives answers back to another try of the same run, and to no other run', () => {
		writtenBy('run a').keep('key', saved);

		expect(writtenBy('run a').recall('key')).toEqual({ answer: saved });
		expect(writtenBy('run a').recall('other key')).toBeUndefined();
		expect(writtenBy('run b').recall('key')).toBeUndefined();
	});

	it('is over when the run ended well', () => {
		const run = writtenBy('run c');
		run.keep('key', saved);
		run.open('doubtful', attempted);
		run.forget();

		expect(writtenBy('run c').recall('key')).toBeUndefined();
		expect(writtenBy('run c').recall('doubtful')).toBeUndefined();
	});

	it('knows what was sent and is open, until Xero answered', () => {
		writtenBy('run d').open('key', attempted);
		expect(writtenBy('run d').recall('key')).toBe(attempted);

		writtenBy('run d').close('key');
		expect(writtenBy('run d').recall('key')).toBeUndefined();
	});

	it('lasts an hour after the latest try', async () => {
		writtenBy('run e').keep('key', saved);
		await time().pass(50 * 60_000);
		expect(writtenBy('run e').recall('key')).toEqual({ answer: saved });
		await time().pass(50 * 60_000);
		expect(writtenBy('run e').recall('key')).toEqual({ answer: saved });
		await time().pass(60 * 60_000 + 1);

		expect(writtenBy('run e').recall('key')).toBeUndefined();
	});

	it('holds the latest 200 runs', () => {
		for (let run = 0; run < 250; run += 1) writtenBy(`many ${run}`).keep('key', saved);
		const known = Array.from({ length: 250 }, (_, run) => run).filter(
			(run) => run >= 50 && writtenBy(`many ${run}`).recall('key') !== undefined,
		);

		expect(known).toHaveLength(200);
		expect(writtenBy('many 0').recall('key')).toBeUndefined();
	});
});
