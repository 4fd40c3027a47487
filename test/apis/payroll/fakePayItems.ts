import type { IDataObject } from 'n8n-workflow';
import { payrollAu } from '../../../nodes/XeroPayroll/au/payrollAu';
import { execute } from '../../../nodes/shared/run/execute';
import type { Fake, Reply, Sent } from '../../fakeContext';
import { fakeExecute } from '../../fakeContext';
import type { VirtualTime } from '../../engine/virtualTime';
import { id, picked } from './fakePayroll';

/** Xero's lists of pay items, and the property with the ID in each. */
const IDS = {
	EarningsRates: 'EarningsRateID',
	DeductionTypes: 'DeductionTypeID',
	LeaveTypes: 'LeaveTypeID',
	ReimbursementTypes: 'ReimbursementTypeID',
} as const;
type ListName = keyof typeof IDS;
type Lists = Record<ListName, IDataObject[]>;

/** The pay items of the fifth worked case, a record of each kind. */
export const CASE_5: Lists = {
	EarningsRates: [
		{
			...{ EarningsRateID: id('f1'), Name: 'Ordinary Hours', EarningsType: 'ORDINARYTIMEEARNINGS', RateType: 'RATEPERUNIT' },
			...{ AccountCode: '477', TypeOfUnits: 'Hours', IsExemptFromTax: false, IsExemptFromSuper: false },
			...{ IsReportableAsW1: false, IsQualifyingEarnings: true, CurrentRecord: true },
			UpdatedDateUTC: '/Date(1771804800000+0000)/',
		},
	],
	DeductionTypes: [
		{
			...{ DeductionTypeID: id('a5'), Name: 'Union Fees', AccountCode: '850', ReducesTax: false, ReducesSuper: false },
			CurrentRecord: true,
		},
	],
	LeaveTypes: [
		{
			...{ LeaveTypeID: id('f8'), Name: 'Annual Leave', TypeOfUnits: 'Hours', NormalEntitlement: 152, IsPaidLeave: true },
			...{ ShowOnPayslip: true, IsQualifyingEarnings: true, CurrentRecord: true },
		},
	],
	ReimbursementTypes: [{ ReimbursementTypeID: id('a6'), Name: 'Travel', AccountCode: '493', CurrentRecord: false }],
};

/** Xero's pay items: a write replaces each list that it has, as Xero's does, and what is not in it is gone. */
export class FakePayItems {
	lists: Lists = structuredClone(CASE_5);
	readonly calls: string[] = [];
	readonly bodies: Lists[] = [];
	/** Writes done, by their key: the same key is the same write. */
	private readonly answers = new Map<string, Reply>();
	private made = 0;
	/** Does something in Xero's stead before, or after, the call with this number. */
	before = new Map<number, () => Reply | Error | void>();
	after = new Map<number, () => Reply | Error | void>();

	readonly reply = (request: Sent): Reply | Error => {
		this.calls.push(`${request.method} ${request.path.replace('/payroll.xro', '')}`);
		const number = this.calls.length;
		const instead = this.before.get(number)?.();
		if (instead) return instead;
		const answer = request.method === 'GET' ? this.answer() : this.once(request);
		return this.after.get(number)?.() ?? answer;
	};

	private answer(): Reply {
		return { body: { Status: 'OK', PayItems: structuredClone(this.lists) } };
	}

	private once({ headers, body }: Sent): Reply {
		const key = headers['Idempotency-Key']!;
		const known = this.answers.get(key);
		if (known) return known;
		this.bodies.push(structuredClone(body) as Lists);
		this.write(body as Lists);
		const answer = this.answer();
		this.answers.set(key, answer);
		return answer;
	}

	/** Another program's write: all of the lists that it has. */
	write(body: Partial<Lists>): void {
		for (const list of Object.keys(body) as ListName[])
			this.lists[list] = structuredClone(body[list]!).map((one) => ({
				...{ CurrentRecord: true, ...one },
				[IDS[list]]: one[IDS[list]] ?? id(`9${(this.made += 1)}`),
				UpdatedDateUTC: '/Date(1772000000000+0000)/',
			}));
	}

	names(list: ListName = 'EarningsRates'): string[] {
		return this.lists[list].map(({ Name }) => String(Name));
	}
}

/** How a run ended: its rows with what is found of them, what was said, and what ended it ('' when nothing did). */
export interface Ran {
	readonly rows: readonly IDataObject[];
	readonly error: string;
	readonly hints: readonly string[];
	readonly state: unknown;
}

/** Runs an operation over items, such as 'earningsRate.create'; time passes as far as it needs. */
export async function run(
	time: VirtualTime,
	xero: FakePayItems,
	what: string,
	parameters: readonly IDataObject[],
	more: Partial<Fake> = {},
): Promise<Ran> {
	const [resource, operation] = what.split('.') as [string, string];
	const { ctx, hints } = fakeExecute({
		parameters: parameters.map((one) => ({ organisation: picked(id('99')), resource, operation, ...one })),
		reply: xero.reply,
		...more,
	});
	const told = () => hints.map(({ message }) => message);
	return await time.until(
		execute(payrollAu, ctx).then(
			([out = []]) => ({ rows: out.map(({ json }) => json), error: '', hints: told(), state: undefined }),
			(cause: Error & { description?: string; context?: IDataObject }) => ({
				...{ rows: [], hints: told(), error: `${cause.message}\n${cause.description ?? ''}` },
				state: (cause.context?.xero as IDataObject | undefined)?.state,
			}),
		),
	);
}
