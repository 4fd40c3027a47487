import { organisations } from '../../../sandbox/organisations';
import { projects } from '../../../sandbox/projects/api';
import { type Answer, type Desk, type Json, openDesk } from '../accounting/desk';

/** The Projects API without a server, with the records of the books it looks at. */
export interface ProjectsDesk extends Desk {
	/** Of the Accounting API. */
	books(plural: string): readonly Json[];
	/** Ids of a contact and a user there are. */
	readonly contactId: string;
	readonly userId: string;
	/** Archives another contact and gives its id. */
	archived(): string;
	/** Creates a project of the contact and gives its id. */
	project(more?: Json): string;
	/** Creates a task, 60.00 an hour, and gives its id. */
	task(projectId: string, more?: Json): string;
	/** Logs an hour and gives the answer. */
	log(projectId: string, taskId: string, more?: Json): Answer;
}

export function openProjects(seed: 'demo' | 'small' = 'small', heard?: (answer: Answer) => void): ProjectsDesk {
	const accounts = openDesk(seed);
	const desk = openDesk(seed, heard, (clock) => projects({ clock, seed, organisations, books: accounts.api }));
	const { call, tenantId } = desk;
	const books = (plural: string): readonly Json[] => accounts.api.records(tenantId, plural);
	const contact = books('Contacts').find((one) => one.ContactStatus === 'ACTIVE');
	const [contactId, userId] = [String(contact?.ContactID), String(books('Users')[0]?.UserID)];
	const rate = { currency: 'NZD', value: 60 };
	return {
		...desk,
		books,
		contactId,
		userId,
		archived() {
			const id = String(books('Contacts').find((one) => one.ContactID !== contactId)?.ContactID);
			accounts.call('POST', `/Contacts/${id}`, { ContactStatus: 'ARCHIVED' });
			return id;
		},
		project: (more = {}) => call('POST', '/Projects', { contactId, name: 'Kitchen', ...more }).id('projectId'),
		task: (id, more = {}) =>
			call('POST', `/Projects/${id}/Tasks`, { name: 'Design', chargeType: 'TIME', rate, ...more }).id('taskId'),
		log: (id, taskId, more = {}) =>
			call('POST', `/Projects/${id}/Time`, { userId, taskId, dateUtc: '2026-03-02T09:00:00Z', duration: 60, ...more }),
	};
}
