import type { INodeExecutionData } from 'n8n-workflow';
import { byCode, byId, byName, staged } from './stage';

const on = staged({ seed: 'small' });

const scan = (number: string, files: readonly string[] = ['bill.pdf']): INodeExecutionData => ({
	json: { number },
	binary: Object.fromEntries(
		files.map((name, index) => [
			index === 0 ? 'data' : `data${index}`,
			{ data: Buffer.from(`scan ${name}`).toString('base64'), mimeType: 'application/pdf', fileName: name },
		]),
	),
});

const BILL = {
	Contact: byName('Cinder Plumbing'),
	InvoiceNumber: '={{ $json.number }}',
	LineAmountTypes: 'Exclusive',
	LineItems: { line: [{ Description: 'Pipes', UnitAmount: '80', AccountCode: byCode('300'), TaxType: byCode('INPUT2') }] },
};
const SALE = {
	...BILL,
	Contact: byName('Tide Line Tours'),
	DueDate: '2096-03-31',
	LineItems: { line: [{ Description: 'Work', UnitAmount: '80', AccountCode: byCode('200'), TaxType: byCode('OUTPUT2') }] },
};
const sent = (): string[] => on.asked.filter((call) => !call.startsWith('GET'));

describe('A bill from a mail', () => {
	it('is written and has its file in one node, in this order', async () => {
		const { json, error, hints } = await on.run('bill.create', { ...BILL, options: { attachFiles: 'data' } }, [scan('B-77')]);
		expect(error).toBe('');
		expect(json).toEqual([
			expect.objectContaining({
				InvoiceNumber: 'B-77',
				Type: 'ACCPAY',
				Status: 'DRAFT',
				_files: [{ name: 'bill.pdf', ok: true }],
			}),
		]);
		expect(sent()).toEqual(['PUT /Invoices', `PUT /Invoices/${String(json[0]!.InvoiceID)}/Attachments/bill.pdf`]);
		expect(hints.join()).not.toContain('not all of it');
		const { json: listed } = await on.run('bill.getAttachments', {
			InvoiceID: byId(String(json[0]!.InvoiceID)),
		});
		expect(listed.map(({ FileName }) => FileName)).toEqual(['bill.pdf']);
	});

	it('has several files, one call each, and tells of the one that Xero refuses, which leaves the bill as it is', async () => {
		const item = scan('B-78', ['page 1.pdf', 'page 2.pdf', 'page 3.pdf']);
		const body = { Type: 'ValidationException', Message: 'The file is too large' };
		on.sandbox.fail({ match: { path: '/Attachments/page%202.pdf' }, what: { kind: 'status', status: 400, body } });
		const { json, error, hints } = await on.run('bill.create', { ...BILL, options: { attachFiles: 'data, data1, data2' } }, [
			item,
		]);
		expect(error).toBe('');
		expect(json[0]).toMatchObject({
			InvoiceNumber: 'B-78',
			_files: [
				{ name: 'page 1.pdf', ok: true },
				{ name: 'page 2.pdf', ok: false, says: expect.stringContaining('The file is too large') as unknown },
				{ name: 'page 3.pdf', ok: true },
			],
			_findings: [expect.objectContaining({ field: 'Attach Input Files', value: 'page 2.pdf' })],
		});
		expect(hints.join(' ')).toContain(
			'Attach Input Files “page 2.pdf”: is not attached to B-78: Xero says: The file is too large',
		);
		expect(on.records('Invoices').filter(({ InvoiceNumber }) => InvoiceNumber === 'B-78')).toHaveLength(1);
	});

	it('is not written when the item lacks the file, and every such item is told at once', async () => {
		const { error } = await on.run('bill.create', { ...BILL, options: { attachFiles: 'data, scan' } }, [
			scan('B-79'),
			{ json: { number: 'B-80' } },
		]);
		expect(error).toContain('Item 1, Attach Input Files “scan”: the item has no binary data under this name. It has data');
		expect(error).toContain('Item 2, Attach Input Files “data”: the item has no binary data under this name. It has none');
		expect(sent()).toEqual([]);
	});

	it('is not written when two files have one name, of which Xero would keep one', async () => {
		const item = scan('B-81', ['scan.pdf', 'Scan.pdf']);
		const { error } = await on.run('bill.create', { ...BILL, options: { attachFiles: 'data, data1' } }, [item]);
		expect(error).toContain('Attach Input Files “scan.pdf”: is the name of two files, of which Xero would keep one');
		expect(sent()).toEqual([]);
	});
});

