// Makes an employee and sets all up that a pay run needs, step by step; run again, it does what is left.

import omit from 'lodash/omit';
import type { IDataObject } from 'n8n-workflow';
import { choice } from '../../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../../shared/model/context';
import type { ErrorState } from '../../../shared/model/errorState';
import { findingsOf, retold, stateOf } from '../../../shared/model/errorState';
import type { Fields } from '../../../shared/model/field';
import type { Finding } from '../../../shared/model/findings';
import type { Operation } from '../../../shared/model/operation';
import { fillPath } from '../../../shared/model/path';
import { isObject } from '../../../shared/model/values';
import { plainId } from '../inputs';
import { personalNamesIn, withoutPersonalData } from '../personalData';
import type { Employee } from './person';
import { employeeThere, identityOf, makeEmployee } from './person';
import type { Step } from './step';
import { faultsOf, inputOf, labelIn, partsOf } from './step';
import { isBlank, NOTHING } from './there';

const OPTIONS: Fields = {
	carryOnWith: {
		...plainId('Employee ID to Carry On With', {
			description: 'Needed only when several employees share name and date of birth',
		}),
		mayBeBlank: true,
		write: () => undefined,
	},
	ifExists: {
		...choice(
			'If the Employee Exists',
			[
				['carryOn', 'Carry On', 'Does the steps that are not done yet'],
				['refuse', 'Refuse'],
			],
			{ description: 'An employee of the same name and date of birth' },
		),
		write: () => undefined,
	},
};

/** The first step, as errors name it. */
const EMPLOYEE = { key: 'employee', noun: 'employee' } as const;

type Named = Pick<Step, 'key' | 'noun'>;

/** "Employee, employment and tax details are saved" */
function savedInWords(done: readonly Named[]): string {
	const nouns = done.map(({ noun }) => noun);
	const last = nouns.pop()!;
	const all = nouns.length ? `${nouns.join(', ')} and ${last} are` : `${last} is`;
	return `${all.charAt(0).toUpperCase()}${all.slice(1)} saved`;
}

/** One item's employee, set up as far as it comes. */
class SetUp {
	private readonly done: Named[] = [];
	private employee: Employee | undefined;
	private step: Step | undefined;
	/** Place of the part of a step that is under way, where it has several. */
	private part: string | undefined;
	private writes = 0;

	constructor(
		private readonly call: OperationContext,
		private readonly steps: readonly Step[],
		/** Names of what is of a person. */
		private readonly personal: ReadonlySet<string>,
	) {}

	/** @throws NodeApiError or NodeOperationError that says what is done, which step is not, and what is left */
	async run(): Promise<readonly OutputItem[]> {
		try {
			const employee = await this.employeeOf();
			const results: IDataObject = { employee: employee.isNew ? 'created' : 'unchanged' };
			for (const step of this.steps) {
				const given = this.call.body[step.key];
				results[step.key] = given === undefined ? 'skipped' : await this.take(step, given, employee);
			}
			return [{ json: { employeeID: employee.id, complete: true, steps: results } }];
		} catch (cause) {
			throw this.told(cause);
		}
	}

	private async employeeOf(): Promise<Employee> {
		const there = await employeeThere(this.call);
		if (!there) this.writes += 1;
		const profile = omit(
			this.call.body,
			this.steps.map(({ key }) => key),
		);
		const record = there ?? (await makeEmployee(this.call, profile));
		this.employee = { id: String(record.employeeID), record, isNew: !there };
		this.done.push(EMPLOYEE);
		return this.employee;
	}

	/** Does what is missing of a step, and says what it came to. */
	private async take(step: Step, given: unknown, employee: Employee): Promise<string> {
		this.step = step;
		const parts = partsOf(step, given).filter(isObject);
		const records = employee.isNew ? [] : await this.read(step, employee);
		let outcome = 'unchanged';
		for (const [index, part] of parts.entries()) {
			this.part = step.each === undefined ? undefined : `${step.each} ${index + 1}`;
			const there = employee.isNew ? NOTHING : step.there(part, records);
			if (there.is === 'other') this.refuse(step, there.property);
			if (there.is !== 'nothing') continue;
			await this.send(step, index, step.written?.(part, there.before) ?? part, employee);
			outcome = step.outcome;
		}
		this.step = undefined;
		this.done.push(step);
		return outcome;
	}

	private refuse(step: Step, property: string): never {
		return this.call.refuse({
			place: [this.part ?? step.name, labelIn(step, property)],
			says: 'is another one in Xero, which is not overwritten',
			todo: 'Change it there, or leave the step out',
		});
	}

	private async read({ reads }: Step, { id, record }: Employee): Promise<IDataObject[]> {
		if (!reads) return [record];
		const { paging, envelope, mayBeNull = false } = reads;
		const request = { path: fillPath(reads.path, { EmployeeID: id }), ...(mayBeNull ? {} : { envelope }) };
		if (paging) return await this.call.listAll(request, paging, envelope);
		return this.call.recordsIn(await this.call.request(request), envelope);
	}

	private async send({ key, row }: Step, index: number, body: IDataObject, { id }: Employee): Promise<void> {
		const { envelope } = row;
		this.writes += 1;
		const answer = await this.call.request({
			method: 'POST',
			path: fillPath(row.path, { EmployeeID: id }),
			body,
			step: `${key} ${index}`,
			...(envelope === undefined ? {} : { envelope }),
		});
		this.call.assertSaved(this.call.recordsIn(answer, envelope), row.confirmedBy);
	}

