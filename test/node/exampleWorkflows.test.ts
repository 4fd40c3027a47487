import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { organisations } from '../../sandbox/organisations';
import type { Example } from '../../scripts/examples';
import { callName, ELSEWHERE, EXAMPLES, STARTED_BY_XERO, switchedOn } from '../../scripts/examples';
import type { WorkflowFile } from '../n8n';
import { staged } from './stage';

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

test('what mails people is switched off until they have looked at it', () => {
	const mailing = readdirSync(FOLDER).flatMap((file) =>
		read(file)
			.nodes.filter(
				({ type, parameters }) => type.endsWith('.emailSend') || type.endsWith('.slack') || parameters.operation === 'sendEmail',
			)
			.map(({ name, disabled }) => [file, name, disabled]),
	);
	expect(mailing).toEqual([
		['close-checks-to-slack.json', 'To the Team', true],
		['customer-statements-by-mail.json', 'Mail It', true],
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
