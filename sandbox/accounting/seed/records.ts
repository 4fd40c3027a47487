import type { Book } from '../book/book';
import type { ContactRow } from '../book/rows';
import { createContact } from '../contacts/contactWrites';
import { createItem } from '../items/items';
import { Findings, Input } from '../resource/input';
import type { Body } from '../resource/replies';
import type { Call } from '../resource/routes';
import { country } from './countries';
import type { Random } from './random';
import { FIRST_NAMES, GOODS, LAST_NAMES, PLACES, SERVICES, TRADES, VARIANTS } from './words';

/** Writes one record through the same rules as a call, unit prices with `places` decimals. @throws when the seed itself breaks a rule */
export function write<Row>(
	book: Book,
	body: Body,
	save: (book: Book, input: Input, call: Call) => Row | undefined,
	places = 2,
): Row {
	const findings = new Findings();
	const row = save(book, new Input(body, findings), { places, clientId: 'seed', backorders: false });
	if (row === undefined || findings.failed)
		throw new Error(`The demo data is refused: ${findings.errors.map((error) => error.message).join(' ')}`);
	return row;
}

/** Contacts with unique names, every third with everything filled in; the last twentieth is archived. */
export function seedContacts(book: Book, chance: Random, count: number): ContactRow[] {
	const names = PLACES.flatMap((place) => TRADES.map((trade) => `${place} ${trade}`));
	const contacts = Array.from({ length: count }, (_, at): ContactRow => {
		const [name = `Customer ${at}`] = names.splice(chance.whole(0, names.length - 1), 1);
		return write(book, contactBody(book, chance, name, at), createContact);
	});
	const groups: ReadonlyArray<readonly [string, number]> = [
		['VIP Customers', 7],
		['Suppliers', 3],
		['Newsletter', 5],
	];
	for (const [Name, every] of groups) {
		const members = contacts.filter((_, at) => at % every === 0).map((contact) => contact.ContactID);
		book.contactGroups.put({ ContactGroupID: book.newId(), Name, Status: 'ACTIVE', members });
	}
	return contacts;
}

function contactBody(book: Book, chance: Random, name: string, at: number): Body {
	const domain = `${name.toLowerCase().replace(/[^a-z]+/g, '-')}.example`;
	const [first, last] = [chance.pick(FIRST_NAMES), chance.pick(LAST_NAMES)];
	const base: Body = { Name: name, FirstName: first, LastName: last, EmailAddress: `${first}.${last}@${domain}`.toLowerCase() };
	const number = String(at + 1).padStart(4, '0');
	if (at % 3 !== 0) return { ...base, ...(at % 2 === 0 ? { AccountNumber: `AC${number}` } : {}) };
	const { sales, purchases, city, postalCode } = country(book.organisation.CountryCode);
	const address = {
		AddressLine1: `${chance.whole(1, 240)} ${chance.pick(PLACES)} Road`,
		City: city,
		Region: '',
		PostalCode: postalCode,
		Country: 'Nowhere',
	};
	return {
		...base,
		ContactNumber: `C-${number}`,
		AccountNumber: `AC${number}`,
		TaxNumber: `99-${number}`,
		AccountsReceivableTaxType: sales,
		AccountsPayableTaxType: purchases,
		Addresses: [
			{ AddressType: 'STREET', ...address },
			{ AddressType: 'POBOX', ...address, AttentionTo: `${first} ${last}` },
		],
		Phones: [{ PhoneType: 'DEFAULT', PhoneNumber: `555 ${number}`, PhoneAreaCode: '09', PhoneCountryCode: '64' }],
		ContactPersons: [
			{ FirstName: chance.pick(FIRST_NAMES), LastName: last, EmailAddress: `accounts@${domain}`, IncludeInEmails: true },
		],
		SalesDefaultAccountCode: '200',
		PurchasesDefaultAccountCode: '429',
		PaymentTerms: { Bills: { Day: 20, Type: 'OFFOLLOWINGMONTH' }, Sales: { Day: 14, Type: 'DAYSAFTERBILLDATE' } },
	};
}

/** Services and goods; the first three goods are tracked as inventory. */
export function seedItems(book: Book, chance: Random, count: number): void {
	const { sales, purchases } = country(book.organisation.CountryCode);
	const goods = GOODS.flatMap((good) => VARIANTS.map((variant) => `${good}, ${variant}`));
	const names = [...goods.slice(0, 3), ...SERVICES, ...goods.slice(3)].slice(0, count);
	for (const [at, name] of names.entries()) {
		const service = SERVICES.includes(name);
		const price = chance.whole(4, 180) + chance.pick([0, 0.5, 0.9, 0.95]);
		const tracked = at < 3;
		const code = `${service ? 'SRV' : 'PRD'}-${String(at + 1).padStart(3, '0')}`;
		const cost = { UnitPrice: Math.round(price * 60) / 100, TaxType: purchases };
		const body: Body = {
			Code: code,
			Name: name,
			Description: name,
			SalesDetails: { UnitPrice: price, AccountCode: service ? '210' : '200', TaxType: sales },
			...(service ? { IsPurchased: false } : { PurchaseDescription: `${name} (wholesale)` }),
			...(service ? {} : { PurchaseDetails: tracked ? { ...cost, COGSAccountCode: '310' } : { ...cost, AccountCode: '300' } }),
			...(tracked ? { InventoryAssetAccountCode: '630' } : {}),
		};
		write(book, body, createItem);
	}
}
