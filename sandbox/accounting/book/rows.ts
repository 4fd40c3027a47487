/**
 * What the books keep: Xero's own field names, calendar dates as `YYYY-MM-DD`, moments as ISO in UTC, amounts in the
 * document's currency. Fields that follow from others (balances, overdue, names of things referred to) are computed when read.
 */

export interface OrganisationRow {
	OrganisationID: string;
	Name: string;
	ShortCode: string;
	BaseCurrency: string;
	CountryCode: string;
	/** IANA zone in which "today" is decided, and the name Xero gives it. */
	zone: string;
	Timezone: string;
	TaxNumber: string;
	FinancialYearEndDay: number;
	FinancialYearEndMonth: number;
	PeriodLockDate?: string;
	EndOfYearLockDate?: string;
	CreatedDateUTC: string;
	Class: 'DEMO';
	/** In the construction industry scheme: whether it keeps back from others, and the percentage that others keep back from it. */
	construction?: { contractor: boolean; rate?: number | undefined };
	AddressLine1: string;
	City: string;
	PostalCode: string;
}

export interface AccountRow {
	AccountID: string;
	Code: string;
	Name: string;
	Type: string;
	Class: AccountClass;
	Status: 'ACTIVE' | 'ARCHIVED';
	TaxType: string;
	Description?: string;
	BankAccountNumber?: string;
	BankAccountType?: string;
	CurrencyCode?: string;
	EnablePaymentsToAccount: boolean;
	ShowInExpenseClaims: boolean;
	AddToWatchlist: boolean;
	SystemAccount?: string;
	ReportingCode?: string;
	UpdatedDateUTC: string;
}

export type AccountClass = 'ASSET' | 'EQUITY' | 'EXPENSE' | 'LIABILITY' | 'REVENUE';

export interface TaxRateRow {
	TaxType: string;
	Name: string;
	Status: 'ACTIVE' | 'DELETED' | 'ARCHIVED';
	ReportTaxType: string;
	/** Percent, up to four decimals. */
	EffectiveRate: number;
	TaxComponents: ReadonlyArray<{ Name: string; Rate: number; IsCompound: boolean; IsNonRecoverable: boolean }>;
	/** Classes of accounts it may be used with. */
	applies: readonly AccountClass[];
	/** Given by Xero with the organisation: cannot be changed. */
	system: boolean;
}

export interface TrackingOptionRow {
	TrackingOptionID: string;
	Name: string;
	Status: 'ACTIVE' | 'ARCHIVED' | 'DELETED';
}

export interface TrackingCategoryRow {
	TrackingCategoryID: string;
	Name: string;
	Status: 'ACTIVE' | 'ARCHIVED' | 'DELETED';
	Options: readonly TrackingOptionRow[];
}

export interface CurrencyRow {
	Code: string;
	Description: string;
}

export interface BrandingThemeRow {
	BrandingThemeID: string;
	Name: string;
	SortOrder: number;
	CreatedDateUTC: string;
	services: readonly string[];
}

export interface PaymentServiceRow {
	PaymentServiceID: string;
	PaymentServiceName: string;
	PaymentServiceUrl: string;
	PaymentServiceType: 'Custom';
	PayNowText: string;
}

export interface UserRow {
	UserID: string;
	EmailAddress: string;
	FirstName: string;
	LastName: string;
	UpdatedDateUTC: string;
	IsSubscriber: boolean;
	OrganisationRole: string;
}

export interface AddressRow {
	AddressType: string;
	AddressLine1?: string;
	AddressLine2?: string;
	AddressLine3?: string;
	AddressLine4?: string;
	City?: string;
	Region?: string;
	PostalCode?: string;
	Country?: string;
	AttentionTo?: string;
}

export interface PhoneRow {
	PhoneType: string;
	PhoneNumber?: string;
	PhoneAreaCode?: string;
	PhoneCountryCode?: string;
}

export interface TermRow {
	Day: number;
	Type: string;
}

export interface TrackingDefaultRow {
	TrackingCategoryName: string;
	TrackingOptionName: string;
}

