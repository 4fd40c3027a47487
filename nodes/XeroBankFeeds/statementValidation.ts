import type { IDataObject } from 'n8n-workflow';
import type { Finding } from '../shared/model/findings';
import { shown } from '../shared/model/findings';
import { inWords, signed } from './amounts';

type Fault = Omit<Finding, 'items'> | undefined;

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const linesOf = ({ statementLines }: IDataObject): IDataObject[] =>
	Array.isArray(statementLines) ? (statementLines as IDataObject[]) : [];

const lineOf = (index: number): string => `Line ${index + 1}`;

/** A date that is not within the period; a period that ends before it starts. Dates that are missing are left to Xero. */
function dateFault(statement: IDataObject): Fault {
	const { startDate, endDate } = statement;
	if (!isDay(startDate) || !isDay(endDate)) return undefined;
	if (startDate > endDate) return { place: ['Start Date'], value: startDate, says: `is after End Date (“${endDate}”)` };
	const lines = linesOf(statement);
	const row = lines.findIndex(({ postedDate }) => isDay(postedDate) && (postedDate < startDate || postedDate > endDate));
	if (row < 0) return undefined;
	return {
		place: [lineOf(row), 'Posted Date'],
		value: shown(lines[row]!.postedDate),
		says: `is not within the period from ${startDate} to ${endDate}`,
	};
}

/** What Xero needs of every line. */
function lineFault(statement: IDataObject): Fault {
	for (const [index, line] of linesOf(statement).entries()) {
		if (line.postedDate === undefined) return { place: [lineOf(index)], says: 'has no Posted Date' };
		if (line.amount === undefined) return { place: [lineOf(index)], says: 'has no Amount' };
		if (signed(line) === undefined) return { place: [lineOf(index)], says: SHAPE };
	}
	return undefined;
}

const SHAPE =
	'an amount is a number from 0 with at most two decimals (15 digits in all), and its creditDebitIndicator is CREDIT or DEBIT';

function balanceFault(statement: IDataObject): Fault {
	const [opening, closing] = [signed(statement.startBalance), signed(statement.endBalance)];
	if (opening === undefined) return { place: ['Opening Balance'], says: SHAPE };
	if (closing === undefined) return { place: ['Closing Balance'], says: SHAPE };
	const lines = linesOf(statement);
	const moved = lines.reduce((sum, line) => sum + (signed(line) ?? 0n), 0n);
	const made = opening + moved;
	if (made === closing) return undefined;
	const off = closing - made;
	const those = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'} of ${inWords(moved)} in all`;
	return {
		place: ['Closing Balance'],
		value: inWords(closing),
		says:
			`does not fit: Opening Balance ${inWords(opening)} and ${those} make ${inWords(made)}, ` +
			`which is ${inWords(off < 0n ? -off : off)} ${off < 0n ? 'more' : 'less'}`,
	};
}

/**
 * What does not fit in a statement, found before it is sent: dates outside of its period, lines without date or amount, and balances
 * that its lines do not lead from one to the other. Sums are exact.
 * @param statement in Xero's shape
 */
export const validateStatement = (statement: IDataObject): Fault =>
	dateFault(statement) ?? lineFault(statement) ?? balanceFault(statement);
