import { Table, Undo } from '../accounting/book/table';
import { newIds } from '../newIds';
import type { ProjectRow, TaskRow, TimeEntryRow } from './rows';

/** The projects of one organisation, with their tasks and the time that was logged. */
export class Workshop {
	readonly undo = new Undo();
	readonly projects = new Table<ProjectRow>(this.undo, (row) => row.projectId, {});
	readonly tasks = new Table<TaskRow, 'project'>(this.undo, (row) => row.taskId, { project: (row) => row.projectId });
	readonly time = new Table<TimeEntryRow, 'project' | 'task'>(this.undo, (row) => row.timeEntryId, {
		project: (row) => row.projectId,
		task: (row) => row.taskId,
	});
	/** Where ids come from: seeded while the demo data is written. */
	newId: () => string = newIds();
}
