import { z } from 'zod';
import type { Words } from '../../shared/inputs/scalars';
import { asText, fieldUi } from '../../shared/inputs/scalars';
import type { Field } from '../../shared/model/field';

/** Properties with what is nobody else's business: identity, bank, person, pay, health. Lists and groups stand for all that is in them. */
const SENSITIVE = new Set([
	'accountName',
	'accountNumber',
	'address',
	'amount',
	'annualLeaveTotalAmountPaid',
	'annualSalary',
	'bankAccounts',
	'dateFirstEmployedAsCivilian',
	'dateOfBirth',
	'description',
	'dollarAmount',
	'email',
	'esctRatePercentage',
	'fixedAmount',
	'gender',
	'grossEarnings',
	'hasSpecialStudentLoanRate',
	'hasStudentLoanBalance',
	'holidayPayOpeningBalance',
	'irdNumber',
	'isPregnancyRelated',
	'nationalInsuranceNumber',
	'negativeAnnualLeaveBalancePaidAmount',
	'niCategories',
	'niCategory',
	'phoneNumber',
	'ratePerUnit',
	'sortCode',
	'specialStudentLoanRatePercentage',
	'specialTaxRate',
	'specialTaxRatePercentage',
	'statutoryAdoptionPay',
	'statutoryMaternityPay',
	'statutoryPaternityPay',
	'statutorySharedParentalPay',
	'statutorySickPay',
	'studentLoanAsAt',
	'studentLoanBalance',
	'taxCode',
	'taxSettings',
	'title',
	'workplacePostcode',
]);

/** Shorter values are in any sentence by chance. */
const SHORTEST = 3;

function valuesIn(sent: unknown, isSensitive: boolean): string[] {
	if (Array.isArray(sent)) return sent.flatMap((one) => valuesIn(one, isSensitive));
	if (sent !== null && typeof sent === 'object')
		return Object.entries(sent).flatMap(([name, value]) => valuesIn(value, isSensitive || SENSITIVE.has(name)));
	if (!isSensitive || (typeof sent !== 'string' && typeof sent !== 'number')) return [];
	const text = String(sent).trim();
	return text.length < SHORTEST ? [] : [text];
}

/** An ID of Xero's, which stays; a bank account, a sort code or any run of six or more digits, which does not. */
const NUMBERS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{2}-\d{4}-\d{7}-\d{2,3}|\b\d{2}-\d{2}-\d{2}\b|\d{6,}/gi;

/**
 * One of Xero's sentences without what it repeats of a person.
 * @param sent the body that was refused: values of its sensitive properties are taken out
 */
export function withoutPersonalData(sentence: string, sent?: unknown): string {
	const plain = valuesIn(sent, false)
		.sort((a, b) => b.length - a.length)
		.reduce((text, value) => text.split(value).join('…'), sentence);
	return plain.replace(NUMBERS, (found) => (found.length === 36 ? found : '…'));
}

/** An input of a person's own data: no message of the node repeats its value. */
export const personal = <T>(field: Field<T>): Field<T> => ({ ...field, isPrivate: true });

/**
 * A number of a tax office or a bank: masked on the panel, blanks and dashes taken out, checked by its form.
 * @param says what is wrong with one that has another form, as a clause without the number
 */
export const secretNumber = (
	name: string,
	form: RegExp,
	says: string,
	more: Words & { write?: (plain: string) => string } = {},
): Field<string> => {
	const { write, ...words } = more;
	return personal({
		ui: fieldUi(name, 'string', words, { typeOptions: { password: true } }),
		schema: z.string({ invalid_type_error: says }).regex(form, says),
		read: (value) => {
			const text = asText(value);
			if (typeof text !== 'string') return text;
			const plain = text.replace(/[\s-]/g, '').toUpperCase();
			return plain === '' ? undefined : plain;
		},
		...(write ? { write } : {}),
	});
};
