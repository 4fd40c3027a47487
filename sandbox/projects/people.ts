import type { Body } from '../accounting/resource/replies';
import type { SandboxApi } from '../route';
import type { People } from './writes';

/** The contacts and users of an organisation's books, as Projects sees them. */
export function peopleOf(books: Pick<SandboxApi, 'records'>, tenantId: string): People & { users(): Body[] } {
	const users = (): Body[] =>
		books.records(tenantId, 'Users').map(({ UserID, FirstName, LastName, EmailAddress }) => ({
			userId: UserID,
			name: `${String(FirstName)} ${String(LastName)}`,
			email: EmailAddress,
		}));
	return {
		users,
		hasUser: (userId) => users().some((user) => String(user.userId).toLowerCase() === userId),
		currencyOf(contactId) {
			const contact = books
				.records(tenantId, 'Contacts')
				.find((one) => String(one.ContactID).toLowerCase() === contactId && one.ContactStatus === 'ACTIVE');
			const [organisation] = books.records(tenantId, 'Organisations');
			return contact && String(contact.DefaultCurrency ?? organisation?.BaseCurrency);
		},
	};
}
