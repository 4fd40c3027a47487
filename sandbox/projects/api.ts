import { type Body, Refusal } from '../accounting/resource/replies';
import type { Clock } from '../contract';
import type { Route, SandboxApi } from '../route';
import { projectBody, taskBody, timeBody } from './bodies';
import { paidInvoices } from './invoices';
import { operations } from './operations';
import { peopleOf } from './people';
import { notFound, refuse } from './refusals';
import { seedWorkshop } from './seed';
import { Workshop } from './workshop';

/*
 * What this rests on: [S] Xero's OpenAPI file, [X] Xero's own pages, [T] a third party, [M] a guess, on the strict side.
 *
 * | rule | mark |
 * |---|---|
 * | 201 for new projects and tasks, 200 for new time, 204 without a body for updates and deletions | S |
 * | {message: "The request is invalid.", modelState: {"model.Name": […]}}, "The Project Name cannot be empty", "The ContactId cannot be null or empty", 404 for unknown records | X |
 * | Every other sentence; parameters of lists under their own names; modelState is empty on a 404 | M |
 * | page from 1, pageSize from 1 to 500, 50 when absent; anything else is refused | S, refusing M |
 * | Lists come in the order in which the records were made | M |
 * | A project has a contact of the books that is not archived; its currency is that of the contact, else of the organisation, for ever | M |
 * | PUT replaces: deadline and estimate that are left out are gone, the contact stays | S (example), M |
 * | An estimate that was never given is not there | M |
 * | Amounts of a task: TIME its minutes by the hour, each sum rounded to the cent by itself; FIXED its rate; minutes to be invoiced are those of TIME tasks | X, rounding and extent M |
 * | A rate is in the project's currency; NON_CHARGEABLE tasks have rate 0 | T |
 * | Totals of a project are those of its tasks and expenses; what is invoiced of projects as a whole, deposits and credits are 0 | M |
 * | A closed project can be changed and reopened, but its tasks and its time cannot | M |
 * | Tasks and time that are LOCKED or INVOICED cannot be changed | S, X |
 * | A task with time cannot be deleted; time goes on ACTIVE tasks only | M |
 * | isChargeable=false finds the time of NON_CHARGEABLE tasks; dateAfterUtc and dateBeforeUtc include their moment | S, false M |
 * | Every user of the organisation is a user of Projects | M |
 * | Keys of bodies in any case; moments without a zone are in UTC and are kept to the second | M |
 */

/** What the Projects API is made of. */
export interface ProjectsOptions {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: ReadonlyArray<{ tenantId: string }>;
	/** The Accounting API, for contacts, users and invoices. */
	books: Pick<SandboxApi, 'records' | 'routes'>;
}

const READ = ['projects', 'projects.read'];
const WRITE = ['projects'];

/** Xero's Projects API over an in-memory workshop for each organisation. */
export function projects({ clock, seed, organisations, books }: ProjectsOptions): SandboxApi {
	const workshops = new Map<string, Workshop>();
	for (const [at, { tenantId }] of organisations.entries()) {
		const workshop = new Workshop();
		const size = seed === 'demo' && at > 0 ? 'second' : seed;
		seedWorkshop(workshop, size, { tenantId, books, now: clock.now(), invoices: () => paidInvoices(books, tenantId, clock) });
		workshops.set(tenantId.toLowerCase(), workshop);
	}
	const routes = operations.map(([operationId, method, path, handle]): Route => ({
		operationId,
		method,
		path,
		scopes: method === 'GET' ? READ : WRITE,
		handle(request) {
			const workshop = workshops.get(request.tenantId.toLowerCase());
			try {
				if (!workshop) throw notFound('organisation');
				return handle({ workshop, request, people: peopleOf(books, request.tenantId) });
			} catch (refusal) {
				if (refusal instanceof Refusal) return refusal.reply;
				throw refusal;
			}
		},
	}));
	return {
		name: 'Projects',
		basePath: '/projects.xro/2.0',
		routes,
		refuse,
		restorePoint() {
			const back = [...workshops.values()].map((one) => one.undo.point());
			return () => back.forEach((restore) => restore());
		},
		records(tenantId, plural) {
			const workshop = workshops.get(tenantId.toLowerCase());
			if (!workshop) return [];
			const rows: Readonly<Record<string, () => Body[]>> = {
				Projects: () => workshop.projects.values().map((row) => projectBody(workshop, row)),
				Tasks: () => workshop.tasks.values().map((row) => taskBody(workshop, row)),
				TimeEntries: () => workshop.time.values().map(timeBody),
				ProjectsUsers: () => peopleOf(books, tenantId).users(),
			};
			return JSON.parse(JSON.stringify(rows[plural]?.() ?? [])) as Body[];
		},
	};
}
