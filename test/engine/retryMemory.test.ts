import type { WrittenItem } from '../../nodes/shared/run/retryMemory';
import { bytesHeld, MOST, retryMemoryOf } from '../../nodes/shared/run/retryMemory';
import type { XeroResponse } from '../../nodes/shared/model/request';
import { inVirtualTime } from './virtualTime';

const time = inVirtualTime();
const attempted = { request: { path: '/Invoices' }, key: 'idempotency key', since: 1_234 };
const saved: XeroResponse = { status: 200, headers: {}, body: { Invoices: [{ InvoiceID: '1' }] } };
const done = (id: string, more = 'x'): WrittenItem => ({
	id,
	result: { row: { json: { InvoiceID: id, more } }, warnings: ['a warning'], findings: [] },
});
/** Another try of the run. */
const tried = (run: string) => retryMemoryOf(run, 3);

describe('The memory of a run', () => {
	it('gives answers and records back to another try of the same run, and to no other run', () => {
		const first = tried('run a');
		first.keepAnswer('place', saved);
		first.keepWritten('organisation 0', done('1'));

		expect(tried('run a').answerTo('place')).toEqual(saved);
		expect(tried('run a').answerTo('other place')).toBeUndefined();
		expect([...tried('run a').writtenItems()]).toEqual([['organisation 0', done('1')]]);
		expect(tried('run b').answerTo('place')).toBeUndefined();
		expect([...tried('run b').writtenItems()]).toEqual([]);
	});

	it('gives back the bytes and the type of a file, and no other header', () => {
		const pdf = { status: 200, headers: { 'content-type': 'application/pdf', date: 'today' }, body: Buffer.from('%PDF') };
		tried('run f').keepAnswer('place', pdf);

		const again = tried('run f').answerTo('place') as XeroResponse;
		expect(again.headers).toEqual({ 'content-type': 'application/pdf' });
		expect(Buffer.from(again.body as Buffer).toString()).toBe('%PDF');
	});

	it.each([
		['with rows of which none is a refusal that n8n would see', 'rows', 1],
		['with as many errors as n8n has tries', 'error', 3],
	] as const)('is over when the run ended %s', (_, how, times) => {
		const before = bytesHeld();
		const name = `run c ${how}`;
		for (let tries = 0; tries < times; tries += 1) {
			const run = tried(name);
			run.keepAnswer('place', saved);
			run.open('doubtful', attempted);
			run.end(how);
		}

		expect(bytesHeld()).toBe(before);
		expect(tried(name).answerTo('place')).toBeUndefined();
		expect(tried(name).recall('doubtful')).toBeUndefined();
	});

	it.each([
		['an error that another try follows', 'error', 2],
		['rows that begin with a refusal', 'first row refused', 5],
	] as const)('goes on after %s', (_, how, times) => {
		const name = `run g ${how}`;
		tried(name).keepAnswer('place', saved);
		for (let tries = 0; tries < times; tries += 1) tried(name).end(how);

		expect(tried(name).answerTo('place')).toEqual(saved);
	});

	it('knows what was sent and is open, until Xero answered', () => {
		tried('run d').open('place', attempted);
		expect(tried('run d').recall('place')).toBe(attempted);

		tried('run d').close('place');
		expect(tried('run d').recall('place')).toBeUndefined();
	});

	it('lasts an hour after the latest try', async () => {
		tried('run e').keepAnswer('place', saved);
		await time().pass(50 * 60_000);
		expect(tried('run e').answerTo('place')).toEqual(saved);
		await time().pass(50 * 60_000);
		expect(tried('run e').answerTo('place')).toEqual(saved);
		await time().pass(60 * 60_000 + 1);

		expect(tried('run e').answerTo('place')).toBeUndefined();
	});
});

describe('The memory of all runs', () => {
	const MEGABYTE = 'x'.repeat(1024 * 1024);
	const MEGABYTES = MOST / 1024 / 1024;
	const place = (index: number): string => `organisation ${index}`;
	beforeEach(async () => await time().pass(2 * 60 * 60_000));

	it('keeps within its bytes, and that of the oldest runs no more than what was written, with its ID', () => {
		for (let index = 0; index < MEGABYTES + 8; index += 1) {
			const run = tried(`large ${index % 4}`);
			run.keepWritten(place(index), done(String(index), MEGABYTE));
			expect(bytesHeld()).toBeLessThanOrEqual(MOST);
		}

		const told = [0, 1, 2, 3].map((run) => [...tried(`large ${run}`).writtenItems()]);
		expect(told.map((run) => run.length)).toEqual([10, 10, 10, 10]);
		const known = told.flat().map(([, one]) => one);
		expect(known.filter((one) => one.result === undefined).length).toBeGreaterThan(8);
		expect(known.filter((one) => one.result !== undefined).length).toBeGreaterThan(MEGABYTES / 2);
		expect(known.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(
			Array.from({ length: MEGABYTES + 8 }, (_, index) => index),
		);
	});

	it('tells of an answer it had to let go that there was one', () => {
		tried('old').keepAnswer('place', saved);
		for (let index = 0; index < MEGABYTES; index += 1) tried('new').keepWritten(place(index), done(String(index), MEGABYTE));

		expect(tried('old').answerTo('place')).toBe('forgotten');
	});

	it('lets no run go without a trace: what it held is lost then, and said to be', () => {
		const open = { ...attempted, request: { path: '/Invoices', body: Buffer.alloc(1024 * 1024) } };
		for (let index = 0; index < MEGABYTES; index += 1) tried(index === 0 ? 'oldest' : 'newest').open(place(index), open);

		expect(bytesHeld()).toBeLessThanOrEqual(MOST);
		expect(tried('oldest').isLost).toBe(true);
		expect(tried('oldest').recall(place(0))).toBeUndefined();
		expect(tried('newest').isLost).toBe(false);
		expect(tried('newest').recall(place(1))).toBe(open);
	});
});
