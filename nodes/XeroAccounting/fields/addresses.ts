import type { IDataObject } from 'n8n-workflow';
import { rows } from '../../shared/inputs/collections';
import { choice, text } from '../../shared/inputs/scalars';
import type { Field, Fields } from '../../shared/model/field';

const place = (line?: number, name?: number, short?: number): Fields => {
	const limited = (label: string, max?: number) => text(label, max ? { max } : {});
	return {
		AddressLine1: limited('Line 1', line),
		AddressLine2: limited('Line 2', line),
		AddressLine3: limited('Line 3', line),
		AddressLine4: limited('Line 4', line),
		City: limited('City', name),
		Region: limited('Region', name),
		PostalCode: limited('Postal Code', short),
		Country: limited('Country', short),
	};
};

export const addresses: Field<IDataObject[]> = rows('Addresses', 'Address', {
	AddressType: choice('Type', [
		['POBOX', 'Billing'],
		['STREET', 'Delivery'],
	]),
	AttentionTo: text('Attention To', { max: 255 }),
	...place(500, 255, 50),
});

/** Where goods come from and go to: Xero works out US sales tax by them. */
export const invoiceAddresses: Field<IDataObject[]> = rows(
	'Invoice Addresses',
	'Address',
	{
		InvoiceAddressType: choice('Type', [
			['FROM', 'From'],
			['TO', 'To'],
		]),
		...place(),
	},
	{ description: 'Origin and destination, for automatic US sales tax' },
);

export const phones: Field<IDataObject[]> = rows('Phones', 'Phone', {
	PhoneType: choice('Type', [
		['DEFAULT', 'Phone'],
		['DDI', 'Direct Dial'],
		['MOBILE', 'Mobile'],
		['FAX', 'Fax'],
		['OFFICE', 'Office'],
	]),
	PhoneCountryCode: text('Country Code', { max: 20 }),
	PhoneAreaCode: text('Area Code', { max: 10 }),
	PhoneNumber: text('Number', { max: 50 }),
});