describe('A bill of several lines', () => {
	const LINES = { ...BILL, input: 'lines', options: { attachFiles: 'data' } };
	const filesOf = async (id: unknown) =>
		(await on.run('bill.getAttachments', { InvoiceID: byId(String(id)) })).json.map(({ FileName }) => FileName);

	it('has the files of all of its lines', async () => {
		const { json, error } = await on.run('bill.create', LINES, [scan('B-90', ['first.pdf']), scan('B-90', ['second.pdf'])]);
		expect([error, json.length]).toEqual(['', 1]);
		expect(json[0]!._files).toEqual([
			{ name: 'first.pdf', ok: true },
			{ name: 'second.pdf', ok: true },
		]);
		expect(await filesOf(json[0]!.InvoiceID)).toEqual(['first.pdf', 'second.pdf']);
	});

	it('has a file once that each of its lines carries, or one of them alone', async () => {
		const rows = [scan('B-91'), scan('B-91'), { json: { number: 'B-92' } }, scan('B-92')];
		const { json, error } = await on.run('bill.create', LINES, rows);
		expect(error).toBe('');
		expect(json.map(({ _files }) => _files)).toEqual([[{ name: 'bill.pdf', ok: true }], [{ name: 'bill.pdf', ok: true }]]);
		expect(sent().filter((call) => call.includes('/Attachments/'))).toHaveLength(2);
	});

	it('is refused when two of its lines ask for something else', async () => {
		const rows = ['data', 'data1'].map((files): INodeExecutionData => {
			const item = scan('B-93', ['first.pdf', 'second.pdf']);
			return { ...item, json: { ...item.json, files } };
		});
		const { error } = await on.run('bill.create', { ...LINES, options: { attachFiles: '={{ $json.files }}' } }, rows);
		expect(error).toContain('Item 2, Attach Input Files “data1”: differs from item 1 (“data”), which is the same document');
		expect(sent()).toEqual([]);
	});
});

it('A bill is not written when its file has a name that no attachment can have', async () => {
	const { error } = await on.run('bill.create', { ...BILL, options: { attachFiles: 'data' } }, [scan('B-82', ['..'])]);
	expect(error).toContain('Item 1, Attach Input Files “..”: is no name for an attachment. Rename the file before this node');
	expect(sent()).toEqual([]);
});

it('A bill has its file and all of its columns in a third try as well', async () => {
	on.sandbox.fail({ match: { method: 'PUT', path: '/Invoices' }, times: 1, what: { kind: 'dropAfter' } });
	const rows = ['300', '999'].map((account, index) => {
		const item = scan(`B-9${5 - index}`);
		return { ...item, json: { ...item.json, account } };
	});
	const line = { Description: 'Pipes', UnitAmount: '80', AccountCode: byCode('={{ $json.account }}') };
	const { json } = await on.run(
		'bill.create',
		{ ...BILL, LineItems: { line: [line] }, options: { attachFiles: 'data', longestWait: 0 } },
		[rows[1]!, rows[0]!],
		{ settings: { onError: 'continueRegularOutput', retryOnFail: true, maxTries: 3, waitBetweenTries: 0 } },
	);
	expect(json[0]!.error).toContain('999');
	expect(json[1]).toMatchObject({
		InvoiceNumber: 'B-95',
		ContactName: 'Cinder Plumbing',
		_files: [{ name: 'bill.pdf', ok: true }],
	});
	expect(on.records('Invoices').filter(({ InvoiceNumber }) => InvoiceNumber === 'B-95')).toHaveLength(1);
});

