import type { IDataObject } from 'n8n-workflow';
import type { Picked } from '../../shared/inputs/locators';
import { record } from '../../shared/inputs/locators';
import type { OperationContext } from '../../shared/model/context';
import { shown } from '../../shared/model/findings';
import { fillPath } from '../../shared/model/path';
import type { Paging } from '../../shared/model/request';

/** All lists of the Projects API: 500 records a page at most. */
export const PAGING: Paging = { by: 'page', size: 500 };

/** Pickers that take a name besides an ID, for time that comes from rows of a spreadsheet or another time tracker. */
export const namedProject = record('Project', 'openProject', ['id', 'name'], {
	modes: { name: { placeholder: 'e.g. New Kitchen', hint: 'Must be in progress' } },
});
export const namedTask = record('Task', 'task', ['id', 'name'], { modes: { name: { placeholder: 'e.g. Design' } } });
export const namedUser = record('User', 'projectUser', ['id', 'name'], {
	modes: { name: { displayName: 'By Name or Email', placeholder: 'e.g. nathan@example.com' } },
});

/** Where a name is looked up. */
interface Place {
	/** Label of the picker. */
	readonly label: string;
	readonly path: string;
	readonly query?: IDataObject;
	readonly id: string;
	/** Completes "Xero has no … so named" and "Xero has 2 … so named". */
	readonly one: string;
	readonly several: string;
	names(record: IDataObject): readonly unknown[];
}

const plain = (text: unknown): string => String(text).trim().toLowerCase();

/** The ID of what is picked; a list in which a name is looked up is read once for all items of the run. */
async function idIn(
	call: OperationContext,
	picked: Picked,
	{ label, path, query, id, one, several, names }: Place,
): Promise<string> {
	if (picked.by !== 'name') return picked.value;
	const all = await call.once(
		`names in ${path}`,
		async () => await call.listAll({ path, ...(query ? { query } : {}) }, PAGING, 'items', undefined, id),
	);
	const found = all.filter((record) => names(record).some((name) => plain(name) === plain(picked.value)));
	const given = { place: [label], value: shown(picked.value) };
	if (found.length === 0) call.refuse({ ...given, says: `Xero has no ${one} so named`, todo: 'Check the name' });
	if (found.length > 1)
		call.refuse({
			...given,
			says: `Xero has ${found.length} ${several} so named`,
			todo: 'Use By ID, or give each a name of its own in Xero',
		});
	return String(found[0]![id]);
}

export const projectOf = async (call: OperationContext, picked: Picked): Promise<string> =>
	await idIn(call, picked, {
		label: 'Project',
		path: '/Projects',
		query: { states: 'INPROGRESS' },
		id: 'projectId',
		one: 'project in progress',
		several: 'projects in progress',
		names: ({ name }) => [name],
	});

/** Tasks that were invoiced take no more time, so their names do not count. */
export const taskOf = async (call: OperationContext, picked: Picked, projectId: string): Promise<string> =>
	await idIn(call, picked, {
		label: 'Task',
		path: fillPath('/Projects/{projectId}/Tasks', { projectId }),
		id: 'taskId',
		one: 'active task in this project',
		several: 'active tasks in this project',
		names: ({ name, status }) => (status === 'ACTIVE' ? [name] : []),
	});

export const userOf = async (call: OperationContext, picked: Picked): Promise<string> =>
	await idIn(call, picked, {
		label: 'User',
		path: '/ProjectsUsers',
		id: 'userId',
		one: 'project user',
		several: 'project users',
		names: ({ name, email }) => [name, email],
	});
