// Aged receivables and payables of a contact as rows.

import type { ReportLine } from './readReport';
import type { ReportKind } from './reportRows';
import { amountUnder } from './statementKinds';

const at = ({ headings, values }: ReportLine, heading: RegExp): string | number | null => {
	const place = headings.findIndex((text) => heading.test(text));
	return place < 0 ? null : (values[place] ?? null);
};

/** "305 days overdue" → 305; null where a document is not overdue. Xero gives this column no heading. */
function daysOverdue({ values }: ReportLine): number | null {
	const said = values.map((value) => /^(\d+) days? overdue$/i.exec(String(value))?.[1]).find((days) => days !== undefined);
	return said === undefined ? null : Number(said);
}

/** A text of a cell; a date is its day already. */
const textOf = (value: string | number | null): string | null => (value === null ? null : String(value));

/** The documents of one contact with what was paid and credited on each of them. */
export const agedByContact: ReportKind = {
	hasAccounts: false,
	own: (line, { contactId = null }, { titles }) => ({
		contactId,
		contactName: titles[1] ?? null,
		documentId: line.documentId,
		date: textOf(at(line, /^date$/i)),
		number: line.documentId === null ? null : textOf(at(line, /^(number|reference)$/i)),
		dueDate: textOf(at(line, /^due date$/i)),
		daysOverdue: daysOverdue(line),
		total: amountUnder(line, /^total$/i),
		paid: amountUnder(line, /^paid$/i),
		credited: amountUnder(line, /^credited$/i),
		due: amountUnder(line, /^due$/i),
	}),
};