describe('A sales invoice', () => {
	beforeEach(async () => {
		await on.run('contact.create', { Name: 'Tide Line Tours', additionalFields: { EmailAddress: 'desk@example.com' } });
		on.sandbox.forget();
	});

	it('is approved, has its file, and is mailed, in this order', async () => {
		const { json, error } = await on.run(
			'invoice.create',
			{ ...SALE, Status: 'AUTHORISED', options: { attachFiles: 'data', emailIt: true } },
			[scan('S-77', ['terms.pdf'])],
		);
		expect(error).toBe('');
		expect(json[0]).toMatchObject({ InvoiceNumber: 'S-77', _files: [{ name: 'terms.pdf', ok: true }], _emailed: true });
		const at = `/Invoices/${String(json[0]!.InvoiceID)}`;
		expect(sent()).toEqual(['PUT /Invoices', `PUT ${at}/Attachments/terms.pdf`, `POST ${at}/Email`]);
	});

	it('is not written as a draft that is to be mailed', async () => {
		const { error } = await on.run('invoice.create', { ...SALE, options: { emailIt: true } }, [scan('S-78')]);
		expect(error).toContain(
			'Item 1, Email It: Xero mails no draft. Choose Status Approved (in JSON AUTHORISED), or leave Email It out',
		);
		expect(sent()).toEqual([]);
	});

	it('stays as it is when the mail is refused, which its row tells', async () => {
		on.sandbox.fail({ match: { path: '/Email' }, what: { kind: 'status', status: 400, body: { Message: 'No email address' } } });
		const { json, error, hints } = await on.run('invoice.create', { ...SALE, Status: 'AUTHORISED', options: { emailIt: true } }, [
			scan('S-79'),
		]);
		expect(error).toBe('');
		expect(json[0]).toMatchObject({ InvoiceNumber: 'S-79', Status: 'AUTHORISED', _emailed: false });
		expect(hints.join(' ')).toContain('Email It: S-79 is not mailed: Xero says: No email address. Use Send Email for it');
	});

	it('is not told to be unmailed where Xero did not answer: its row says that it is open', async () => {
		on.sandbox.fail({ match: { path: '/Email' }, what: { kind: 'dropAfter' } });
		const { json, error, hints } = await on.run(
			'invoice.create',
			{ ...SALE, Status: 'AUTHORISED', options: { emailIt: true, longestWait: 0 } },
			[scan('S-80')],
		);
		expect(error).toBe('');
		expect(json[0]).toMatchObject({ InvoiceNumber: 'S-80', _emailed: null });
		expect(hints.join(' ')).toContain('Email It: S-80 may or may not be mailed: ');
		expect(hints.join(' ')).toContain('Look at its history in Xero before you use Send Email');
	});

	it('is written, filed and mailed once by Retry On Fail, though another row was refused in each try', async () => {
		const bad = {
			...SALE,
			Status: 'AUTHORISED',
			Contact: byName('={{ $json.customer }}'),
			options: { attachFiles: 'data', emailIt: true },
		};
		const rows = [scan('S-81'), scan('S-82')];
		rows[0]!.json.customer = 'Tide Line Tours';
		rows[1]!.json.customer = 'Tide Line Tours';
		on.sandbox.fail({ match: { path: '/Attachments/bill.pdf' }, times: 2, what: { kind: 'dropAfter' } });
		const { json, error } = await on.run('invoice.create', bad, rows, {
			settings: { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 },
		});
		expect(error).toBe('');
		expect(json.map(({ InvoiceNumber, _emailed }) => [InvoiceNumber, _emailed])).toEqual([
			['S-81', true],
			['S-82', true],
		]);
		const mails = on.sandbox.calls.filter(({ url, replayed }) => url.endsWith('/Email') && !replayed);
		expect(mails).toHaveLength(2);
		for (const { InvoiceID } of json) {
			const { json: files } = await on.run('invoice.getAttachments', { InvoiceID: byId(String(InvoiceID)) });
			expect(files).toHaveLength(1);
		}
	});
});
