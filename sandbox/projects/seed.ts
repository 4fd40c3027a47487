import type { Body } from '../accounting/resource/replies';
import { random, type Random } from '../accounting/seed/random';
import type { SandboxApi } from '../route';
import { CHARGE_TYPES, type ProjectRow, type TaskRow } from './rows';
import type { Workshop } from './workshop';

/** How many projects, and how many time entries each may have; the first has `first`, enough for more than one page in the demo. */
const SIZES = {
	demo: { projects: 60, most: 14, first: 130 },
	second: { projects: 12, most: 8, first: 20 },
	small: { projects: 4, most: 4, first: 5 },
} as const;

const DAY = 86_400_000;
const WORKS = [
	'Shop fitting',
	'Website',
	'Stocktake',
	'Window display',
	'Catalogue',
	'Kitchen',
	'Warehouse move',
	'Training day',
];
const TASKS = ['Planning', 'Design', 'Building', 'Delivery', 'Review', 'Travel'];
const NOTES = ['On site', 'Phone calls', 'Second draft', 'With the customer', undefined];

/** What the demo data is made for: the organisation, its books, and now in ms. */
export interface Seeding {
	readonly tenantId: string;
	readonly books: Pick<SandboxApi, 'records'>;
	/** Ids of paid sales invoices by the id of their contact. */
	readonly invoices: () => ReadonlyMap<string, readonly string[]>;
	readonly now: number;
}

/** Fills a fresh workshop with made-up projects of the contacts there are; an organisation without contacts gets none. */
export function seedWorkshop(workshop: Workshop, size: keyof typeof SIZES | 'empty', seeding: Seeding): void {
	if (size === 'empty') return;
	const { tenantId, books } = seeding;
	const chance = random(`${tenantId} ${size} projects`);
	const contacts = books.records(tenantId, 'Contacts').filter(({ ContactStatus }) => ContactStatus === 'ACTIVE');
	const [users, [organisation]] = [books.records(tenantId, 'Users'), books.records(tenantId, 'Organisations')];
	if (contacts.length === 0 || users.length === 0) return;
	const { projects, most, first } = SIZES[size];
	const paid = seeding.invoices();
	for (const at of Array(projects).keys()) {
		const contact = chance.pick(contacts);
		const currency = String(contact.DefaultCurrency ?? organisation?.BaseCurrency);
		const project = workshop.projects.put(projectRow(chance, seeding, { at, contact, currency }));
		const tasks = CHARGE_TYPES.concat(CHARGE_TYPES).slice(0, chance.whole(3, 5));
		const rows = tasks.map((chargeType, index) => workshop.tasks.put(taskRow(chance, project, chargeType, index)));
		const invoices = paid.get(project.contactId) ?? [];
		seedTime(workshop, chance, seeding, {
			project,
			tasks: rows,
			users,
			invoices,
			count: at === 0 ? first : chance.whole(1, most),
		});
	}
}

function projectRow(chance: Random, { now }: Seeding, given: { at: number; contact: Body; currency: string }): ProjectRow {
	const { at, contact, currency } = given;
	const deadline = `${new Date(now + chance.whole(-40, 120) * DAY).toISOString().slice(0, 10)}T03:00:00Z`;
	return {
		projectId: chance.uuid(),
		contactId: String(contact.ContactID),
		name: `${chance.pick(WORKS)} ${String(at + 1).padStart(2, '0')}`,
		currencyCode: currency,
		...(at % 4 === 3 ? {} : { deadlineUtc: deadline }),
		...(at % 3 === 2 ? {} : { estimate: chance.whole(8, 120) * 100 }),
		status: at % 4 === 3 ? 'CLOSED' : 'INPROGRESS',
		expenses:
			at % 3 === 1 ? { invoiced: chance.whole(0, 90), toBeInvoiced: chance.whole(10, 400) } : { invoiced: 0, toBeInvoiced: 0 },
	};
}

function taskRow(chance: Random, { projectId, status }: ProjectRow, chargeType: TaskRow['chargeType'], at: number): TaskRow {
	const invoiced = chargeType === 'FIXED' && status === 'CLOSED';
	return {
		taskId: chance.uuid(),
		projectId,
		name: TASKS[at] ?? 'Work',
		rate: { TIME: chance.whole(60, 160), FIXED: chance.whole(3, 20) * 100, NON_CHARGEABLE: 0 }[chargeType],
		chargeType,
		...(at % 2 === 0 ? { estimateMinutes: chance.whole(2, 60) * 30 } : {}),
		status: invoiced ? 'INVOICED' : 'ACTIVE',
	};
}

function seedTime(
	workshop: Workshop,
	chance: Random,
	{ now }: Seeding,
	given: { project: ProjectRow; tasks: readonly TaskRow[]; users: readonly Body[]; invoices: readonly string[]; count: number },
): void {
	const { project, tasks, users, invoices, count } = given;
	for (const at of Array(count).keys()) {
		const age = chance.whole(1, 90);
		const task = chance.pick(tasks);
		const dateUtc = `${new Date(now - age * DAY).toISOString().slice(0, 10)}T${chance.pick(['08', '10', '13'])}:00:00Z`;
		const invoiced = task.chargeType === 'TIME' && invoices.length > 0 && (age > 60 || project.status === 'CLOSED');
		workshop.time.put({
			timeEntryId: chance.uuid(),
			userId: String(chance.pick(users).UserID),
			projectId: project.projectId,
			taskId: task.taskId,
			dateUtc,
			dateEnteredUtc: `${new Date(Date.parse(dateUtc) + chance.whole(1, 600) * 60_000).toISOString().slice(0, 19)}.0000000Z`,
			duration: chance.whole(1, 32) * 15,
			description: NOTES[at % NOTES.length],
			...(invoiced ? { status: 'INVOICED', invoiceId: chance.pick(invoices) } : { status: 'ACTIVE' }),
		});
	}
}
