// Runs the reports that Xero's API does not give beside the same figures of the sandbox, and prints how far they are apart.

import 'reflect-metadata';
import type { IDataObject, INodeParameters, INodeType } from 'n8n-workflow';
import { XeroSuiteOAuth2Api } from '../credentials/XeroSuiteOAuth2Api.credentials';
import { clock as nodesClock } from '../nodes/shared/http/clock';
import { leapingClock } from '../sandbox/clock';
import type { Sandbox } from '../sandbox/contract';
import { startSandbox } from '../sandbox/server';
import { asN8nResolvesIt } from '../test/credential/asN8nResolvesIt';
import type { Credentials } from '../test/n8n';
import { oneNode, runWorkflow } from '../test/n8n';
import { columns } from './columns';
import { nodeFiles, sourceNode } from './sourceNodes';
import { cashFlowTies } from './ties/cashFlow';
import { liveJournalTies } from './ties/liveJournals';
import { budgetTies } from './ties/budgetTies';
import { taxTies } from './ties/taxTies';
import { trackingTies } from './ties/trackingTies';
import type { Line, Runs } from './ties/tie';
import { cents } from './ties/tie';
import { revaluationTies } from './ties/currencyRevaluation';
import { closeTies } from './ties/closeTies';

const TYPE = 'n8n-nodes-xero-suite.xeroReports';

/** Seeds of the generated year: thirteen months with everything that makes a ledger hard to rebuild. */
const SEEDS = [1, 2, 3];

/** What no list of Xero's API has: journals without a source are conversion balances, depreciation runs and stock counts. */
const HIDDEN: ReadonlySet<unknown> = new Set([undefined, null, '', 'PAYSLIP', 'WAGEPAYABLE', 'EXTERNALSPENDMONEY']);

/** Accounts to which the cost of tracked stock goes, which is in no list either. */
const STOCK: ReadonlySet<unknown> = new Set(['310', '630']);

/** A credential connected to one organisation of the sandbox, with every scope that the app has. */
function credentialsFor(sandbox: Sandbox, tenantId: string): Credentials {
	const { clientId, clientSecret = '', scopes } = sandbox.apps.web;
	const stored = { grantType: 'authorizationCode', clientId, clientSecret, environment: 'sandbox', sandboxUrl: sandbox.url };
	const tokens = sandbox.issue({
		expiresIn: 365 * 24 * 3600,
		scopes: [...scopes, 'accounting.journals.read'],
		tenants: [tenantId],
	});
	return { xeroSuiteOAuth2Api: { ...asN8nResolvesIt(new XeroSuiteOAuth2Api(), stored), oauthTokenData: tokens as never } };
}

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const money = (amount: number): string =>
	(amount / 100).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** One organisation of the sandbox, and the reports of it. */
class Books implements Runs {
	constructor(
		private readonly sandbox: Sandbox,
		private readonly node: INodeType,
		private readonly credentials: Credentials,
		private readonly tenantId: string,
	) {}

	async run(what: string, parameters: INodeParameters): Promise<{ rows: IDataObject[]; calls: number }> {
		const [resource, operation] = what.split('.') as [string, string];
		this.sandbox.forget();
		const organisation = { __rl: true, mode: 'id', value: this.tenantId };
		const workflow = oneNode(TYPE, { organisation, resource, operation, ...parameters } as unknown as INodeParameters, [{}]);
		const ran = await runWorkflow(workflow, { types: { [TYPE]: this.node }, credentials: this.credentials });
		if (ran.error) throw ran.error;
		return { rows: ran.json('Xero'), calls: this.sandbox.calls.filter(({ url }) => url.startsWith('/api.xro')).length };
	}

	records(list: string): IDataObject[] {
		return [...this.sandbox.records(this.tenantId, list)] as IDataObject[];
	}

	isHidden(sourceType: unknown): boolean {
		return HIDDEN.has(sourceType === 'NOSOURCE' ? null : sourceType);
	}

