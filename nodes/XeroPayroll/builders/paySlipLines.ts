import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../shared/model/values';

/** One of the lists of a payslip, and Xero's names in it. */
export interface LineKind {
	/** What its rows are called. */
	readonly kind: string;
	/** Property of the payslip that holds them. */
	readonly list: string;
	/** Property with the line's own ID, where it has one. */
	readonly lineID?: string;
	/** Property with the ID of what the line is for. */
	readonly itemID?: string;
	/** Whether what the employee is paid grows or shrinks with it; neither for what the employer pays besides. */
	readonly pays?: 1 | -1;
}

/** A row as all countries have it, without what the line does not say. */
function rowOf({ kind, lineID, itemID }: LineKind, payslip: IDataObject, line: IDataObject): IDataObject {
	const row: IDataObject = {
		payRunID: payslip.payRunID,
		payslipID: payslip.paySlipID,
		employeeID: payslip.employeeID,
		kind,
		lineID: lineID === undefined ? undefined : line[lineID],
		itemID: itemID === undefined ? undefined : line[itemID],
		name: line.displayName,
		numberOfUnits: line.numberOfUnits,
		ratePerUnit: line.ratePerUnit,
		percentage: line.percentage,
		amount: line.amount ?? line.fixedAmount,
		description: line.description,
		linkedToTimesheet: line.isLinkedToTimesheet,
	};
	return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== null));
}

const cents = (value: unknown): number => Math.round(Number(value ?? 0) * 100);

/** Whether what the lines come to is what the payslip says it pays. */
function addsUp(kinds: readonly LineKind[], payslip: IDataObject): boolean {
	if (typeof payslip.totalPay !== 'number') return true;
	const sum = kinds.reduce(
		(total, { list, pays = 0 }) =>
			total + pays * objectsIn(payslip[list]).reduce((own, line) => own + cents(line.amount ?? line.fixedAmount), 0),
		0,
	);
	return sum === cents(payslip.totalPay);
}

/** Said on every row of a payslip whose lines come to another amount; Xero's own examples have such. */
const DIFFERS = 'The lines of this payslip do not add up to its total pay';

/** A payslip as rows, one for each line; accounts of the bank are in none of them. */
export function lineRows(kinds: readonly LineKind[], payslip: IDataObject): IDataObject[] {
	const note = addsUp(kinds, payslip) ? {} : { note: DIFFERS };
	return kinds.flatMap((kind) => objectsIn(payslip[kind.list]).map((line) => ({ ...rowOf(kind, payslip, line), ...note })));
}
