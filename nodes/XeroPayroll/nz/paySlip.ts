import type { IDataObject } from 'n8n-workflow';
import { group, rows } from '../../shared/inputs/collections';
import { choice, text } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Operation } from '../../shared/model/operation';
import { objectsIn } from '../../shared/model/values';
import { assertSameRecord } from '../../shared/operations/assertSameRecord';
import { valueOf } from '../../shared/operations/crud';
import { amount, inWords, pay, plainId } from '../builders/inputs';
import type { LineKind } from '../builders/paySlipLines';
import { listedPayRun, paySlips } from '../builders/paySlips';
import { personal } from '../builders/personalData';
import { TAX_CODES } from './taxCodes';

/** The lists of a payslip, in the order of their rows. */
export const LINE_KINDS: readonly LineKind[] = [
	{ kind: 'earnings', list: 'earningsLines', lineID: 'earningsLineID', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'leaveEarnings', list: 'leaveEarningsLines', lineID: 'earningsLineID', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'timesheetEarnings', list: 'timesheetEarningsLines', lineID: 'earningsLineID', itemID: 'earningsRateID', pays: 1 },
	{ kind: 'deduction', list: 'deductionLines', itemID: 'deductionTypeID', pays: -1 },
	{ kind: 'reimbursement', list: 'reimbursementLines', itemID: 'reimbursementTypeID', pays: 1 },
	{ kind: 'leaveAccrual', list: 'leaveAccrualLines', itemID: 'leaveTypeID' },
	{ kind: 'superannuation', list: 'superannuationLines', itemID: 'superannuationTypeID' },
	{ kind: 'employeeTax', list: 'employeeTaxLines', lineID: 'taxLineID', pays: -1 },
	{ kind: 'employerTax', list: 'employerTaxLines', lineID: 'taxLineID' },
	{ kind: 'statutoryDeduction', list: 'statutoryDeductionLines', itemID: 'statutoryDeductionTypeID', pays: -1 },
	{ kind: 'payment', list: 'paymentLines', lineID: 'paymentLineID' },
];

/** Lists that Xero takes back; what is paid out follows from them. */
const WRITTEN = LINE_KINDS.filter(({ kind }) => kind !== 'payment');

/** Columns of a row that a line of each kind has. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
	earnings: ['numberOfUnits', 'ratePerUnit', 'amount'],
	leaveEarnings: ['numberOfUnits', 'ratePerUnit', 'amount'],
	timesheetEarnings: ['numberOfUnits', 'ratePerUnit', 'amount'],
	deduction: ['amount', 'percentage'],
	reimbursement: ['numberOfUnits', 'ratePerUnit', 'amount', 'description'],
	leaveAccrual: ['numberOfUnits'],
	superannuation: ['amount', 'percentage'],
	employeeTax: ['amount', 'description'],
	employerTax: ['amount', 'description'],
	statutoryDeduction: ['amount'],
};

const fields = {
	lines: rows('Lines', 'Line', {
		kind: choice(
			'Kind',
			inWords(WRITTEN.map(({ kind }) => kind)).map(
				([code, name]) => [code, name.charAt(0).toUpperCase() + name.slice(1)] as const,
			),
		),
		itemID: plainId('Item ID', { description: 'Of the rate, deduction, leave type or tax line that the line is for' }),
		numberOfUnits: amount('Number of Units', { min: -100_000 }),
		ratePerUnit: pay('Rate per Unit'),
		amount: pay('Amount', { description: 'A fixed amount, where the line is not units at a rate' }),
		percentage: amount('Percentage', { max: 100 }),
		description: personal(text('Description')),
	}),
	otherLines: {
		...choice('Other Lines', [
			['keep', 'Keep', 'Lines of the same kind and item are changed, all others stay'],
			['replace', 'Replace', 'Lines that are not given are removed'],
		]),
		write: () => undefined,
	},
	grossEarningsHistory: group('Gross Earnings History', {
		daysPaid: amount('Days Paid', { whole: true }),
		unpaidWeeks: amount('Unpaid Weeks', { whole: true }),
	}),
	taxSettings: personal(
		group('Tax Settings', {
			lumpSumAmount: personal(text('Lump Sum Amount')),
			lumpSumTaxCode: personal(text('Lump Sum Tax Code')),
			periodType: choice('Period Type', [
				['weeks', 'Weeks'],
				['months', 'Months'],
			]),
			periodUnits: amount('Period Units'),
			specialTaxRate: personal(text('Special Tax Rate')),
			taxCode: personal(choice('Tax Code', TAX_CODES)),
		}),
	),
};

/** The property that tells lines of a kind apart. */
const idOf = ({ itemID, lineID }: LineKind): string => itemID ?? lineID!;

/** Kinds whose amounts Xero works out, unless a line says that it was adjusted by hand. */
const BY_XERO = ['superannuation', 'employeeTax', 'employerTax', 'statutoryDeduction'];

