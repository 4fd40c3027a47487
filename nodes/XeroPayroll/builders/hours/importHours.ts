import groupBy from 'lodash/groupBy';
import pLimit from 'p-limit';
import type { JoinedContext, JoinedResult } from '../../../shared/model/context';
import { asNumber, decimalOf, isSame } from '../../../shared/model/decimal';
import { reasonOf, stateOf } from '../../../shared/model/errorState';
import { shown } from '../../../shared/model/findings';
import type { HoursPlan, WhenThere } from './hoursPlan';
import { planHours, unitsOf } from './hoursPlan';
import type { Choices, Hours } from './hoursRows';
import { choicesOf, errorOf, readHours } from './hoursRows';
import type { FoundTimesheet, Progress, ReadTimesheet, TimesheetStore, WrittenTimesheet } from './timesheetStore';
import { refuse, RowRefused } from './timesheetStore';

/** All rows of one employee and pay period, with the timesheet that is there, and what is to become of it. */
interface Timesheet {
	readonly hours: readonly [Hours, ...Hours[]];
	readonly there: ReadTimesheet | undefined;
	readonly plan: HoursPlan;
}

type JoinedFindings = NonNullable<Extract<JoinedResult, { findings?: unknown }>['findings']>;

const NOT_BEGUN: Readonly<Progress> = { lines: 0, of: 0, isReverted: false, isDeleted: false };

/** Whether Xero has as many hours as were meant. */
function hasHours({ hours }: WrittenTimesheet, { total }: HoursPlan): boolean {
	const has = decimalOf(hours);
	return has !== undefined && isSame(has, total);
}

const isChange = ({ toUpdate, toCreate, toDelete }: HoursPlan): boolean =>
	toUpdate.length + toCreate.length + toDelete.length > 0;

/** Timesheets worked on at the same time: more would wait for their turn at Xero's limits, and the last of many too long. */
const AT_ONCE = 5;

class HoursImport {
	private readonly gate = pLimit(AT_ONCE);
	private readonly choices: Choices;

	constructor(
		private readonly call: JoinedContext,
		private readonly store: TimesheetStore,
	) {
		this.choices = choicesOf(call.joined[0]!.options);
	}

	/** What becomes of hours that are there, where the run may change them: of its own, where it may change no other's. */
	private get whenThere(): WhenThere {
		const { ifThere } = this.choices;
		return ifThere === 'refuse' ? 'replaceDays' : ifThere;
	}

	/** What became of each row. */
	async run(): Promise<JoinedResult[]> {
		const refused = new Map<number, Error>();
		const hours = await readHours(this.call, this.store, refused);
		const timesheets = await this.plan(hours, refused);
		const rows = this.call.joined.map(({ item }) => item);
		const [first] = [...refused.values()];
		if (first && this.call.stopsAtRefusals)
			return rows.map((item) => {
				const error = refused.get(item);
				return error ? { item, error } : { item, heldBackBy: first };
			});
		const written = await Promise.all(timesheets.map(async (one) => await this.gate(async () => await this.write(one))));
		return [...[...refused].map(([item, error]) => ({ item, error })), ...written.flat()];
	}

	/** What is to be done with each timesheet. Rows of those that must stay as they are, are put among the refused. */
	private async plan(hours: readonly Hours[], refused: Map<number, Error>): Promise<Timesheet[]> {
		if (hours.length === 0) return [];
		const byTimesheet = groupBy(hours, ({ employee, period }) => `${employee} ${period.start} ${period.end}`);
		const groups = Object.values(byTimesheet).map((group) => group as [Hours, ...Hours[]]);
		const added = await this.addedBefore(groups, refused);
		const start = hours.map(({ period }) => period.start).sort()[0]!;
		const end = hours.map(({ period }) => period.end).sort()[hours.length - 1]!;
		const found = await this.store.find({ start, end });
		const planned = groups.map(async (own): Promise<Timesheet[]> => {
			if (refused.has(own[0].item)) return [];
			try {
				return [await this.gate(async () => await this.planned(own, found, added))];
			} catch (cause) {
				for (const { item } of own) refused.set(item, errorOf(this.call, item, cause));
				return [];
			}
		});
		const timesheets = (await Promise.all(planned)).flat();
		return timesheets.filter((one) => this.isWithinMost(one, refused));
	}

