import type { Body } from '../../accounting/resource/replies';
import { query } from '../../accounting/resource/request';
import type { Reply } from '../../route';
import { type Call, inPath, type Office } from '../office';
import type { EarningsRateRow, ItemRow, LeaveTypeRow } from '../rows';
import { paged, wrapped } from '../wire/envelope';
import type { Reading } from '../wire/input';
import { fresh, zoned } from '../wire/output';
import { checkAccount } from './accounts';

/** Rows of a kind of pay item. */
interface Items {
	get(id: string): Body | undefined;
	values(): readonly Body[];
	put(row: Body): Body;
}

/** A kind of pay item: its operations, the names in its envelope, and what is checked when one is added. */
interface Kind {
	list: string;
	one: string;
	/** Absent where pay items are Xero's own. */
	create?: string;
	schema: string;
	/** In the envelope. */
	plural: string;
	singular: string;
	id: string;
	/** The hole of the path. */
	hole: string;
	/** The field of the name. */
	name: string;
	what: string;
	rows(office: Office): Items;
	check?(call: Call, reading: Reading, sent: Body): void;
	/** What a new one has besides. */
	fresh?(call: Call): Body;
	/** How lists and answers to a write tell a moment, where it is not as a single one does. */
	listed?(body: Body): Body;
	created?(call: Call, body: Body): Body;
}

// The tables hold rows of their own types; a body that was read by the schema is one of them.
const earningsRates = ({ earningsRates: table }: Office): Items => ({
	get: (id) => ({ ...table.get(id) }),
	values: () => table.values().map((row) => ({ ...row })),
	put: (row) => ({ ...table.put(row as unknown as EarningsRateRow) }),
});
const leaveTypes = ({ leaveTypes: table }: Office): Items => ({
	get: (id) => ({ ...table.get(id) }),
	values: () => table.values().map((row) => ({ ...row })),
	put: (row) => ({ ...table.put(row as unknown as LeaveTypeRow) }),
});

/** The one figure that each type of rate goes by. */
const FIGURES: Readonly<Record<string, string>> = {
	RatePerUnit: 'ratePerUnit',
	MultipleOfOrdinaryEarningsRate: 'multipleOfOrdinaryEarningsRate',
	FixedAmount: 'fixedAmount',
};

function checkRate(call: Call, reading: Reading, sent: Body): void {
	checkAccount(call, reading, 'expenseAccountID', sent.expenseAccountID, 'EXPENSE');
	const own = FIGURES[String(sent.rateType)];
	for (const figure of Object.values(FIGURES))
		if (figure !== own && sent[figure] !== undefined)
			reading.fail(figure, `The ${figure} does not go with the rate type ${String(sent.rateType)}.`);
	if (own === 'multipleOfOrdinaryEarningsRate' && !(Number(sent[own]) > 0))
		reading.fail(own, 'The multiple of the ordinary earnings rate must be greater than 0.');
}

/** The benefit of a country: superannuations in New Zealand, benefits in the United Kingdom. */
function benefit(names: { list: string; one: string; create: string; hole: string; type: string; share: string }): Kind {
	return {
		...names,
		schema: 'Benefit',
		plural: 'benefits',
		singular: 'benefit',
		id: 'id',
		name: 'name',
		what: 'benefit',
		rows: ({ benefits }) => benefits,
		check(call, reading, sent) {
			checkAccount(call, reading, 'liabilityAccountId', sent.liabilityAccountId, 'LIABILITY');
			checkAccount(call, reading, 'expenseAccountId', sent.expenseAccountId, 'EXPENSE');
			const percentage = Number(sent.percentage ?? 0);
			reading.expect(percentage >= 0 && percentage <= 100, 'percentage', 'The percentage must be between 0 and 100.');
			if (sent[names.type] === names.share)
				reading.expect(percentage > 0, 'percentage', 'The percentage must be greater than 0.');
		},
	};
}

/** Statutory deductions of New Zealand and earnings orders of the United Kingdom: Xero's own, to be read only. */
function orders(list: string, one: string, schema: string): Kind {
	const names = { plural: 'statutoryDeductions', singular: 'statutoryDeduction', id: 'id', hole: 'id', name: 'name' };
	return { list, one, schema, ...names, what: 'statutory deduction', rows: ({ statutoryDeductions }) => statutoryDeductions };
}

