import type { IDataObject, INodeExecutionData, INodeParameterResourceLocator, INodeParameters } from 'n8n-workflow';
import { accounting } from '../../nodes/XeroAccounting/accounting';
import { byCode, byId, byName, Stage } from '../node/stage';
import { heldToSchema } from '../heldToSchema';
import { nothingMissing, unknownCalls, walkThrough } from '../whatToDo';

/** Every test file of this folder and the resources it walks through. */
export const WALKS: Readonly<Record<string, readonly string[]>> = {
	credits: ['creditNote', 'overpayment', 'payment', 'prepayment'],
	documents: ['purchaseOrder', 'quote', 'repeatingInvoice'],
	expenses: ['expenseClaim', 'invoiceReminder', 'linkedTransaction', 'paymentService', 'receipt'],
	ledger: ['budget', 'journal', 'manualJournal', 'setup'],
	money: ['bankTransaction', 'bankTransfer', 'batchPayment'],
	sales: ['bill', 'contact', 'contactGroup', 'invoice', 'item'],
	settings: ['account', 'apiRequest', 'brandingTheme', 'currency', 'organisation', 'taxRate', 'trackingCategory', 'user'],
};

/** A file with a name that needs encoding everywhere. */
const NAME = 'Größe #1 & co.txt';

const file = (name: string, content: string): INodeExecutionData => ({
	json: {},
	binary: { data: { data: Buffer.from(content).toString('base64'), mimeType: 'text/plain', fileName: name } },
});

/** Rows of the tables at work: through n8n's engine, against the sandbox, which knows nothing of the tables. */
export class Walk {
	readonly stage = new Stage();
	private readonly done = new Set<string>();
	/** The resource and the ID of what is owed, by its number. */
	private readonly owing = new Map<string, readonly [resource: 'bill' | 'invoice', id: string]>();

	/** Opens the sandbox before the tests of the file, and holds them to leaving no operation out. */
	constructor(name: keyof typeof WALKS, issue?: Parameters<Stage['connect']>[0]) {
		beforeAll(async () => {
			await this.stage.open();
			if (issue) this.stage.connect(issue);
		});
		afterAll(async () => {
			await this.stage.close();
			const missing = accounting.resources
				.filter(({ key }) => WALKS[name]!.includes(key))
				.flatMap(({ key, operations }) =>
					Object.entries(operations).map(([operation, row]) => [`${key}.${operation}`, row] as const),
				)
				.filter(([what]) => !this.done.has(what));
			nothingMissing(
				missing.map(([what]) => `No step runs ${what}`),
				walkThrough(`test/walks/${name}.test.ts`, 'walk.run', missing),
			);
		});
	}

	/** Runs an operation for one item and gives what came out of it, which is as its schema says. */
	async run(
		what: string,
		parameters: INodeParameters = {},
		item: IDataObject | INodeExecutionData = {},
	): Promise<INodeExecutionData[]> {
		const { error, items } = await this.stage.run(what, parameters, [item]);
		expect([what, error, ...unknownCalls(this.stage.sandbox.calls)]).toEqual([what, '']);
		// What is right comes back as it was sent.
		expect([what, items.flatMap(({ json }) => json._findings ?? [])]).toEqual([what, []]);
		heldToSchema(
			'xeroAccounting',
			what,
			parameters,
			items.map(({ json }) => json),
		);
		this.done.add(what);
		return items;
	}

	/** Runs an operation that Xero refuses and gives message and description. */
	async refused(what: string, parameters: INodeParameters = {}): Promise<string> {
		const { error, items } = await this.stage.run(what, parameters);
		expect([what, error === '', items]).toEqual([what, false, []]);
		this.done.add(what);
		return error;
	}

	/** The first record that comes out, as Xero sends it. */
	async json(what: string, parameters: INodeParameters = {}): Promise<IDataObject> {
		return (await this.run(what, { simplify: false, ...parameters }))[0]?.json ?? {};
	}

