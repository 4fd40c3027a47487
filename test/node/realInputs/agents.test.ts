import type { INode } from 'n8n-workflow';
import { byCode, byId, SALE, sales, staged } from '../stage';

/** As an AI agent's tool: n8n's present agent hands its calls back to the workflow, where isToolExecution() is false. */

const on = staged({ seed: 'small' });

const TOOL: { settings: Partial<INode> } = { settings: { rewireOutputLogTo: 'ai_tool' } };

describe('A tool of an agent', () => {
	it('writes once what it is asked for twice in one execution, and again in the next one', async () => {
		const count = () => on.records('Invoices').length;
		const before = count();
		const call = async (executionId: string, number = 'S-0001') =>
			(
				await on.run('invoice.create', SALE, [{ ...sales(1)[0], number, toolCallId: String(Math.random()) }], {
					...TOOL,
					executionId,
				})
			).json[0]!;
		const first = await call('1');
		expect((await call('1')).InvoiceID).toBe(first.InvoiceID);
		expect(count()).toBe(before + 1);
		await call('1', 'S-0002');
		expect(count()).toBe(before + 2);
		// The number is taken by then: Xero refuses what would be a second invoice with it.
		expect((await call('2')).ok).toBe(false);
	});

	it('answers a refusal of Xero with a row that holds all words, instead of throwing', async () => {
		const { json, error } = await on.run('invoice.create', SALE, [{ ...sales(1)[0], account: '999' }], TOOL);
		expect(error).toBe('');
		expect(json).toEqual([
			expect.objectContaining({
				ok: false,
				state: 'refused',
				retry: 'change the arguments',
				error: expect.stringContaining("'999'"),
			}),
		]);
		expect(json[0]!.error).toContain('Nothing of this record was written. Change what Xero names and run again');
	});

	it('answers what was never sent in the same way, with every finding', async () => {
		const { json } = await on.run('invoice.create', SALE, [{ ...sales(1)[0], amount: 'ten', customer: '' }], TOOL);
		expect(json).toMatchObject([{ ok: false, state: 'notSent', retry: 'change the arguments' }]);
		expect(json[0]!.findings).toHaveLength(2);
		expect(json[0]!.error).toContain('Price “ten”: is not a number written like 1234.50');
		expect(on.asked).toEqual([]);
	});

	it('says to look first where it is open whether it was written', async () => {
		on.sandbox.fail({ match: { method: 'PUT' }, what: { kind: 'answer', change: () => ({ Invoices: [{ InvoiceID: null }] }) } });
		const { json } = await on.run('invoice.create', SALE, sales(1), TOOL);
		expect(json).toMatchObject([{ ok: false, state: 'unconfirmed', retry: 'do not retry: look first' }]);
	});

	it('says that a list is empty, and which filters had no value', async () => {
		const filters = { Statuses: ['VOIDED'], Contact: byId('={{ "" }}'), InvoiceNumbers: 'INV-NONE' };
		const { json } = await on.run('invoice.getAll', { filters }, [{}], TOOL);
		expect(json).toEqual([{ ok: true, found: 0, message: 'No invoices match. Contact had no value and was left out' }]);
	});

	it('shows all where it left Show blank', async () => {
		const { json } = await on.run('invoice.getAll', { show: '={{ "" }}', limit: 2 }, [{}], TOOL);
		expect(json.map(({ Type }) => Type)).toEqual(['ACCREC', 'ACCREC']);
	});

	it('throws what no agent can mend, with all words in the message', async () => {
		on.connect({ scopes: ['offline_access', 'accounting.contacts'] });
		const { json } = await on.run('invoice.create', { ...SALE }, sales(1), TOOL);
		// n8n hands the message of what is thrown to the agent.
		expect(Object.keys(json[0]!)).toEqual(['error']);
		expect(json[0]!.error).toMatch(/^This credential may not touch .*The app must have been given that scope/);
	});

	it('is throttled like any other node', async () => {
		on.sandbox.limits.day = 0;
		const { json } = await on.run(
			'account.update',
			{ AccountID: byCode('200'), additionalFields: { Description: 'Sales' } },
			[{}],
			TOOL,
		);
		expect(json).toMatchObject([{ ok: false, state: 'limited', retry: 'ask a person' }]);
	});
});