const kinds: readonly Kind[] = [
	{
		list: 'getDeductions',
		one: 'getDeduction',
		create: 'createDeduction',
		schema: 'Deduction',
		plural: 'deductions',
		singular: 'deduction',
		id: 'deductionId',
		hole: 'deductionId',
		name: 'deductionName',
		what: 'deduction',
		rows: ({ deductions }) => deductions,
		check: (call, reading, sent) => checkAccount(call, reading, 'liabilityAccountId', sent.liabilityAccountId, 'LIABILITY'),
	},
	benefit({
		list: 'getSuperannuations',
		one: 'getSuperannuation',
		create: 'createSuperannuation',
		hole: 'SuperannuationID',
		type: 'calculationTypeNZ',
		share: 'PercentageOfTaxableEarnings',
	}),
	benefit({
		list: 'getBenefits',
		one: 'getBenefit',
		create: 'createBenefit',
		hole: 'id',
		type: 'calculationType',
		share: 'PercentageOfGross',
	}),
	orders('getStatutoryDeductions', 'getStatutoryDeduction', 'StatutoryDeduction'),
	orders('getEarningsOrders', 'getEarningsOrder', 'EarningsOrder'),
	{
		list: 'getEarningsRates',
		one: 'getEarningsRate',
		create: 'createEarningsRate',
		schema: 'EarningsRate',
		plural: 'earningsRates',
		singular: 'earningsRate',
		id: 'earningsRateID',
		hole: 'EarningsRateID',
		name: 'name',
		what: 'earnings rate',
		rows: earningsRates,
		check: checkRate,
	},
	{
		list: 'getLeaveTypes',
		one: 'getLeaveType',
		create: 'createLeaveType',
		schema: 'LeaveType',
		plural: 'leaveTypes',
		singular: 'leaveType',
		id: 'leaveTypeID',
		hole: 'LeaveTypeID',
		name: 'name',
		what: 'leave type',
		rows: leaveTypes,
		listed: (body) => zoned(body, 'updatedDateUTC'),
		created: ({ office }, body) => (office.region.key === 'uk' ? zoned(body, 'updatedDateUTC') : fresh(body)),
		fresh: ({ now, office }) => ({
			updatedDateUTC: now,
			isActive: true,
			...(office.region.key === 'uk' ? { isStatutoryLeave: false } : {}),
		}),
	},
	{
		list: 'getReimbursements',
		one: 'getReimbursement',
		create: 'createReimbursement',
		schema: 'Reimbursement',
		plural: 'reimbursements',
		singular: 'reimbursement',
		id: 'reimbursementID',
		hole: 'ReimbursementID',
		name: 'name',
		what: 'reimbursement',
		rows: ({ reimbursements }) => reimbursements,
		check: (call, reading, sent) => checkAccount(call, reading, 'accountID', sent.accountID, 'EXPENSE'),
	},
];

/** Adds a pay item; nothing changes or deletes one. @throws 400 */
function create(call: Call, kind: Kind): Body {
	const { office, request } = call;
	const reading = office.reading();
	const sent = reading.record<Body>(kind.schema, request.body);
	const fold = (value: unknown): string => String(value).trim().toLowerCase();
	const same = kind
		.rows(office)
		.values()
		.some((row) => fold(row[kind.name]) === fold(sent[kind.name]));
	reading.expect(!same, kind.name, `The name of the ${kind.what} must be unique.`);
	kind.check?.(call, reading, sent);
	reading.check();
	const made: ItemRow = kind.fresh?.(call) ?? { currentRecord: true };
	return kind.rows(office).put({ ...sent, ...made, [kind.id]: office.newId() });
}

/** Pay items: lists, single ones, and new ones. */
export const items: Readonly<Record<string, (call: Call) => Reply>> = Object.fromEntries(
	kinds.flatMap((kind) => {
		const { list, one, create: name, schema, plural, singular, hole, id, what } = kind;
		const { listed = (body: Body) => body, created = (_call: Call, body: Body) => body } = kind;
		const operations: Array<[string, (call: Call) => Reply]> = [
			[
				list,
				({ office, request }) => {
					const active = query(request, 'ActiveOnly')?.toLowerCase() === 'true' && kind.schema === 'LeaveType';
					const rows = kind
						.rows(office)
						.values()
						.filter((row) => !active || row.isActive === true);
					return paged(request, plural, rows, (row) => listed(office.shown(schema, row)));
				},
			],
			[
				one,
				(call) => {
					const rows = kind.rows(call.office);
					const known = { get: (wanted: string) => (rows.get(wanted)?.[id] === undefined ? undefined : rows.get(wanted)) };
					return wrapped(call.request, { [singular]: call.office.shown(schema, inPath(call, hole, known, what)) });
				},
			],
		];
		if (name !== undefined)
			operations.push([
				name,
				(call) => wrapped(call.request, { [singular]: created(call, call.office.shown(schema, create(call, kind))) }),
			]);
		return operations;
	}),
);
