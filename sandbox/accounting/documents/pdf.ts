import type { Book } from '../book/book';

/** What is printed of a document. */
export interface Printed {
	/** 'TAX INVOICE', 'CREDIT NOTE', 'QUOTE', … */
	title: string;
	number: string;
	organisation: string;
	contact: string;
	/** Dates, status and other words of the head, side by side. */
	head: readonly string[];
	lines: ReadonlyArray<{ Quantity?: number; Description?: string; LineAmount: number }>;
	totals: { SubTotal: number; TotalTax: number; Total: number };
	currency: string;
	/** Lines of text below the totals. */
	foot?: readonly string[];
}

/** Text as a PDF string in WinAnsi: what that cannot show becomes a question mark. */
function escape(text: string): string {
	return text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').replace(/[\\()]/g, (sign) => `\\${sign}`);
}

/** A one-page PDF of a document: who, when, each line, the totals. Small, but one that readers open. */
export function documentPdf(printed: Printed): Buffer {
	const { SubTotal, TotalTax, Total } = printed.totals;
	return textPdf([
		`${printed.title} ${printed.number}`,
		printed.organisation,
		`To: ${printed.contact}`,
		printed.head.join('   '),
		'',
		...printed.lines
			.slice(0, 40)
			.map((line) => `${line.Quantity ?? ''} x ${line.Description ?? ''} = ${line.LineAmount.toFixed(2)}`),
		'',
		`Subtotal ${SubTotal.toFixed(2)}   Tax ${TotalTax.toFixed(2)}   Total ${Total.toFixed(2)} ${printed.currency}`,
		...(printed.foot ?? []),
	]);
}

function textPdf(text: readonly string[]): Buffer {
	const content = `BT /F1 11 Tf 14 TL 50 790 Td ${text.map((one) => `(${escape(one)}) Tj T*`).join(' ')} ET`;
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
		`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
	];
	let file = '%PDF-1.4\n';
	const offsets = objects.map((object, at) => {
		const offset = Buffer.byteLength(file, 'latin1');
		file += `${at + 1} 0 obj\n${object}\nendobj\n`;
		return offset;
	});
	const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
	const start = Buffer.byteLength(file, 'latin1');
	file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
	return Buffer.from(file, 'latin1');
}

/** What is printed of a document in the books, beside its title and number. */
interface Document {
	SubTotal: number;
	TotalTax: number;
	Total: number;
	ContactID: string;
	Date: string;
	Status: string;
	LineItems: Printed['lines'];
	CurrencyCode: string;
}

/** A document as a PDF; `date` is a second one, `Expiry: 2026-03-31`. */
export function printedDocument(
	book: Book,
	row: Document,
	{ date, ...printed }: Pick<Printed, 'title' | 'number' | 'foot'> & { date?: string },
): Buffer {
	return documentPdf({
		...printed,
		organisation: book.organisation.Name,
		contact: book.contacts.get(row.ContactID)?.Name ?? '',
		head: [`Date: ${row.Date}`, ...(date === undefined ? [] : [date]), `Status: ${row.Status}`],
		lines: row.LineItems,
		totals: row,
		currency: row.CurrencyCode,
	});
}
