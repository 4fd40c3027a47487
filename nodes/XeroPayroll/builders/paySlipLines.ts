import type { IDataObject } from 'n8n-workflow';
import type { OutputItem, RowFinding } from '../../shared/model/context';
import { objectsIn } from '../../shared/model/values';
import { amountIn, apart, centsOf, sumOfCents } from './cents';

/** One of the lists of a payslip, and Xero's names in it. */
export interface LineKind {
	readonly kind: string;
	/** What its rows are called, where several kinds are called the same; as the kind unless said. */
	readonly called?: string;
	/** Property of the payslip that holds them. */
	readonly list: string;
	/** Property with the line's own ID, where it has one. */
	readonly lineID?: string;
	/** Property with the ID of what the line is for. */
	readonly itemID?: string;
	/** Whether what the employee is paid grows or shrinks with it; neither for what the employer pays besides. */
	readonly pays?: 1 | -1;
}

/** What a line comes to, as Xero says it. */
const amountOf = (line: IDataObject): IDataObject[string] => line.amount ?? line.fixedAmount;

/** The lines of a payslip that are of a kind. */
export const linesOf = ({ list }: LineKind, payslip: IDataObject): IDataObject[] => objectsIn(payslip[list]);

export const centsOfLine = (line: IDataObject): bigint => centsOf(amountOf(line));

/** A row as all countries have it, without what the line does not say. */
function rowOf({ kind, called = kind, lineID, itemID }: LineKind, payslip: IDataObject, line: IDataObject): IDataObject {
	const row: IDataObject = {
		payRunID: payslip.payRunID,
		payslipID: payslip.paySlipID,
		employeeID: payslip.employeeID,
		kind: called,
		lineID: lineID === undefined ? undefined : line[lineID],
		itemID: itemID === undefined ? undefined : line[itemID],
		name: line.displayName,
		numberOfUnits: line.numberOfUnits,
		ratePerUnit: line.ratePerUnit,
		percentage: line.percentage,
		amount: amountOf(line),
		description: line.description,
		linkedToTimesheet: line.isLinkedToTimesheet,
	};
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== null));
}

/** What is said of a payslip, by its ID: pay is in the details alone, which stay in the row. */
export const paySlipFinding = (
	payslip: IDataObject,
	{ code, says, todo, details }: Required<Pick<RowFinding, 'code' | 'says' | 'todo'>> & Pick<RowFinding, 'details'>,
): RowFinding => ({
	code,
	place: ['Payslip'],
	value: String(payslip.paySlipID),
	says,
	todo,
	...(details ? { details } : {}),
});

/** That the lines come to another amount than the payslip says it pays, as in Xero's own examples; none where they do not. */
function sumFindings(kinds: readonly LineKind[], payslip: IDataObject): RowFinding[] {
	if (typeof payslip.totalPay !== 'number') return [];
	const sum = sumOfCents(
		kinds.flatMap((kind) => linesOf(kind, payslip).map((line) => BigInt(kind.pays ?? 0) * centsOfLine(line))),
	);
	const total = centsOf(payslip.totalPay);
	if (sum === total) return [];
	return [
		paySlipFinding(payslip, {
			code: 'linesDiffer',
			says: `its lines come to ${apart(sum, total)} its total pay`,
			todo: 'Compare them in Xero',
			details: { difference: amountIn(sum - total) },
		}),
	];
}

/** A payslip as rows, one for each line; accounts of the bank are in none of them. Lines that do not add up are told of in each. */
export function lineRows(kinds: readonly LineKind[], payslip: IDataObject): OutputItem[] {
	const findings = sumFindings(kinds, payslip);
	return kinds.flatMap((kind) =>
		linesOf(kind, payslip).map((line) => ({
			json: rowOf(kind, payslip, line),
			isSimplified: true,
			...(findings.length ? { findings } : {}),
		})),
	);
}