/** Figures of a line from which its amount follows. */
const FACTORS = ['numberOfUnits', 'ratePerUnit', 'percentage'];

/** A line without the figures that the ones given take the place of. */
function withoutOldFigures(row: IDataObject, before: IDataObject): IDataObject {
	const isGiven = (name: string): boolean => row[name] !== undefined;
	const hasFactors = FACTORS.some(isGiven);
	const amounts = isGiven('amount') || hasFactors ? ['amount', 'fixedAmount'] : [];
	const gone = [...amounts, ...(isGiven('amount') && !hasFactors ? FACTORS : [])];
	return Object.fromEntries(Object.entries(before).filter(([name]) => !gone.includes(name)));
}

/** A given row over the line that it changes, or as a new one. */
function lineOf(kind: LineKind, row: IDataObject, before: IDataObject = {}): IDataObject {
	const columns = COLUMNS[kind.kind]!.filter((column) => row[column] !== undefined);
	const fixed = kind.kind.endsWith('arnings') && row.amount !== undefined;
	const given = Object.fromEntries(columns.map((column) => [fixed && column === 'amount' ? 'fixedAmount' : column, row[column]]));
	const own = { ...given, [idOf(kind)]: row.itemID };
	if (!BY_XERO.includes(kind.kind)) return { ...withoutOldFigures(row, before), ...own };
	return { ...before, ...own, ...(row.amount === undefined ? {} : { manualAdjustment: true }) };
}

const isLineOf =
	(kind: LineKind, row: IDataObject) =>
	(line: IDataObject): boolean =>
		line[idOf(kind)] === row.itemID;

/** A given row that stands for several lines of the payslip: Xero has no ID by which they are told apart. */
const isAmbiguous = (payslip: IDataObject, row: IDataObject): boolean =>
	WRITTEN.some((kind) => kind.kind === row.kind && objectsIn(payslip[kind.list]).filter(isLineOf(kind, row)).length > 1);

const withoutNulls = (record: IDataObject): IDataObject =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined));

/** All lists of a payslip with the given rows in them: Xero clears a list that is not sent. */
export function changedLists(payslip: IDataObject, given: readonly IDataObject[], keeps: boolean): IDataObject {
	return Object.fromEntries(
		WRITTEN.map((kind) => {
			const before = objectsIn(payslip[kind.list]).map(withoutNulls);
			const own = given.filter((row) => row.kind === kind.kind);
			const left = keeps ? before.filter((line) => !own.some((row) => isLineOf(kind, row)(line))) : [];
			const written = own.map((row) => lineOf(kind, row, before.find(isLineOf(kind, row))));
			return [kind.list, [...left, ...written]];
		}),
	);
}

async function update(call: OperationContext): Promise<readonly OutputItem[]> {
	const [payslip = {}] = call.recordsIn(await call.request({ path: call.path, envelope: 'paySlip' }));
	const { lines, ...rest } = call.body;
	const given = objectsIn(lines);
	const keeps = call.input.otherLines !== 'replace';
	const unclear = keeps ? given.findIndex((row) => isAmbiguous(payslip, row)) : -1;
	if (unclear >= 0)
		call.refuse({
			place: [`Line ${unclear + 1}`, 'Item ID'],
			value: String(given[unclear]!.itemID),
			says: 'stands for several lines of the payslip',
			todo: 'Set Other Lines to Replace, and give all lines of the payslip',
		});
	const groups = Object.fromEntries(
		['taxSettings', 'grossEarningsHistory'].flatMap((name) => {
			const group = { ...withoutNulls((payslip[name] ?? {}) as IDataObject), ...(rest[name] as IDataObject | undefined) };
			return Object.keys(group).length ? [[name, group]] : [];
		}),
	);
	const body = { ...changedLists(payslip, given, keeps), ...groups };
	const answer = await call.request({ method: 'PUT', path: call.path, body, envelope: 'paySlip' });
	return [{ json: assertSameRecord(call, call.recordsIn(answer), 'paySlipID', valueOf(call, 'PaySlipID')) }];
}

export const paySlip = paySlips({
	path: 'PaySlips',
	hole: 'PaySlipID',
	kinds: LINE_KINDS,
	more: (kind, own): Readonly<Record<string, Operation>> => {
		const { linesField: _lines, ...row } = own.update(['updatePaySlipLineItems', 'getPaySlip'], {}, {});
		return {
			update: {
				...row,
				description: 'Change lines of a payslip whose pay run is a draft',
				panelOptional: { ...listedPayRun, lines: fields.lines, otherLines: fields.otherLines },
				optional: { grossEarningsHistory: fields.grossEarningsHistory, taxSettings: fields.taxSettings },
				acceptsJson: false,
				isUpdate: true,
				confirmedBy: kind.id,
				notice: 'A payslip that was changed here may keep its lines when timesheets change later. The pay run must be a draft.',
				run: update,
			},
		};
	},
});
