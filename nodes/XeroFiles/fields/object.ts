import { record } from '../../shared/inputs/locators';
import type { Choice } from '../../shared/inputs/scalars';
import { choice } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';

/** One kind of record that files can be tied to. */
interface Kind {
	/** What the panel saves: Xero's ObjectGroup, but for bills, which Xero groups with invoices. */
	readonly key: string;
	readonly name: string;
	readonly group: string;
	/** The search of the Accounting API that lists them. */
	readonly list: string;
}

const kind = (name: string, list: string, group = name.replace(/ /g, '')): Kind => ({
	key: name.replace(/ /g, ''),
	name,
	group,
	list,
});

/** All of Xero's object groups. */
export const OBJECTS: readonly Kind[] = [
	kind('Account', 'account'),
	kind('Bank Transaction', 'bankTransaction'),
	kind('Bill', 'bill', 'Invoice'),
	kind('Contact', 'contact'),
	kind('Credit Note', 'creditNote'),
	kind('Invoice', 'invoice'),
	kind('Item', 'item'),
	kind('Manual Journal', 'manualJournal'),
	kind('Overpayment', 'overpayment'),
	kind('Payment', 'payment'),
	kind('Prepayment', 'prepayment'),
	kind('Quote', 'quote'),
	kind('Receipt', 'receipt'),
];

const group: Field<string> = {
	...choice(
		'Kind of Record',
		OBJECTS.map(({ key, name }): Choice => [key, name]),
		{ preset: 'Invoice' },
	),
	write: (value) => OBJECTS.find(({ key }) => key === value)?.group,
};

/** Told to Xero. */
export const ObjectGroup: Fields = { ObjectGroup: group };

/** Told to the list only: Xero knows the record by its ID. */
export const ofKind: Fields = { ObjectGroup: { ...group, write: () => undefined } };

const picker = record('Record', 'object');

/** The record of that kind. It stands below the kind, so it is none of the required inputs, of which those of the path come first. */
export const ObjectId: Fields = {
	ObjectId: {
		...picker,
		ui: { ...picker.ui, required: true, typeOptions: { loadOptionsDependsOn: ['ObjectGroup'] } },
		read: (value, zone) => picker.read?.(value, zone) ?? {},
	},
};

/** Xero's object types, by the words of its screens. */
export const TYPES: readonly Choice[] = [
	['Account', 'Account'],
	['AccPayCredit', 'Supplier Credit Note'],
	['AccPayPayment', 'Payment of a Bill'],
	['Accpay', 'Bill'],
	['AccRec', 'Invoice'],
	['AccRecCredit', 'Customer Credit Note'],
	['AccRecPayment', 'Payment of an Invoice'],
	['Adjustment', 'Adjustment'],
	['ApCreditPayment', 'Refund of a Credit Note by a Supplier'],
	['ApOverPayment', 'Overpayment to a Supplier'],
	['ApOverPaymentPayment', 'Refund of an Overpayment by a Supplier'],
	['ApOverPaymentSourcePayment', 'Payment of an Overpayment to a Supplier'],
	['ApPrepayment', 'Prepayment to a Supplier'],
	['ApPrepaymentPayment', 'Refund of a Prepayment by a Supplier'],
	['ApPrepaymentSourcePayment', 'Payment of a Prepayment to a Supplier'],
	['ArCreditPayment', 'Refund of a Credit Note to a Customer'],
	['ArOverPayment', 'Overpayment by a Customer'],
	['ArOverpaymentPayment', 'Refund of an Overpayment to a Customer'],
	['ArOverpaymentSourcePayment', 'Payment of an Overpayment by a Customer'],
	['ArPrepayment', 'Prepayment by a Customer'],
	['ArPrepaymentPayment', 'Refund of a Prepayment to a Customer'],
	['ArPrepaymentSourcePayment', 'Payment of a Prepayment by a Customer'],
	['Bank', 'Bank Account'],
	['Business', 'Business'],
	['CashPaid', 'Spend Money'],
	['CashRec', 'Receive Money'],
	['Contact', 'Contact'],
	['Current', 'Current Asset Account'],
	['Currliab', 'Current Liability Account'],
	['Depreciatn', 'Depreciation Account'],
	['DirectCosts', 'Direct Costs Account'],
	['Employee', 'Employee'],
	['Equity', 'Equity Account'],
	['Expense', 'Expense Account'],
	['ExpPayment', 'Payment of an Expense Claim'],
	['Fixed', 'Fixed Asset Account'],
	['FixedAsset', 'Fixed Asset'],
	['Liability', 'Liability Account'],
	['ManJournal', 'Manual Journal'],
	['NonCurrent', 'Non-Current Asset Account'],
	['Org', 'Organisation'],
	['OtherIncome', 'Other Income Account'],
	['Overheads', 'Overhead Account'],
	['PayRun', 'Pay Run'],
	['Person', 'Person'],
	['Prepayment', 'Prepayment Account'],
	['PriceListItem', 'Item'],
	['PurchaseOrder', 'Purchase Order'],
	['Receipt', 'Receipt'],
	['Revenue', 'Revenue Account'],
	['Sales', 'Sales Account'],
	['SalesQuote', 'Quote'],
	['Termliab', 'Non-Current Liability Account'],
	['Transfer', 'Bank Transfer'],
	['Unknown', 'Unknown'],
	['User', 'User'],
];
