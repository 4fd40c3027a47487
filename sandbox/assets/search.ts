import { query } from '../accounting/resource/request';
import type { SandboxRequest } from '../route';
import { type Complaint, invalid } from './refusals';
import type { Register } from './register';
import { type AssetRow, STATUSES } from './rows';

const ORDERS: Readonly<Record<string, (row: AssetRow, register: Register) => string | number | undefined>> = {
	AssetType: (row, register) => typeName(register, row).toLowerCase(),
	AssetName: (row) => row.assetName.toLowerCase(),
	AssetNumber: (row) => row.assetNumber.toLowerCase(),
	PurchaseDate: (row) => row.purchaseDate,
	PurchasePrice: (row) => row.purchasePrice,
	DisposalDate: (row) => row.disposalDate,
	DisposalPrice: (row) => row.disposalPrice,
};

/** Assets on one page unless `pageSize` says otherwise. */
const USUAL = 10;
/** Most assets on one page. */
const MOST = 200;

/** A page of assets and where it stands among all. */
export interface Page {
	readonly rows: readonly AssetRow[];
	readonly pagination: Readonly<Record<string, unknown>>;
}

/** The assets of a status that a call asks for, ordered and cut into pages. @throws 400 */
export function search(register: Register, request: SandboxRequest): Page {
	const complaints: Complaint[] = [];
	const asked = query(request, 'status');
	const status = STATUSES.find((one) => one.toLowerCase() === asked?.trim().toLowerCase());
	if (status === undefined) complaints.push({ field: 'Status', value: asked, message: 'Status is invalid' });
	const order = choice(request, 'orderBy', Object.keys(ORDERS), complaints);
	if (order?.startsWith('Disposal') === true && status !== 'Disposed')
		complaints.push({ field: 'OrderBy', value: order, message: `${order} orders disposed assets only` });
	const direction = choice(request, 'sortDirection', ['asc', 'desc'], complaints) === 'desc' ? -1 : 1;
	const page = whole(request, 'page', 1, Number.MAX_SAFE_INTEGER, complaints);
	const pageSize = whole(request, 'pageSize', USUAL, MOST, complaints);
	if (complaints.length > 0) throw invalid(complaints);

	const text = query(request, 'filterBy')?.toLowerCase();
	const found = register.assets.values().filter((row) => row.assetStatus === status && contains(register, row, text));
	const key = order === undefined ? undefined : ORDERS[order];
	const sorted = key ? [...found].sort((a, b) => direction * compare(key(a, register), key(b, register))) : found;
	const pageCount = Math.ceil(sorted.length / pageSize);
	const itemCount = sorted.length;
	return {
		rows: sorted.slice((page - 1) * pageSize, page * pageSize),
		pagination: { page, pageSize, pageCount, itemCount, links: links(request, page, pageCount) },
	};
}

/** Whether a text is in the fields that Xero looks into: name, number, description, name of the type. */
function contains(register: Register, row: AssetRow, text: string | undefined): boolean {
	if (text === undefined) return true;
	const fields = [row.assetName, row.assetNumber, row.description ?? '', typeName(register, row)];
	return fields.some((field) => field.toLowerCase().includes(text));
}

function typeName(register: Register, { assetTypeId }: AssetRow): string {
	return register.types.get(assetTypeId ?? '')?.assetTypeName ?? '';
}

/** What is missing comes first. */
function compare(a: string | number | undefined, b: string | number | undefined): number {
	if (a === b) return 0;
	if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
	return a < b ? -1 : 1;
}

function choice(request: SandboxRequest, name: string, choices: readonly string[], complaints: Complaint[]): string | undefined {
	const value = query(request, name)?.trim();
	const found = choices.find((one) => one.toLowerCase() === value?.toLowerCase());
	if (value !== undefined && found === undefined)
		complaints.push({ field: name.replace(/^./, (letter) => letter.toUpperCase()), value, message: `${name} is invalid` });
	return found;
}

/** A whole number, moved silently to between 1 and `most`. */
function whole(request: SandboxRequest, name: string, usual: number, most: number, complaints: Complaint[]): number {
	const value = query(request, name) ?? String(usual);
	if (!/^\s*-?\d+\s*$/.test(value))
		complaints.push({ field: name.replace(/^./, (letter) => letter.toUpperCase()), value, message: `${name} is invalid` });
	return Math.min(Math.max(Number(value) || 1, 1), most);
}

/** Where the first, the next and the last page are, as Xero's example has it. */
function links(request: SandboxRequest, page: number, last: number): Readonly<Record<string, { href: string }>> {
	const href = (to: number): { href: string } => {
		const search = new URLSearchParams({ ...request.query, page: String(to) });
		return { href: `${request.origin}/assets.xro/1.0/Assets?${search}` };
	};
	return {
		first: href(1),
		...(page > 1 ? { prev: href(page - 1) } : {}),
		...(page < last ? { next: href(page + 1) } : {}),
		last: href(Math.max(last, 1)),
	};
}
