import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { Reply } from '../fakeContext';
import { callsOf, described } from '../xeroDescription';

/** Rows without the columns that Simplify fills with null. */
export const filled = (rows: readonly INodeExecutionData[]): INodeExecutionData[] =>
	rows.map((row) => ({
		...row,
		json: Object.fromEntries(Object.entries(row.json).filter(([, value]) => value !== null)),
	}));

/** A call that is to be answered. */
export interface Asked {
	readonly method: string;
	/** Path with the API's base, as encoded on the wire. */
	readonly path: string;
	readonly body: unknown;
}

/** What Xero's description calls the ID of what stands at the end of a path inside a record. */
const PARTS: Readonly<Record<string, string>> = {
	Allocations: 'AllocationID',
	Attachments: 'AttachmentID',
	Contacts: 'ContactID',
	Options: 'TrackingOptionID',
	PaymentServices: 'PaymentServiceID',
};

/** Operations of Xero's descriptions that answer with status 204 and nothing else. */
const SILENT = new Set(
	(
		['accounting', 'assets', 'bankfeeds', 'files', 'finance', 'payroll-au-all', 'payroll-nz', 'payroll-uk', 'projects'] as const
	).flatMap((api) =>
		callsOf(described(api))
			.filter(
				({ answers }) =>
					Object.keys(answers)
						.filter((status) => status.startsWith('2'))
						.join() === '204',
			)
			.map(({ id }) => id),
	),
);

const newId = (index: number): string => `7d3c1b0a-4f5e-4a6b-8c7d-1234567890${String(index).padStart(2, '0')}`;

/** What stands under a name, dotted where it is further inside. */
const wrapped = (envelope: string, inside: unknown): IDataObject =>
	envelope.split('.').reduceRight<unknown>((value, name) => ({ [name]: value }), inside) as IDataObject;

const isGuid = (step: string): boolean => /^[0-9a-f]{8}-/i.test(step);

const objects = (value: unknown): IDataObject[] =>
	(Array.isArray(value) ? value : [value]).filter((one): one is IDataObject => one !== null && typeof one === 'object');

/**
 * Answers a call as Xero's description says, saving what it is sent.
 * @param row what is known of the operation: Xero's names of it, and what wraps the answer
 * @param id what the resource's own ID is called
 */
export function goodAnswer(
	{ method, path, body }: Asked,
	row: { readonly xero: string | readonly string[]; readonly envelope?: string | undefined },
	id: string,
): Reply {
	const steps = path.split('/').slice(3).map(decodeURIComponent);
	const last = steps[steps.length - 1]!;
	const part = steps.length > 2 ? steps.slice(2).find((step) => step in PARTS) : undefined;
	const own = part === undefined ? id : PARTS[part]!;
	const [operation] = [row.xero].flat();
	if (method !== 'GET' && SILENT.has(operation!)) return { statusCode: 204, body: '' };
	if (part === 'Attachments' && method !== 'GET')
		return { body: { Attachments: [{ AttachmentID: newId(0), FileName: last, MimeType: 'application/pdf' }] } };
	if (last === 'Associations') return { body: { FileId: steps[1], ...(body as IDataObject) } };
	if (last === 'Setup')
		return {
			body: { Id: newId(9), ProviderName: 'n8n', ImportSummary: { Accounts: { Total: 1 }, Organisation: { Present: false } } },
		};
	const named =
		steps.length > 1 && ((last === steps[1] && !['DeleteRequests', 'Sick'].includes(last)) || isGuid(last)) ? last : undefined;
	const ended = part === undefined || named !== undefined ? named : undefined;
	const { envelope } = row;
	const sent = Buffer.isBuffer(body)
		? []
		: objects(envelope !== undefined && body ? ((body as IDataObject)[envelope] ?? body) : body);
	const records = (sent.length ? sent : [{}]).map((one, index): IDataObject => {
		if (last === 'History') return { Details: one.Details ?? 'Note', DateUTC: '2026-03-31T00:00:00' };
		const known = ended ?? one[own] ?? newId(index);
		return { [own]: known, ...one, [own]: known, ...(path.includes('/bankfeeds') ? { status: 'PENDING' } : {}) };
	});
	if (part === 'Allocations' && method === 'DELETE') return { body: { ...records[0], IsDeleted: true } };
	return {
		body: envelope === undefined ? records[0] : wrapped(envelope, method === 'GET' && ended === undefined ? [] : records),
	};
}
