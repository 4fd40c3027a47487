import { fetch } from 'undici';

import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { kereru } from './thingsApi';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ seed: 'small', clock: stoppedClock(Date.UTC(2026, 2, 9, 22)) });
});
afterAll(() => sandbox.stop());

async function control(method: string, path: string, sent: unknown) {
	const answer = await fetch(`${sandbox.url}/sandbox${path}`, { method, body: JSON.stringify(sent) });
	const text = await answer.text();
	return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as unknown };
}

const JOURNAL = {
	sourceType: 'PAYSLIP',
	date: '2026-02-20',
	reference: 'Pay run',
	showOnCashBasisReports: true,
	lines: [
		{ account: '477', net: 2000, tax: 0, taxType: 'NONE', description: 'Wages', tracking: { Region: 'North' } },
		{ account: '814', net: -2000 },
	],
};

describe('a journal that no document has, over HTTP', () => {
	it('is posted, and its number given back', async () => {
		const { status, body } = await control('POST', `/journals/${kereru}`, JOURNAL);
		expect(status).toBe(200);
		expect(body).toEqual({ JournalID: expect.any(String) as string, JournalNumber: expect.any(Number) as number });
		expect(sandbox.records(kereru, 'Journals').at(-1)).toMatchObject({ ...(body as object), SourceType: 'PAYSLIP' });
	});

	it.each([
		[{ ...JOURNAL, date: 5 }, 'date is a text.'],
		[{ ...JOURNAL, lines: {} }, 'lines is a list of lines.'],
		[{ ...JOURNAL, lines: [7] }, 'A line is a JSON object.'],
		[{ ...JOURNAL, lines: [{ account: '477', net: '5' }] }, 'net is a number.'],
		[{ ...JOURNAL, lines: [{ account: '477', amount: 5 }] }, 'amount means nothing here.'],
		[{ ...JOURNAL, total: 5 }, 'total means nothing here.'],
		[{ ...JOURNAL, showOnCashBasisReports: 'no' }, 'showOnCashBasisReports is true or false.'],
		[{ ...JOURNAL, lines: JOURNAL.lines.slice(0, 1) }, 'A journal has at least two lines.'],
		[
			{ ...JOURNAL, sourceType: 'MANJOURNAL' },
			'sourceType is one of PAYSLIP, WAGEPAYABLE, INTEGRATEDPAYROLLPE, INTEGRATEDPAYROLLPT, INTEGRATEDPAYROLLPTPAYMENT, INTEGRATEDPAYROLLCN, EXTERNALSPENDMONEY, or absent.',
		],
	])('is refused in words: %j', async (sent, message) => {
		expect(await control('POST', `/journals/${kereru}`, sent)).toEqual({ status: 400, body: { message } });
	});
});

describe('payments of expense claims and the construction industry scheme, over HTTP', () => {
	it('are set and refused in words', async () => {
		const { ExpenseClaimID: id, AmountDue } = sandbox
			.records(kereru, 'ExpenseClaims')
			.find((one) => one['Status'] === 'AUTHORISED')!;
		const payment = { account: '090', date: '2026-03-10', amount: AmountDue, reference: 'Transfer' };
		const paid = await control('POST', `/expenseClaims/${kereru}/${String(id)}/pay`, payment);
		expect(paid).toEqual({ status: 200, body: { PaymentID: expect.any(String) as string } });
		expect(await control('POST', `/expenseClaims/${kereru}/${String(id)}/pay`, payment)).toMatchObject({ status: 400 });
		const foxglove = String(sandbox.organisations[2]?.tenantId);
		const [contact] = sandbox.records(foxglove, 'Contacts');
		const scheme = { subcontractorRate: 20, contacts: { [String(contact?.['ContactID'])]: 30 } };
		expect((await control('PUT', `/constructionScheme/${foxglove}`, scheme)).status).toBe(204);
		expect(await control('PUT', `/constructionScheme/${foxglove}`, { rate: 20 })).toEqual({
			status: 400,
			body: { message: 'rate means nothing here.' },
		});
	});
});

describe('unkindness, over HTTP', () => {
	it('is off until it is asked for, and off again', async () => {
		const off = { ratesMissing: false, typesPlain: false, creditDatesWrong: false, claimAccountsMissing: false };
		expect((await control('PUT', '/unkindness', {})).body).toEqual(off);
		expect((await control('PUT', '/unkindness', { ratesMissing: true })).body).toEqual({ ...off, ratesMissing: true });
		expect((await control('PUT', '/unkindness', { ratesMissing: false })).body).toEqual(off);
	});

	it.each([
		[{ harsh: true }, 'There is no unkindness harsh: ratesMissing, typesPlain, creditDatesWrong, claimAccountsMissing.'],
		[{ typesPlain: 1 }, 'typesPlain is true or false.'],
	])('is refused in words: %j', async (sent, message) => {
		expect(await control('PUT', '/unkindness', sent)).toEqual({ status: 400, body: { message } });
	});
});
