import type { Reply, SandboxRequest } from '../../route';
import type { Book } from '../book/book';
import type { InvoiceRow } from '../book/rows';
import { numberOf, payableAmount, type Settled, settledById } from '../payments/settled';
import { type Use, usesOf } from '../payments/uses';
import { notFound } from '../resource/replies';
import { daysBetween, longDate, monthEnd } from '../values/calendar';
import { dateString } from '../values/dates';
import { units } from '../values/decimal';
import { total } from './balances';
import { dayParameter, idParameter, unusable } from './parameters';
import { cell, headings, money, type Part, report, row, type Row, section } from './rows';

/** A document with what was paid and credited on it up to a day, in whole cents of its own currency; those of credits are below zero. */
interface Open {
	readonly document: Settled;
	readonly total: bigint;
	readonly paid: bigint;
	readonly credited: bigint;
	readonly due: bigint;
}

/**
 * GET /Reports/AgedReceivablesByContact and AgedPayablesByContact: every approved document of the contact from one day to another, with
 * what was paid and allocated up to `date`. Documents before `fromDate` are an opening balance.
 */
export function agedByContact(book: Book, request: SandboxRequest, type: InvoiceRow['Type']): Reply {
	const id = idParameter(request, 'contactId');
	if (id === undefined) throw unusable('contactId', '', 'the ContactID of the contact to report on');
	const contact = book.contacts.get(id);
	if (!contact) throw notFound();
	const date = dayParameter(request, 'date') ?? monthEnd(book.today());
	const [from, to] = [dayParameter(request, 'fromDate'), dayParameter(request, 'toDate') ?? date];
	if (from !== undefined && from > to) throw unusable('fromDate', from, 'before toDate');
	const approved = documentsOf(book, id, type)
		.filter(({ row: { Status, Date } }) => (Status === 'AUTHORISED' || Status === 'PAID') && Date <= to)
		.sort((a, b) => (a.row.Date < b.row.Date ? -1 : a.row.Date > b.row.Date ? 1 : 0))
		.map((one) => openAt(book, one, date));
	const earlier = approved.filter(({ document }) => from !== undefined && document.row.Date < from);
	const listed = approved.filter((one) => !earlier.includes(one));
	const opening = total(earlier.map(({ due }) => due));
	const sales = type === 'ACCREC';
	const [reportId, name] = sales
		? ['AgedReceivablesByContact', 'Aged Receivables By Contact']
		: ['AgedPayablesByContact', 'Aged Payables By Contact'];
	const range = from === undefined ? `To ${longDate(to)}` : `From ${longDate(from)} to ${longDate(to)}`;
	return report(
		book,
		reportId,
		name,
		['Invoices', contact.Name, range, `Showing payments to ${longDate(date)}`],
		[
			headings('Date', sales ? 'Number' : 'Reference', 'Due Date', '', 'Total', 'Paid', 'Credited', 'Due'),
			...(from === undefined ? [] : [openingBalance(from, opening)]),
			section('', [...listed.map((one) => write(one, date)), row('SummaryRow', 'Total', '', '', '', ...sums(listed, 0n))]),
			...(from === undefined ? [] : [section('', [row('SummaryRow', 'Closing Balance', '', '', '', ...sums(listed, opening))])]),
		],
	);
}

function openingBalance(from: string, opening: bigint): Part {
	return section('', [row('Row', dateString(from) ?? '', 'Opening Balance', '', '', '', '', '', money(opening))]);
}

function sums(listed: readonly Open[], opening: bigint): string[] {
	const of = (key: 'total' | 'paid' | 'credited' | 'due'): bigint => total(listed.map((one) => one[key]));
	return [of('total'), of('paid'), of('credited'), of('due') + opening].map(money);
}

/** What stands on debtors or creditors with a contact: prepayments do not. */
function documentsOf(book: Book, contact: string, type: InvoiceRow['Type']): Settled[] {
	const wanted = [type, `${type}CREDIT`, type === 'ACCREC' ? 'RECEIVE-OVERPAYMENT' : 'SPEND-OVERPAYMENT'];
	const ids = [
		...book.invoices.all('contact', contact).map((row) => row.InvoiceID),
		...book.creditNotes.all('contact', contact).map((row) => row.CreditNoteID),
		...book.overpayments.all('contact', contact).map((row) => row.OverpaymentID),
	];
	return ids.flatMap((id) => settledById(book, id) ?? []).filter(({ row }) => wanted.includes(row.Type));
}

function openAt(book: Book, document: Settled, date: string): Open {
	const sign = document.name === 'Invoice' ? 1n : -1n;
	const uses = usesOf(book, document.id).filter((use) => use.date <= date);
	const used = (by: Use['by']): bigint => sign * total(uses.filter((use) => use.by === by).map(({ amount }) => units(amount, 2)));
	const [whole, paid, credited] = [sign * units(payableAmount(document), 2), used('payment'), used('allocation')];
	return { document, total: whole, paid, credited, due: whole - paid - credited };
}

function write({ document, due, ...amounts }: Open, date: string): Row {
	const day = document.name === 'Invoice' ? document.row.DueDate : undefined;
	const late = day === undefined ? 0 : daysBetween(day, date);
	const words = due > 0n && late > 0 ? `${late} ${late === 1 ? 'day' : 'days'} overdue` : '';
	const values = [
		dateString(document.row.Date) ?? '',
		numberOf(document),
		dateString(day) ?? '',
		words,
		...[amounts.total, amounts.paid, amounts.credited, due].map(money),
	];
	return { RowType: 'Row', Cells: values.map((value) => cell(value, { Value: document.id, Id: 'invoiceID' })) };
}
