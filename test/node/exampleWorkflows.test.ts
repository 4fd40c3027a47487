import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisations } from '../../sandbox/organisations';
import type { Example } from '../../scripts/examples';
import { callName, ELSEWHERE, EXAMPLES, STARTED_BY_XERO, switchedOn } from '../../scripts/examples';
import type { WorkflowFile } from '../n8n';
import { KERERU, staged } from './stage';

// One after the other on the same books, as the demo runs them: making the books takes longer than all the examples.
const stage = staged({ seed: 'demo', shared: true });

const FOLDER = join(__dirname, '../../examples');

test('every importable workflow is exercised', () => {
	expect(
		[...EXAMPLES, ...ELSEWHERE]
			.map(({ file }) => file)
			.concat(STARTED_BY_XERO)
			.sort(),
	).toEqual(readdirSync(FOLDER).sort());
});

const read = (file: string): WorkflowFile => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as WorkflowFile;

test('what sends something out is switched off until somebody has looked at it', () => {
	const sending = readdirSync(FOLDER).flatMap((file) =>
		read(file)
			.nodes.filter(
				({ type, parameters }) => /\.(emailSend|slack|googleSheets)$/.test(type) || parameters.operation === 'sendEmail',
			)
			.map(({ name, disabled }) => [file, name, disabled]),
	);
	expect(sending).toEqual([
		['close-checks-to-slack.json', 'To the Team', true],
		['customer-statements-by-mail.json', 'Mail It', true],
		['gst-working-paper.json', 'Tab of Lines', true],
		['gst-working-paper.json', 'Tab of Totals and Checks', true],
		['gst-working-paper.json', 'To the Accountant', true],
		['weekly-aged-receivables.json', 'To the Owner', true],
		['weekly-aged-receivables.json', 'Send It Again', true],
	]);
});

async function doesWhatItSays({ file, steps }: Example): Promise<void> {
	const ran = await stage.runFile(switchedOn(read(file)));
	expect(ran.error?.message).toBeUndefined();
	const calls = (request: string) => stage.sandbox.calls.filter(({ method, url }) => callName(method, url) === request).length;
	for (const { node, request, calls: expected, out, refused } of steps) {
		const came = ran.items(node).length;
		expect(came).toBeGreaterThan(0);
		expect([node, calls(request), came]).toEqual([node, expected ?? calls(request), out ?? came]);
		expect(ran.json(node, 1).map(({ InvoiceNumber }) => InvoiceNumber)).toEqual(refused ? [refused.row] : []);
	}
}

test.each(EXAMPLES.map((example) => [example.file, example] as const))(
	'%s does what it says, in as many calls',
	async (_file, example) => {
		// All it was given.
		stage.connectCustom([]);
		await doesWhatItSays(example);
	},
);

test.each(ELSEWHERE.map((example) => [example.file, example] as const))(
	'%s does what it says, connected to an organisation of its country',
	async (_file, example) => {
		const own = organisations.find(({ countryCode }) => countryCode === example.countryCode)!;
		stage.connect({ tenants: [own.tenantId] });
		await doesWhatItSays(example);
	},
);

test('the owner is mailed what is overdue, with the report as a page', async () => {
	stage.connectCustom([]);
	const [mail] = (await stage.runFile(switchedOn(read('weekly-aged-receivables.json')))).json('To the Owner');
	expect(mail).toEqual({
		from: 'accounts@example.com',
		to: 'owner@example.com',
		subject: expect.stringMatching(/^Receivables on \d{4}-\d\d-\d\d$/),
		text: expect.stringMatching(
			/^Open: NZD \d+\.\d\d\nOverdue: \d+\.\d\d\n\nMost overdue:\n(.+: \d+\.\d\d\n){10}\nChecks:\nreceivablesTie: ties\. .+\ndocumentsAgree: ties\. .+\n\nThe whole/,
		),
		files: [expect.stringMatching(/^Aged Receivables \d{4}-\d\d-\d\d\.html$/)],
	});
});

