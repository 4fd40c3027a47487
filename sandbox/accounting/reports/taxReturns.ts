import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { JournalLineRow, TaxReturnRow } from '../book/ledgerRows';
import { kindOf } from '../resource/kind';
import { answer, type Body } from '../resource/replies';
import { recordOf } from '../resource/routes';
import { shortDate } from '../values/calendar';
import { divide, fromUnits, units } from '../values/decimal';
import { total } from './balances';
import { money } from './rows';

type Field = readonly [id: string, description: string, value: string];

const kind = kindOf<TaxReturnRow>('Report', { table: (book) => book.taxReturns, render: (book, row) => head(book, row) });

/** GET /Reports: the returns that were published; there are such in New Zealand (GST) and Australia (BAS). */
export function publishedReports(book: Book): Reply {
	const returns = book.taxReturns.values().map((row) => head(book, row));
	return answer(book, kind.plural, returns);
}

/** GET /Reports/{ReportID}: one of them, with its figures. @throws 404 */
export function publishedReport(book: Book, request: SandboxRequest): Reply {
	const row = recordOf(kind, book, request);
	const fields = (book.organisation.CountryCode === 'AU' ? activityStatement : gstReturn)(book, row);
	return answer(book, kind.plural, [
		{ ...head(book, row), Fields: fields.map(([FieldID, Description, Value]) => ({ FieldID, Description, Value })) },
	]);
}

function head(book: Book, row: TaxReturnRow): Body {
	const australian = book.organisation.CountryCode === 'AU';
	return {
		ReportID: row.ReportID,
		ReportName: australian ? 'Activity Statement' : 'GST Return',
		ReportType: australian ? 'SalesTaxReturn' : 'GSTReturn',
		ReportDate: `${shortDate(row.From)} to ${shortDate(row.To)}`,
		UpdatedDateUTC: row.PublishedDateUTC,
	};
}

/** Lines of the period as they were when the return was published, so that it never changes; with the rate each was taxed at. */
function taxed(book: Book, row: TaxReturnRow): Array<{ line: JournalLineRow; report: string; rate: number }> {
	return book.journals
		.values()
		.filter((one) => one.JournalDate >= row.From && one.JournalDate <= row.To && one.CreatedDateUTC <= row.PublishedDateUTC)
		.flatMap((one) => one.lines)
		.flatMap((line) => {
			const rate = line.TaxType === undefined ? undefined : book.taxRates.get(line.TaxType);
			return rate ? [{ line, report: rate.ReportTaxType, rate: rate.EffectiveRate }] : [];
		});
}

const cents = (line: JournalLineRow): bigint => units(line.NetAmount, 2) + units(line.TaxAmount, 2);

/** The boxes of New Zealand's GST return: tax is three twenty-thirds of what is taxed at 15%. */
function gstReturn(book: Book, row: TaxReturnRow): Field[] {
	const lines = taxed(book, row);
	const [sales, purchases] = [lines.filter((one) => one.report === 'OUTPUT'), lines.filter((one) => one.report === 'INPUT')];
	const sold = -total(sales.map(({ line }) => cents(line)));
	const free = -total(sales.filter(({ rate }) => rate === 0).map(({ line }) => cents(line)));
	const bought = total(purchases.map(({ line }) => cents(line)));
	const [collected, credit] = [divide((sold - free) * 3n, 23n), divide(bought * 3n, 23n)];
	return [
		['1', 'Registration number', book.organisation.TaxNumber],
		['GSTBasis', 'GST basis', 'Invoice Basis'],
		['PeriodCovered', 'Period covered by the return', '2 Monthly'],
		['From', 'From', `${row.From}T00:00:00`],
		['2', 'To', `${row.To}T00:00:00`],
		['5', 'Total sales and income for the period (including GST and zero-rated Supplies)', money(sold)],
		['6', 'Zero-rated supplies included in Box 5', money(free)],
		['7', 'Box 5 minus Box 6', money(sold - free)],
		['8', 'Box 7 multiplied by three and then divided by twenty-three', money(collected)],
		['9', 'Adjustments', money(0n)],
		['10', 'Total GST collected on sales and income', money(collected)],
		['11', 'Total purchases and expenses (including GST)', money(bought)],
		['12', 'Box 11 multiplied by three and then divided by twenty-three', money(credit)],
		['13', 'Credit adjustments', money(0n)],
		['14', 'Total GST credit for purchases and expenses', money(credit)],
		['15', 'Difference between Box 10 and Box 14', money(collected - credit)],
	];
}

/** The boxes of Australia's activity statement, in whole dollars as the tax office has them. */
function activityStatement(book: Book, row: TaxReturnRow): Field[] {
	const lines = taxed(book, row);
	const whole = (amount: bigint): string => String(fromUnits(divide(amount, 100n), 0));
	const of = (reports: readonly string[]) => lines.filter((one) => reports.includes(one.report)).map(({ line }) => line);
	const [sold, exported] = [of(['OUTPUT', 'EXEMPTOUTPUT', 'EXEMPTEXPORT']), of(['EXEMPTEXPORT'])];
	const bought = of(['INPUT', 'EXEMPTEXPENSES']);
	const tax = (some: readonly JournalLineRow[]): bigint => total(some.map((line) => units(line.TaxAmount, 2)));
	const [collected, credit] = [-tax(sold), tax(bought)];
	return [
		['ABN', 'ABN', book.organisation.TaxNumber],
		['GSTBasis', 'GST Accounting Method', 'Accruals Basis'],
		['G1', 'Total sales', whole(-total(sold.map(cents)))],
		['G2', 'Export sales', whole(-total(exported.map(cents)))],
		['G11', 'Non-capital purchases', whole(total(bought.map(cents)))],
		['1A', 'GST on sales', whole(collected)],
		['1B', 'GST on purchases', whole(credit)],
		[
			'9',
			collected < credit ? 'Your refund' : 'Your payment',
			whole(collected < credit ? credit - collected : collected - credit),
		],
	];
}
