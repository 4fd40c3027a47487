// Currency revaluation beside the trial balance of a sandbox whose reports revalue.

import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox/contract';
import type { Runs } from './tie';

/** An organisation of the sandbox. */
interface Of {
	readonly sandbox: Sandbox;
	readonly tenantId: string;
	/** Whether it is the generated year, whose foreign accounts began with balances that no list has. */
	readonly isGenerated: boolean;
}

/** What the foreign accounts of the generated year began with: 8,250.40 USD at 0.5873, 612,500 JPY at 87.41. */
const OPENINGS = [
	{ code: '093', foreign: '8250.40', base: '14048.02' },
	{ code: '094', foreign: '612500', base: '7007.21' },
];

/** The day of the conversion balances. */
const beganOn = ({ sandbox, tenantId }: Of): string =>
	String(sandbox.records(tenantId, 'Journals').find(({ Reference }) => Reference === 'Conversion Balance')?.JournalDate).slice(
		0,
		10,
	);

const CURRENCIES = ['AUD', 'EUR', 'GBP', 'JPY', 'NZD', 'USD'];

const byCode = (value: string) => ({ __rl: true, mode: 'code', value });
const cents = (amount: unknown): number => Math.round(Number(amount ?? 0) * 100);
const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** The sandbox's own rates of some days, of the currencies that the organisation has. */
function ratesOf({ sandbox, tenantId }: Of, days: readonly string[]): IDataObject[] {
	const held = new Set(sandbox.records(tenantId, 'Currencies').map(({ Code }) => Code));
	return CURRENCIES.filter((code) => held.has(code)).flatMap((code) =>
		days.map((date) => ({ currency: byCode(code), date, rate: sandbox.bookkeeping.rateOn(tenantId, code, date) })),
	);
}

/** Each bank account, control account and account of currency gains, at the sandbox's own rates; then the sandbox revalues no longer. */
export async function revaluationTies(books: Runs, of: Of, from: string, to: string) {
	const { sandbox, tenantId, isGenerated } = of;
	// A payment may come before the balances, so that what was held on their day is not what they say.
	if (isGenerated && from <= beganOn(of)) return [];
	sandbox.bookkeeping.setRevaluation(tenantId, true);
	const openings = OPENINGS.map(({ code, ...one }) => ({
		...one,
		accountId: byCode(code),
		date: '2015-01-01',
	}));
	const { rows, calls } = await books.run('currency.currencyRevaluation', {
		...{ period: 'custom', fromDate: from, toDate: to },
		options: {
			rates: { rate: ratesOf(of, [dayBefore(from), to]) },
			...(isGenerated ? { openings: { openingBalance: openings } } : {}),
		},
	} as unknown as INodeParameters);
	sandbox.bookkeeping.setRevaluation(tenantId, false);
	const lines = rows.filter(({ rowType }) => rowType === 'row');
	return rows
		.filter(({ rowType }) => rowType === 'check')
		.map(({ check, accountId, ours, xeros, difference }) => ({
			...{ report: 'Currency Revaluation', of: `${from} to ${to}, ${String(check)}` },
			held: lines.filter((line) => line.accountId === accountId).length || lines.length,
			...{ ours: cents(ours), xeros: cents(xeros), apart: Math.abs(cents(difference)), calls },
		}));
}
