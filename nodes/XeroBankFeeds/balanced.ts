import type { IDataObject } from 'n8n-workflow';
import { inWords, signed } from './amounts';

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const linesOf = ({ statementLines }: IDataObject): IDataObject[] =>
	Array.isArray(statementLines) ? (statementLines as IDataObject[]) : [];

const rowOf = (index: number): string => `Statement Lines, row ${index + 1}`;

/** A date that is not within the period; a period that ends before it starts. Dates that are missing are left to Xero. */
function dateFault(statement: IDataObject): string | undefined {
	const { startDate, endDate } = statement;
	if (!isDay(startDate) || !isDay(endDate)) return undefined;
	if (startDate > endDate) return `Start Date ${startDate} is after End Date ${endDate}`;
	const lines = linesOf(statement);
	const row = lines.findIndex(({ postedDate }) => isDay(postedDate) && (postedDate < startDate || postedDate > endDate));
	if (row < 0) return undefined;
	return `${rowOf(row)}: Posted Date ${String(lines[row]!.postedDate)} is not within the period from ${startDate} to ${endDate}`;
}

/** What Xero needs of every line. */
function lineFault(statement: IDataObject): string | undefined {
	for (const [index, line] of linesOf(statement).entries()) {
		if (line.postedDate === undefined) return `${rowOf(index)} has no Posted Date`;
		if (line.amount === undefined) return `${rowOf(index)} has no Amount`;
		if (signed(line) === undefined) return `${rowOf(index)}: ${SHAPE}`;
	}
	return undefined;
}

const SHAPE =
	'an amount is a number from 0 with at most four decimals (15 digits in all), and its creditDebitIndicator is CREDIT or DEBIT';

function balanceFault(statement: IDataObject): string | undefined {
	const [opening, closing] = [signed(statement.startBalance), signed(statement.endBalance)];
	if (opening === undefined) return `Opening Balance (startBalance) does not fit: ${SHAPE}`;
	if (closing === undefined) return `Closing Balance (endBalance) does not fit: ${SHAPE}`;
	const lines = linesOf(statement);
	const moved = lines.reduce((sum, line) => sum + (signed(line) ?? 0n), 0n);
	const made = opening + moved;
	if (made === closing) return undefined;
	const off = closing - made;
	const those = `${lines.length} ${lines.length === 1 ? 'line' : 'lines'} of ${inWords(moved)} in all`;
	return (
		`Closing Balance ${inWords(closing)} does not fit: Opening Balance ${inWords(opening)} and ${those} make ${inWords(made)}, ` +
		`which is ${inWords(off < 0n ? -off : off)} ${off < 0n ? 'more' : 'less'}`
	);
}

/**
 * What does not fit in a statement, found before it is sent: dates outside of its period, lines without date or amount, and balances
 * that its lines do not lead from one to the other. Sums are exact.
 * @param statement in Xero's shape
 */
export const statementFault = (statement: IDataObject): string | undefined =>
	dateFault(statement) ?? lineFault(statement) ?? balanceFault(statement);
