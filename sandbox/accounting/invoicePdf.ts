import type { Book } from './book';
import type { InvoiceRow } from './rows';

/** Text as a PDF string in WinAnsi: what that cannot show becomes a question mark. */
function escape(text: string): string {
	return text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').replace(/[\\()]/g, (sign) => `\\${sign}`);
}

/** A one-page PDF of a document: who, when, each line, the totals. Small, but one that readers open. */
export function invoicePdf(book: Book, row: InvoiceRow): Buffer {
	const title = row.Type === 'ACCREC' ? 'TAX INVOICE' : 'BILL';
	const text = [
		`${title} ${row.InvoiceNumber}`,
		book.organisation.Name,
		`To: ${book.contacts.get(row.ContactID)?.Name ?? ''}`,
		`Date: ${row.Date}   Due: ${row.DueDate ?? '-'}   Status: ${row.Status}`,
		'',
		...row.LineItems.slice(0, 40).map(
			(line) => `${line.Quantity ?? ''} x ${line.Description ?? ''} = ${line.LineAmount.toFixed(2)}`,
		),
		'',
		`Subtotal ${row.SubTotal.toFixed(2)}   Tax ${row.TotalTax.toFixed(2)}   Total ${row.Total.toFixed(2)} ${row.CurrencyCode}`,
		`Amount due ${row.AmountDue.toFixed(2)} ${row.CurrencyCode}`,
	];
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
