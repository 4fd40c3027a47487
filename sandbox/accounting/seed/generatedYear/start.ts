/** What the organisation of the generated year has before its first day. */
import { convert } from '../../accounts/setup';
import { createAccount } from '../../accounts/accounts';
import type { Book } from '../../book/book';
import { createContact } from '../../contacts/contactWrites';
import { createItem } from '../../items/items';
import { write } from '../records';
import { addCategory, addCurrency, seedEmpty } from '../settings';
import type { Partner } from './year';

const CURRENCIES = ['USD', 'JPY', 'EUR'];

const ACCOUNTS = [
	{ Code: '090', Name: 'Business Account', Type: 'BANK', BankAccountNumber: '00-0000-0000011-00' },
	{ Code: '091', Name: 'Savings Account', Type: 'BANK', BankAccountNumber: '00-0000-0000012-00' },
	{ Code: '093', Name: 'US Dollar Account', Type: 'BANK', BankAccountNumber: '00-0000-0000013-00', CurrencyCode: 'USD' },
	{ Code: '094', Name: 'Yen Account', Type: 'BANK', BankAccountNumber: '00-0000-0000014-00', CurrencyCode: 'JPY' },
	{ Code: '825', Name: 'PAYE Payable', Type: 'CURRLIAB', TaxType: 'NONE' },
	{ Code: '835', Name: 'Customer Deposits', Type: 'CURRLIAB', TaxType: 'OUTPUT2' },
];

const CUSTOMERS: ReadonlyArray<readonly [name: string, currency: string]> = [
	['Alder Weather Station', 'NZD'],
	['Bracken Observatory', 'NZD'],
	['Cinder Point Harbour', 'NZD'],
	['Driftwood Marine', 'NZD'],
	['Ember Research', 'USD'],
	['Fernleaf Aviation', 'USD'],
	['Ginkgo Sokki', 'JPY'],
];
const SUPPLIERS: ReadonlyArray<readonly [name: string, currency: string]> = [
	['Inkwell Print Works', 'NZD'],
	['Juniper Bay Freight', 'NZD'],
	['Kestrel Power', 'NZD'],
	['Lantern Optics', 'EUR'],
	['Mossy Creek Sensors', 'USD'],
];

/** Conversion balances: code, debits above zero; in a foreign account with the currency and its rate. */
const BALANCES: ReadonlyArray<readonly [code: string, balance: number, currency?: string, rate?: number]> = [
	['090', 42_317.85],
	['091', 15_000],
	['093', 8_250.4, 'USD', 0.5873],
	['094', 612_500, 'JPY', 87.41],
	['710', 18_400],
	['711', -6_120.5],
	['814', -1_250],
	['900', -20_000],
	['960', -31_044.18],
	['970', -10_000],
];

/** Accounts, currencies, tracking, tracked items, and the balances of the day before `start`, each as a call would write it. */
export function seedStart(book: Book, start: string): { customers: Partner[]; suppliers: Partner[] } {
	seedEmpty(book);
	for (const code of CURRENCIES) addCurrency(book, code);
	addCategory(book, 'Region', ['North', 'South', 'Export']);
	addCategory(book, 'Department', ['Instruments', 'Service']);
	for (const body of ACCOUNTS) write(book, body, createAccount);
	for (const [Code, Name, price, cost] of [
		['BARO', 'Barometer', 189.5, 92.37],
		['ANEMO', 'Anemometer', 412.9, 205.15],
	] as const)
		write(book, item(Code, Name, price, cost), createItem);
	const partner = ([Name, currency]: readonly [string, string]): Partner => ({
		ContactID: write(book, { Name }, createContact).ContactID,
		currency,
	});
	const [year, month] = start.split('-').map(Number);
	const ConversionBalances = BALANCES.map(([AccountCode, Balance, CurrencyCode, CurrencyRate]) =>
		CurrencyCode === undefined
			? { AccountCode, Balance }
			: { AccountCode, BalanceDetails: [{ Balance, CurrencyCode, CurrencyRate }] },
	);
	write(book, { ConversionDate: { Month: month, Year: year }, ConversionBalances }, convert);
	return { customers: CUSTOMERS.map(partner), suppliers: SUPPLIERS.map(partner) };
}

function item(Code: string, Name: string, price: number, cost: number) {
	return {
		...{ Code, Name, InventoryAssetAccountCode: '630' },
		SalesDetails: { UnitPrice: price, AccountCode: '200', TaxType: 'OUTPUT2' },
		PurchaseDetails: { UnitPrice: cost, COGSAccountCode: '310', TaxType: 'INPUT2' },
	};
}
