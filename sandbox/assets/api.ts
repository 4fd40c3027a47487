import { isGuid } from '../accounting/resource/input';
import { type Body, Refusal } from '../accounting/resource/replies';
import type { Clock } from '../contract';
import type { YearEnd } from '../finance/financialYear';
import type { Reply, Route, SandboxApi, SandboxRequest } from '../route';
import { assetBody, newTypeBody, settingsBody, typeBody } from './bodies';
import { invalid, notFound, refuse } from './refusals';
import { Register } from './register';
import { search } from './search';
import { seedRegister } from './seed';
import { createAsset, createAssetType } from './writes';

/*
 * What this rests on: [S] Xero's OpenAPI file, [M] a guess, on the strict side.
 *
 * | rule | mark |
 * |---|---|
 * | Bodies in camelCase, dates as 2020-01-01T00:00:00, the keys of the examples that the schemas lack (trackingItems, links, …), a bare array of types | S (examples) |
 * | The shape of refusals, "Can't have both Depreciation Rate and Effective Life", "Fixed Asset Account Id is invalid", 409 for a type that exists | S (examples) |
 * | Every other sentence; unknown ids are 404 and ids that are none 400 | M |
 * | `status` is required, in any case; orders by disposal only for DISPOSED | S |
 * | pageSize 10 when absent, at most 200; what is out of range is moved into it, what is no whole number refused | S, most and moving M |
 * | Without orderBy assets come as they were entered | M |
 * | Created assets are drafts whatever status is sent; amounts of depreciation, gains and book value that are sent do not count | S (example), M |
 * | A number that is not sent is the next of the sequence; numbers are unique without regard to case | M |
 * | What an asset does not say of its depreciation is its type's; depreciation starts with the purchase | M |
 * | Rates are percent a year, from 0 to 100; diminishing methods take a rate as it is, and 100, 150, 200 percent of one part of the life | M |
 * | Depreciation is shown up to lastDepreciationDate, which no operation moves; FullMonth counts the first month as a whole | M |
 * | A disposal price comes off the book value of a draft; disposed assets have none | S (example), M |
 * | A type needs its asset account, and the other two unless nothing is depreciated; asset accounts are FIXED, the other one an expense | M |
 * | Keys of bodies in any case | M |
 */

/** What the Assets API is made of. */
export interface AssetsOptions {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: ReadonlyArray<{ tenantId: string }>;
	/** The Accounting API, for the chart of accounts and the end of the financial year. */
	books: Pick<SandboxApi, 'records'>;
}

const READ = ['assets', 'assets.read'];
const WRITE = ['assets'];

type Handle = (register: Register, request: SandboxRequest, end: YearEnd) => Reply;

/** Xero's Assets API over an in-memory register for each organisation. */
export function assets({ clock, seed, organisations, books }: AssetsOptions): SandboxApi {
	const registers = new Map<string, Register>();
	for (const [at, { tenantId }] of organisations.entries()) {
		const register = new Register();
		const today = new Date(clock.now()).toISOString().slice(0, 10);
		const size = seed === 'demo' && at > 0 ? 'second' : seed;
		seedRegister(register, size, { tenantId, accounts: books.records(tenantId, 'Accounts'), today });
		registers.set(tenantId.toLowerCase(), register);
	}
	const endOf = (tenantId: string): YearEnd => {
		const [organisation = {}] = books.records(tenantId, 'Organisations');
		return {
			FinancialYearEndDay: Number(organisation.FinancialYearEndDay ?? 31),
			FinancialYearEndMonth: Number(organisation.FinancialYearEndMonth ?? 12),
		};
	};
	const route = (operationId: string, method: Route['method'], path: string, handle: Handle): Route => ({
		operationId,
		method,
		path,
		scopes: method === 'GET' ? READ : WRITE,
		handle(request) {
			const register = registers.get(request.tenantId.toLowerCase());
			try {
				if (!register) throw notFound('The organisation');
				return handle(register, request, endOf(request.tenantId));
			} catch (refusal) {
				if (refusal instanceof Refusal) return refusal.reply;
				throw refusal;
			}
		},
	});
	return {
		name: 'Assets',
		basePath: '/assets.xro/1.0',
		routes: [
			route('getAssets', 'GET', '/Assets', (register, request, end) => {
				const { rows, pagination } = search(register, request);
				return { body: { pagination, items: rows.map((row) => assetBody(register, row, end, false)) } };
			}),
			route('createAsset', 'POST', '/Assets', (register, request, end) => {
				const { metaData: _later, ...body } = assetBody(register, createAsset(register, request.body), end, true);
				return { body };
			}),
			route('getAssetById', 'GET', '/Assets/{id}', (register, { params }, end) => {
				const id = params['id'] ?? '';
				if (!isGuid(id)) throw invalid([{ field: 'Id', value: id, message: 'Id is invalid' }]);
				const row = register.assets.get(id);
				if (!row) throw notFound('The asset');
				return { body: assetBody(register, row, end, true) };
			}),
			route('getAssetTypes', 'GET', '/AssetTypes', (register) => ({
				body: register.types.values().map((row) => typeBody(register, row)),
			})),
			route('createAssetType', 'POST', '/AssetTypes', (register, { tenantId, body }) => {
				const accounts = books.records(tenantId, 'Accounts');
				const find = (id: string) => accounts.find(({ AccountID }) => String(AccountID).toLowerCase() === id);
				return { body: newTypeBody(register, createAssetType(register, body, find)) };
			}),
			route('getAssetSettings', 'GET', '/Settings', (register) => ({ body: settingsBody(register) })),
		],
		refuse,
		restorePoint() {
			const back = [...registers.values()].map((one) => one.undo.point());
			return () => back.forEach((restore) => restore());
		},
		records(tenantId, plural) {
			const register = registers.get(tenantId.toLowerCase());
			if (!register) return [];
			const rows: Readonly<Record<string, () => Body[]>> = {
				Assets: () => register.assets.values().map((row) => assetBody(register, row, endOf(tenantId), true)),
				AssetTypes: () => register.types.values().map((row) => typeBody(register, row)),
			};
			return JSON.parse(JSON.stringify(rows[plural]?.() ?? [])) as Body[];
		},
	};
}
