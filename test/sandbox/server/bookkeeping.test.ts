import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fetch } from 'undici';

import { noUnkindness, UNLISTED_SOURCES } from '../../../sandbox/bookkeeping';
import { stoppedClock } from '../../../sandbox/clock';
import type { Sandbox } from '../../../sandbox/contract';
import { startSandbox } from '../../../sandbox/server';
import { caller } from './callers';
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

describe('revaluation, over HTTP', () => {
	it('is switched on for an organisation, whose rates are told', async () => {
		expect(await control('PUT', `/revaluation/${kereru}`, { on: true })).toEqual({ status: 204, body: undefined });
		const found = await fetch(`${sandbox.url}/sandbox/rates/${kereru}/USD/2026-02-28`);
		expect(await found.json()).toEqual({ currency: 'USD', day: '2026-02-28', rate: 0.5975 });
		expect((await control('PUT', `/revaluation/${kereru}`, { on: false })).status).toBe(204);
	});

	it.each([
		[{}, 'on is true or false.'],
		[{ on: true, rate: 2 }, 'rate means nothing here.'],
	])('is refused in words: %j', async (sent, message) => {
		expect(await control('PUT', `/revaluation/${kereru}`, sent)).toEqual({ status: 400, body: { message } });
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

describe('the generated year, over HTTP', () => {
	const year = '91c0b7e4-5d2a-4f86-b3e9-07f4a68d1c25';

	it('is there once it is asked for, for those who name it', async () => {
		const missing = sandbox.issue({ tenants: [year] }).access_token;
		expect((await caller(sandbox, missing)('/api.xro/2.0/Organisation', { tenant: year })).status).toBe(403);
		expect(sandbox.organisations).toHaveLength(3);

		const made = await control('POST', '/generatedYear', { seed: 7 });
		expect(made).toEqual({ status: 200, body: { tenantId: year, name: 'Saltmarsh Instruments (Generated)' } });
		expect(sandbox.organisations.map((one) => one.tenantId)[3]).toBe(year);
		const call = caller(sandbox, sandbox.issue({ tenants: [year] }).access_token);
		const found = await call('/api.xro/2.0/Organisation', { tenant: year });
		expect(found.body).toMatchObject({ Organisations: [{ BaseCurrency: 'NZD', CountryCode: 'NZ' }] });
		expect((await caller(sandbox)('/api.xro/2.0/Organisation', { tenant: year })).status).toBe(403);
	});

	it('is filled anew by another call', async () => {
		const totals = () => sandbox.records(year, 'Invoices').map((one) => one['Total']);
		const before = totals();
		await control('POST', '/generatedYear', {});
		const other = totals();
		expect(other).not.toEqual(before);
		expect(other.length).toBeGreaterThan(250);
		await control('POST', '/generatedYear', { seed: 7 });
		expect(totals()).toEqual(before);
	});

	it('has no other API', async () => {
		const call = caller(sandbox, sandbox.issue({ tenants: [year] }).access_token);
		for (const path of [
			'/assets.xro/1.0/Settings',
			'/projects.xro/2.0/Projects',
			'/files.xro/1.0/Files',
			'/payroll.xro/2.0/Employees',
		])
			expect([path, (await call(path, { tenant: year })).status >= 500]).toEqual([path, false]);
	});

	it('can be there from the start', async () => {
		const started = await startSandbox({ seed: 'empty', generatedYear: 7, clock: stoppedClock(Date.UTC(2026, 2, 9, 22)) });
		expect(started.records(year, 'Invoices')).toEqual(sandbox.records(year, 'Invoices'));
		await started.stop();
	});

	it('takes a whole number as its seed', async () => {
		const refused = await control('POST', '/generatedYear', { seed: 'x' });
		expect(refused).toEqual({ status: 400, body: { message: 'seed is a whole number from 0 on.' } });
	});
});

it('stands in docs/sandbox.md with every source type and every unkindness', () => {
	const guide = readFileSync(join(__dirname, '../../../docs/sandbox.md'), 'utf8');
	const names = [...UNLISTED_SOURCES, ...Object.keys(noUnkindness())];
	expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
});
