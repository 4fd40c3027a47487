import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { choice, text } from '../../shared/inputs/scalars';
import type { OperationContext, OutputItem } from '../../shared/model/context';
import type { Fields } from '../../shared/model/field';
import type { Finding } from '../../shared/model/findings';
import type { Resource } from '../../shared/model/operation';
import { resource } from '../../shared/model/operation';
import { objectsIn } from '../../shared/model/values';
import { ofEmployee } from './inputs';
import { personal } from './personalData';
import { travels, verbs, withEmployee } from './verbs';

/** What a country's bank accounts are like. */
export interface BankAccounts {
	/** Inputs of an account besides its name. */
	readonly fields: Fields;
	/** An account as it is sent. */
	written?(account: IDataObject): IDataObject;
	/** What is wrong with the accounts together. */
	fault?(accounts: readonly IDataObject[]): Omit<Finding, 'items'> | undefined;
}

/** How an employee is paid. */
export const paymentMethod = ({ fields, written = (account) => account, fault }: BankAccounts): Resource =>
	resource({
		key: 'paymentMethod',
		name: 'Payment Method',
		plural: 'Payment Methods',
		description: 'How an employee is paid, and into which bank accounts',
		path: 'Employees/{EmployeeID}/PaymentMethods',
		id: 'employeeID',
		scope: 'payroll.employees',
		...travels('paymentMethod', 'paymentMethod'),
		simplified: ['employeeID', 'paymentMethod', 'bankAccountCount'],
		fields: {
			paymentMethod: choice('Payment Method', [
				['Electronically', 'Electronically', 'Into bank accounts'],
				['Cheque', 'Cheque'],
				['Manual', 'Manual'],
			]),
			bankAccounts: rows('Bank Accounts', 'Bank Account', {
				accountName: personal(text('Account Name', { min: 1, max: 32 })),
				...fields,
			}),
		},
		operations: (kind) => {
			const own = verbs(kind, {
				inside: ofEmployee,
				shape: (record, input) => ({
					...withEmployee(record, input),
					bankAccountCount: objectsIn(record.bankAccounts).length,
				}),
			});
			const path = `/${kind.path}`;
			const needsAccounts = (body: IDataObject): Omit<Finding, 'items'> | undefined => {
				const accounts = objectsIn(body.bankAccounts);
				if (body.paymentMethod === 'Electronically' && accounts.length === 0)
					return { place: ['Bank Accounts'], says: 'are missing', todo: 'Electronic pay goes into at least one' };
				return fault?.(accounts);
			};
			async function set(call: OperationContext): Promise<readonly OutputItem[]> {
				const { bankAccounts, ...rest } = call.body;
				const body = { ...rest, ...(bankAccounts ? { bankAccounts: objectsIn(bankAccounts).map(written) } : {}) };
				const answer = await call.request({ method: 'POST', path: call.path, body, envelope: 'paymentMethod' });
				return call.assertSaved(call.recordsIn(answer), 'paymentMethod').map((json) => ({ json }));
			}
			const { confirmedBy: _none, ...create } = own.create('createEmployeePaymentMethod', []);
			return {
				get: own.get('getEmployeePaymentMethod', { path, required: ofEmployee }),
				set: {
					...create,
					name: 'Set',
					action: 'Set a payment method',
					required: { ...ofEmployee, paymentMethod: kind.fields.paymentMethod! },
					panelOptional: { bankAccounts: kind.fields.bankAccounts! },
					optional: {},
					notice: 'Replaces the bank accounts that the employee has',
					validate: needsAccounts,
					run: set,
				},
			};
		},
	});
