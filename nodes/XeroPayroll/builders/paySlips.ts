import type { Picked } from '../../shared/inputs/locators';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Fields } from '../../shared/model/field';
import type { Operation, RecordType, Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { PAGES } from './conventions';
import { employee, payRun, rowPer, siftedBy } from './inputs';
import type { LineKind } from './paySlipLines';
import { lineRows } from './paySlipLines';
import { travels, verbs } from './verbs';

/** How a country spells its payslips. */
interface Spelling {
	readonly path: string;
	/** Name of the ID in the path. */
	readonly hole: string;
	readonly kinds: readonly LineKind[];
	readonly more?: (kind: RecordType, own: ReturnType<typeof verbs>) => Readonly<Record<string, Operation>>;
}

export const oneRowPer: Fields = {
	oneRowPer: rowPer([
		['payslip', 'Payslip'],
		['line', 'Line', 'What is earned, deducted, accrued and paid, with its amount'],
	]),
};

/** The pay run whose payslips a list offers; it is not sent. */
export const listedPayRun: Fields = {
	PayRunID: { ...payRun, ui: { ...payRun.ui, description: 'Whose payslips the list of Payslip holds' }, write: () => undefined },
};

/** Payslips as they are, or a row for each of their lines. */
const asRows = (call: OperationContext, kinds: readonly LineKind[], payslips: readonly OutputItem['json'][]): OutputItem[] =>
	call.input.oneRowPer === 'line' ? payslips.flatMap((payslip) => lineRows(kinds, payslip)) : payslips.map((json) => ({ json }));

/** Payslips of a pay run and their lines. */
export const paySlips = ({ path, hole, kinds, more = () => ({}) }: Spelling): Resource =>
	resource({
		key: 'paySlip',
		name: 'Payslip',
		plural: 'Payslips',
		description: 'What an employee is paid in a pay run; PDF payslips are made in Xero',
		path,
		id: 'paySlipID',
		scope: 'payroll.payslip',
		...travels('paySlip', 'paySlips'),
		simplified: ['paySlipID', 'employeeID', 'payRunID', 'firstName', 'lastName', 'lastEdited', 'paymentMethod'],
		fields: {},
		listOptions: {
			paySlip: ({ firstName, lastName, paySlipID }) => [
				{ name: `${String(firstName)} ${String(lastName)}`, value: String(paySlipID) },
			],
		},
		operations: (kind) => {
			const own = verbs(kind, { hole });
			return {
				get: {
					...own.get('getPaySlip', { panelOptional: { ...listedPayRun, ...oneRowPer } }),
					run: async (call) => {
						const answer = await call.request({ path: call.path, envelope: 'paySlip' });
						return asRows(call, kinds, call.recordsIn(answer));
					},
				},
				getAll: {
					...own.getAll('getPaySlips', { employeeID: siftedBy('employeeID', employee) }, PAGES, {
						required: { PayRunID: payRun },
						panelOptional: oneRowPer,
					}),
					run: async (call) => {
						const { employeeID } = call.options as { employeeID?: Picked };
						const whole = employeeID !== undefined || call.input.oneRowPer === 'line';
						const all = await call.listAll(
							{ path: call.path, query: call.query, envelope: 'paySlips' },
							PAGES,
							'paySlips',
							whole ? Infinity : call.limit,
						);
						const meant = employeeID ? all.filter((one) => one.employeeID === employeeID.value) : all;
						return asRows(call, kinds, meant).slice(0, call.limit);
					},
				},
				...more(kind, own),
			};
		},
	});