	/** A whole list, or what Show says of it, as Xero sends it. */
	async all(what: string, filters: INodeParameters = {}, show?: string): Promise<IDataObject[]> {
		const shown: INodeParameters = show === undefined ? {} : { show };
		return (await this.run(what, { returnAll: true, ...shown, filters, simplify: false })).map((one) => one.json);
	}

	/** Searches a list as From List does and chooses its first line: what it says, and what the panel saves of it. */
	async choose(list: string, filter = '', resource?: string): Promise<{ line: string; picked: INodeParameterResourceLocator }> {
		await this.stage.passMinute();
		const { results } = await this.stage.search(list, filter, undefined, undefined, resource);
		expect([list, filter, results.length]).not.toEqual([list, filter, 0]);
		const { name, value } = results[0]!;
		return { line: name, picked: { __rl: true, mode: 'list', value: String(value) } };
	}

	/** A file is attached, listed, read back, replaced and read back again. */
	async attach(resource: string, picked: INodeParameters): Promise<void> {
		await this.run(`${resource}.addAttachment`, { ...picked, binaryPropertyName: 'data' }, file(NAME, 'first'));
		const [listed] = await this.run(`${resource}.getAttachments`, picked);
		expect(listed!.json.FileName).toBe(NAME);
		const content = async (how: INodeParameters) => {
			const [found] = await this.run(`${resource}.downloadAttachment`, { ...picked, ...how });
			return Buffer.from(found!.binary!.data!.data, 'base64').toString();
		};
		expect(await content({ files: 'all' })).toBe('first');
		const replacing = { ...picked, binaryPropertyName: 'data', options: { FileName: NAME } };
		await this.run(`${resource}.replaceAttachment`, replacing, file('x.txt', 'second'));
		expect(await content({ files: 'id', options: { attachment: String(listed!.json.AttachmentID) } })).toBe('second');
		expect(await content({ files: 'name', options: { attachment: NAME } })).toBe('second');
	}

	/** A note is added and found in the history. */
	async note(resource: string, picked: INodeParameters): Promise<void> {
		await this.run(`${resource}.addNote`, { ...picked, Details: 'Approved by phone' });
		const history = await this.run(`${resource}.getHistory`, picked);
		expect(history.map((one) => one.json.Details)).toContain('Approved by phone');
	}

	/** An approved sales invoice to Ridgeway Test, or a bill of Rata Print, of one line without tax. */
	async owed(Type: 'ACCREC' | 'ACCPAY', InvoiceNumber: string, amount: string): Promise<void> {
		const sale = Type === 'ACCREC';
		const resource = sale ? 'invoice' : 'bill';
		const { InvoiceID } = await this.json(`${resource}.create`, {
			Contact: byName(sale ? 'Ridgeway Test' : 'Rata Print'),
			LineAmountTypes: 'NoTax',
			LineItems: line('Books', amount, sale ? '200' : '300'),
			InvoiceNumber,
			Date: '2096-03-01',
			DueDate: '2096-03-31',
			Status: 'AUTHORISED',
		});
		this.owing.set(InvoiceNumber, [resource, String(InvoiceID)]);
	}

	/** What is due of an invoice or bill that is {@link owed}, and its status. */
	async due(number: string): Promise<unknown[]> {
		const [resource, id] = this.owing.get(number)!;
		const { AmountDue, Status } = await this.json(`${resource}.get`, { InvoiceID: byId(id) });
		return [AmountDue, Status];
	}

	/** The document's own path gives a PDF. */
	async pdf(resource: string, picked: INodeParameters): Promise<void> {
		const [pdf] = await this.run(`${resource}.getPdf`, picked);
		expect(Buffer.from(pdf!.binary!.data!.data, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
	}
}

/** An ID of a record as a picker gives it. */
export const idOf = (record: IDataObject | undefined, key: string) => byId(String(record?.[key]));

/** One line of a document. */
export const line = (Description: string, UnitAmount: string, account?: string): INodeParameters => ({
	line: [{ Description, UnitAmount, ...(account === undefined ? {} : { AccountCode: byCode(account) }) }],
});
