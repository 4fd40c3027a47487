import type { Clock } from '../contract';
import type { Route, SandboxApi } from '../route';
import { accounts } from './accounts';
import { Book } from './book';
import { brandingThemes } from './brandingThemes';
import { contactGroups } from './contactGroups';
import { contacts } from './contacts';
import { currencies } from './currencies';
import { invoices } from './invoices';
import { items } from './items';
import { organisation } from './organisation';
import { payments } from './payments';
import { notFound, Refusal, refuse } from './replies';
import type { Resource } from './resource';
import { organisationRow } from './seed/countries';
import { seedBook } from './seed/seed';
import { taxRates } from './taxRates';
import { trackingCategories } from './trackingCategories';
import { users } from './users';

/** An organisation to keep books for. */
export interface AccountingOrganisation {
	tenantId: string;
	name: string;
	shortCode: string;
	baseCurrency: string;
	countryCode: string;
}

/** Every resource of the Accounting API that the sandbox has. */
const resources: readonly Resource[] = [
	organisation,
	accounts,
	contacts,
	contactGroups,
	invoices,
	items,
	payments,
	taxRates,
	trackingCategories,
	currencies,
	brandingThemes,
	users,
];

/**
 * Xero's Accounting API over in-memory books, one for each organisation: of seed 'demo' the first organisation holds 300 contacts and
 * 2,500 invoices and bills, the others are smaller. A call is one change: what it refuses leaves nothing behind.
 */
export function accounting(options: {
	clock: Clock;
	seed: 'demo' | 'small' | 'empty';
	organisations: readonly AccountingOrganisation[];
}): SandboxApi {
	const books = new Map<string, Book>();
	for (const [at, given] of options.organisations.entries()) {
		const book = new Book(organisationRow(given, new Date(options.clock.now()).toISOString().slice(0, 10)), options.clock);
		seedBook(book, options.seed === 'demo' && at > 0 ? 'second' : options.seed);
		books.set(given.tenantId.toLowerCase(), book);
	}
	const routes = resources.flatMap((resource) =>
		resource.routes.map(
			(route): Route => ({
				...route,
				handle(request) {
					const book = books.get(request.tenantId.toLowerCase());
					try {
						if (!book) throw notFound();
						return book.undo.attempt(() => route.handle(book, request));
					} catch (refusal) {
						if (refusal instanceof Refusal) return refusal.reply;
						throw refusal;
					}
				},
			}),
		),
	);
	return {
		name: 'Accounting',
		basePath: '/api.xro/2.0',
		routes,
		refuse,
		records(tenantId, plural) {
			const [book, resource] = [books.get(tenantId.toLowerCase()), resources.find((one) => one.plural === plural)];
			if (!book || !resource) return [];
			return structuredClone(resource.records(book));
		},
	};
}
