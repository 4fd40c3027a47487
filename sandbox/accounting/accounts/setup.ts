/** POST /Setup: the chart of accounts and the balances an organisation starts with. */
import type { SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { AccountRow } from '../book/rows';
import { postConversion } from '../ledger/conversion';
import { type Posting, toBase } from '../ledger/ledger';
import { Findings, Input } from '../resource/input';
import { answer, type Body, exception, invalid } from '../resource/replies';
import { type Resource, routes } from '../resource/routes';
import { dayRate, notSubscribed } from '../settings/currencies';
import { addDays } from '../values/dates';
import { sum } from '../values/decimal';
import { accountByCode, createAccount, updateAccount } from './accounts';

/** What became of one account of the body. */
type Outcome = 'new' | 'updated' | 'errored';

/** The account an element means: by id, by what it is for, or by code. */
function meant(book: Book, input: Input): AccountRow | undefined {
	const [id, system, code] = [input.guid('AccountID'), input.text('SystemAccount'), input.text('Code')?.trim()];
	if (id !== undefined) return book.accounts.get(id);
	return (
		(system ? book.accounts.first('system', system.toUpperCase()) : undefined) ?? (code ? accountByCode(book, code) : undefined)
	);
}

/** Creates or updates one account; one that is refused changes nothing and is only counted. */
function putAccount(book: Book, element: Body): Outcome {
	const input = new Input(element, new Findings());
	const row = book.undo.attempt(
		() => {
			const before = meant(book, input);
			const saved = before ? updateAccount(book, before, input) : createAccount(book, input);
			const code = input.text('ReportingCode', 50);
			return saved && { before, row: code === undefined ? saved : book.accounts.put({ ...saved, ReportingCode: code }) };
		},
		(saved) => saved !== undefined && !input.findings.failed,
	);
	return row === undefined || input.findings.failed ? 'errored' : row.before ? 'updated' : 'new';
}

/** The first day of the conversion month, undefined when the body has no date. */
function conversionMonth(input: Input): string | undefined {
	const date = input.object('ConversionDate');
	if (!date || Object.keys(date.body).length === 0) return undefined;
	const [month, year] = [date.number('Month', 0), date.number('Year', 0)];
	if (month === undefined || month < 1 || month > 12) date.fail('The Month field must be between 1 and 12.');
	if (year === undefined || year <= 2006 || year > 9999) date.fail('The Year field must be greater than 2006.');
	return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** Opening balances in the base currency; balances in other currencies are in BalanceDetails. */
function balancesOf(book: Book, input: Input, start: string): Posting[] {
	return (input.list('ConversionBalances') ?? []).flatMap((part): Posting[] => {
		const code = part.text('AccountCode')?.trim() ?? '';
		const account = accountByCode(book, code);
		if (!account || account.SystemAccount === 'HISTORICAL') {
			part.fail(`Account code '${code}' is not a valid code for this document.`);
			return [];
		}
		const [balance, details] = [part.number('Balance', 2), part.list('BalanceDetails') ?? []];
		if (balance === undefined && details.length === 0) part.fail('The Balance field must be specified.');
		const net = details.length > 0 ? sum(details.map((detail) => inBase(book, detail, start))) : (balance ?? 0);
		if (balance !== undefined && net !== balance)
			part.fail(`The Balance ${balance.toFixed(2)} does not match the total ${net.toFixed(2)} of its BalanceDetails.`);
		const foreign =
			account.CurrencyCode !== book.organisation.BaseCurrency ? foreignOf(details, account.CurrencyCode) : undefined;
		return [{ AccountID: account.AccountID, net, Description: 'Conversion balance', foreign }];
	});
}

/** What stands in the account's own currency, where that is one. */
function foreignOf(details: readonly Input[], currency: string | undefined): number | undefined {
	if (currency === undefined) return undefined;
	const own = details.filter((detail) => detail.code('CurrencyCode')?.toUpperCase() === currency);
	return sum(own.map((detail) => detail.number('Balance', 2) ?? 0));
}

function inBase(book: Book, detail: Input, start: string): number {
	const [balance, code, sent] = [
		detail.number('Balance', 2),
		detail.code('CurrencyCode')?.toUpperCase() ?? book.organisation.BaseCurrency,
		detail.number('CurrencyRate', 6),
	];
	if (balance === undefined) detail.fail('The Balance field must be specified.');
	const unknown = notSubscribed(book, code);
	if (unknown !== undefined) detail.fail(unknown);
	if (sent !== undefined && sent <= 0) detail.fail('The CurrencyRate field must be greater than zero.');
	if (detail.findings.failed) return 0;
	return toBase(balance ?? 0, code === book.organisation.BaseCurrency ? 1 : (sent ?? dayRate(book, code, addDays(start, -1))));
}

/** Posts the conversion balances of a body in place of earlier ones; gives the first day of its conversion month. */
export function convert(book: Book, input: Input): string | undefined {
	const start = conversionMonth(input);
	const balances = balancesOf(book, input, start ?? book.today());
	if (balances.length > 0 && start === undefined) input.fail('The ConversionDate must be specified with conversion balances.');
	if (!input.findings.failed && start !== undefined && input.given('ConversionBalances')) postConversion(book, start, balances);
	return start;
}

/** Sets up the chart of accounts, then the balances it starts with. @throws 400 when the date or a balance breaks a rule */
function setUp(book: Book, request: SandboxRequest): Body {
	const body = request.body;
	if (typeof body !== 'object' || body === null || Array.isArray(body))
		throw exception(14, 'PostDataInvalidException', 'JSON for post data was invalid');
	const element = body as Body;
	const findings = new Findings();
	const input = new Input(element, findings);
	if (!['ConversionDate', 'ConversionBalances', 'Accounts'].some((key) => input.given(key)))
		throw exception(
			17,
			'NoDataProcessedException',
			'No data has been processed for this endpoint. This endpoint is expecting Setup data to be specifed in the request body.',
		);
	const outcomes = (input.list('Accounts') ?? []).map((part) => putAccount(book, part.body));
	const start = convert(book, input);
	if (findings.failed)
		throw invalid([{ ...element, ValidationErrors: findings.errors.map(({ message: Message }) => ({ Message })) }]);
	const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
	return {
		Accounts: {
			Total: book.accounts.size,
			New: count('new'),
			Updated: count('updated'),
			Deleted: 0,
			Locked: 0,
			System: book.accounts.values().filter((row) => row.SystemAccount !== undefined).length,
			Errored: count('errored'),
			Present: outcomes.length > 0,
			NewOrUpdated: count('new') + count('updated'),
		},
		Organisation: { Present: start !== undefined },
	};
}

export const setup: Resource = {
	plural: 'Setup',
	records: () => [],
	routes: routes({
		postSetup(book, request) {
			const ImportSummary = setUp(book, request);
			const { status, body } = answer(book, 'ImportSummary', []);
			return { status: status ?? 200, body: { ...(body as Body), ImportSummary } };
		},
	}),
};
