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
