import type { IDataObject } from 'n8n-workflow';
import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { execute } from '../../../nodes/shared/run/execute';
import { inVirtualTime } from '../../engine/virtualTime';
import type { Fake, Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';
import { id, picked } from './fakePayroll';

const time = inVirtualTime();

const under = (name: string, what: unknown): Reply => ({ body: { Status: 'OK', [name]: what } });

/** The draft of the ninth worked case. */
const DRAFT = {
	...{ PayRunID: id('d1'), PayrollCalendarID: id('c1'), PayRunStatus: 'DRAFT', NetPay: 2310.4, Wages: 3000 },
	Payslips: [{ EmployeeID: id('e1'), PayslipID: id('d2'), NetPay: 2310.4 }],
};
const POSTED = { PayRunID: id('d1'), PayrollCalendarID: id('c1'), PayRunStatus: 'POSTED' };

const cut = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

/** Runs an operation for one item: what it gives, the calls it makes and what ends it. */
async function run(
	what: string,
	parameters: IDataObject,
	reply: (call: string, request: Sent, index: number) => Reply | Error,
	more: Partial<Fake> = {},
) {
	const [resource, operation] = what.split('.') as [string, string];
	const calls: string[] = [];
	const { ctx, requests, hints } = fakeExecute({
		parameters: [{ organisation: picked(id('99')), resource, operation, ...parameters }],
		reply: (request, index) => {
			const path = request.path.replace('/payroll.xro', '').replace(/000000-0000-4000-8000-000000000000/g, '');
			calls.push(`${request.method} ${path}`);
			return reply(calls[calls.length - 1]!, request, index);
		},
		...more,
	});
	return await time().until(
		execute(payrollAu, ctx).then(
			([out = []]) => ({ rows: out.map(({ json }) => json), error: '', state: undefined, calls, requests, hints }),
			(cause: Error & { description?: string; context?: IDataObject }) => ({
				...{ rows: [] as IDataObject[], calls, requests, hints, error: `${cause.message}\n${cause.description ?? ''}` },
				state: (cause.context?.xero as IDataObject).state,
			}),
		),
	);
}

const posting = { PayRunID: picked(id('d1')), onlyIfNetPay: '' };

describe('A pay run that is posted', () => {
	it('is not, and no amount is told, when its net pay is another one than the one given', async () => {
		const { calls, error, state } = await run('payRun.post', { ...posting, onlyIfNetPay: '2300' }, () =>
			under('PayRuns', [DRAFT]),
		);

		expect([calls, state]).toEqual([['GET /1.0/PayRuns/d1'], 'notSent']);
		expect(error.split('\n')[0]).toBe(`Item 1, Pay Run “${id('d1')}”: it was not posted: its net pay is not the one given`);
		expect(error).not.toMatch(/23[01]0/);
	});

	it('is told of by payslips with less than nothing, by their IDs', async () => {
		const owing = { ...DRAFT, Payslips: [...DRAFT.Payslips, { PayslipID: id('d3'), NetPay: -12.5 }] };
		const { rows, hints } = await run('payRun.post', posting, (call) =>
			under('PayRuns', [call.startsWith('GET') ? owing : POSTED]),
		);

		expect(rows).toMatchObject([
			{ PayRunStatus: 'POSTED', payslipCount: 2, _findings: [{ code: 'negativeNetPay', value: id('d3') }] },
		]);
		expect(JSON.stringify([rows, hints])).not.toContain('12.5');
	});

	it('is not, when the net pay to hold it against came to nothing, or Xero does not say its own', async () => {
		const empty = await run('payRun.post', posting, () => under('PayRuns', [DRAFT]), {
			node: { parameters: { onlyIfNetPay: '={{ $json.total }}' } },
		});
		const { NetPay: _pay, ...unknown } = DRAFT;
		const zero = await run('payRun.post', { ...posting, onlyIfNetPay: '0' }, () => under('PayRuns', [unknown]));

		expect([empty.calls, zero.calls]).toEqual([[], ['GET /1.0/PayRuns/d1']]);
		expect(empty.error).toContain('Only If Net Pay Is came to nothing');
		expect(zero.error).toContain('it was not posted: its net pay is not the one given');
	});

	it('is posted once when two items name it: the second is told', async () => {
		let status = 'DRAFT';
		const asked = { organisation: picked(id('99')), resource: 'payRun', operation: 'post', ...posting };
		const { rows, calls } = await run(
			'payRun.post',
			posting,
			(call) => {
				if (call.startsWith('POST')) {
					if (status === 'POSTED') return { statusCode: 400, body: { Message: 'The pay run is posted already' } };
					status = 'POSTED';
				}
				return under('PayRuns', [{ ...DRAFT, PayRunStatus: status }]);
			},
			{ parameters: [asked, asked], continueOnFail: true },
		);

		expect(rows.map(({ error, PayRunStatus }) => (error === undefined ? PayRunStatus : 'refused'))).toEqual([
			'POSTED',
			'refused',
		]);
		expect(calls.filter((call) => call.startsWith('POST')).length).toBeLessThanOrEqual(2);
	});

	it('is looked for when no answer says whether it was done, and counts as done when it is posted', async () => {
		const { rows, calls } = await run('payRun.post', posting, (call, _request, index) =>
			call.startsWith('POST') ? cut() : under('PayRuns', [index === 0 ? DRAFT : { ...DRAFT, ...POSTED }]),
		);

		expect(rows).toMatchObject([{ PayRunStatus: 'POSTED', NetPay: 2310.4, payslipCount: 1 }]);
		expect([calls[0], calls[1], calls[calls.length - 1]]).toEqual([
			'GET /1.0/PayRuns/d1',
			'POST /1.0/PayRuns/d1',
			'GET /1.0/PayRuns/d1',
		]);
	});

	it('is sent under one key however often, and is open when it is a draft all the same', async () => {
		const { state, requests, error } = await run('payRun.post', posting, (call) =>
			call.startsWith('POST') ? cut() : under('PayRuns', [DRAFT]),
		);

		const keys = requests.filter(({ method }) => method === 'POST').map(({ headers }) => headers['Idempotency-Key']);
		expect([state, new Set(keys).size, keys.length > 1]).toEqual(['unconfirmed', 1, true]);
		expect(error).toContain('It is open whether it was written');
	});

	it('by an earlier try of the run is no reason to refuse it', async () => {
		const retried = { node: { id: 'posts', retryOnFail: true }, executionId: '7', credential: { clientId: 'posts' } };
		const first = await run(
			'payRun.post',
			posting,
			(call, _request, index) =>
				call.startsWith('POST') ? cut() : index === 0 ? under('PayRuns', [DRAFT]) : { statusCode: 403, body: {} },
			retried,
		);
		const second = await run('payRun.post', posting, () => under('PayRuns', [{ ...DRAFT, ...POSTED }]), retried);

		expect(first.state).toBe('unconfirmed');
		expect([second.error, second.calls]).toEqual(['', ['GET /1.0/PayRuns/d1']]);
		expect(second.rows).toMatchObject([{ PayRunStatus: 'POSTED', payslipCount: 1 }]);
	});
});

describe('A change of a payslip', () => {
	const LINES = {
		PayslipID: id('d2'),
		EmployeeID: id('e1'),
		NetPay: 10,
		EarningsLines: [{ EarningsRateID: id('f1'), FixedAmount: 1 }],
	};
	const change = (amount: string) => ({
		...{ PayslipID: picked(id('d2')), PayRunID: picked(id('d1')), otherLines: 'keep' },
		lines: { line: [{ kind: 'earnings', itemID: id('f1'), amount }] },
	});
	const xero =
		(after: IDataObject, answer: unknown = []) =>
		(call: string, _request: Sent, index: number): Reply => {
			if (call.includes('PayRuns')) return under('PayRuns', [DRAFT]);
			return call.startsWith('POST') ? under('Payslips', answer) : under('Payslip', index === 0 ? LINES : after);
		};

	it('that is answered with nothing is looked for in the payslip, and is open when it is not there', async () => {
		const changed = { ...LINES, EarningsLines: [{ EarningsRateID: id('f1'), FixedAmount: 654.32 }] };
		const there = await run('payslip.update', change('654.32'), xero(changed));
		const missing = await run('payslip.update', change('654.32'), xero(LINES));

		expect([there.error, there.rows.length]).toEqual(['', 1]);
		expect(missing.state).toBe('unconfirmed');
		expect(missing.error).not.toContain('654.32');
	});

	it('is refused before it is sent where two rows are for one line, or a row has what its line cannot have', async () => {
		const told = async (...line: readonly IDataObject[]) => {
			const { calls, error } = await run('payslip.update', { ...change('1'), lines: { line } }, xero(LINES));
			expect(calls.filter((call) => call.startsWith('POST'))).toEqual([]);
			return error.split('\n')[0];
		};
		const own = { kind: 'earnings', itemID: id('f1') };
		expect(await told({ ...own, amount: '654.32' }, { ...own, numberOfUnits: '3' })).toBe(
			`Item 1, Line 2, Item ID “${id('f1')}”: is given twice for one line of the payslip. Set Other Lines to Replace, and give all lines of the kind`,
		);
		expect(await told({ kind: 'reimbursement', itemID: id('a6'), amount: '654.32', ratePerUnit: '3' })).toBe(
			'Item 1, Line 1, Rate per Unit: is nothing that a line of this kind has. It can have Amount, Description',
		);
	});

	it('has two new lines for one item where none is there', async () => {
		const line = ['1', '2'].map((amount) => ({ kind: 'reimbursement', itemID: id('a6'), amount }));
		const { requests } = await run('payslip.update', { ...change('1'), lines: { line } }, xero(LINES, [{ PayslipID: id('d2') }]));
		expect(requests.find(({ method }) => method === 'POST')?.body).toEqual([
			{ ReimbursementLines: ['1', '2'].map((amount) => ({ ReimbursementTypeID: id('a6'), Amount: Number(amount) })) },
		]);
	});

	it('of two new lines for one item goes again as it was when n8n tries again, though they are there by then', async () => {
		const retried = { node: { id: 'lines', retryOnFail: true }, executionId: '8', credential: { clientId: 'lines' } };
		const line = ['1', '2'].map((amount) => ({ kind: 'reimbursement', itemID: id('a6'), amount }));
		const parameters = { ...change('1'), lines: { line } };
		const ReimbursementLines = [1, 2].map((Amount) => ({ ReimbursementTypeID: id('a6'), Amount }));
		const first = await run(
			'payslip.update',
			parameters,
			(call, ...rest) => (call.startsWith('POST') ? cut() : xero(LINES)(call, ...rest)),
			retried,
		);
		const second = await run(
			'payslip.update',
			parameters,
			(call) =>
				call.startsWith('POST')
					? under('Payslips', [{ PayslipID: id('d2') }])
					: call.includes('PayRuns')
						? under('PayRuns', [DRAFT])
						: under('Payslip', { ...LINES, ReimbursementLines }),
			retried,
		);

		expect([first.state, second.error]).toEqual(['unconfirmed', '']);
		expect(second.requests.filter(({ method }) => method === 'POST').map(({ body }) => body)).toEqual([[{ ReimbursementLines }]]);
	});

	it('that is refused tells no amount, though Xero repeats it', async () => {
		const Message = 'FixedAmount 654.32 is not allowed';
		const { error } = await run('payslip.update', change('654.32'), (call, request, index) =>
			call.startsWith('POST')
				? { statusCode: 400, body: { ErrorNumber: 10, Message: 'x', Payslips: [{ ValidationErrors: [{ Message }] }] } }
				: xero(LINES)(call, request, index),
		);

		expect(error).toContain('FixedAmount … is not allowed');
	});
});

it('Journal rows name accounts by their codes: those that neither settings nor the books list have no ID', async () => {
	const payslip = {
		...{ PayslipID: id('d2'), EmployeeID: id('e1'), NetPay: 90 },
		EarningsLines: [{ EarningsRateID: id('f1'), RatePerUnit: 33.333, NumberOfUnits: 3 }],
		DeductionLines: [{ DeductionTypeID: id('a5'), Amount: 10 }],
	};
	const { rows, calls } = await run('payRun.getJournalRows', { PayRunID: picked(id('d1')) }, (call) => {
		if (call.includes('PayRuns')) return under('PayRuns', [DRAFT]);
		if (call.includes('Payslip')) return under('Payslip', payslip);
		if (call.includes('PayItems'))
			return under('PayItems', {
				EarningsRates: [{ EarningsRateID: id('f1'), Name: 'Ordinary Hours', AccountCode: '477' }],
				DeductionTypes: [{ DeductionTypeID: id('a5'), Name: 'Union Fees', AccountCode: '850' }],
			});
		if (call.includes('Settings'))
			return under('Settings', {
				Accounts: [{ AccountID: id('a0'), Type: 'WAGESPAYABLELIABILITY', Code: '804', Name: 'Payable' }],
			});
		return { body: { Accounts: [{ AccountID: id('a1'), Code: '477', Name: 'Wages' }] } };
	});

	expect(rows).toEqual([
		{ accountID: id('a1'), accountCode: '477', accountName: 'Wages', description: 'Ordinary Hours', debit: 100, credit: 0 },
		{ accountID: id('a0'), accountCode: '804', accountName: 'Payable', description: 'Net pay', debit: 0, credit: 90 },
		{ accountID: null, accountCode: '850', accountName: null, description: 'Union Fees', debit: 0, credit: 10 },
	]);
	expect(calls).toEqual([
		'GET /1.0/PayRuns/d1',
		'GET /1.0/PayItems',
		'GET /1.0/Payslip/d2',
		'GET /1.0/Settings',
		'GET /api.xro/2.0/Accounts',
	]);
});

it('Journal rows with reimbursements, which the net pay does not have, come to the same on both sides', async () => {
	const payslip = {
		...{ PayslipID: id('d2'), EmployeeID: id('e1'), NetPay: 780.5 },
		EarningsLines: [{ EarningsRateID: id('f1'), RatePerUnit: 40, NumberOfUnits: 25 }],
		DeductionLines: [{ DeductionTypeID: id('a5'), Amount: 9.5 }],
		ReimbursementLines: [{ ReimbursementTypeID: id('a6'), Amount: 41.3, ExpenseAccount: '493', Description: 'Taxi' }],
		TaxLines: [{ PayslipTaxLineID: id('a7'), TaxTypeName: 'PAYG Tax', Amount: 210, LiabilityAccount: '825' }],
	};
	const Accounts = ['477 Wages', '493 Travel', '804 Payable', '825 PAYG', '850 Dues'].map((line, at) => ({
		...{ AccountID: id(`c${at}`), Code: line.slice(0, 3), Name: line.slice(4) },
		Type: line.includes('Payable') ? 'WAGESPAYABLELIABILITY' : 'OTHER',
	}));
	const { rows } = await run('payRun.getJournalRows', { PayRunID: picked(id('d1')) }, (call) => {
		if (call.includes('PayRuns')) return under('PayRuns', [DRAFT]);
		if (call.includes('Payslip')) return under('Payslip', payslip);
		if (call.includes('PayItems'))
			return under('PayItems', {
				EarningsRates: [{ EarningsRateID: id('f1'), Name: 'Ordinary Hours', AccountCode: '477' }],
				DeductionTypes: [{ DeductionTypeID: id('a5'), Name: 'Union Fees', AccountCode: '850' }],
				ReimbursementTypes: [{ ReimbursementTypeID: id('a6'), Name: 'Travel Costs', AccountCode: '400' }],
			});
		return under('Settings', { Accounts });
	});

	expect(rows.map(({ accountCode, description, debit, credit }) => [accountCode, description, debit, credit])).toEqual([
		['477', 'Ordinary Hours', 1000, 0],
		['493', 'Travel Costs', 41.3, 0],
		['804', 'Travel Costs', 0, 41.3],
		['804', 'Net pay', 0, 780.5],
		['825', 'PAYG Tax', 0, 210],
		['850', 'Union Fees', 0, 9.5],
	]);
	// 1,000.00 and 41.30 on one side, 821.80 of wages payable, 210.00 and 9.50 on the other.
	expect(rows.every(({ _findings }) => _findings === undefined)).toBe(true);
});