	/** Hours that an earlier try of the run added, or may have added: they are in the timesheets then. */
	private async addedBefore(
		groups: ReadonlyArray<readonly [Hours, ...Hours[]]>,
		refused: Map<number, Error>,
	): Promise<ReadonlySet<Hours>> {
		if (this.choices.ifThere !== 'add') return new Set();
		const added = groups.map(async (group): Promise<readonly Hours[]> => {
			try {
				return await this.gate(async () => await this.store.addedBefore(group[0], group));
			} catch (cause) {
				for (const { item } of group) refused.set(item, errorOf(this.call, item, cause));
				return [];
			}
		});
		return new Set((await Promise.all(added)).flat());
	}

	private async planned(
		hours: readonly [Hours, ...Hours[]],
		found: readonly FoundTimesheet[],
		added: ReadonlySet<Hours>,
	): Promise<Timesheet> {
		const { ifThere, changesApproved } = this.choices;
		const [first] = hours;
		const { employee, period } = first;
		const [same, ...others] = found.filter(
			(one) => one.employee === employee && one.period.start === period.start && one.period.end === period.end,
		);
		if (others.length) refuse({ says: 'the employee has several timesheets for the period', todo: 'Delete all but one in Xero' });
		if (same?.state === 'posted') refuse({ says: 'the pay run of its timesheet is posted' });
		if (same && ifThere === 'refuse' && !this.store.isOwn('created', first))
			refuse({ says: 'there is a timesheet for the period already' });
		const approvedByOther = {
			says: 'its timesheet is approved',
			todo: 'Set If It Is Approved to Change and Approve Again',
		};
		const staysAsItIs = same?.state === 'approved' && !changesApproved;
		if (staysAsItIs && !this.store.isOwn('approved', first)) refuse(approvedByOther);
		const there = same && (await this.store.read(same));
		const left = hours.filter((one) => !added.has(one));
		const plan = planHours(there?.lines ?? [], left, this.whenThere);
		if (staysAsItIs && isChange(plan)) refuse(approvedByOther);
		const results = new Map([
			...plan.results,
			...hours.filter((one) => added.has(one)).map(({ item }) => [item, 'added'] as const),
		]);
		return { hours, there, plan: { ...plan, results } };
	}

	/** Refuses the rows of days with more hours than they can have. */
	private isWithinMost({ hours, plan }: Timesheet, refused: Map<number, Error>): boolean {
		const { most } = this.choices;
		const byDay = groupBy(plan.lines, 'day');
		const full = new Set(Object.keys(byDay).filter((day) => asNumber(unitsOf(byDay[day]!)) > most));
		const wrong = hours.filter(({ day }) => full.has(day));
		for (const { item, day } of wrong) {
			const says = `come to ${asNumber(unitsOf(byDay[day]!))} on ${day}, and Most Units a Day is ${most}`;
			refused.set(item, this.call.refusalOf(item, { place: ['Units'], says }));
		}
		// Half of a timesheet would be worse than none.
		for (const { item, day } of wrong.length ? hours : [])
			if (!full.has(day)) refused.set(item, this.call.refusalOf(item, { says: 'another row of the same timesheet is wrong' }));
		return wrong.length === 0;
	}

	/** Writes one timesheet, and tells of its rows. */
	private async write(one: Timesheet): Promise<JoinedResult[]> {
		const progress = { ...NOT_BEGUN };
		try {
			return this.results(one, await this.written(one, progress));
		} catch (cause) {
			return one.hours.map(({ item }) => ({ item, error: this.broken(item, cause, progress) }));
		}
	}