	/** Documents of all contacts beside the sandbox's report of each contact, in their own currencies. */
	async aged(side: 'Receivables' | 'Payables', day: string): Promise<Line[]> {
		const asked = { asOf: 'custom', date: day };
		const { rows, calls } = await this.run(`owing.aged${side}`, { ...asked, rows: 'documents' });
		const documents = rows.filter(({ level, documentType }) => level === 'document' && documentType !== 'earlyPayment');
		const contacts = [...new Set(documents.map(({ contactId }) => String(contactId)))];
		let [ours, xeros, apart] = [0, 0, 0];
		for (const contactId of contacts) {
			const contact = { contactId: { __rl: true, mode: 'id', value: contactId } } as unknown as INodeParameters;
			const own = await this.run(`owing.aged${side}ByContact`, { ...asked, ...contact });
			const due = own.rows.filter(({ rowType }) => rowType === 'row').reduce((sum, row) => sum + cents(row.due), 0);
			const open = documents
				.filter((row) => row.contactId === contactId)
				.reduce((sum, { outstanding }) => sum + cents(outstanding), 0);
			[ours, xeros, apart] = [ours + open, xeros + due, Math.max(apart, Math.abs(open - due))];
		}
		const tie = rows.find(({ check }) => check === (side === 'Receivables' ? 'receivablesTie' : 'payablesTie'))!;
		const of = `${day}, each contact`;
		return [
			{ report: `Aged ${side}`, of, held: contacts.length, ours, xeros, apart, calls },
			{
				report: `Aged ${side}`,
				of: `${day}, control account`,
				held: documents.length,
				ours: cents(tie.ours),
				xeros: cents(tie.xeros),
				apart: Math.abs(cents(tie.difference)),
				calls,
			},
		];
	}

	/** What is open by statements of a period beside what is open by documents. */
	async statements(from: string, to: string): Promise<Line> {
		const asked = { contacts: 'all', type: 'activity', period: 'custom', fromDate: from, toDate: to, rows: 'lines' };
		const { rows, calls } = await this.run('owing.customerStatement', asked);
		const closings = new Map<string, number>();
		for (const row of rows)
			if (row.event === 'closing') closings.set(`${String(row.contactId)} ${String(row.currency)}`, cents(row.balance));
		const aged = await this.run('owing.agedReceivables', { asOf: 'custom', date: to, rows: 'documents' });
		const open = new Map<string, number>();
		for (const row of aged.rows.filter(({ level }) => level === 'document')) {
			const key = `${String(row.contactId)} ${String(row.currency)}`;
			open.set(key, (open.get(key) ?? 0) + cents(row.outstanding));
		}
		const keys = [...new Set([...closings.keys(), ...open.keys()])];
		const sum = (of: ReadonlyMap<string, number>): number => [...of.values()].reduce((total, amount) => total + amount, 0);
		const apart = Math.max(0, ...keys.map((key) => Math.abs((closings.get(key) ?? 0) - (open.get(key) ?? 0))));
		return {
			...{ report: 'Customer Statement', of: `${from} to ${to}, each contact and currency`, held: keys.length },
			...{ ours: sum(closings), xeros: sum(open), apart, calls },
		};
	}

	/** The checks of a close beside the records that they are about. */
	async close(day: string): Promise<Line[]> {
		const { rows, calls } = await this.run('close.closeChecks', { asOf: 'custom', date: day, rows: 'both' });
		return closeTies(rows, calls, day, (plural) => this.sandbox.records(this.tenantId, plural) as IDataObject[]);
	}

	/** What hidden journals move on each account of the period, by its code. */
	hidden(from: string, to: string): Map<string, number> {
		const moved = new Map<string, number>();
		const accounts = new Map(
			this.sandbox.records(this.tenantId, 'Accounts').map(({ AccountID, Code }) => [AccountID, String(Code)]),
		);
		for (const { SourceType, JournalDate, JournalLines } of this.sandbox.records(this.tenantId, 'Journals')) {
			const day = String(JournalDate).slice(0, 10);
			if (!this.isHidden(SourceType) || day < from || day > to) continue;
			for (const { AccountID, NetAmount } of JournalLines as IDataObject[]) {
				const code = accounts.get(AccountID as string) ?? '';
				moved.set(code, (moved.get(code) ?? 0) + cents(NetAmount));
			}
		}
		return moved;
	}

