import type { IDataObject } from 'n8n-workflow';
import { ALLOCATED, due, invoices, left, notes } from './credit';
import { byId, staged } from './stage';

const on = staged({ seed: 'empty', limits: { minute: 10_000 } });

const goesOn = { settings: { onError: 'continueRegularOutput' as const } };
/** Retry On Fail as set in the node's settings; the wait between tries in real ms. */
const retry = { settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 } };
const saying = (records: readonly IDataObject[]) => records.map(({ Amount, error }) => Amount ?? error);
const put = (note: string | undefined) => `PUT /CreditNotes/${String(note)}/Allocations`;

beforeEach(async () => {
	await on.run('account.create', {
		Code: '090',
		Name: 'Everyday',
		Type: 'BANK',
		additionalFields: { BankAccountNumber: '00-0000-0000001-00' },
	});
	on.sandbox.forget();
});

describe('Allocations', () => {
	it('of one credit note go in one call, those of another in its own, and each answer to its item', async () => {
		await invoices(on, 'invoice', 100, 100);
		const [first, second] = await notes(on, 60, 30);
		const { json, pairs, error } = await on.run('creditNote.allocate', ALLOCATED, [
			{ note: first, invoice: 'S-0001', amount: 10 },
			{ note: second, invoice: 'S-0002', amount: 20 },
			{ note: first, invoice: 'S-0002', amount: 30.5 },
		]);
		expect([error, saying(json), pairs]).toEqual(['', [10, 20, 30.5], [0, 1, 2]]);
		expect(on.asked).toEqual([put(first), put(second)]);
		expect(due(on)).toEqual({ 'S-0001': 90, 'S-0002': 49.5 });
		expect(left(on)).toEqual({ 'C-S-0001': 19.5, 'C-S-0002': 10 });
	});

	it('beyond what is left of the credit note are refused, and those that fit are made', async () => {
		await invoices(on, 'invoice', 100, 100, 100);
		const [note] = await notes(on, 100);
		const items = [
			{ note, invoice: 'S-0001', amount: 70 },
			{ note, invoice: 'S-0002', amount: 50 },
			{ note, invoice: 'S-0003', amount: 30 },
		];
		const { json, pairs } = await on.run('creditNote.allocate', ALLOCATED, items, goesOn);
		expect(saying(json)).toEqual([
			70,
			'Item 2 (S-0002): Xero says: Allocation amount exceeds the remaining credit on this credit note',
			30,
		]);
		expect(pairs).toEqual([0, 1, 2]);
		expect(due(on)).toEqual({ 'S-0001': 30, 'S-0002': 100, 'S-0003': 70 });
		expect(on.records('CreditNotes')[0]).toMatchObject({ Status: 'PAID', RemainingCredit: 0 });
	});

	it('that do not fit end the run with what was written and what was not', async () => {
		await invoices(on, 'invoice', 10);
		const [note] = await notes(on, 100);
		const { error } = await on.run('creditNote.allocate', ALLOCATED, [
			{ note, invoice: 'S-0001', amount: 4 },
			{ note, invoice: 'S-0001', amount: 7 },
		]);
		expect(error).toContain('Item 2 (S-0001): Xero says: Allocation amount exceeds the amount outstanding on this document');
		expect(error).toContain('1 of 2 were written to Xero and stay there.');
		expect(due(on)).toEqual({ 'S-0001': 6 });
	});

	it('of several credit notes to one invoice go in the order of the items, also when the first one is slow', async () => {
		await invoices(on, 'invoice', 100);
		const [first, second] = await notes(on, 70, 70);
		on.sandbox.fail({ match: { path: `/CreditNotes/${String(first)}/` }, times: 1, what: { kind: 'latency', ms: 150 } });
		const { json } = await on.run(
			'creditNote.allocate',
			ALLOCATED,
			[
				{ note: first, invoice: 'S-0001', amount: 70 },
				{ note: second, invoice: 'S-0001', amount: 70 },
			],
			goesOn,
		);
		expect(saying(json)).toEqual([
			70,
			'Item 2 (S-0001): Xero says: Allocation amount exceeds the amount outstanding on this document',
		]);
	});

	it('of one credit note, more than fit in a call, go in the order of the items', async () => {
		await invoices(on, 'invoice', 100);
		const [note] = await notes(on, 50);
		on.sandbox.fail({ match: { method: 'PUT', path: '/Allocations' }, times: 1, what: { kind: 'latency', ms: 150 } });
		const items = Array.from({ length: 60 }, () => ({ note, invoice: 'S-0001', amount: 1 }));
		const { json } = await on.run('creditNote.allocate', ALLOCATED, items, goesOn);
		expect(json.map(({ Amount }) => Amount !== undefined)).toEqual(items.map((_, at) => at < 50));
		expect(on.asked).toEqual([put(note), put(note)]);
	});

	it('are made once when the answer is lost', async () => {
		await invoices(on, 'invoice', 100);
		const [note] = await notes(on, 100);
		on.sandbox.fail({ match: { method: 'PUT', path: '/Allocations' }, times: 2, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run('creditNote.allocate', ALLOCATED, [{ note, invoice: 'S-0001', amount: 40 }]);
		expect([error, saying(json)]).toEqual(['', [40]]);
		expect(on.called(put(note)).map(({ replayed }) => replayed)).toEqual([false, true, true]);
		expect(due(on)).toEqual({ 'S-0001': 60 });
	});

	it('are made once when n8n tries the node again, also beside one that is refused', async () => {
		await invoices(on, 'invoice', 100, 100);
		const [first, second] = await notes(on, 100, 100);
		on.sandbox.fail({ match: { path: `/CreditNotes/${String(first)}/` }, times: 5, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run(
			'creditNote.allocate',
			ALLOCATED,
			[
				{ note: first, invoice: 'S-0001', amount: 40 },
				{ note: second, invoice: 'S-0002', amount: 30 },
			],
			retry,
		);
		expect([error, saying(json)]).toEqual(['', [40, 30]]);
		expect(due(on)).toEqual({ 'S-0001': 60, 'S-0002': 70 });
		const again = await on.run(
			'creditNote.allocate',
			ALLOCATED,
			[
				{ note: first, invoice: 'S-0001', amount: 1000 },
				{ note: first, invoice: 'S-0001', amount: 5 },
			],
			{ settings: { ...retry.settings, ...goesOn.settings } },
		);
		expect(again.json[1]!.Amount).toBe(5);
		expect(due(on)).toEqual({ 'S-0001': 55, 'S-0002': 70 });
	});

	it('are taken off again, also when the answer is lost and Xero no longer knows them', async () => {
		await invoices(on, 'invoice', 100);
		const [note] = await notes(on, 100);
		await on.run(
			'creditNote.allocate',
			ALLOCATED,
			[40, 50].map((amount) => ({ note, invoice: 'S-0001', amount })),
		);
		const made = on.records('CreditNotes')[0]!.Allocations as IDataObject[];
		on.sandbox.forget();
		on.sandbox.fail({ match: { method: 'DELETE' }, times: 1, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run(
			'creditNote.removeAllocation',
			{ CreditNoteID: byId(String(note)), AllocationID: byId('={{ $json.AllocationID }}') },
			made,
		);
		expect(error).toBe('');
		expect(json.map(({ deleted, AllocationID }) => [deleted, AllocationID])).toEqual(
			made.map(({ AllocationID }) => [true, AllocationID]),
		);
		expect([due(on), left(on)]).toEqual([{ 'S-0001': 100 }, { 'C-S-0001': 100 }]);
	});
});
