// Balance sheet, profit and loss, trial balance, budget and executive summary as rows.

import { asNumber, decimalOf, minus } from '../../shared/model/decimal';
import { dayOfHeading, monthOfHeading } from './headings';
import type { ReportLine } from './readReport';
import type { ReportKind } from './reportRows';

/** The number in a column; null where there is none. */
export function amountAt({ values }: ReportLine, at: number): number | null {
	const value = values[at];
	return typeof value === 'number' ? value : null;
}

const amountsOf = (line: ReportLine): Array<number | null> => line.values.map((_, at) => amountAt(line, at));

/** The number in the column with such a heading; null where no heading is like that. */
export const amountUnder = (line: ReportLine, heading: RegExp): number | null =>
	amountAt(
		line,
		line.headings.findIndex((text) => heading.test(text)),
	);

/** One minus the other, an empty one as 0, exact to the cent; null where both are empty. */
function difference(one: number | null, other: number | null): number | null {
	if (one === null && other === null) return null;
	const [a, b] = [decimalOf(one ?? 0), decimalOf(other ?? 0)];
	return a && b ? asNumber(minus(a, b)) : null;
}

/** Assets, liabilities and equity at the end of a month; further columns are earlier days. */
export const balanceSheet: ReportKind = {
	hasAccounts: true,
	own: (line) => ({
		amount: amountAt(line, 0),
		amounts: amountsOf(line),
		comparatives: line.headings
			.slice(1)
			.map((label, at) => ({ label, asOf: dayOfHeading(label), amount: amountAt(line, at + 1) })),
	}),
	columns: (line) => line.headings.map((label, at) => ({ asOf: dayOfHeading(label), amount: amountAt(line, at) })),
};

/** The place of the column that `amount` is of: the total of all options, else the first. */
const mainColumn = (line: ReportLine, isTracked: boolean): number =>
	isTracked && line.headings.length > 1 ? line.headings.lastIndexOf('Total') : 0;

/** Income and expenses of a range of days; further columns are earlier ranges, or the options of a tracking category. */
export const profitAndLoss: ReportKind = {
	hasAccounts: true,
	own: (line, { tracking }) => ({
		amount: amountAt(line, mainColumn(line, tracking !== undefined)),
		amounts: amountsOf(line),
		comparatives: tracking
			? []
			: line.headings.slice(1).map((label, at) => ({ label, to: dayOfHeading(label), amount: amountAt(line, at + 1) })),
		options: (tracking?.columns ?? []).flatMap((column, at) => (column ? [{ ...column, amount: amountAt(line, at) }] : [])),
	}),
	columns: (line, { tracking, time }) => {
		const none = { trackingCategoryId: null, trackingOptionId: null, option: null };
		const first = time && 'from' in time ? time : { from: null, to: null };
		return line.headings.map((label, at) => {
			// The total of all options would count everything twice.
			if (tracking && !tracking.columns[at]) return undefined;
			const days = tracking || at === 0 ? { from: first.from, to: first.to } : { from: null, to: dayOfHeading(label) };
			return { ...days, ...(tracking?.columns[at] ?? none), amount: amountAt(line, at) };
		});
	},
};

/** What moved in a month and what stands, by account. */
export const trialBalance: ReportKind = {
	hasAccounts: true,
	own: (line) => {
		const [debit, credit] = [amountUnder(line, /^debit/i), amountUnder(line, /^credit/i)];
		const [ytdDebit, ytdCredit] = [amountUnder(line, /^ytd debit/i), amountUnder(line, /^ytd credit/i)];
		const [movement, balance] = [difference(debit, credit), difference(ytdDebit, ytdCredit)];
		return { debit, credit, ytdDebit, ytdCredit, movement, balance };
	},
	columns: (line) => line.headings.map((_, at) => ({ amount: amountAt(line, at) })),
};

/** The overall budget, a column for each period, under the name of its last month. */
export const budgetSummary: ReportKind = {
	hasAccounts: true,
	own: (line) => ({
		amount: amountAt(line, 0),
		amounts: amountsOf(line),
		months: line.headings.map((label, at) => ({ month: monthOfHeading(label), amount: amountAt(line, at) })),
	}),
	columns: (line) => line.headings.map((label, at) => ({ month: monthOfHeading(label), amount: amountAt(line, at) })),
};

/** Key figures of a month beside those of the month before; the variance is in percent always. */
export const executiveSummary: ReportKind = {
	hasAccounts: false,
	own: (line) => ({
		amount: amountAt(line, 0),
		previous: amountAt(line, 1),
		variance: amountAt(line, 2),
		isPercent: line.percents.slice(0, 2).includes(true),
	}),
	columns: (line) => line.headings.map((_, at) => ({ amount: amountAt(line, at), isPercent: line.percents[at] ?? false })),
};

/** Opening balance, cash received and spent, and closing balance of bank accounts. */
export const bankSummary: ReportKind = {
	hasAccounts: true,
	own: (line) => ({
		opening: amountUnder(line, /^opening/i),
		received: amountUnder(line, /received/i),
		spent: amountUnder(line, /spent/i),
		closing: amountUnder(line, /^closing/i),
		amounts: amountsOf(line),
	}),
	columns: (line) => line.headings.map((_, at) => ({ amount: amountAt(line, at) })),
};
