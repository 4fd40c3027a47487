/**
 * Properties that Xero's schemas do not mark as read-only and that are no inputs all the same, by schema, each with the reason.
 * `*` holds for all.
 */
export const notInputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	'*': {
		Attachments: 'written by Add Attachment',
		HasErrors: 'part of an answer',
		HasValidationErrors: 'part of an answer',
		StatusAttributeString: 'part of an answer',
		ValidationErrors: 'part of an answer',
		Warnings: 'part of an answer',
	},
	Account: { AccountID: 'given by Xero; picks the account in an update', Status: 'Archive and Restore' },
	Contact: {
		Balances: 'worked out by Xero',
		ContactGroups: 'Add Contact and Remove Contact of Contact Group',
		ContactID: 'given by Xero; picks the contact in an update',
		ContactStatus: 'Archive and Restore',
		HasAttachments: 'set by Xero',
		IsCustomer: 'cannot be set, says Xero; follows from the invoices',
		IsSupplier: 'cannot be set, says Xero; follows from the bills',
		MergedToContactID: 'set by Xero when contacts are merged',
		TrackingCategoryName: 'part of the sales and purchases tracking categories',
		TrackingCategoryOption: 'part of the sales and purchases tracking categories',
	},
	ContactGroup: { ContactGroupID: 'given by Xero', Contacts: 'Add Contact and Remove Contact', Status: 'Delete' },
	Invoice: {
		InvoiceID: 'given by Xero; picks the invoice in an update',
		RepeatingInvoiceID: 'set by Xero on what a repeating invoice makes',
	},
	LineItem: { Item: 'ItemCode names the item', RepeatingInvoiceID: 'set by Xero' },
	Item: {
		IsTrackedAsInventory: 'follows from the inventory asset account',
		ItemID: 'given by Xero; picks the item in an update',
		QuantityOnHand: 'worked out by Xero',
		TotalCostPool: 'worked out by Xero',
	},
	Payment: {
		BatchPayment: 'set by Xero on what a batch payment makes',
		BatchPaymentID: 'set by Xero on what a batch payment makes',
		Code: 'the picker of the account takes its code',
		CreditNoteNumber: 'the picker of the credit note takes its number',
		HasAccount: 'part of an answer',
		InvoiceNumber: 'the picker of the invoice takes its number',
		PaymentID: 'given by Xero',
		Status: 'Delete',
	},
	TaxRate: { Status: 'Delete', TaxType: 'given by Xero; picks the tax rate in an update' },
	TrackingCategory: {
		Option: 'part of a line item, where it names the option',
		Options: 'Create Option',
		Status: 'Archive and Restore',
		TrackingCategoryID: 'given by Xero; picks the category in an update',
		TrackingOptionID: 'part of a line item, where it names the option',
	},
	TrackingOption: {
		Status: 'Archive Option and Restore Option',
		TrackingCategoryID: 'the path names the category',
		TrackingOptionID: 'given by Xero; picks the option in an update',
	},
};
