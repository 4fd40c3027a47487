import type { Clock } from '../contract';
import type { SandboxApi } from '../route';
import type { Body } from './replies';

/** What files can be tied to: the records of the organisations' books. */
export interface Objects {
	/** The record of a group with an id; undefined when there is none. */
	find(tenantId: string, group: ObjectGroup, id: string): Body | undefined;
	/** The first `count` records of a group. */
	first(tenantId: string, group: ObjectGroup, count: number): Body[];
}

/**
 * The groups with their types, by the names in the OpenAPI file. Which types belong to which group is not said there: it is read off the
 * names. The first type is the one of a record that tells none.
 */
export const groups = {
	Account: [
		...['Account', 'Bank', 'Current', 'Equity', 'Expense', 'Fixed', 'Liability', 'Prepayment', 'Revenue', 'Sales', 'Overheads'],
		...['Depreciatn', 'OtherIncome', 'DirectCosts', 'Currliab', 'Termliab', 'NonCurrent'],
	],
	BankTransaction: [
		...['CashPaid', 'CashRec', 'Transfer', 'Adjustment', 'ApPrepayment', 'ArPrepayment', 'ApOverPayment', 'ArOverPayment'],
		...['ApPrepaymentSourcePayment', 'ArPrepaymentSourcePayment', 'ApOverPaymentSourcePayment', 'ArOverpaymentSourcePayment'],
	],
	Contact: ['Contact', 'Business', 'Employee', 'Person'],
	CreditNote: ['AccRecCredit', 'AccPayCredit'],
	Invoice: ['AccRec', 'Accpay'],
	Item: ['PriceListItem'],
	ManualJournal: ['ManJournal'],
	Overpayment: ['ArOverPayment', 'ApOverPayment'],
	Payment: [
		...['AccRecPayment', 'AccPayPayment', 'ArCreditPayment', 'ApCreditPayment', 'ExpPayment'],
		...['ArOverpaymentPayment', 'ApOverPaymentPayment', 'ArPrepaymentPayment', 'ApPrepaymentPayment'],
	],
	Prepayment: ['ArPrepayment', 'ApPrepayment'],
	Quote: ['SalesQuote'],
	Receipt: ['Receipt'],
} as const;

/** One of the OpenAPI file's object groups. */
export type ObjectGroup = keyof typeof groups;

/** The group of a name, whatever its case. */
export function groupOf(name: string): ObjectGroup | undefined {
	return (Object.keys(groups) as ObjectGroup[]).find((group) => group.toLowerCase() === name.toLowerCase());
}

/** The type of a name within a group, whatever its case; 'Unknown' belongs to all. */
export function typeOf(group: ObjectGroup, name: string): string | undefined {
	return [...groups[group], 'Unknown'].find((type) => type.toLowerCase() === name.toLowerCase());
}

/** What the books call a type and this API calls otherwise. */
const RENAMED: Readonly<Record<string, string>> = {
	RECEIVE: 'CashRec',
	'RECEIVE-OVERPAYMENT': 'ArOverPayment',
	'SPEND-OVERPAYMENT': 'ApOverPayment',
	'RECEIVE-PREPAYMENT': 'ArPrepayment',
	'SPEND-PREPAYMENT': 'ApPrepayment',
};

/** The type of a record of the books. */
export function typeOfRecord(group: ObjectGroup, record: Body): string {
	const own = String(record.Type ?? record.PaymentType ?? '');
	return typeOf(group, RENAMED[own] ?? own) ?? groups[group][0];
}

/** The books of the Accounting API as objects, asked through its own operations. */
export function accountingObjects(api: SandboxApi, clock: Clock): Objects {
	const ask = (operationId: string, tenantId: string, id: string, query: Record<string, string> = {}): Body[] => {
		const route = api.routes.find((one) => one.operationId === operationId);
		if (!route) return [];
		const hole = /\{(.+)\}/.exec(route.path)?.[1] ?? '';
		const call = {
			method: 'GET',
			path: route.path,
			params: { [hole]: id },
			query,
			headers: {},
			body: undefined,
			raw: Buffer.alloc(0),
		};
		const { status = 200, body } = route.handle({ ...call, tenantId, clientId: '', userId: '', clock, origin: '' });
		const records = status === 200 ? (body as Body)[route.path.split('/')[1] ?? ''] : [];
		return Array.isArray(records) ? (records as Body[]) : [];
	};
	return {
		find: (tenantId, group, id) => ask(`get${group}`, tenantId, id)[0],
		first: (tenantId, group, count) => ask(`get${group}s`, tenantId, '', { page: '1', pageSize: String(count) }).slice(0, count),
	};
}