export interface ContactRow {
	ContactID: string;
	ContactNumber?: string;
	AccountNumber?: string;
	ContactStatus: 'ACTIVE' | 'ARCHIVED' | 'GDPRREQUEST';
	Name: string;
	FirstName?: string;
	LastName?: string;
	CompanyNumber?: string;
	EmailAddress?: string;
	BankAccountDetails?: string;
	TaxNumber?: string;
	TaxNumberType?: string;
	AccountsReceivableTaxType?: string;
	AccountsPayableTaxType?: string;
	Addresses: readonly AddressRow[];
	Phones: readonly PhoneRow[];
	ContactPersons: ReadonlyArray<{ FirstName?: string; LastName?: string; EmailAddress?: string; IncludeInEmails: boolean }>;
	IsSupplier: boolean;
	IsCustomer: boolean;
	SalesDefaultLineAmountType?: string;
	PurchasesDefaultLineAmountType?: string;
	DefaultCurrency?: string;
	XeroNetworkKey?: string;
	SalesDefaultAccountCode?: string;
	PurchasesDefaultAccountCode?: string;
	SalesTrackingCategories: readonly TrackingDefaultRow[];
	PurchasesTrackingCategories: readonly TrackingDefaultRow[];
	PaymentTerms: { Bills?: TermRow; Sales?: TermRow };
	BatchPayments?: { BankAccountNumber?: string; BankAccountName?: string; Details?: string; Code?: string; Reference?: string };
	Website?: string;
	Discount?: number;
	/** The percentage of labour that is kept back from it in the construction industry scheme. */
	cisRate?: number;
	UpdatedDateUTC: string;
}

export interface ContactGroupRow {
	ContactGroupID: string;
	Name: string;
	Status: 'ACTIVE' | 'DELETED';
	members: readonly string[];
}

export interface ItemRow {
	ItemID: string;
	Code: string;
	Name?: string;
	IsSold: boolean;
	IsPurchased: boolean;
	Description?: string;
	PurchaseDescription?: string;
	InventoryAssetAccountCode?: string;
	SalesDetails: { UnitPrice?: number; AccountCode?: string; TaxType?: string };
	PurchaseDetails: { UnitPrice?: number; AccountCode?: string; COGSAccountCode?: string; TaxType?: string };
	IsTrackedAsInventory: boolean;
	QuantityOnHand: number;
	TotalCostPool: number;
	UpdatedDateUTC: string;
}

export interface LineRow {
	LineItemID: string;
	Description?: string;
	/** Absent, like UnitAmount, on a line that is only a description. */
	Quantity?: number;
	UnitAmount?: number;
	ItemCode?: string;
	AccountCode?: string;
	TaxType?: string;
	TaxAmount: number;
	LineAmount: number;
	DiscountRate?: number;
	DiscountAmount?: number;
	Tracking: ReadonlyArray<{ TrackingCategoryID: string; TrackingOptionID: string }>;
}

/** What the lines of a document are and add up to. */
export interface AmountsRow {
	LineAmountTypes: 'Exclusive' | 'Inclusive' | 'NoTax';
	LineItems: readonly LineRow[];
	SubTotal: number;
	TotalTax: number;
	Total: number;
}

/** What every document has. */
export interface DocumentRow extends AmountsRow {
	ContactID: string;
	Date: string;
	UpdatedDateUTC: string;
}

/** The currency of a document, and how much of it is one of the base currency. */
export interface CurrencyAndRate {
	CurrencyCode: string;
	CurrencyRate: number;
}

export interface InvoiceRow extends DocumentRow, CurrencyAndRate {
	InvoiceID: string;
	Type: 'ACCREC' | 'ACCPAY';
	Status: 'DRAFT' | 'SUBMITTED' | 'DELETED' | 'AUTHORISED' | 'PAID' | 'VOIDED';
	InvoiceNumber: string;
	Reference?: string;
	DueDate?: string;
	ExpectedPaymentDate?: string;
	PlannedPaymentDate?: string;
	FullyPaidOnDate?: string;
	BrandingThemeID?: string;
	Url?: string;
	SentToContact: boolean;
	TotalDiscount: number;
	AmountDue: number;
	AmountPaid: number;
	AmountCredited: number;
	/** What is kept back in the construction industry scheme, and the percentage of labour that is; both of the documents that have it. */
	CISDeduction?: number;
	CISRate?: number;
	/** The app that created it, for createdByMyApp. */
	clientId: string;
	/** What an approved document moved in tracked inventory, so that a void puts exactly that back. */
	moves: ReadonlyArray<{ ItemID: string; quantity: number; cost: number }>;
}

export interface AttachmentRow {
	AttachmentID: string;
	/** The record it hangs on. */
	owner: string;
	FileName: string;
	MimeType: string;
	IncludeOnline: boolean;
	bytes: Buffer;
}

export interface HistoryRow {
	id: string;
	owner: string;
	Changes: string;
	Details: string;
	User: string;
	DateUTC: string;
}