	/** What ended the work, told as what became of the step, with what is done and what is left. */
	private told(cause: unknown): Error {
		const known = stateOf(cause);
		if (!known) return cause as Error;
		const done = this.done.map(({ key }) => key);
		const given = ['employee', ...this.steps.map(({ key }) => key).filter((key) => this.call.body[key] !== undefined)];
		const left = given.slice(done.length);
		// Refused here, but not before something was written.
		const state = known.state === 'notSent' && this.writes > 0 ? 'refused' : known.state;
		return retold(cause, this.findingOf(cause, known), {
			state,
			sentences: known.sentences.map(this.masked),
			...(isOfValues(cause, known) ? { description: DONE_STAYS } : {}),
			facts: { ...(this.employee ? { employeeID: this.employee.id } : {}), failedStep: left[0]!, done, left },
			...(this.writes > 0 && done.length ? { progress: done } : {}),
			// What was stopped on the way was begun all the same.
			...(this.isStopped(known) ? { open: true } : {}),
		});
	}

	/** Whether a question was not asked any more, as another item ended the run or a person did, after something was written. */
	private isStopped({ state, open }: ErrorState): boolean {
		return state === 'canceled' && open !== true && this.writes > 0;
	}

	private findingOf(cause: unknown, known: ErrorState): Finding {
		const { state, sentences, open } = known;
		const items = [this.call.item];
		const { step, done, employee } = this;
		const [{ record: _record, ...own }] = findingsOf(cause as Error, items) as [Finding];
		const says = this.masked(own.says);
		const isOpen = state === 'unconfirmed' || open === true;
		if (!step || !employee)
			return isOpen
				? { items, says: `it is open whether the employee was saved: ${says}`, todo: 'Run the item again: it looks first' }
				: { ...own, says };
		const saved = savedInWords(done);
		if (state === 'notSent' && own.place) return { ...own, todo: [saved, own.todo].filter(Boolean).join('. ') };
		const of = `${step.noun} of the ${employee.isNew ? 'new ' : ''}employee`;
		const about = { items, ...(this.part === undefined ? {} : { place: [this.part] }), todo: `${saved}. ${CARRY_ON}` };
		if (isOpen) return { ...about, says: `it is open whether ${of} ${step.verb} saved: ${says}` };
		if (this.isStopped(known)) return { ...about, says: `${of} ${step.verb} not saved: the run was stopped first` };
		return isOfValues(cause, known)
			? { ...about, says: `${of} ${step.verb} refused: ${sentences.map(this.masked).join(' ')}` }
			: {
					...about,
					says: `${of} ${step.verb} not saved: ${says}`,
					todo: [saved, own.todo, CARRY_ON].filter(Boolean).join('. '),
				};
	}

	/** A refusal of one step may repeat what was sent in another. */
	private readonly masked = (sentence: string): string => withoutPersonalData(sentence, this.call.body, this.personal);
}

/** Whether Xero has something against what was sent, and not against who sends it. */
const isOfValues = (cause: unknown, { state, sentences }: ErrorState): boolean =>
	state === 'refused' && sentences.length > 0 && ['400', undefined].includes((cause as { httpCode?: string }).httpCode);

const CARRY_ON = 'Run the item again to carry on';
const DONE_STAYS = 'Change what Xero names. What is saved is left as it is when the item is run again.';

/** Pay that begins before the employment does. */
function payFault({ employment, salaryAndWages }: IDataObject): Array<Omit<Finding, 'items'>> {
	const [start, from] = [isObject(employment) && employment.startDate, isObject(salaryAndWages) && salaryAndWages.effectiveFrom];
	return typeof start === 'string' && typeof from === 'string' && from < start
		? [
				{
					place: ['Salary and Wages', 'Effective From'],
					says: 'is before the start of the employment',
					todo: 'Give the start, or a later day',
				},
			]
		: [];
}

/**
 * The operation that makes an employee and sets all up that comes with one.
 * @param create the operation that makes the employee alone
 * @param steps what is set up, in the order in which Xero takes it
 */
export function onboard(create: Operation, steps: readonly Step[], notice: string): Operation {
	const inputs = {
		required: create.required,
		panelOptional: Object.fromEntries(steps.map((step) => [step.key, inputOf(step)])),
		optional: create.optional ?? {},
	};
	const personal = personalNamesIn([inputs]);
	return {
		xero: [...new Set([create.xero, ...steps.map(({ row }) => row.xero)].flat())],
		name: 'Create and Set Up',
		action: 'Create and set up an employee',
		description: 'With employment, pay and all else that a pay run needs. Run again, it does what is left.',
		method: 'POST',
		path: create.path,
		envelope: 'employee',
		body: 'bare',
		...inputs,
		query: OPTIONS,
		acceptsJson: true,
		notice,
		...(create.scope === undefined ? {} : { scope: create.scope }),
		orderBy: identityOf,
		validate: (body) => [
			...Object.entries(create.required)
				.filter(([key]) => isBlank(body[key]))
				.map(([, { ui }]) => ({ place: [ui.displayName], says: 'is missing' })),
			...steps.flatMap((step) => faultsOf(step, body)),
			...payFault(body),
		],
		run: async (call) => await new SetUp(call, steps, personal).run(),
	};
}
