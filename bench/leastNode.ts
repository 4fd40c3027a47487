import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeParameters, INodeType } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';

const CREDENTIAL = 'xeroSuiteOAuth2Api';
const PAGE = 1_000;
const BATCH = 50;

interface Answer extends IDataObject {
	readonly Invoices: IDataObject[];
	readonly pagination?: { readonly pageCount: number };
}

async function call(
	ctx: IExecuteFunctions,
	method: 'GET' | 'PUT',
	qs: IDataObject,
	Invoices?: readonly IDataObject[],
): Promise<Answer> {
	const { sandboxUrl } = await ctx.getCredentials(CREDENTIAL);
	return (await ctx.helpers.httpRequestWithAuthentication.call(ctx, CREDENTIAL, {
		method,
		url: `${String(sandboxUrl)}/api.xro/2.0/Invoices`,
		qs,
		headers: { 'Xero-Tenant-Id': ctx.getNodeParameter('organisation', 0) as string },
		...(Invoices ? { body: { Invoices } } : {}),
		json: true,
	})) as Answer;
}

async function read(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const rows: INodeExecutionData[] = [];
	for (let page = 1, pages = 1; page <= pages; page += 1) {
		const { Invoices, pagination } = await call(ctx, 'GET', { page, pageSize: PAGE, unitdp: 4 });
		for (const json of Invoices) rows.push({ json });
		pages = pagination?.pageCount ?? 1;
	}
	return rows;
}

async function write(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const bodies = ctx.getInputData().map((_, item): IDataObject => {
		const of = (name: string): string => ctx.getNodeParameter(name, item) as string;
		const line = {
			Description: of('description'),
			Quantity: 1,
			UnitAmount: Number(of('amount')),
			AccountCode: '200',
			TaxType: 'NONE',
		};
		return {
			Type: 'ACCREC',
			Contact: { ContactID: of('contact') },
			Reference: of('reference'),
			LineAmountTypes: 'Exclusive',
			LineItems: [line],
		};
	});
	const rows: INodeExecutionData[] = [];
	for (let at = 0; at < bodies.length; at += BATCH) {
		const { Invoices } = await call(ctx, 'PUT', { summarizeErrors: false, unitdp: 4 }, bodies.slice(at, at + BATCH));
		for (const [index, json] of Invoices.entries()) rows.push({ json, pairedItem: { item: at + index } });
	}
	return rows;
}

/**
 * The least that n8n lets a node do: one call of its helper for a page or for fifty invoices, each input read by its expression, and
 * nothing checked, limited, repeated or told. What a pack costs is what it takes beyond this.
 */
export const leastNode: INodeType = {
	description: {
		displayName: 'Least',
		name: 'least',
		group: ['transform'],
		version: 1,
		description: 'Reads or writes invoices',
		defaults: { name: 'Least' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: CREDENTIAL, required: true }],
		properties: ['organisation', 'operation', 'contact', 'reference', 'description', 'amount'].map((name) => ({
			displayName: name,
			name,
			type: 'string',
			default: '',
		})),
	},
	async execute() {
		return [this.getNodeParameter('operation', 0) === 'create' ? await write(this) : await read(this)];
	},
};

/** Its panel filled in, with the same expressions as this pack's in `contenders`. */
export const leastParameters = (operation: 'create' | 'readAll', organisation: string): INodeParameters => ({
	organisation,
	operation,
	...(operation === 'readAll'
		? {}
		: {
				contact: '={{ $json.contact }}',
				reference: '={{ $json.reference }}',
				description: '={{ $json.description }}',
				amount: '={{ $json.amount }}',
			}),
});