	/** The ledger of documents beside the trial balance, and what is “not in the API” beside the journals that no document has. */
	async ledger(from: string, to: string): Promise<Line[]> {
		const asked = { period: 'custom', fromDate: from, toDate: to, rows: 'accounts', options: { includeZero: true } };
		const { rows, calls } = await this.run('ledger.generalLedger', asked);
		const accounts = rows.filter(({ level }) => level === 'account');
		const hidden = this.hidden(from, to);
		const unlike = accounts
			.filter(({ accountCode }) => !STOCK.has(accountCode))
			.map(({ accountCode, notInApi }) => Math.abs(cents(notInApi) - (hidden.get(String(accountCode)) ?? 0)));
		const absolute = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + Math.abs(amount), 0);
		return [
			{
				...{ report: 'General Ledger', of: `${from} to ${to}, not in the API`, held: accounts.length },
				ours: absolute(accounts.filter(({ accountCode }) => !STOCK.has(accountCode)).map(({ notInApi }) => cents(notInApi))),
				xeros: absolute([...hidden].filter(([code]) => !STOCK.has(code)).map(([, amount]) => amount)),
				...{ apart: Math.max(0, ...unlike), calls },
			},
		];
	}
}

/** The day so many months before another, or its month's last. */
function monthEnd(today: string, back: number): string {
	const [year, month] = today.split('-').map(Number) as [number, number];
	return new Date(Date.UTC(year, month - back, 0)).toISOString().slice(0, 10);
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

async function linesOf(books: Books, today: string, of: Parameters<typeof revaluationTies>[1]): Promise<Line[]> {
	const [last, quarter, year] = [monthEnd(today, 1), monthEnd(today, 4), monthEnd(today, 14)];
	const lines: Line[] = [];
	for (const day of [today, last, quarter])
		for (const side of ['Receivables', 'Payables'] as const) lines.push(...(await books.aged(side, day)));
	for (const day of [today, last]) lines.push(...(await books.close(day)));
	lines.push(await books.statements(dayAfter(quarter), last));
	for (const from of [dayAfter(monthEnd(today, 2)), dayAfter(quarter), dayAfter(year)])
		lines.push(
			...(await books.ledger(from, last)),
			...(await cashFlowTies(books, from, last)),
			...(await liveJournalTies(books, from, last)),
			...(await revaluationTies(books, of, from, last)),
		);
	for (const from of [dayAfter(quarter), dayAfter(year)]) lines.push(...(await taxTies(books, from, last)));
	for (const day of [last, quarter, `${last.slice(0, 8)}17`]) lines.push(...(await trackingTies(books, day)));
	for (const from of [dayAfter(quarter), dayAfter(year)]) lines.push(...(await budgetTies(books, from, last)));
	return lines;
}

const cells = ({ report, of, held, ours, xeros, apart, calls }: Line): string[] => [
	...[report, of, String(held), money(ours), money(xeros), apart === 0 ? 'ties' : money(apart), String(calls)],
];

async function main(): Promise<void> {
	const node = await sourceNode(nodeFiles.find((file) => file.includes('/XeroReports/'))!);
	const clock = leapingClock();
	Object.assign(nodesClock, clock);
	const sandbox = await startSandbox({
		port: 0,
		seed: 'demo',
		clock,
		limits: { minute: 1_000_000, day: 1_000_000, appMinute: 1_000_000 },
	});
	const today = new Date(clock.now()).toISOString().slice(0, 10);
	let differing = 0;
	try {
		const wanted = [
			...sandbox.organisations.map(({ tenantId, name }) => ({ tenantId, name, seed: undefined as number | undefined })),
			...SEEDS.map((seed) => ({ tenantId: '', name: `generated year ${seed}`, seed })),
		];
		for (const { name, seed, ...known } of wanted) {
			const tenantId = seed === undefined ? known.tenantId : sandbox.generateYear(seed).tenantId;
			const books = new Books(sandbox, node, credentialsFor(sandbox, tenantId), tenantId);
			const lines = await linesOf(books, today, { sandbox, tenantId, isGenerated: seed !== undefined });
			const head = ['report', 'of', 'held', 'here', 'sandbox', 'apart', 'calls'];
			const row = columns([head, ...lines.map(cells)]);
			say(name);
			say(`  ${row(head)}`);
			for (const line of lines) say(`  ${row(cells(line))}`);
			say();
			differing += lines.filter(({ apart }) => apart !== 0).length;
		}
	} finally {
		await sandbox.stop();
	}
	say(differing === 0 ? 'Everything ties to the cent.' : `${differing} figures differ.`);
	process.exitCode = differing === 0 ? 0 : 1;
}

void main();
