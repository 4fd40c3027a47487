import type { IDataObject } from 'n8n-workflow';
import type { Finding } from '../shared/model/findings';
import { shown } from '../shared/model/findings';

type Fault = Omit<Finding, 'items'> | undefined;

const isGiven = (value: unknown): boolean =>
	value !== undefined && value !== null && !(typeof value === 'string' && value.trim() === '');

/** Xero takes names in any case. */
const valueOf = (body: IDataObject, name: string): unknown =>
	Object.entries(body).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];

/**
 * A reference where Xero keeps none and says nothing of it: on the documents of suppliers.
 * @param type the document's type on the suppliers' side
 * @param says completes the sentence; `todo` is what to give instead
 */
const unkept =
	(type: string, says: string, todo: string) =>
	(body: IDataObject): Fault => {
		const reference = valueOf(body, 'Reference');
		const isSuppliers = String(valueOf(body, 'Type') ?? '').toUpperCase() === type;
		return isSuppliers && isGiven(reference) ? { place: ['Reference'], value: shown(reference), says, todo } : undefined;
	};

export const billFault = unkept('ACCPAY', 'is not kept by Xero on bills', "Give the supplier's number as Bill Number");

export const supplierCreditFault = unkept(
	'ACCPAYCREDIT',
	'is not kept by Xero on supplier credit notes',
	"Give the supplier's number as Credit Note Number",
);

export const repeatingBillFault = unkept('ACCPAY', 'is not kept by Xero on bills', 'Leave it out');

/** Xero answers as if it had merged them, and changes nothing. */
export function mergeFault(contact: IDataObject): Fault {
	const into = valueOf(contact, 'MergedToContactID');
	if (!isGiven(into)) return undefined;
	return {
		place: ['MergedToContactID'],
		value: shown(into),
		says: "changes nothing: Xero's API cannot merge contacts",
		todo: 'Leave it out, and merge them in Xero',
	};
}
