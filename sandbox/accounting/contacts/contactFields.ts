/** The fields of a contact as a body has them. */
import { accountByCode } from '../accounts/accounts';
import type { Book } from '../book/book';
import type { AddressRow, ContactRow, PhoneRow, TermRow, TrackingDefaultRow } from '../book/rows';
import type { Input } from '../resource/input';
import { notSubscribed } from '../settings/currencies';
import { trackingCategory, trackingOption } from '../settings/trackingCategories';

/** The types of which every contact has exactly one, blank until filled. */
const ADDRESS_TYPES = ['STREET', 'POBOX'];
const PHONE_TYPES = ['DDI', 'DEFAULT', 'FAX', 'MOBILE'];
const TERM_TYPES = ['DAYSAFTERBILLDATE', 'DAYSAFTERBILLMONTH', 'OFCURRENTMONTH', 'OFFOLLOWINGMONTH'];
const LINE_AMOUNT_TYPES = ['INCLUSIVE', 'EXCLUSIVE', 'NONE'];

/** The plain text fields of a contact and their longest values (spec). */
const TEXTS = {
	AccountNumber: 50,
	FirstName: 255,
	LastName: 255,
	CompanyNumber: 50,
	BankAccountDetails: 255,
	TaxNumber: 50,
	XeroNetworkKey: 255,
} as const;

const BATCH_TEXTS = { BankAccountNumber: Infinity, BankAccountName: Infinity, Details: Infinity, Code: 12, Reference: 12 };

/** Looks like an address a mail server would take. */
function isEmail(text: string): boolean {
	return /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(text);
}

function email(input: Input): string | undefined {
	const text = input.text('EmailAddress', 255)?.trim();
	if (text !== undefined && text !== '' && !isEmail(text)) input.fail('Email address must be valid.');
	return text;
}

/** The rows under `key` replace those of the same type; there is one of each type, blank until filled. */
function byType<Row extends object>(
	input: Input,
	key: string,
	type: keyof Row & string,
	types: readonly string[],
	before: readonly Row[],
	read: (part?: Input) => Omit<Row, typeof type>,
): readonly Row[] {
	const rows = new Map(before.map((row) => [row[type] as string, row]));
	for (const part of input.list(key, true) ?? []) {
		const chosen = part.choice(type, types);
		if (chosen !== undefined) rows.set(chosen, { [type]: chosen, ...read(part) } as Row);
		else if (!part.given(type)) part.fail(`The ${type} field must be specified.`);
	}
	return types.map((one) => rows.get(one) ?? ({ [type]: one, ...read() } as Row));
}

function address(part?: Input): Omit<AddressRow, 'AddressType'> {
	const country = part?.text('Country', 50);
	if (country !== undefined && !/^[A-Za-z ]*$/.test(country)) part?.fail('The Country field must only contain letters A to Z.');
	return {
		...part?.texts({ AddressLine1: 500, AddressLine2: 500, AddressLine3: 500, AddressLine4: 500 }),
		City: part?.text('City', 255) ?? '',
		Region: part?.text('Region', 255) ?? '',
		PostalCode: part?.text('PostalCode', 50) ?? '',
		Country: country ?? '',
		AttentionTo: part?.text('AttentionTo', 255),
	};
}

function phone(part?: Input): Omit<PhoneRow, 'PhoneType'> {
	return {
		PhoneNumber: part?.text('PhoneNumber', 50) ?? '',
		PhoneAreaCode: part?.text('PhoneAreaCode', 10) ?? '',
		PhoneCountryCode: part?.text('PhoneCountryCode', 20) ?? '',
	};
}

function persons(input: Input): ContactRow['ContactPersons'] | undefined {
	const list = input.list('ContactPersons');
	if (list && list.length > 5) input.fail('A contact must have no more than 5 contact persons.');
	return list?.map((part) => ({
		FirstName: part.text('FirstName', 255),
		LastName: part.text('LastName', 255),
		EmailAddress: email(part),
		IncludeInEmails: part.flag('IncludeInEmails') ?? false,
	}));
}

