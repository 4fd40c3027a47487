import type { Book } from '../book/book';
import { existing, getMany, getOne, recordsOf } from '../resource/reading';
import { answer } from '../resource/replies';
import { hole, type Kind, paymentServicesScope, type Resource, settings } from '../resource/resource';
import type { BrandingThemeRow, PaymentServiceRow } from '../book/rows';
import { writeAll } from '../resource/writing';

const kind: Kind<BrandingThemeRow> = {
	singular: 'BrandingTheme',
	plural: 'BrandingThemes',
	id: 'BrandingThemeID',
	idOf: (row) => row.BrandingThemeID,
	table: (book) => book.brandingThemes,
	columns: { BrandingThemeID: 'id', Name: 'text', SortOrder: 'number', CreatedDateUTC: 'time' },
	render: (_book, row) => ({
		BrandingThemeID: row.BrandingThemeID,
		Name: row.Name,
		Type: 'INVOICE',
		SortOrder: row.SortOrder,
		CreatedDateUTC: row.CreatedDateUTC,
	}),
};

const services: Kind<PaymentServiceRow> = {
	singular: 'PaymentService',
	plural: 'PaymentServices',
	id: 'PaymentServiceID',
	idOf: (row) => row.PaymentServiceID,
	table: (book) => book.paymentServices,
	columns: {},
	render: (_book, row) => ({ ...row }),
};

function theme(book: Book, id: string): BrandingThemeRow {
	return existing(kind, book, id);
}

export const brandingThemes: Resource = {
	plural: kind.plural,
	records: recordsOf(kind),
	routes: [
		getMany(kind, 'getBrandingThemes', settings),
		getOne(kind, 'getBrandingTheme', settings),
		{
			operationId: 'getBrandingThemePaymentServices',
			method: 'GET',
			path: '/BrandingThemes/{BrandingThemeID}/PaymentServices',
			scopes: paymentServicesScope.read,
			handle(book, request) {
				const rows = theme(book, hole(request, kind.id)).services.flatMap((id) => book.paymentServices.get(id) ?? []);
				return answer(
					book,
					services.plural,
					rows.map((row) => services.render(book, row, 'full', 2)),
				);
			},
		},
		{
			operationId: 'createBrandingThemePaymentServices',
			method: 'POST',
			path: '/BrandingThemes/{BrandingThemeID}/PaymentServices',
			scopes: paymentServicesScope.write,
			handle(book, request) {
				const themeId = theme(book, hole(request, kind.id)).BrandingThemeID;
				return writeAll(services, book, request, (input) => {
					const id = input.guid('PaymentServiceID');
					const row = id === undefined ? undefined : book.paymentServices.get(id);
					if (!row) return void input.fail('The payment service could not be found.');
					const on = theme(book, themeId);
					if (!on.services.includes(row.PaymentServiceID))
						book.brandingThemes.put({ ...on, services: [...on.services, row.PaymentServiceID] });
					return row;
				});
			},
		},
	],
};