	/** Brings the timesheet to what it is to be; undefined where there is none and none is needed. */
	private async written({ hours: [first], there, plan }: Timesheet, progress: Progress): Promise<WrittenTimesheet | undefined> {
		if (!there && plan.lines.length === 0) return undefined;
		const timesheet = !there
			? await this.store.create(first, plan, progress)
			: isChange(plan)
				? await this.store.change(first, there, plan, this.whenThere, progress)
				: there;
		// It is approved when it was before, or is to be, and its hours are those that were meant.
		const approves = this.choices.approves || there?.state === 'approved' || this.store.isOwn('set back', first);
		if (timesheet.state === 'approved' || !approves || !hasHours(timesheet, plan)) return timesheet;
		return await this.store.approve(first, timesheet, plan);
	}

	/** What is to be looked at in a timesheet, though it is written. */
	private findings({ there, plan }: Timesheet, timesheet: WrittenTimesheet): JoinedFindings {
		const differs = {
			place: ['Units'],
			value: shown(asNumber(plan.total)),
			says: `Xero has ${String(shown(timesheet.hours))} hours in this timesheet, ${asNumber(plan.total)} were sent`,
			todo: 'Look at it in Xero; it was not approved',
		};
		const rejected = { says: 'its timesheet was rejected before', todo: 'Tell the employee, or whoever approves it' };
		return [
			...(hasHours(timesheet, plan) ? [] : [differs]),
			...(there?.wasRejected && there.status !== timesheet.status ? [rejected] : []),
		];
	}

	private results(one: Timesheet, timesheet: WrittenTimesheet | undefined): JoinedResult[] {
		const { hours, plan } = one;
		const findings = timesheet ? this.findings(one, timesheet) : [];
		return hours.map(({ item, employee, period, day, rate, tracking, units }) => ({
			item,
			findings,
			rows: [
				{
					json: {
						employeeID: employee,
						date: day,
						numberOfUnits: asNumber(units),
						earningsRateID: rate,
						trackingItemID: tracking ?? null,
						timesheetID: timesheet?.id ?? null,
						periodStart: period.start,
						periodEnd: period.end,
						result: plan.results.get(item)!,
						status: timesheet?.status ?? null,
						timesheetHours: (timesheet?.hours as number | undefined) ?? 0,
					},
				},
			],
		}));
	}

	/** An error that says how far the timesheet came. */
	private broken(item: number, cause: unknown, { lines, of, isReverted, isDeleted }: Progress): Error {
		if (cause instanceof RowRefused) return this.call.refusalOf(item, cause.details);
		if (!isReverted && !isDeleted && lines === 0) return cause as Error;
		const isWhole = of > 0 && lines === of;
		const left = isWhole
			? 'its hours are written'
			: isDeleted
				? 'the old timesheet is deleted'
				: isReverted
					? 'its timesheet is a draft now'
					: 'its timesheet is changed';
		const wrote = isWhole
			? 'it is a draft'
			: `${lines} of ${of} ${of === 1 ? 'line' : 'lines'} ${lines === 1 ? 'was' : 'were'} written`;
		const again =
			isReverted && !this.choices.approves ? 'Run the rows again with Afterwards set to Approve' : 'Run the rows again';
		return this.call.refusalOf(item, {
			says: `${reasonOf(cause)}; ${left}, ${wrote}`,
			todo: this.choices.ifThere === 'add' && lines > 0 ? 'Go on in Xero: rows that are run again are added again' : again,
			state: 'unconfirmed',
			sentences: stateOf(cause)?.sentences ?? [],
		});
	}
}

/** Hours from rows into timesheets: one timesheet for each employee and pay period. `storeOf`: how the API keeps timesheets. */
export const importHours =
	(storeOf: (call: JoinedContext) => TimesheetStore) =>
	async (call: JoinedContext): Promise<JoinedResult[]> =>
		await new HoursImport(call, storeOf(call)).run();