function term(input: Input | undefined): TermRow | undefined {
	if (input === undefined) return undefined;
	const [day, type] = [input.number('Day', 0), input.choice('Type', TERM_TYPES)];
	if (day === undefined || type === undefined) return void input.fail('Both Day and Type must be specified for payment terms.');
	const most = type.startsWith('OF') ? 31 : 365;
	if (day < (type.startsWith('OF') ? 1 : 0) || day > most)
		input.fail(`The Day field must be no more than ${most} for payment terms of type ${type}.`);
	return { Day: day, Type: type };
}

function tracking(book: Book, input: Input, key: string): readonly TrackingDefaultRow[] | undefined {
	return input.list(key)?.map((part) => {
		const [category, option] = [part.text('TrackingCategoryName', 100) ?? '', part.text('TrackingOptionName', 100) ?? ''];
		const row = trackingCategory(book, undefined, category);
		if (!row) part.fail(`The tracking category '${category}' could not be found.`);
		else if (!trackingOption(row, undefined, option)) part.fail(`The tracking option '${option}' could not be found.`);
		return { TrackingCategoryName: category, TrackingOptionName: option };
	});
}

function taxType(book: Book, input: Input, key: string): string | undefined {
	const type = input.text(key);
	if (type && book.taxRates.get(type)?.Status !== 'ACTIVE') input.fail(`The TaxType code '${type}' does not exist.`);
	return type;
}

function account(book: Book, input: Input, key: string): string | undefined {
	const code = input.text(key);
	if (code && !accountByCode(book, code)) input.fail(`Account code '${code}' is not a valid code for this contact.`);
	return code;
}

/** What a body says over what a contact has: omitted fields keep their value, ContactPersons are replaced, addresses and phones by their type. */
export function contactFields(book: Book, input: Input, before: ContactRow): ContactRow {
	const currency = input.text('DefaultCurrency')?.toUpperCase();
	const unknown = currency ? notSubscribed(book, currency) : undefined;
	if (unknown !== undefined) input.fail(unknown);
	const terms = input.object('PaymentTerms');
	const batch = input.object('BatchPayments');
	return {
		...before,
		...input.texts(TEXTS, before),
		EmailAddress: email(input) ?? before.EmailAddress,
		TaxNumberType: input.choice('TaxNumberType', ['SSN', 'EIN', 'ITIN', 'ATIN']) ?? before.TaxNumberType,
		AccountsReceivableTaxType: taxType(book, input, 'AccountsReceivableTaxType') ?? before.AccountsReceivableTaxType,
		AccountsPayableTaxType: taxType(book, input, 'AccountsPayableTaxType') ?? before.AccountsPayableTaxType,
		Addresses: byType(input, 'Addresses', 'AddressType', ADDRESS_TYPES, before.Addresses, address),
		Phones: byType(input, 'Phones', 'PhoneType', PHONE_TYPES, before.Phones, phone),
		ContactPersons: persons(input) ?? before.ContactPersons,
		SalesDefaultLineAmountType:
			input.choice('SalesDefaultLineAmountType', LINE_AMOUNT_TYPES) ?? before.SalesDefaultLineAmountType,
		PurchasesDefaultLineAmountType:
			input.choice('PurchasesDefaultLineAmountType', LINE_AMOUNT_TYPES) ?? before.PurchasesDefaultLineAmountType,
		DefaultCurrency: currency ?? before.DefaultCurrency,
		SalesDefaultAccountCode: account(book, input, 'SalesDefaultAccountCode') ?? before.SalesDefaultAccountCode,
		PurchasesDefaultAccountCode: account(book, input, 'PurchasesDefaultAccountCode') ?? before.PurchasesDefaultAccountCode,
		SalesTrackingCategories: tracking(book, input, 'SalesTrackingCategories') ?? before.SalesTrackingCategories,
		PurchasesTrackingCategories: tracking(book, input, 'PurchasesTrackingCategories') ?? before.PurchasesTrackingCategories,
		PaymentTerms: terms
			? {
					Bills: term(terms.object('Bills')) ?? before.PaymentTerms.Bills,
					Sales: term(terms.object('Sales')) ?? before.PaymentTerms.Sales,
				}
			: before.PaymentTerms,
		BatchPayments: batch ? batch.texts(BATCH_TEXTS, before.BatchPayments) : before.BatchPayments,
	};
}