test('a customer who owes something is mailed a statement, as a page', async () => {
	stage.connectCustom([]);
	const mails = (await stage.runFile(switchedOn(read('customer-statements-by-mail.json')))).json('Mail It');
	expect(mails[0]).toEqual({
		from: 'accounts@example.com',
		to: expect.stringContaining('@'),
		subject: expect.stringMatching(/^Statement of your account, \S+ to \S+$/),
		text: expect.stringMatching(/^To .+\n\nYour statement is attached\. Balance on \S+: [A-Z]{3} \d+\.\d\d/),
		files: [expect.stringMatching(/^Customer Statement .+\.html$/)],
	});
});

test('the team is told what is not right yet, with a link to each record', async () => {
	stage.connectCustom([]);
	const ran = await stage.runFile(switchedOn(read('close-checks-to-slack.json')));
	const [message] = ran.json('To the Team');
	expect(message).toEqual({
		channel: '#month-end',
		text: expect.stringMatching(
			/^\*Close checks as of \d{4}-\d\d-\d\d\*\n(• .+: .+\n)+\n\*First to look at\*\n(• .+\n){20}\n\d+ of 18 checks found nothing\.$/,
		),
	});
	expect(message!.text).toMatch(/• <https:\/\/go\.xero\.com\/[^|<>]+\|[^|<>]+>\n/);
	// What has no amount has none in the message.
	expect(message!.text).toContain('• Lock Dates: 1 found (info)\n');
	expect(new Set(ran.json('What Was Found').map(({ level }) => level))).toEqual(new Set(['finding']));
});

const LINE_LEVELS = ['transaction', 'taxAccountLine'];

test('the accountant gets the tax of last quarter as a page, and the sheet its lines, totals and checks', async () => {
	stage.connectCustom([]);
	const ran = await stage.runFile(switchedOn(read('gst-working-paper.json')));
	const [mail] = ran.json('To the Accountant');
	expect(mail).toEqual({
		from: 'accounts@example.com',
		to: 'accountant@example.com',
		subject: expect.stringMatching(/^GST working paper, \d{4}-\d\d-01 to \d{4}-\d\d-\d\d$/),
		text: expect.stringMatching(
			/^Basis: (accrual|cash)\n\n(.+: net -?\d+\.\d\d, tax -?\d+\.\d\d\n)+\nSales: tax \d+\.\d\d\nPurchases: tax \d+\.\d\d\nNet tax: -?\d+\.\d\d \(below zero: a refund\)\n\nChecks:\ntaxAccounts: ties\. .+\n\nThe whole report is attached\.$/,
		),
		files: [expect.stringMatching(/^GST or VAT Detail .+\.html$/)],
	});
	const [lines, totals] = [ran.json('Tab of Lines'), ran.json('Tab of Totals and Checks')];
	expect(lines.every(({ level }) => LINE_LEVELS.includes(String(level)))).toBe(true);
	expect(totals.some(({ level }) => LINE_LEVELS.includes(String(level)))).toBe(false);
	expect(lines.length + totals.length).toBe(ran.json('GST or VAT Detail').length);
	expect(totals.map(({ rowType }) => rowType)).toEqual(expect.arrayContaining(['row', 'total', 'check']));
});

// The last one: it leaves books whose tax account differs.
test('a tax account that differs stops before anything is mailed, with what differs', async () => {
	stage.connectCustom([]);
	const file = switchedOn(read('gst-working-paper.json'));
	const { to } = (await stage.runFile(file)).json('GST or VAT Detail')[0]!;
	stage.sandbox.bookkeeping.postJournal(KERERU, {
		...{ sourceType: 'EXTERNALSPENDMONEY', date: String(to) },
		lines: [
			{ account: '400', net: 100, tax: 15, taxType: 'INPUT2' },
			{ account: '090', net: -115 },
		],
	});
	const ran = await stage.runFile(file);
	expect(ran.error?.message).toMatch(/^GST or VAT detail: taxAccounts differs by -?15\. .+/);
	expect(ran.items('Tab of Totals and Checks').length).toBeGreaterThan(0);
	expect(ran.items('To the Accountant')).toEqual([]);
});
