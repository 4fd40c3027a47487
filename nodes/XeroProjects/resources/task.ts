import type { IDataObject } from 'n8n-workflow';
import { amountFault } from '../../shared/inputs/amounts';
import type { Choice } from '../../shared/inputs/scalars';
import { choice, ids, number, text } from '../../shared/inputs/scalars';
import type { OperationContext } from '../../shared/model/context';
import type { Field } from '../../shared/model/field';
import type { Operation } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { createOne, getOne, listItems, removeOne, replaceOne } from '../../shared/operations/bareCrud';
import { duration } from '../fields/duration';
import { PAGING } from '../fields/named';
import { inOpenProject, inProject, taskId } from '../fields/pickers';

const CHARGE_TYPES: readonly Choice[] = [
	['TIME', 'Hourly Rate'],
	['FIXED', 'Fixed Price'],
	['NON_CHARGEABLE', 'Non-Chargeable'],
];

const STATUSES: Readonly<Record<string, string>> = { INVOICED: ' · Invoiced', LOCKED: ' · Locked' };

/** Just a number: the currency of a rate is always that of its project. */
const rate: Field<number> = {
	...number('Rate', {
		min: 0,
		blank: '',
		description: 'By the hour, or for the whole task at a fixed price, in the currency of the project',
	}),
	write: (value) => ({ value }),
};

/** A rate given as JSON may be a plain number, too. */
const amountIn = ({ rate }: IDataObject): IDataObject =>
	rate === undefined || rate === null ? {} : typeof rate === 'object' ? (rate as IDataObject) : { value: rate };

const isCharged = (chargeType: unknown): boolean => /^(TIME|FIXED)$/i.test(String(chargeType));

/** JSON may hold the charge type in any case, and a rate as a plain number. */
const inXerosForm = (body: IDataObject): IDataObject => ({
	...body,
	...(typeof body.chargeType === 'string' ? { chargeType: body.chargeType.toUpperCase() } : {}),
	...(body.rate === undefined || body.rate === null ? {} : { rate: amountIn(body) }),
});

/** Xero wants a rate in the currency of the project, which is read once for all items of the run. */
async function currencyOf(call: OperationContext): Promise<IDataObject> {
	const path = call.path.replace(/\/Tasks$/, '');
	const currency = await call.once(`currency of ${path.toLowerCase()}`, async () => {
		const [project] = call.recordsIn(await call.request({ path, confirmedBy: 'projectId' }));
		return project?.currencyCode;
	});
	return currency === undefined ? {} : { currency };
}

/** What a task costs at a fixed price is an amount; by the hour it is a rate. */
const fixedPriceFault: NonNullable<Operation['validate']> = (body) => {
	const { value, currency } = amountIn(body);
	return /^FIXED$/i.test(String(body.chargeType)) ? amountFault(['Rate'], value, currency) : undefined;
};

const createTask: Pick<Operation, 'validate' | 'run'> = {
	validate: (body) =>
		isCharged(body.chargeType) && amountIn(body).value === undefined
			? { says: 'Rate is missing: only a non-chargeable task has none' }
			: fixedPriceFault(body),
	async run(call) {
		const sent = inXerosForm(call.body);
		const given = amountIn(sent);
		const body = {
			...sent,
			rate: {
				...(isCharged(sent.chargeType) ? {} : { value: 0 }),
				...(given.currency === undefined ? await currencyOf(call) : {}),
				...given,
			},
		};
		const answer = await call.request({ method: 'POST', path: call.path, body, confirmedBy: 'taskId' });
		return call.assertSaved(call.recordsIn(answer)).map((json) => ({ json }));
	},
};

/** What a full update of a task takes, as it stands; the old rate does not go with another way of charging. */
function kept({ name, rate, chargeType, estimateMinutes }: IDataObject, given: IDataObject, call: OperationContext): IDataObject {
	const { currency } = amountIn({ rate });
	if (given.chargeType === 'NON_CHARGEABLE') return { name, rate: { currency, value: 0 }, chargeType, estimateMinutes };
	const stays = given.chargeType === undefined || given.chargeType === chargeType || given.rate !== undefined;
	if (!stays)
		call.refuse({
			says: 'Rate is missing: the task was charged in another way before',
			todo: 'Add Rate to Additional Fields: by the hour, or for the whole task at a fixed price',
			description: 'Nothing was changed.',
		});
	return { name, rate: given.rate === undefined ? rate : { currency }, chargeType, estimateMinutes };
}

const fields = {
	name: text('Task Name', { min: 1, max: 100, placeholder: 'e.g. Design' }),
	chargeType: choice('Charge Type', CHARGE_TYPES),
	rate,
	estimateMinutes: duration('Estimated Time', { min: 0 }),
};

export const task = resource({
	key: 'task',
	name: 'Task',
	plural: 'Tasks',
	description: 'A part of a project to which time is logged',
	path: 'Projects/{projectId}/Tasks',
	id: 'taskId',
	scope: 'projects',
	simplified: [
		'taskId',
		'projectId',
		'name',
		'status',
		'chargeType',
		'rate',
		'estimateMinutes',
		'totalMinutes',
		'minutesToBeInvoiced',
		'totalAmount',
	],
	fields,
	listOptions: {
		task: ({ name, status, taskId }) => [{ name: `${String(name)}${STATUSES[String(status)] ?? ''}`, value: String(taskId) }],
	},
	operations: (task) => {
		const changeTask = replaceOne(task, ['updateTask'], kept, { ...inProject, taskId }, fields);
		return {
			create: {
				...createOne(task, 'createTask', [], {
					required: { ...inOpenProject, name: fields.name, chargeType: fields.chargeType },
					panelOptional: { rate },
					optional: { estimateMinutes: fields.estimateMinutes },
				}),
				...createTask,
			},
			get: getOne(task, 'getTask', { required: { ...inProject, taskId } }),
			getAll: listItems(
				task,
				'getTasks',
				{
					chargeType: fields.chargeType,
					taskIds: ids('Task IDs', { description: 'Several with commas between them' }),
				},
				PAGING,
				{ required: inProject },
			),
			update: {
				...changeTask,
				validate: fixedPriceFault,
				run: async (call) => await changeTask.run!({ ...call, body: inXerosForm(call.body) }),
			},
			delete: removeOne(task, 'deleteTask', { required: { ...inProject, taskId } }),
		};
	},
});
