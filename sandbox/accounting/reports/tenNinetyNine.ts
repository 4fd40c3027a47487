import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { ContactRow } from '../book/rows';
import { cashJournals } from '../ledger/cashBasis';
import { settledById } from '../payments/settled';
import { answer, type Body, exception } from '../resource/replies';
import { fromUnits, units } from '../values/decimal';
import { wholeParameter } from './parameters';

type Box = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 13 | 14;
type Form = 'NEC' | 'MISC';

/** Which box what is paid on an account goes to, by its code: the rules a company would set up in Xero. Contractors moved to a form of their own in 2020. */
const RULES: ReadonlyArray<readonly [code: string, form: Form, box: Box]> = [
	['412', 'NEC', 1],
	['441', 'MISC', 10],
	['469', 'MISC', 1],
];
/** Before 2020, where compensation of contractors was. */
const OLD_BOX: Box = 7;
/** Below this much in a box, in whole cents, no form is due. */
const THRESHOLD = 600_00n;

/** Boxes of each form over the years. */
function boxesOf(form: Form, year: number): readonly Box[] {
	if (form === 'NEC') return year >= 2025 ? [1, 2, 3, 4] : [1, 2, 4];
	const common = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;
	return year >= 2025 ? common : year >= 2022 ? [...common, 14] : [...common, 13];
}

/** GET /Reports/TenNinetyNine: what was paid to each contact in a calendar year, by box. Companies of the United States only. @throws 400 */
export function tenNinetyNine(book: Book, request: SandboxRequest): Reply {
	const now = Number(book.today().slice(0, 4));
	const year = wholeParameter(request, 'reportYear', 2012, now) ?? now;
	if (book.organisation.CountryCode !== 'US')
		throw exception(10, 'ValidationException', 'The 1099 report is only available for organisations in the United States');
	const paid = paidIn(book, year);
	const forms: readonly Form[] = year >= 2020 ? ['NEC', 'MISC'] : ['MISC'];
	const reports = forms.map((form): Body => ({
		ReportName: `1099-${form} report`,
		ReportDate: `1 Jan ${year} to 31 Dec ${year}`,
		Fields: [],
		Contacts: [...paid]
			.flatMap(([id, boxes]) => {
				const contact = book.contacts.get(id);
				const mine = new Map([...boxes].flatMap(([key, cents]) => (key.startsWith(form) ? [[key, cents] as const] : [])));
				return contact && [...mine.values()].some((cents) => cents >= THRESHOLD) ? [{ contact, mine }] : [];
			})
			.sort((a, b) => a.contact.Name.localeCompare(b.contact.Name, 'en'))
			.map(({ contact, mine }) => ({
				...Object.fromEntries(boxesOf(form, year).map((box) => [`Box${box}`, fromUnits(mine.get(`${form} ${box}`) ?? 0n, 2)])),
				...person(contact),
			})),
	}));
	return answer(book, 'Reports', reports);
}

/** Whole cents by ContactID, form and box. Only money that was paid counts, not what is still owed. */
function paidIn(book: Book, year: number): ReadonlyMap<string, Map<string, bigint>> {
	const byContact = new Map<string, Map<string, bigint>>();
	for (const journal of cashJournals(book)) {
		if (!journal.JournalDate.startsWith(`${year}-`)) continue;
		for (const { AccountID, NetAmount, settles } of journal.lines) {
			const rule = RULES.find(([code]) => code === book.accounts.get(AccountID)?.Code);
			const contact = rule && contactOf(book, settles?.id ?? journal.SourceID);
			if (!rule || contact === undefined) continue;
			const boxes = byContact.get(contact) ?? new Map<string, bigint>();
			byContact.set(contact, boxes);
			const key = rule[1] === 'NEC' && year < 2020 ? `MISC ${OLD_BOX}` : `${rule[1]} ${rule[2]}`;
			boxes.set(key, (boxes.get(key) ?? 0n) + units(NetAmount, 2));
		}
	}
	return byContact;
}

/** Whom money went to: the contact of the document that was settled, or of the money itself. */
function contactOf(book: Book, id: string): string | undefined {
	return settledById(book, id)?.row.ContactID ?? book.bankTransactions.get(id)?.ContactID;
}

function person(contact: ContactRow): Body {
	const street = contact.Addresses.find((address) => address.AddressType === 'STREET');
	const lines = [street?.AddressLine1, street?.AddressLine2, street?.AddressLine3, street?.AddressLine4];
	return {
		Name: contact.Name,
		FederalTaxIDType: contact.TaxNumberType ?? 'EIN',
		City: street?.City ?? '',
		Zip: street?.PostalCode ?? '',
		State: street?.Region ?? '',
		Email: contact.EmailAddress ?? '',
		StreetAddress: lines.map((line) => `${line ?? ''}\r\n`).join(''),
		TaxID: contact.TaxNumber ?? '',
		ContactId: contact.ContactID,
		LegalName: [contact.FirstName, contact.LastName].filter(Boolean).join(' ') || contact.Name,
		BusinessName: contact.Name,
		FederalTaxClassification: 'OTHER',
	};
}
